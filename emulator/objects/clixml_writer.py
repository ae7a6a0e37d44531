"""Objects as CLIXML: what Export-Clixml, remoting and powershell.exe's streams carry.

Source: conformance clixml; MS-PSRP section 2.2.5. Containers and the members of custom objects
use no depth, the properties of .NET objects do; at the cut only the text remains.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from emulator.objects import members
from emulator.objects.clixml_markup import NEWLINE, Attributes, Markup, root
from emulator.objects.clixml_text import encoded, primitive
from emulator.objects.collections import Hashtable
from emulator.objects.enumeration import enumerate_value
from emulator.objects.enums import EnumValue
from emulator.objects.error_types import ErrorCategoryInfo
from emulator.objects.errors import ClrError, ErrorRecord, PowerShellError
from emulator.objects.property_order import native_first, native_names
from emulator.objects.psobject import (
    AliasProperty,
    AutomationNull,
    NoteProperty,
    PSObject,
    ScriptMethod,
    ScriptProperty,
)
from emulator.objects.text import plain_text, to_string
from emulator.objects.typing_of import type_names, type_of

SMA: Final = "System.Management.Automation."
MOST_LEVELS: Final = 50
"""Containers and custom objects use no depth, so this bounds the recursion.

Source: PowerShell 7, InternalSerializer.MaxDepthBelowTopLevel.
"""

SCRIPT_BLOCK: Final = SMA + "ScriptBlock"
PROGRESS: Final = SMA + "ProgressRecord"
INFORMATIONAL: Final = frozenset(
    SMA + name for name in ("WarningRecord", "VerboseRecord", "DebugRecord")
)
XML_DOCUMENT: Final = "System.Xml.XmlDocument"
DESERIALIZED_ENUM: Final = "Deserialized.System.Enum"
ORDERED_VALUES: Final = (
    "System.Collections.Specialized.OrderedDictionary+OrderedDictionaryKeyValueCollection"
)
"""A list in .NET, though PowerShell only enumerates it. Source: conformance clixml-collection-022"""

KNOWN_OBJECTS: Final = frozenset({"URI", "XD", "PR"})
"""Known types that stand in an Obj when they are a document's own object."""

QUEUES: Final = {"System.Collections.Queue": "QUE", "System.Collections.Stack": "STK"}


@dataclass(slots=True)
class DeserializedText(ScriptMethod):
    """The ToString of a deserialised .NET object; `props` are its properties, as opposed to notes.

    `props` hold names in lower case.
    """

    props: frozenset[str] = frozenset()


def serialize(value: object, *, depth: int = 2, core: bool = False, indented: bool = True) -> str:
    """Return a document with one object."""
    return serialize_all([value], depth=depth, core=core, indented=indented)


def serialize_all(
    values: Iterable[object], *, depth: int = 2, core: bool = False, indented: bool = True
) -> str:
    """Return a document with `values`, one after the other."""
    markup = Markup(NEWLINE if indented else "")
    writer = Writer(markup, core=core)
    with markup.element("Objs", root()):
        for value in values:
            writer.write(value, depth=depth)
    return markup.text()


class Writer:
    """Writes objects of one document; what came before is referred to."""

    def __init__(self, markup: Markup, *, core: bool) -> None:
        """Write into `markup`."""
        self.markup = markup
        self.core = core
        self._objects: dict[int, tuple[int, object]] = {}
        self._types: dict[tuple[str, ...], int] = {}
        self._next = 0

    def write(
        self, value: object, *, depth: int, attributes: Attributes = (), level: int = 0
    ) -> None:
        """Write one object; `attributes` stand in its element (N, S)."""
        if value is None or isinstance(value, AutomationNull):
            self.markup.empty("Nil", attributes)
            return
        wrapper = value if isinstance(value, PSObject) else None
        base = value if wrapper is None or wrapper.base is None else wrapper.base
        if level > MOST_LEVELS:
            self._primitive(("S", encoded(to_string(value))), attributes)
            return
        known = self._known(base)
        if known is not None:
            self._known_value(wrapper, known, attributes, depth, level)
            return
        identity = value if wrapper is None or wrapper.base is None else base
        seen = self._objects.get(id(identity))
        if seen is not None:
            self.markup.empty("Ref", (*attributes, ("RefId", str(seen[0]))))
            return
        self._object(value, base, depth=depth, attributes=attributes, level=level)

    def _known(self, base: object) -> tuple[str, str] | None:
        found = primitive(base, core=self.core)
        if found is not None:
            return found
        name = type_of(base).name
        if name == SCRIPT_BLOCK:
            return "SBK", encoded(to_string(base))
        if name == XML_DOCUMENT:
            return "XD", encoded(to_string(_read(base, "OuterXml")))
        return ("PR", "") if name == PROGRESS else None

    def _known_value(
        self,
        wrapper: PSObject | None,
        known: tuple[str, str],
        attributes: Attributes,
        depth: int,
        level: int,
    ) -> None:
        own = [] if wrapper is None else list(_instance_members(wrapper))
        renamed = wrapper is not None and wrapper.type_names is not None
        whole = known[0] in KNOWN_OBJECTS and level == 0 and not _is_named(attributes)
        if not own and not renamed and not whole:
            self._content(known, attributes, wrapper)
            return
        with self.markup.element("Obj", self._reference(wrapper, attributes)):
            if renamed and wrapper is not None:
                self._type_names(type_names(wrapper))
                if DESERIALIZED_ENUM in type_names(wrapper):
                    self.markup.leaf("ToString", (), encoded(to_string(_read(wrapper, "Value"))))
                    own = [name for name in own if name != "Value"]
            self._content(known, (), wrapper)
            self._members(wrapper, own, depth, level)

    def _content(self, known: tuple[str, str], attributes: Attributes, wrapper: object) -> None:
        if known[0] == "PR":
            base = wrapper.base if isinstance(wrapper, PSObject) else wrapper
            self._progress(base, attributes)
        else:
            self._primitive(known, attributes)

    def _primitive(self, known: tuple[str, str], attributes: Attributes) -> None:
        tag, text = known
        if tag == "BA" and not text:
            self.markup.empty(tag, attributes)
        else:
            self.markup.leaf(tag, attributes, text)

    def _object(
        self,
        value: object,
        base: object,
        *,
        depth: int,
        attributes: Attributes,
        level: int,
    ) -> None:
        wrapper = value if isinstance(value, PSObject) else None
        is_custom = wrapper is not None and wrapper.base is None
        identity = value if is_custom else base
        tag = None if is_custom or isinstance(base, ErrorRecord | EnumValue) else _container(base)
        if depth <= 0 and tag is None and not isinstance(base, EnumValue):
            self._cut(value, attributes, depth, level)
            return
        with self.markup.element("Obj", self._reference(identity, attributes)):
            self._type_names(type_names(value))
            if isinstance(base, EnumValue):
                self._enum(base)
            elif isinstance(base, ErrorRecord):
                self._error(base, depth, level)
            elif tag is not None:
                self._container(tag, base, depth, level)
            elif type_of(base).name in INFORMATIONAL:
                self._informational(base)
            elif not is_custom:
                self._plain(base, depth, level)
            elif wrapper is not None and _text_of(wrapper) is not None:
                self.markup.leaf("ToString", (), encoded(_text_of(wrapper) or ""))
            if wrapper is not None:
                self._members(wrapper, list(_instance_members(wrapper)), depth, level)

    def _cut(self, value: object, attributes: Attributes, depth: int, level: int) -> None:
        text = ("S", encoded(to_string(value)))
        own = list(_instance_members(value)) if isinstance(value, PSObject) else []
        if not own:
            self._primitive(text, attributes)
            return
        with self.markup.element("Obj", self._reference(value, attributes)):
            self._primitive(text, ())
            self._members(value, own, depth, level)

    def _reference(self, identity: object, attributes: Attributes) -> Attributes:
        number = self._next
        self._next += 1
        if identity is not None:
            self._objects[id(identity)] = (number, identity)
        return (*attributes, ("RefId", str(number)))

    def _type_names(self, names: Sequence[str]) -> None:
        key = tuple(names)
        if not key:
            return
        if key in self._types:
            self.markup.empty("TNRef", (("RefId", str(self._types[key])),))
            return
        number = self._types[key] = len(self._types)
        with self.markup.element("TN", (("RefId", str(number)),)):
            for name in names:
                self.markup.leaf("T", (), encoded(name))

    def _enum(self, value: EnumValue) -> None:
        self.markup.leaf("ToString", (), encoded(value.name))
        number = primitive(value.type.enum_underlying(value.number), core=self.core)
        assert number is not None, "the number of an enumeration is a primitive value"
        self._primitive(number, ())

    def _container(self, tag: str, base: object, depth: int, level: int) -> None:
        with self.markup.element(tag):
            if isinstance(base, Hashtable):
                for key, held in base.items():
                    with self.markup.element("En"):
                        self._named("Key", key, depth, level)
                        self._named("Value", held, depth, level)
            else:
                for item in enumerate_value(base) or ():
                    self.write(item, depth=depth, level=level + 1)
        if tag == "IE":
            self._properties(base, depth, level)

    def _plain(self, base: object, depth: int, level: int) -> None:
        text = encoded(plain_text(base))
        if text:
            self.markup.leaf("ToString", (), text)
        else:
            self.markup.empty("ToString")
        self._properties(base, depth, level)

    def _properties(self, base: object, depth: int, level: int) -> None:
        ordered = native_first(base)
        lower = native_names(base)
        native = [name for name in ordered if name.lower() in lower]
        if native:
            with self.markup.element("Props"):
                self._all_named(base, native, depth - 1, level)
        added = [name for name in ordered if name.lower() not in lower]
        if added:
            with self.markup.element("MS"):
                self._all_named(base, added, depth - 1, level)

    def _members(self, value: object, own: list[str], depth: int, level: int) -> None:
        props = _props_of(value)
        for tag, names in (
            ("Props", [name for name in own if name.lower() in props]),
            ("MS", [name for name in own if name.lower() not in props]),
        ):
            if names:
                with self.markup.element(tag):
                    self._all_named(value, names, depth, level)

    def _all_named(self, value: object, names: list[str], depth: int, level: int) -> None:
        for name in names:
            try:
                found = members.get_property(value, name)
            except (ClrError, PowerShellError):
                continue
            if found is not members.MISSING:
                self._named(name, found, depth, level)

    def _named(self, name: str, value: object, depth: int, level: int) -> None:
        self.write(value, depth=depth, attributes=(("N", encoded(name)),), level=level + 1)

    def _error(self, record: ErrorRecord, depth: int, level: int) -> None:
        self.markup.leaf("ToString", (), encoded(record.message))
        with self.markup.element("MS"):
            for name, value in error_fields(record):
                self._named(name, value, depth - 1, level)

    def _informational(self, record: object) -> None:
        message = _read(record, "Message")
        self.markup.leaf("ToString", (), encoded(to_string(message)))
        with self.markup.element("MS"):
            self._named("InformationalRecord_Message", message, 1, 1)
            self._named(
                name="InformationalRecord_SerializeInvocationInfo", value=False, depth=1, level=1
            )

    def _progress(self, record: object, attributes: Attributes) -> None:
        with self.markup.element("PR", attributes):
            self.markup.leaf("AV", (), encoded(to_string(_read(record, "Activity"))))
            self.markup.leaf("AI", (), to_string(_read(record, "ActivityId")))
            self.write(_read(record, "CurrentOperation") or None, depth=1, level=1)
            self.markup.leaf("PI", (), to_string(_read(record, "ParentActivityId")))
            self.markup.leaf("PC", (), to_string(_read(record, "PercentComplete")))
            self.markup.leaf("T", (), to_string(_read(record, "RecordType")))
            self.markup.leaf("SR", (), to_string(_read(record, "SecondsRemaining")))
            self.markup.leaf("SD", (), encoded(to_string(_read(record, "StatusDescription"))))


def error_fields(record: ErrorRecord) -> Iterator[tuple[str, object]]:
    """Yield the fields of an error record as remoting sends them.

    Source: conformance clixml-record-002 and -016.
    """
    info = ErrorCategoryInfo(record)
    yield "Exception", record.exception
    yield "TargetObject", record.target
    yield "FullyQualifiedErrorId", record.fully_qualified_error_id
    yield "InvocationInfo", record.invocation
    yield "ErrorCategory_Category", int(record.category)
    yield "ErrorCategory_Activity", record.activity
    yield "ErrorCategory_Reason", info.reason
    yield "ErrorCategory_TargetName", info.target_name
    yield "ErrorCategory_TargetType", info.target_type
    yield "ErrorCategory_Message", info.to_text()
    if record.details_message is not None:
        yield "ErrorDetails_Message", record.details_message
    if record.recommended_action is not None:
        yield "ErrorDetails_RecommendedAction", record.recommended_action
    yield "SerializeExtendedInfo", False
    if record.script_stack_trace:
        yield "ErrorDetails_ScriptStackTrace", record.script_stack_trace
    yield "PSMessageDetails", None


def _is_named(attributes: Attributes) -> bool:
    return any(name == "N" for name, _ in attributes)


def _container(base: object) -> str | None:
    if isinstance(base, Hashtable):
        return "DCT"
    if enumerate_value(base) is None:
        return None
    type_ = type_of(base)
    if type_.name in QUEUES:
        return QUEUES[type_.name]
    if isinstance(base, list) or type_.name == ORDERED_VALUES:
        return "LST"
    if "System.Collections.IList" in type_.interfaces:
        return "LST"
    return "IE"


def _instance_members(wrapper: object) -> Iterator[str]:
    if not isinstance(wrapper, PSObject):
        return
    for member in wrapper.members.values():
        if isinstance(member, NoteProperty | AliasProperty | ScriptProperty):
            yield member.name


def _text_of(wrapper: PSObject) -> str | None:
    own = wrapper.members.get("tostring")
    return to_string(own.call(wrapper)) if isinstance(own, DeserializedText) else None


def _props_of(wrapper: object) -> frozenset[str]:
    own = wrapper.members.get("tostring") if isinstance(wrapper, PSObject) else None
    return own.props if isinstance(own, DeserializedText) else frozenset()


def _read(value: object, name: str) -> object:
    found = members.get_property(value, name)
    return None if found is members.MISSING else found
