"""ConvertFrom-Json: JSON text as values, as leniently and with the errors of the real parsers.

PowerShell 7 reads with Newtonsoft's reader (comments, single quotes, bare names and trailing
commas pass), 5.1 with JavaScriptSerializer. Source: conformance cmdlets/fromjson; the messages
that no case shows: assumed.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Final, NoReturn

from emulator.objects.collections import ORDERED_DICTIONARY, OrderedDictionary
from emulator.objects.errors import ClrError, ErrorCategory, NotEmulated
from emulator.objects.exceptions import exception
from emulator.objects.iso_dates import parsed_iso
from emulator.objects.json_writer import UNIX_EPOCH_TICKS
from emulator.objects.moments import LOCAL, MAX_DATE_TICKS, TICKS_PER_MS, UTC, DateTime
from emulator.objects.numbers import BigInteger, Int64
from emulator.objects.psobject import PSObject
from emulator.objects.types import PSType

MOST_NESTED: Final = 1024
"""-Depth of 7 unless given; 5.1 stops at 100 (JavaScriptSerializer.RecursionLimit)."""

DESKTOP_NESTED: Final = 100

MICROSOFT_DATE: Final = re.compile(r"/Date\((-?\d{1,18})(?:[+-]\d{4})?\)/\Z")
NUMBER: Final = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|[+-]?0[xX][0-9a-fA-F]+")
BARE_NAME: Final = re.compile(r"[\w$]+")
WORDS: Final[dict[str, object]] = {
    "true": True,
    "false": False,
    "null": None,
    "undefined": None,
    "NaN": float("nan"),
    "Infinity": float("inf"),
    "-Infinity": float("-inf"),
}
ESCAPES: Final = {
    "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", '"': '"', "\\": "\\", "/": "/", "'": "'",
}  # fmt: skip


class DateKind(Enum):
    """-DateKind of 7.5: what becomes of ISO dates; the host's local time is UTC."""

    DEFAULT = "Default"
    LOCAL = "Local"
    UTC = "Utc"
    OFFSET = "Offset"
    STRING = "String"


KINDS: Final = {DateKind.LOCAL: LOCAL, DateKind.UTC: UTC}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """How to read: `depth` containers at most; `as_hashtable` keeps keys of any case."""

    core: bool
    depth: int = MOST_NESTED
    as_hashtable: bool = False
    dates: DateKind = DateKind.DEFAULT


class OrderedHashtable(OrderedDictionary):
    """System.Management.Automation.OrderedHashtable: keys in order, case counts."""

    __slots__ = ()
    ps_type = PSType(
        name="System.Management.Automation.OrderedHashtable",
        base=ORDERED_DICTIONARY.base,
        interfaces=ORDERED_DICTIONARY.interfaces,
        properties=ORDERED_DICTIONARY.properties,
    )


_Container = PSObject | OrderedHashtable | list[object]

OPENED: Final = object()
"""What stands for the value of a container that has just begun."""


def from_json(text: str, options: ReadOptions) -> object:
    """Return the value of `text`; ClrError as the edition words it where it is no JSON."""
    return _Parser(text, options).document()


class _Parser:
    """One pass over the text."""

    def __init__(self, text: str, options: ReadOptions) -> None:
        self.text = text
        self.options = options
        self.at = 0
        self.path: list[str | int] = []
        self.open: list[_Container] = []
        self.limit = min(options.depth, MOST_NESTED) if options.core else DESKTOP_NESTED

    def document(self) -> object:
        """Return the one value of the text, None for an empty one."""
        self._skip()
        if self.at >= len(self.text):
            return None
        value = self._value()
        self._skip()
        if self.at < len(self.text):
            self._fail(
                "Additional text encountered after finished reading JSON content: "
                f"{self.text[self.at]}."
            )
        return value

    def _value(self) -> object:
        """Return the value that begins here; containers are kept open on a stack of our own."""
        value = self._begin()
        while self.open:
            container = self.open[-1]
            if value is not OPENED:
                self._add(container, value)
            value = self._next(container)
        return value

    def _begin(self) -> object:
        """Return a scalar, or OPENED where a container began."""
        self._skip()
        letter = self.text[self.at : self.at + 1]
        if letter in {"{", "["}:
            self.at += 1
            if len(self.open) >= self.limit:
                self._fail(f"The reader's MaxDepth of {self.limit} has been exceeded.")
            self.open.append(self._object() if letter == "{" else [])
            self.path.append("" if letter == "{" else 0)
            return OPENED
        if letter in {'"', "'"} and letter:
            return self._text_value(self._string())
        return self._word_or_number(letter)

    def _next(self, container: _Container) -> object:
        """Return the next value of `container`, or itself where it ends here."""
        closing = "]" if isinstance(container, list) else "}"
        self._skip()
        if self._take(closing):
            self.open.pop()
            self.path.pop()
            return container
        if not isinstance(container, list):
            self.path[-1] = self._name()
        return self._begin()

    def _add(self, container: _Container, value: object) -> None:
        """Put `value` into `container` and read what separates it from the next."""
        closing = "]"
        if isinstance(container, list):
            container.append(value)
            self.path[-1] = len(container)
        else:
            closing = "}"
            self._set(container, str(self.path[-1]), value)
        self._skip()
        if not self._take(","):
            if self.text[self.at : self.at + 1] != closing:
                self._after_value(closing)
        elif not self.options.core:
            self._refuse_trailing_comma(closing)

    def _refuse_trailing_comma(self, closing: str) -> None:
        self._skip()
        if self.text[self.at : self.at + 1] == closing:
            what = "array" if closing == "]" else "object"
            self._fail(f"Invalid {what} passed in, extra trailing ','.", with_text=True)

    def _object(self) -> PSObject | OrderedHashtable:
        return OrderedHashtable(case_sensitive=True) if self.options.as_hashtable else PSObject()

    def _word_or_number(self, letter: str) -> object:
        for word, value in WORDS.items():
            if self.text.startswith(word, self.at):
                self.at += len(word)
                return value
        number = NUMBER.match(self.text, self.at)
        if number is not None and letter:
            self.at = number.end()
            return self._number(number[0])
        if not letter:
            self._fail("Unexpected end when reading JSON.")
        if not self.options.core:
            word_match = BARE_NAME.match(self.text, self.at)
            self._fail(f"Invalid JSON primitive: {word_match[0] if word_match else ''}.")
        return self._fail(f"Unexpected character encountered while parsing value: {letter}.")

    def _number(self, text: str) -> object:
        if "x" in text.lower():
            return Int64(int(text, 16))
        if not {".", "e", "E"} & set(text):
            return self._integer(int(text))
        if not self.options.core and not {"e", "E"} & set(text):
            return Decimal(text)
        return float(text)

    def _integer(self, value: int) -> object:
        if self.options.core:
            return Int64(value) if -(1 << 63) <= value < 1 << 63 else BigInteger(value)
        if -(1 << 31) <= value < 1 << 31:
            return value
        return Int64(value) if -(1 << 63) <= value < 1 << 63 else Decimal(value)

    def _text_value(self, text: str) -> object:
        dates = self.options.dates
        if dates is DateKind.STRING:
            return text
        moment = self._moment(text)
        if moment is None:
            return text
        if dates is DateKind.OFFSET:
            raise NotEmulated("-DateKind Offset of ConvertFrom-Json")
        return moment if dates is DateKind.DEFAULT else DateTime(moment.ticks, KINDS[dates])

    def _moment(self, text: str) -> DateTime | None:
        found = MICROSOFT_DATE.match(text)
        if found is None:
            return parsed_iso(text) if self.options.core else None
        ticks = UNIX_EPOCH_TICKS + int(found[1]) * TICKS_PER_MS
        return DateTime(ticks, UTC) if 0 <= ticks <= MAX_DATE_TICKS else None

    def _name(self) -> str:
        letter = self.text[self.at : self.at + 1]
        if letter in {'"', "'"} and letter:
            name = self._string()
        else:
            bare = BARE_NAME.match(self.text, self.at)
            if bare is None:
                if not self.options.core:
                    self._fail("Invalid object passed in, member name expected.", with_text=True)
                if not letter:
                    self._fail("Unexpected end when deserializing object.")
                self._fail(f"Invalid property identifier character: {letter}.")
            name = bare[0]
            self.at = bare.end()
            if self.at >= len(self.text):
                self._fail("Unexpected end while parsing unquoted property name.")
        self._skip()
        if not self._take(":"):
            here = self.text[self.at : self.at + 1]
            if not here:
                self._fail("Unexpected end when deserializing object.")
            if not self.options.core:
                self._fail("Invalid object passed in, ':' or '}' expected.", with_text=True)
            self._fail(
                f"Invalid character after parsing property name. Expected ':' but got: {here}."
            )
        return name

    def _set(self, made: PSObject | OrderedHashtable, name: str, value: object) -> None:
        if isinstance(made, OrderedHashtable):
            made[name] = value
            return
        if not name:
            _refuse(
                "EmptyKeyInJsonString",
                "The provided JSON includes a property whose name is an empty string, this is only"
                " supported using the -AsHashTable switch.",
            )
        known = made.members.get(name.lower())
        if known is not None and known.name != name:
            _refuse_case(known.name, name, core=self.options.core)
        made.add_note(name, value)

    def _after_value(self, closing: str) -> NoReturn:
        letter = self.text[self.at : self.at + 1]
        if not self.options.core:
            wanted = "Invalid object passed in, ':' or '}' expected."
            if closing == "]":
                wanted = "Invalid array passed in, ',' expected."
            self._fail(wanted, with_text=True)
        if not letter:
            self._fail("Unexpected end when deserializing object.")
        self._fail(f"After parsing a value an unexpected character was encountered: {letter}.")

    def _string(self) -> str:
        quote = self.text[self.at]
        self.at += 1
        parts: list[str] = []
        while True:
            end = self.at
            while end < len(self.text) and self.text[end] not in {quote, "\\"}:
                end += 1
            parts.append(self.text[self.at : end])
            self.at = end + 1
            if end >= len(self.text):
                self.at = end
                if not self.options.core:
                    self._fail("Unterminated string passed in.", with_text=True)
                self._fail(f"Unterminated string. Expected delimiter: {quote}.")
            if self.text[end] == quote:
                return _joined(parts)
            parts.append(self._escape())

    def _escape(self) -> str:
        letter = self.text[self.at : self.at + 1]
        self.at += 1
        if letter == "u":
            digits = self.text[self.at : self.at + 4]
            if re.fullmatch(r"[0-9a-fA-F]{4}", digits) is None:
                self._fail("Unexpected end while parsing Unicode escape sequence.")
            self.at += 4
            return chr(int(digits, 16))
        if letter not in ESCAPES:
            self._fail(f"Bad JSON escape sequence: \\{letter}.")
        return ESCAPES[letter]

    def _skip(self) -> None:
        while self.at < len(self.text):
            if self.text[self.at].isspace():
                self.at += 1
            elif self.options.core and self.text.startswith("//", self.at):
                end = self.text.find("\n", self.at)
                self.at = len(self.text) if end < 0 else end + 1
            elif self.options.core and self.text.startswith("/*", self.at):
                end = self.text.find("*/", self.at)
                if end < 0:
                    self._fail("Unexpected end while parsing comment.")
                self.at = end + 2
            else:
                return

    def _take(self, letter: str) -> bool:
        if self.text.startswith(letter, self.at):
            self.at += 1
            return True
        return False

    def _fail(self, message: str, *, with_text: bool = False) -> NoReturn:
        if self.options.core:
            line, position = self._place()
            where = f" Path '{self._path()}', line {line}, position {position}."
            message = f"Conversion from JSON failed with error: {message}{where}"
        elif with_text:
            message = f"{message} ({self.at}): {self.text}"
        raise ClrError(exception("System.ArgumentException", message))

    def _place(self) -> tuple[int, int]:
        if self.at == 0:
            return 0, 0
        start = self.text.rfind("\n", 0, self.at) + 1
        return self.text.count("\n", 0, self.at) + 1, self.at - start

    def _path(self) -> str:
        written = ""
        for part in self.path:
            if isinstance(part, int):
                written += f"[{part}]"
            elif part:
                written += f".{part}" if written else part
        return written


def _joined(parts: list[str]) -> str:
    text = "".join(parts)
    if text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def _refuse(error_id: str, message: str) -> NoReturn:
    raise ClrError(
        exception("System.InvalidOperationException", message),
        error_id=error_id,
        category=ErrorCategory.InvalidOperation,
    )


def _refuse_case(known: str, name: str, *, core: bool) -> NoReturn:
    if core:
        _refuse(
            "KeysWithDifferentCasingInJsonString",
            "Cannot convert the JSON string because it contains keys with different casing. Please"
            f" use the -AsHashTable switch instead. The key that was attempted to be added to the"
            f" existing key '{known}' was '{name}'.",
        )
    _refuse(
        "DuplicateKeysInJsonString",
        "Cannot convert the JSON string because a dictionary that was converted from the string"
        f" contains the duplicated keys '{known}' and '{name}'.",
    )
