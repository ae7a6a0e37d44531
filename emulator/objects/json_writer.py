"""ConvertTo-Json: values as JSON text, in the layout of 5.1 and in that of 7.

Source: conformance cmdlets/tojson; PowerShell 7, JsonObject; 5.1's layout recalled there.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Final

from emulator.objects import members
from emulator.objects.collections import Hashtable
from emulator.objects.enumeration import enumerate_value
from emulator.objects.enums import EnumValue
from emulator.objects.errors import ClrError, ErrorCategory, PowerShellError
from emulator.objects.exceptions import exception
from emulator.objects.identifiers import Guid
from emulator.objects.iso_dates import iso_text
from emulator.objects.moments import TICKS_PER_MS, DateTime
from emulator.objects.number_formats import decimal_text, shortest_text
from emulator.objects.numbers import Int64, Single, UInt64
from emulator.objects.property_order import native_first
from emulator.objects.psobject import AutomationNull, PSObject
from emulator.objects.text import to_string
from emulator.objects.typing_of import type_of
from emulator.objects.uris import Uri

NEWLINE: Final = "\r\n"
"""What ends the lines of indented JSON on Windows."""

UNIX_EPOCH_TICKS: Final = 621_355_968_000_000_000
"""Ticks of 1970-01-01T00:00:00."""

SHORT_ESCAPES: Final = {
    '"': '\\"', "\\": "\\\\", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t",
}  # fmt: skip
LINE_ENDS: Final = frozenset("\u0085\u2028\u2029")
"""Characters above U+001F that both editions escape."""


class Escapes(Enum):
    """-EscapeHandling of 7, and what 5.1 always does."""

    DEFAULT = "Default"
    NON_ASCII = "EscapeNonAscii"
    HTML = "EscapeHtml"
    DESKTOP = "5.1"


ESCAPED_IN_HTML: Final = {Escapes.HTML: "<>&'\"", Escapes.DESKTOP: "<>&'"}


@dataclass(frozen=True, slots=True, kw_only=True)
class JsonOptions:
    """How to write: `depth` levels of containers are written out, what is below as text."""

    core: bool
    depth: int = 2
    compress: bool = False
    enums_as_strings: bool = False
    escapes: Escapes = Escapes.DEFAULT


@dataclass(frozen=True, slots=True)
class JsonText:
    """What ConvertTo-Json writes; `truncated` says that something was below the depth."""

    text: str
    truncated: bool


@dataclass(frozen=True, slots=True)
class _Raw:
    """A value that is JSON text already."""

    text: str


_Node = _Raw | list["_Node"] | dict[str, "_Node"]


def to_json(value: object, options: JsonOptions) -> JsonText:
    """Return `value` as JSON; a dictionary with keys that are no strings is a ClrError."""
    writer = _Writer(options)
    node = writer.node(value, 0)
    if options.compress:
        text = _compact(node, options)
    elif options.core:
        text = _indented(node, "", options)
    else:
        text = _aligned(node, 0, options)
    return JsonText(text, writer.truncated)


class _Writer:
    """Turns PowerShell values into nodes of JSON."""

    def __init__(self, options: JsonOptions) -> None:
        self.options = options
        self.truncated = False

    def node(self, value: object, depth: int) -> _Node:
        """Return the node of `value`, which is `depth` containers deep."""
        if value is None or isinstance(value, AutomationNull):
            return _Raw("null")
        wrapper = value if isinstance(value, PSObject) else None
        base = value if wrapper is None or wrapper.base is None else wrapper.base
        scalar = self._scalar(base)
        if scalar is not None:
            return self._with_members(wrapper, base, scalar, depth)
        if depth > self.options.depth:
            self.truncated = True
            return _Raw(self._string(to_string(value)))
        if isinstance(base, Hashtable):
            return self._with_members(wrapper, base, self._dictionary(base, depth), depth)
        items = enumerate_value(base)
        if items is not None:
            listed: _Node = [self.node(item, depth + 1) for item in items]
            return self._with_members(wrapper, base, listed, depth)
        return self._object(value, depth)

    def _scalar(self, base: object) -> _Node | None:
        match base:
            case bool():
                return _Raw("true" if base else "false")
            case str():
                return _Raw(self._string(base))
            case int():
                return _Raw(int.__repr__(base))
            case float() | Decimal():
                return _Raw(self._real(base))
            case EnumValue():
                return _Raw(self._enum(base))
            case DateTime():
                return _Raw(self._date(base))
            case Guid() | Uri():
                return _Raw(self._string(to_string(base)))
            case _:
                pass
        if type_of(base).name == "System.DateTimeOffset":
            return _Raw(self._string(format_iso_offset(base)))
        return None

    def _string(self, text: str) -> str:
        return quoted(text, self.options.escapes if self.options.core else Escapes.DESKTOP)

    def _real(self, value: float | Decimal) -> str:
        if isinstance(value, Decimal):
            text = decimal_text(value)
        else:
            text = shortest_text(value, single=isinstance(value, Single))
        if not self.options.core:
            return text
        if text in {"NaN", "Infinity", "-Infinity"}:
            return f'"{text}"'
        return text if {".", "E"} & set(text) else text + ".0"

    def _enum(self, value: EnumValue) -> str:
        wide = value.type.enum_underlying in {Int64, UInt64}
        if self.options.enums_as_strings or wide:
            return self._string(value.name)
        return str(value.number)

    def _date(self, value: DateTime) -> str:
        if self.options.core:
            return self._string(iso_text(value))
        milliseconds = (value.ticks - UNIX_EPOCH_TICKS) // TICKS_PER_MS
        return f'"\\/Date({milliseconds})\\/"'

    def _dictionary(self, table: Hashtable, depth: int) -> dict[str, _Node]:
        written: dict[str, _Node] = {}
        for key, value in table.items():
            bare = key.base if isinstance(key, PSObject) and key.base is not None else key
            if not isinstance(bare, str):
                raise _no_string_key(type_of(table).name)
            written[bare] = self.node(value, depth + 1)
        return written

    def _object(self, value: object, depth: int) -> dict[str, _Node]:
        names = native_first(value)
        return {name: self.node(_read(value, name), depth + 1) for name in names}

    def _with_members(
        self, wrapper: PSObject | None, base: object, node: _Node, depth: int
    ) -> _Node:
        """Add what a wrapper has of its own: to a dictionary, or beside a member `value`."""
        if wrapper is None or wrapper.base is None:
            return node
        if self.options.core and isinstance(base, str | DateTime):
            return node
        names = list(_own_names(wrapper))
        if not names:
            return node
        inner: dict[str, _Node] = dict(node) if isinstance(node, dict) else {"value": node}
        for name in names:
            inner.setdefault(name, self.node(_read(wrapper, name), depth + 1))
        if isinstance(base, DateTime):
            inner.setdefault("DateTime", self.node(_read(wrapper, "DateTime"), depth + 1))
        return inner


def _own_names(wrapper: PSObject) -> Iterable[str]:
    names = {name.lower() for name in members.property_names(wrapper)}
    return [member.name for key, member in wrapper.members.items() if key in names]


def _read(value: object, name: str) -> object:
    try:
        found = members.get_property(value, name)
    except (ClrError, PowerShellError):
        return None
    return None if found is members.MISSING else found


def _no_string_key(type_name: str) -> ClrError:
    return ClrError(
        exception(
            "System.InvalidOperationException",
            f"The type '{type_name}' is not supported for serialization or deserialization of a"
            " dictionary. Keys must be strings.",
        ),
        error_id="NonStringKeyInDictionary",
        category=ErrorCategory.InvalidOperation,
    )


def format_iso_offset(value: object) -> str:
    """Return a DateTimeOffset in ISO 8601, as far as its text allows; it has its own class."""
    return to_string(value)


def quoted(text: str, escapes: Escapes) -> str:
    """Return `text` as a JSON string."""
    return '"' + "".join(_escaped(character, escapes) for character in text) + '"'


def _escaped(character: str, escapes: Escapes) -> str:
    if character in ESCAPED_IN_HTML.get(escapes, ""):
        return f"\\u{ord(character):04x}"
    short = SHORT_ESCAPES.get(character)
    if short is not None:
        return short
    code = ord(character)
    if code < 0x20 or character in LINE_ENDS or (escapes is Escapes.NON_ASCII and code > 0x7F):
        return "".join(f"\\u{unit:04x}" for unit in utf16_units(character))
    return character


def utf16_units(text: str) -> list[int]:
    """Return the UTF-16 units of `text`."""
    data = text.encode("utf-16-le", "surrogatepass")
    return [int.from_bytes(data[at : at + 2], "little") for at in range(0, len(data), 2)]


def _compact(node: _Node, options: JsonOptions) -> str:
    match node:
        case _Raw():
            return node.text
        case list():
            return "[" + ",".join(_compact(item, options) for item in node) + "]"
        case _:
            pairs = (
                f"{_key(key, options)}:{_compact(held, options)}" for key, held in node.items()
            )
            return "{" + ",".join(pairs) + "}"


def _key(key: str, options: JsonOptions) -> str:
    return quoted(key, options.escapes if options.core else Escapes.DESKTOP)


def _indented(node: _Node, indent: str, options: JsonOptions) -> str:
    """Return the layout of 7: two blanks per level."""
    inner = indent + "  "
    match node:
        case _Raw():
            return node.text
        case list():
            lines = [inner + _indented(item, inner, options) for item in node]
            return _block("[", lines, indent + "]") if lines else "[]"
        case _:
            lines = [
                f"{inner}{_key(key, options)}: {_indented(held, inner, options)}"
                for key, held in node.items()
            ]
            return _block("{", lines, indent + "}") if lines else "{}"


def _aligned(node: _Node, column: int, options: JsonOptions) -> str:
    """Return the layout of 5.1: four blanks per level, nested values under their value."""
    blanks = " " * (column + 4)
    closing = " " * column
    match node:
        case _Raw():
            return node.text
        case list():
            lines = [blanks + _aligned(item, column + 4, options) for item in node]
            return _block("[", lines or [""], closing + "]")
        case _:
            return _block("{", _aligned_pairs(node, column, options) or [""], closing + "}")


def _aligned_pairs(node: Mapping[str, _Node], column: int, options: JsonOptions) -> list[str]:
    lines: list[str] = []
    for key, held in node.items():
        label = _key(key, options) + ":"
        value = _aligned(held, column + 4 + len(label) + 2, options)
        lines.append(f"{' ' * (column + 4)}{label}  {value}")
    return lines


def _block(opening: str, lines: list[str], closing: str) -> str:
    return NEWLINE.join([opening, f",{NEWLINE}".join(lines), closing])
