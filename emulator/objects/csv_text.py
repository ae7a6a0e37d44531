"""CSV both ways: the lines of ConvertTo-Csv and the objects of ConvertFrom-Csv.

Source: conformance cmdlets/tocsv and cmdlets/fromcsv.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from emulator.objects import members
from emulator.objects.collections import Hashtable
from emulator.objects.cultures import Culture
from emulator.objects.enumeration import enumerate_value
from emulator.objects.errors import ClrError, PowerShellError
from emulator.objects.exceptions import exception
from emulator.objects.psobject import PSObject
from emulator.objects.text import plain_text, to_string
from emulator.objects.typing_of import type_names

TYPE_MARK: Final = "#TYPE "
CSV_PREFIX: Final = "CSV:"


class Quotes(Enum):
    """-UseQuotes of 7: which fields stand in quotes."""

    ALWAYS = "Always"
    AS_NEEDED = "AsNeeded"
    NEVER = "Never"


@dataclass(frozen=True, slots=True, kw_only=True)
class CsvOptions:
    """How to write; `quote_fields` None means "as `quotes` say", else the fields in quotes."""

    culture: Culture
    core: bool
    delimiter: str = ","
    quotes: Quotes = Quotes.ALWAYS
    quote_fields: frozenset[str] | None = None


def column_names(value: object, *, core: bool) -> list[str]:
    """Return the columns that the first object gives; a dictionary's keys in 7."""
    base = value.base if isinstance(value, PSObject) else value
    if core and isinstance(base, Hashtable):
        return [to_string(key) for key in base.keys()]  # noqa: SIM118 - no Python dict
    return members.property_names(value)


def type_line(value: object) -> str:
    """Return the line that names the type of the first object."""
    return TYPE_MARK + type_names(value)[0].removeprefix(CSV_PREFIX)


def header_line(columns: Sequence[str], options: CsvOptions) -> str:
    """Return the line of column names."""
    return options.delimiter.join(_field(name, name, options) for name in columns)


def data_line(value: object, columns: Sequence[str], options: CsvOptions) -> str:
    """Return the line of one object; what it does not have is empty."""
    return options.delimiter.join(
        "" if text is None else _field(name, text, options)
        for name, text in ((name, _text(value, name, options.culture)) for name in columns)
    )


def _text(value: object, name: str, culture: Culture) -> str | None:
    try:
        found = members.get_property(value, name)
    except (ClrError, PowerShellError):
        return None
    if found is members.MISSING or found is None:
        return None
    if isinstance(found, PSObject) and found.base is None:
        return to_string(found)
    base = found.base if isinstance(found, PSObject) else found
    if isinstance(base, float) and enumerate_value(base) is None:
        return to_string(base)
    return plain_text(found, culture)


def _field(name: str, text: str, options: CsvOptions) -> str:
    return f'"{text.replace(chr(34), chr(34) * 2)}"' if _quoted(name, text, options) else text


def _quoted(name: str, text: str, options: CsvOptions) -> bool:
    if options.quote_fields is not None:
        return name.lower() in options.quote_fields
    match options.quotes:
        case Quotes.ALWAYS:
            return True
        case Quotes.NEVER:
            return False
        case Quotes.AS_NEEDED:
            return any(mark in text for mark in (options.delimiter, '"', "\n", "\r"))


def records(text: str, delimiter: str) -> Iterator[list[str | None]]:
    """Yield the records of `text`; an empty last field is None, blank lines are left out."""
    at = 0
    while at < len(text):
        record, at = _record(text, at, delimiter)
        if record:
            yield record


def _record(text: str, at: int, delimiter: str) -> tuple[list[str | None], int]:
    fields: list[str | None] = []
    while True:
        field, at, was_quoted = _next_field(text, at, delimiter)
        ends = at >= len(text) or text[at] in "\r\n"
        if ends and not field and not was_quoted:
            if fields:
                fields.append(None)
        else:
            fields.append(field)
        if ends:
            return fields, _after_line_end(text, at)
        at += 1


def _next_field(text: str, at: int, delimiter: str) -> tuple[str, int, bool]:
    while at < len(text) and text[at] in " \t" and text[at] != delimiter:
        at += 1
    if text[at : at + 1] != '"':
        end = at
        while end < len(text) and text[end] not in f"{delimiter}\r\n":
            end += 1
        return text[at:end], end, False
    parts: list[str] = []
    at += 1
    while at < len(text):
        end = text.find('"', at)
        if end < 0:
            return "".join([*parts, text[at:]]), len(text), True
        parts.append(text[at:end])
        at = end + 1
        if text[at : at + 1] != '"':
            break
        parts.append('"')
        at += 1
    while at < len(text) and text[at] not in f"{delimiter}\r\n":
        at += 1
    return "".join(parts), at, True


def _after_line_end(text: str, at: int) -> int:
    return at + 2 if text.startswith("\r\n", at) else at + 1


class CsvReader:
    """Reads strings of CSV; the first record is the header unless one is given."""

    def __init__(self, delimiter: str, header: Sequence[str] | None = None) -> None:
        """Read fields between `delimiter`s."""
        self.delimiter = delimiter
        self.header: list[str] | None = None if header is None else list(header)
        self.type_name: str | None = None
        self.has_missing_names = False

    def objects(self, text: str) -> Iterator[PSObject]:
        """Yield the objects of one string."""
        for record in records(self._without_comments(text), self.delimiter):
            if self.header is None:
                self.header = self._names(record)
            else:
                yield self._object(record)

    def _without_comments(self, text: str) -> str:
        """Take lines with # off the beginning, as long as there is no header."""
        while self.header is None and text.startswith("#"):
            line, _, text = text.partition("\n")
            if line.startswith(TYPE_MARK):
                self.type_name = line.removeprefix(TYPE_MARK).rstrip("\r")
        return text

    def _names(self, record: list[str | None]) -> list[str]:
        names: list[str] = []
        for number, name in enumerate(record):
            if name in names:
                raise _already_present(name or "")
            self.has_missing_names |= not name
            names.append(name or f"H{number}")
        return names

    def _object(self, record: list[str | None]) -> PSObject:
        assert self.header is not None, "objects come after the header"
        made = PSObject()
        if self.type_name:
            made.type_names = [self.type_name, CSV_PREFIX + self.type_name]
        for number, name in enumerate(self.header):
            made.add_note(name, record[number] if number < len(record) else None)
        return made


def _already_present(name: str) -> ClrError:
    return ClrError(
        exception(
            "System.Management.Automation.ExtendedTypeSystemException",
            f'The member "{name}" is already present.',
        ),
        error_id="AlreadyPresentPSMemberInfoInternalCollectionAdd",
    )
