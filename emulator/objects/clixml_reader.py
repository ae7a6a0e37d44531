"""CLIXML as objects: what Import-Clixml and remoting make of a document.

Source: conformance clixml/deserialize; MS-PSRP section 2.2.5.
"""

import base64
from collections.abc import Callable
from decimal import Decimal
from typing import Final

from emulator.objects.basic_types import BYTE
from emulator.objects.clixml_nodes import BadClixml, Node, parse
from emulator.objects.clixml_text import decoded, parsed_duration, parsed_moment, parsed_real
from emulator.objects.clixml_writer import DeserializedText
from emulator.objects.collections import Hashtable, OrderedDictionary, TypedArray
from emulator.objects.identifiers import parse_guid, parse_version
from emulator.objects.numbers import (
    Byte,
    Char,
    Int16,
    Int64,
    SByte,
    Single,
    UInt16,
    UInt32,
    UInt64,
)
from emulator.objects.psobject import PSObject
from emulator.objects.uris import Uri

PREFIX: Final = "Deserialized."
ORDERED: Final = "OrderedDictionary"

PRIMITIVES: Final[dict[str, Callable[[str], object]]] = {
    "S": decoded,
    "SBK": decoded,
    "XD": decoded,
    "SS": decoded,
    "T": decoded,
    "C": lambda text: Char(chr(int(text))),
    "B": lambda text: text.strip() == "true",
    "DT": parsed_moment,
    "TS": parsed_duration,
    "I32": int,
    "I64": Int64,
    "U64": UInt64,
    "U32": UInt32,
    "I16": Int16,
    "U16": UInt16,
    "By": Byte,
    "SB": SByte,
    "Db": parsed_real,
    "Sg": lambda text: Single(parsed_real(text)),
    "D": Decimal,
    "G": parse_guid,
    "URI": lambda text: Uri(decoded(text)),
    "Version": parse_version,
    "BA": lambda text: TypedArray(BYTE, [Byte(one) for one in base64.b64decode(text)]),
}
"""What reads the content of the elements with a known type. XD and SBK come back as text."""

COLLECTIONS: Final = frozenset({"LST", "IE", "QUE", "STK"})


ListMaker = Callable[[list[object]], object]
"""What makes the collection that an array comes back as, System.Collections.ArrayList."""


def deserialize(text: str, *, make_list: ListMaker = list) -> list[object]:
    """Return the objects of a document; BadClixml where the text is no CLIXML.

    `make_list` makes the ArrayLists, which the object model alone does not have.
    """
    root = parse(text)
    if root.tag != "Objs":
        raise BadClixml(f"the root element is {root.tag}")
    reader = _Reader(make_list)
    return [reader.read(node) for node in root.children]


class _Reader:
    """Reads the objects of one document; keeps what may be referred to."""

    def __init__(self, make_list: ListMaker) -> None:
        self.make_list = make_list
        self.objects: dict[str, object] = {}
        self.types: dict[str, list[str]] = {}

    def read(self, node: Node) -> object:
        """Return the object of an element."""
        if node.tag == "Nil":
            return None
        if node.tag == "Ref":
            return self._referred(node)
        if node.tag == "Obj":
            return self._object(node)
        if node.tag == "PR":
            return self._progress(node)
        read = PRIMITIVES.get(node.tag)
        if read is None:
            raise BadClixml(f"unknown element {node.tag}")
        try:
            return read(node.text)
        except (ValueError, ArithmeticError) as error:
            raise BadClixml(f"bad content of {node.tag}: {node.text[:40]}") from error

    def _referred(self, node: Node) -> object:
        number = node.attributes.get("RefId", "")
        if number not in self.objects:
            raise BadClixml(f"reference to {number or 'nothing'}")
        return self.objects[number]

    def _object(self, node: Node) -> object:
        made = PSObject(type_names=self._type_names(node))
        number = node.attributes.get("RefId")
        if number is not None:
            self.objects[number] = made
        for child in node.children:
            self._part(made, child)
        if made.base is None and made.type_names is None:
            made.type_names = []
        return made

    def _part(self, made: PSObject, child: Node) -> None:
        match child.tag:
            case "TN" | "TNRef":
                pass
            case "ToString":
                text = decoded(child.text)
                made.members["tostring"] = DeserializedText("ToString", lambda *_: text)
            case "Props" | "MS":
                self._members(made, child)
            case "DCT":
                made.base = self._dictionary(child, made.type_names or [])
            case tag if tag in COLLECTIONS:
                made.base = self.make_list([self.read(item) for item in child.children])
            case _:
                self._value(made, child)

    def _members(self, made: PSObject, node: Node) -> None:
        names = [decoded(child.attributes.get("N", "")) for child in node.children]
        text = made.members.get("tostring")
        if node.tag == "Props" and isinstance(text, DeserializedText):
            text.props = frozenset(name.lower() for name in names)
        for name, child in zip(names, node.children, strict=True):
            made.add_note(name, self.read(child))

    def _value(self, made: PSObject, child: Node) -> None:
        made.base = self.read(child)
        text = made.members.pop("tostring", None)
        if isinstance(text, DeserializedText):
            # An enumeration: its number, with the name beside it.
            made.add_note("Value", text.call(made))

    def _dictionary(self, node: Node, names: list[str]) -> Hashtable:
        ordered = bool(names) and names[0].endswith(ORDERED)
        table: Hashtable = OrderedDictionary() if ordered else Hashtable()
        for entry in node.children:
            pair = {child.attributes.get("N"): self.read(child) for child in entry.children}
            if set(pair) != {"Key", "Value"}:
                raise BadClixml("a dictionary entry without Key and Value")
            table[pair["Key"]] = pair["Value"]
        return table

    def _type_names(self, node: Node) -> list[str] | None:
        declared = node.child("TN")
        if declared is not None:
            names = [_prefixed(decoded(child.text)) for child in declared.children]
            self.types[declared.attributes.get("RefId", "")] = names
            return list(names)
        referred = node.child("TNRef")
        if referred is None:
            return None
        number = referred.attributes.get("RefId", "")
        if number not in self.types:
            raise BadClixml(f"reference to type names {number or 'nothing'}")
        return list(self.types[number])

    def _progress(self, node: Node) -> PSObject:
        made = PSObject()
        for tag, name in PROGRESS_FIELDS:
            child = node.child(tag)
            if child is not None:
                made.add_note(
                    name, decoded(child.text) if tag in {"AV", "SD", "T"} else int(child.text)
                )
        return made


PROGRESS_FIELDS: Final = (
    ("AV", "Activity"),
    ("AI", "ActivityId"),
    ("PI", "ParentActivityId"),
    ("PC", "PercentComplete"),
    ("T", "RecordType"),
    ("SR", "SecondsRemaining"),
    ("SD", "StatusDescription"),
)


def _prefixed(name: str) -> str:
    return name if name.startswith(PREFIX) else PREFIX + name
