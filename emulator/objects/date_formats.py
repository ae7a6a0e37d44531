"""How .NET writes moments and lengths of time: standard and custom format strings."""

from collections.abc import Callable
from typing import Final

from emulator.objects.cultures import INVARIANT, Culture
from emulator.objects.exceptions import fail, thrown
from emulator.objects.moments import (
    LOCAL,
    TICKS_PER_DAY,
    TICKS_PER_HOUR,
    TICKS_PER_MINUTE,
    TICKS_PER_SECOND,
    UTC,
    DateTime,
    TimeSpan,
    day_of_week,
)

_BAD_FORMAT: Final = "Input string was not in a correct format."
_RFC: Final = "ddd, dd MMM yyyy HH:mm:ss 'GMT'"

# Standard formats that are the same in every culture.
_FIXED: Final[dict[str, str]] = {
    "o": "yyyy-MM-ddTHH:mm:ss.fffffffK",
    "O": "yyyy-MM-ddTHH:mm:ss.fffffffK",
    "r": _RFC,
    "R": _RFC,
    "s": "yyyy-MM-ddTHH:mm:ss",
    "u": "yyyy-MM-dd HH:mm:ss'Z'",
}
# Standard formats made of the culture's patterns.
_CULTURAL: Final[dict[str, Callable[[Culture], str]]] = {
    "d": lambda it: it.short_date,
    "D": lambda it: it.long_date,
    "t": lambda it: it.short_time,
    "T": lambda it: it.long_time,
    "f": lambda it: f"{it.long_date} {it.short_time}",
    "F": lambda it: f"{it.long_date} {it.long_time}",
    "U": lambda it: f"{it.long_date} {it.long_time}",
    "g": lambda it: f"{it.short_date} {it.short_time}",
    "G": lambda it: f"{it.short_date} {it.long_time}",
    "M": lambda it: it.month_day,
    "m": lambda it: it.month_day,
    "Y": lambda it: it.year_month,
    "y": lambda it: it.year_month,
}


def pattern_of(template: str, culture: Culture) -> str:
    """Return the custom pattern that a standard format of one letter stands for."""
    if template in _FIXED:
        return _FIXED[template]
    if template in _CULTURAL:
        return _CULTURAL[template](culture)
    raise thrown("System.FormatException", _BAD_FORMAT)


def format_date(moment: DateTime, template: str, culture: Culture = INVARIANT) -> str:
    """Return `moment` in the standard or custom format `template`; empty means G."""
    if not template:
        template = "G"
    if len(template) == 1:
        if template in _FIXED:
            culture = INVARIANT
        template = pattern_of(template, culture)
    elif template[0] == "%" and len(template) == 2:
        template = template[1]
    return "".join(_date_piece(moment, kind, text, culture) for kind, text in pieces(template))


def pieces(template: str) -> list[tuple[str, str]]:
    """Split a custom format: (letter, run of it) for fields, ("", text) for literals."""
    found: list[tuple[str, str]] = []
    at = 0
    while at < len(template):
        letter = template[at]
        if letter in "dfFghHKmMstyz":
            end = at
            while end < len(template) and template[end] == letter:
                end += 1
            found.append((letter, template[at:end]))
            at = end
        elif letter in "'\"":
            end = template.find(letter, at + 1)
            if end < 0:
                fail("System.FormatException", _BAD_FORMAT)
            found.append(("", template[at + 1 : end]))
            at = end + 1
        elif letter == "\\":
            if at + 1 >= len(template):
                fail("System.FormatException", _BAD_FORMAT)
            found.append(("", template[at + 1]))
            at += 2
        elif letter in "/:":
            found.append((letter, letter))
            at += 1
        else:
            found.append(("", "" if letter == "%" else letter))
            at += 1
    return found


def _date_piece(moment: DateTime, kind: str, text: str, culture: Culture) -> str:
    if not kind:
        return text
    if kind == ":":
        return ":"
    if kind == "/":
        return culture.date_separator
    return _DATE_FIELDS[kind](moment, len(text), culture)


def _padded(value: int, width: int) -> str:
    return str(value).zfill(min(width, 2))


def _day(moment: DateTime, width: int, culture: Culture) -> str:
    if width == 3:
        return culture.short_days[day_of_week(moment)]
    if width > 3:
        return culture.days[day_of_week(moment)]
    return _padded(moment.day_number.day, width)


def _month(moment: DateTime, width: int, culture: Culture) -> str:
    month = moment.day_number.month
    if width == 3:
        return culture.short_months[month - 1]
    if width > 3:
        return culture.months[month - 1]
    return _padded(month, width)


def _year(moment: DateTime, width: int, _: Culture) -> str:
    year = moment.day_number.year
    return _padded(year % 100, width) if width <= 2 else str(year).zfill(width)


def _hour(moment: DateTime) -> int:
    return moment.ticks_of_day // TICKS_PER_HOUR


def _fraction(ticks: int, width: int) -> str:
    if width > 7:
        fail("System.FormatException", _BAD_FORMAT)
    return f"{ticks % TICKS_PER_SECOND:07}"[:width]


def _offset(moment: DateTime, width: int, _: Culture) -> str:
    del moment
    return ("+0", "+00", "+00:00")[min(width, 3) - 1]


def _kind_suffix(moment: DateTime, _width: int, _culture: Culture) -> str:
    return {UTC: "Z", LOCAL: "+00:00"}.get(moment.kind, "")


def _designator(moment: DateTime, width: int, culture: Culture) -> str:
    text = culture.am if _hour(moment) < 12 else culture.pm
    return text[:1] if width == 1 else text


_DATE_FIELDS: Final[dict[str, Callable[[DateTime, int, Culture], str]]] = {
    "d": _day,
    "M": _month,
    "y": _year,
    "f": lambda it, width, _: _fraction(it.ticks, width),
    "F": lambda it, width, _: _fraction(it.ticks, width).rstrip("0"),
    "g": lambda _it, _width, _: "A.D.",
    "h": lambda it, width, _: _padded(_hour(it) % 12 or 12, width),
    "H": lambda it, width, _: _padded(_hour(it), width),
    "K": _kind_suffix,
    "m": lambda it, width, _: _padded(it.ticks_of_day // TICKS_PER_MINUTE % 60, width),
    "s": lambda it, width, _: _padded(it.ticks_of_day // TICKS_PER_SECOND % 60, width),
    "t": _designator,
    "z": _offset,
}


def format_span(span: TimeSpan, template: str, culture: Culture = INVARIANT) -> str:
    """Return `span` in the format c, g, G or a custom one; empty means c."""
    if template in {"", "c", "t", "T"}:
        return span.to_text()
    if template in {"g", "G"}:
        return _general_span(span, culture, long=template == "G")
    if len(template) == 1:
        fail("System.FormatException", _BAD_FORMAT)
    return "".join(_span_piece(span, kind, text) for kind, text in _span_pieces(template))


def _general_span(span: TimeSpan, culture: Culture, *, long: bool) -> str:
    ticks = abs(span.ticks)
    days, rest = divmod(ticks, TICKS_PER_DAY)
    seconds, fraction = divmod(rest, TICKS_PER_SECOND)
    hours = f"{seconds // 3600:02}" if long else str(seconds // 3600)
    text = f"{hours}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    if days or long:
        text = f"{days}:{text}"
    if long:
        text += f"{culture.decimal_separator}{fraction:07}"
    elif fraction:
        text += culture.decimal_separator + f"{fraction:07}".rstrip("0")
    return f"-{text}" if span.ticks < 0 else text


def _span_pieces(template: str) -> list[tuple[str, str]]:
    body = template[1:] if template[0] == "%" else template
    found = pieces(body)
    # A TimeSpan's custom format knows no unquoted literal but the ones escaped.
    if any(kind and kind not in "dhmsfF" for kind, _ in found):
        fail("System.FormatException", _BAD_FORMAT)
    return found


def _span_piece(span: TimeSpan, kind: str, text: str) -> str:
    if not kind:
        return text
    ticks = abs(span.ticks)
    width = len(text)
    match kind:
        case "d":
            return str(ticks // TICKS_PER_DAY).zfill(width)
        case "h":
            return _padded(ticks // TICKS_PER_HOUR % 24, width)
        case "m":
            return _padded(ticks // TICKS_PER_MINUTE % 60, width)
        case "s":
            return _padded(ticks // TICKS_PER_SECOND % 60, width)
        case "f":
            return _fraction(ticks, width)
        case _:
            return _fraction(ticks, width).rstrip("0")
