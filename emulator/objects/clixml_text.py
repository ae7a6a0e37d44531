"""How CLIXML writes and reads primitive values: escapes, numbers, dates, durations.

Source: conformance clixml/primitive and clixml/string; MS-PSRP section 2.2.5.1.
"""

import base64
import re
from decimal import Decimal
from math import isinf
from typing import Final

from emulator.objects.collections import TypedArray
from emulator.objects.exceptions import fail
from emulator.objects.identifiers import Guid, Version
from emulator.objects.iso_dates import iso_text, parsed_iso
from emulator.objects.moments import (
    TICKS_PER_DAY,
    TICKS_PER_HOUR,
    TICKS_PER_MINUTE,
    TICKS_PER_SECOND,
    DateTime,
    TimeSpan,
)
from emulator.objects.number_formats import decimal_text, shortest_text
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
from emulator.objects.text import to_string
from emulator.objects.uris import Uri

ESCAPED: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\U00010000-\U0010ffff]|_(?=[xX])")
UNWRITABLE: Final = re.compile(r"[\ufffe\uffff]")
ESCAPE: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")

INTEGER_TAGS: Final[dict[type, str]] = {
    int: "I32",
    Int64: "I64",
    UInt64: "U64",
    UInt32: "U32",
    Int16: "I16",
    UInt16: "U16",
    Byte: "By",
    SByte: "SB",
}

WHOLE_DOUBLE_DIGITS: Final = {True: 17, False: 15}
"""Whole doubles with fewer digits are written without exponent, by edition (Core, Desktop)."""


def encoded(text: str) -> str:
    """Return `text` with control characters, surrogates and `_x` as _xHHHH_."""
    bad = UNWRITABLE.search(text)
    if bad is not None:
        fail(
            "System.ArgumentException",
            f"'{bad[0]}', hexadecimal value 0x{ord(bad[0]):04X}, is an invalid character.",
        )
    return ESCAPED.sub(lambda found: _escapes(found[0]), text)


def _escapes(character: str) -> str:
    data = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"_x{data[at : at + 2].hex().upper()}_" for at in range(0, len(data), 2))


def decoded(text: str) -> str:
    """Return `text` with its _xHHHH_ resolved; pairs of surrogates become one character."""
    if "_x" not in text:
        return text
    plain = ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
    return plain.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def xml_text(text: str) -> str:
    """Return `text` as XML content."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def xml_attribute(text: str) -> str:
    """Return `text` as the content of an XML attribute in double quotes."""
    return xml_text(text).replace('"', "&quot;")


def primitive(value: object, *, core: bool) -> tuple[str, str] | None:
    """Return the element name and its content (not yet XML-escaped), None for an object.

    The content of strings is encoded already.
    """
    match value:
        case bool():
            return "B", "true" if value else "false"
        case Char():
            return "C", str(ord(value))
        case str():
            return "S", encoded(value)
        case int():
            tag = INTEGER_TAGS.get(type(value))
            return None if tag is None else (tag, int.__repr__(value))
        case float() | Decimal():
            return _real(value, core=core)
        case _:
            return _primitive_object(value)


def _primitive_object(value: object) -> tuple[str, str] | None:
    match value:
        case DateTime():
            return "DT", iso_text(value)
        case TimeSpan():
            return "TS", duration(value)
        case Guid():
            return "G", to_string(value)
        case Version():
            return "Version", to_string(value)
        case Uri():
            return "URI", encoded(to_string(value))
        case TypedArray() if value.element.name == "System.Byte":
            return "BA", base64.b64encode(bytes(_bytes(value))).decode()
        case _:
            return None


def _bytes(value: TypedArray) -> list[int]:
    return [item for item in value if isinstance(item, int)]


def _real(value: float | Decimal, *, core: bool) -> tuple[str, str]:
    if isinstance(value, Decimal):
        return "D", decimal_text(value)
    single = isinstance(value, Single)
    tag = "Sg" if single else "Db"
    if isinf(value):
        return tag, "INF" if value > 0 else "-INF"
    digits = (9 if core else 7) if single else WHOLE_DOUBLE_DIGITS[core]
    if value.is_integer() and 1 <= abs(value) < 10**digits:
        return tag, str(int(value))
    return tag, shortest_text(value, single=single)


def duration(span: TimeSpan) -> str:
    """Return a TimeSpan as an ISO 8601 duration: P1DT2H3M4.5S."""
    days, rest = divmod(abs(span.ticks), TICKS_PER_DAY)
    hours, rest = divmod(rest, TICKS_PER_HOUR)
    minutes, rest = divmod(rest, TICKS_PER_MINUTE)
    seconds, fraction = divmod(rest, TICKS_PER_SECOND)
    clock = f"{hours}H" if hours else ""
    clock += f"{minutes}M" if minutes else ""
    if seconds or fraction:
        clock += f"{seconds}" + (f".{fraction:07}".rstrip("0") if fraction else "") + "S"
    if not clock and not days:
        clock = "0S"
    sign = "-" if span.ticks < 0 else ""
    return f"{sign}P{f'{days}D' if days else ''}{f'T{clock}' if clock else ''}"


DURATION: Final = re.compile(
    r"(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d{1,7})\d*)?S)?)?\Z"
)


def parsed_duration(text: str) -> TimeSpan:
    """Return the TimeSpan of an ISO 8601 duration."""
    found = DURATION.match(text)
    if found is None:
        raise ValueError(text)
    sign, days, hours, minutes, seconds, fraction = found.groups(default="")
    ticks = (
        int(days or 0) * TICKS_PER_DAY
        + int(hours or 0) * TICKS_PER_HOUR
        + int(minutes or 0) * TICKS_PER_MINUTE
        + int(seconds or 0) * TICKS_PER_SECOND
        + int(fraction.ljust(7, "0") or 0)
    )
    return TimeSpan(-ticks if sign else ticks)


def parsed_moment(text: str) -> DateTime:
    """Return the DateTime of an ISO 8601 moment."""
    found = parsed_iso(text)
    if found is None:
        raise ValueError(text)
    return found


def parsed_real(text: str) -> float:
    """Return a double from XML's words for it."""
    return float({"INF": "inf", "-INF": "-inf"}.get(text, text))
