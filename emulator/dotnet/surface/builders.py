"""System.Text.StringBuilder."""

from typing import Final

from emulator.dotnet.overloads import Call
from emulator.dotnet.signatures import Surface, overloads, table
from emulator.objects.basic_types import OBJECT
from emulator.objects.exceptions import fail, fail_argument
from emulator.objects.numbers import Char
from emulator.objects.text import format_composite, plain_text, to_string
from emulator.objects.types import ClrObject, Property, PSType

_NEW_LINE: Final = "\r\n"  # the emulated host is a Windows host
_LENGTH_LIMIT: Final = 256 * 1024 * 1024  # characters
_RANGE: Final = "System.ArgumentOutOfRangeException"


class StringBuilder(ClrObject):
    """A text that grows: pieces are joined when somebody reads them."""

    __slots__ = ("_pieces", "_size")

    def __init__(self, text: str = "") -> None:
        """Begin with `text`."""
        self._pieces = [text]
        self._size = len(text)

    def append(self, text: str) -> "StringBuilder":
        """Add `text` at the end."""
        self._size += len(text)
        if self._size > _LENGTH_LIMIT:
            fail("System.OutOfMemoryException", "Insufficient memory to continue.")
        self._pieces.append(text)
        return self

    def text(self) -> str:
        """Return the whole text."""
        if len(self._pieces) > 1:
            self._pieces = ["".join(self._pieces)]
        return self._pieces[0]

    def replace_all(self, text: str) -> "StringBuilder":
        """Replace the whole text."""
        self._pieces = [text]
        self._size = len(text)
        return self

    def __len__(self) -> int:
        return self._size

    def __bool__(self) -> bool:
        return True

    def to_text(self) -> str:
        """Return the whole text."""
        return self.text()

    def ps_index(self, key: object) -> object:
        """Return the character at a position."""
        at = int(key) if isinstance(key, int) else 0
        if not 0 <= at < self._size:
            fail("System.IndexOutOfRangeException", "Index was outside the bounds of the array.")
        return Char(self.text()[at])

    def ps_set_index(self, key: object, value: object) -> None:
        """Replace the character at a position."""
        at = int(key) if isinstance(key, int) else 0
        text = self.text()
        self.replace_all(text[:at] + str(value) + text[at + 1 :])


def _set_length(it: StringBuilder, value: object) -> None:
    assert isinstance(value, int)
    it.replace_all(it.text()[:value].ljust(value, "\0"))


def _capacity(it: StringBuilder) -> int:
    size = 16
    while size < len(it):
        size *= 2
    return size


def _ignore(it: StringBuilder, value: object) -> None:
    del it, value


STRING_BUILDER: Final = PSType(
    name="System.Text.StringBuilder",
    base=OBJECT,
    python=StringBuilder,
    cast=lambda value, _: StringBuilder(to_string(value)),
    properties=(
        Property(name="Capacity", type_name="System.Int32", get=_capacity, set=_ignore),
        Property(name="MaxCapacity", type_name="System.Int32", get=lambda _: 2147483647),
        Property(name="Length", type_name="System.Int32", get=len, set=_set_length),
    ),
)
StringBuilder.ps_type = STRING_BUILDER


def _append(call: Call, it: StringBuilder, value: object) -> StringBuilder:
    if isinstance(value, list):
        return it.append("".join(map(str, value)))
    return it.append(plain_text(value, call.culture))


def _append_repeated(it: StringBuilder, letter: str, count: int) -> StringBuilder:
    if count < 0 or count > _LENGTH_LIMIT:
        fail_argument(_RANGE, "Non-negative number required.", "repeatCount")
    return it.append(letter * count)


def _append_format(
    call: Call, it: StringBuilder, template: str, arguments: list[object]
) -> StringBuilder:
    return it.append(format_composite(template, arguments, call.culture))


def _insert(call: Call, it: StringBuilder, at: int, value: object) -> StringBuilder:
    if not 0 <= at <= len(it):
        fail_argument(_RANGE, "Index was out of range.", "index")
    text = it.text()
    return it.replace_all(text[:at] + plain_text(value, call.culture) + text[at:])


def _remove(it: StringBuilder, start: int, count: int) -> StringBuilder:
    if start < 0 or count < 0 or start + count > len(it):
        fail_argument(
            _RANGE, "Index was out of range. Must be non-negative and less than the size.", "length"
        )
    text = it.text()
    return it.replace_all(text[:start] + text[start + count :])


_SELF: Final = "System.Text.StringBuilder"

BUILDER_SURFACE: Final = Surface(
    type=STRING_BUILDER,
    methods=table(
        (f"{_SELF} Append(char value, int repeatCount)", _append_repeated),
        (f"{_SELF} Append(char[] value)", _append, True),
        (f"{_SELF} Append(string value)", _append, True),
        (f"{_SELF} Append(bool value)", _append, True),
        (f"{_SELF} Append(char value)", _append, True),
        (f"{_SELF} Append(int value)", _append, True),
        (f"{_SELF} Append(long value)", _append, True),
        (f"{_SELF} Append(double value)", _append, True),
        (f"{_SELF} Append(System.Object value)", _append, True),
        (f"{_SELF} AppendFormat(string format, Params System.Object[] args)", _append_format, True),
        (f"{_SELF} AppendLine()", lambda it: it.append(_NEW_LINE)),
        (f"{_SELF} AppendLine(string value)", lambda it, text: it.append((text or "") + _NEW_LINE)),
        (f"{_SELF} Clear()", lambda it: it.replace_all("")),
        (f"{_SELF} Insert(int index, string value)", _insert, True),
        (f"{_SELF} Insert(int index, System.Object value)", _insert, True),
        (f"{_SELF} Remove(int startIndex, int length)", _remove),
        (f"{_SELF} Replace(string oldValue, string newValue)",
         lambda it, old, new: it.replace_all(it.text().replace(old, new or ""))),
        ("string ToString()", StringBuilder.text),
        ("string ToString(int startIndex, int length)",
         lambda it, start, length: it.text()[start : start + length]),
        ("char Chars(int index)", StringBuilder.ps_index),
    ),
    constructors=overloads(
        (f"{_SELF} new()", StringBuilder),
        (f"{_SELF} new(int capacity)", lambda _: StringBuilder()),
        (f"{_SELF} new(string value)", lambda text: StringBuilder(text or "")),
        (f"{_SELF} new(string value, int capacity)", lambda text, _: StringBuilder(text or "")),
    ),
)  # fmt: skip

SURFACES: Final = (BUILDER_SURFACE,)
