"""DateTime.ParseExact: a moment read by a custom or standard format."""

import re
from collections.abc import Callable
from typing import Final

from emulator.objects.cultures import Culture
from emulator.objects.date_formats import pattern_of, pieces
from emulator.objects.exceptions import thrown
from emulator.objects.moments import (
    LOCAL,
    TICKS_PER_HOUR,
    TICKS_PER_MINUTE,
    TICKS_PER_SECOND,
    DateTime,
    days_in_month,
)

_FIELDS: Final[dict[str, Callable[[int], str]]] = {
    "y": lambda width: r"\d{2}" if width <= 2 else r"\d{4}",
    "M": lambda width: r"\d{2}" if width == 2 else r"\d{1,2}",
    "d": lambda width: r"\d{2}" if width == 2 else r"\d{1,2}",
    "H": lambda width: r"\d{2}" if width == 2 else r"\d{1,2}",
    "h": lambda width: r"\d{2}" if width == 2 else r"\d{1,2}",
    "m": lambda width: r"\d{2}" if width == 2 else r"\d{1,2}",
    "s": lambda width: r"\d{2}" if width == 2 else r"\d{1,2}",
    "f": lambda width: rf"\d{{{width}}}",
    "F": lambda width: rf"\d{{0,{width}}}",
    "t": lambda width: r"[AaPp][Mm]" if width > 1 else r"[AaPp]",
    "K": lambda _: r"(?:Z|[+-]\d{2}:\d{2})?",
    "z": lambda width: r"[+-]\d{2}:\d{2}" if width > 2 else r"[+-]\d{1,2}",
}


def parse_exact(text: str, formats: list[str], culture: Culture) -> DateTime:
    """Return the moment that `text` is in one of the formats, else .NET's FormatException."""
    for template in formats:
        custom = pattern_of(template, culture) if len(template) == 1 else template
        found = re.fullmatch(_pattern(custom, culture), text, re.IGNORECASE)
        if found is not None:
            return _moment(found.groupdict(), text, culture)
    raise thrown(
        "System.FormatException", f"String '{text}' was not recognized as a valid DateTime."
    )


def _pattern(template: str, culture: Culture) -> str:
    seen: set[str] = set()
    parts: list[str] = []
    for kind, run in pieces(template):
        if kind in {"", ":", "/"}:
            parts.append(re.escape(culture.date_separator if kind == "/" else run))
            continue
        inner = _field(kind, len(run), culture)
        name = f"{kind}n" if kind in "dM" and len(run) > 2 else kind
        parts.append(f"({inner})" if name in seen else f"(?P<{name}>{inner})")
        seen.add(name)
    return "".join(parts)


def _field(kind: str, width: int, culture: Culture) -> str:
    if kind == "M" and width > 2:
        names = culture.short_months if width == 3 else culture.months
        return "|".join(map(re.escape, names))
    if kind == "d" and width > 2:
        names = culture.short_days if width == 3 else culture.days
        return "|".join(map(re.escape, names))
    make = _FIELDS.get(kind)
    return r".*?" if make is None else make(width)


def _moment(parts: dict[str, str | None], text: str, culture: Culture) -> DateTime:
    year = _number(parts.get("y"), 1)
    if len(parts.get("y") or "") == 2:
        year += 2000 if year < 50 else 1900
    month = _month(parts, culture)
    hour = _number(parts.get("H") or parts.get("h"), 0)
    half = (parts.get("t") or "").lower()
    if parts.get("h") and half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    minute, second = _number(parts.get("m"), 0), _number(parts.get("s"), 0)
    fraction = int(((parts.get("f") or parts.get("F") or "0") + "0000000")[:7])
    ticks = hour * TICKS_PER_HOUR + minute * TICKS_PER_MINUTE + second * TICKS_PER_SECOND
    zone = parts.get("K") or parts.get("z") or ""
    kind, offset = _zone(zone)
    day = _number(parts.get("d"), 1)
    real = hour < 24 and minute < 60 and second < 60 and 1 <= month <= 12 and year >= 1
    if not real or not 1 <= day <= days_in_month(year, month):
        raise thrown(
            "System.FormatException",
            f"The DateTime represented by the string '{text}' is not supported in calendar "
            "'System.Globalization.GregorianCalendar'.",
        )
    made = DateTime.of(year, month, day, ticks + fraction, kind)
    return made.plus(-offset)


def _number(text: str | None, missing: int) -> int:
    return int(text) if text else missing


def _month(parts: dict[str, str | None], culture: Culture) -> int:
    name = (parts.get("Mn") or "").lower()
    if not name:
        return _number(parts.get("M"), 1)
    for at, (full, short) in enumerate(zip(culture.months, culture.short_months, strict=True)):
        if name in {full.lower(), short.lower()}:
            return at + 1
    return 1


def _zone(text: str) -> tuple[int, int]:
    if not text:
        return 0, 0
    if text.upper() == "Z":
        return LOCAL, 0
    hours, _, minutes = text[1:].partition(":")
    ticks = int(hours) * TICKS_PER_HOUR + int(minutes or 0) * TICKS_PER_MINUTE
    return LOCAL, -ticks if text[0] == "-" else ticks
