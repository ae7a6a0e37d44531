"""How text becomes a moment or a length of time."""

import re
from functools import lru_cache
from typing import Final, NoReturn

from emulator.objects.cultures import INVARIANT, Culture
from emulator.objects.exceptions import fail
from emulator.objects.moments import (
    LOCAL,
    TICKS_PER_DAY,
    TICKS_PER_HOUR,
    TICKS_PER_MINUTE,
    TICKS_PER_SECOND,
    UNSPECIFIED,
    UTC,
    DateTime,
    TimeSpan,
)

_LENGTH_LIMIT: Final = 200  # no date is that long; keeps the patterns below cheap

_MONTH: Final = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_DAYS: Final = "sun|mon|tue|wed|thu|fri|sat"
_CLOCK: Final = re.compile(
    r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,](?P<fraction>\d{1,9}))?)?"
    r"(?:\s*(?P<half>[ap]m?)\b)?|(?P<hour12>\d{1,2})\s*(?P<half12>[ap]m)\b",
    re.IGNORECASE,
)
_ZONE: Final = re.compile(
    r"(?P<utc>z|gmt|utc)|(?P<sign>[+-])(?P<hours>\d{1,2}):?(?P<minutes>\d{2})?", re.IGNORECASE
)
_NAMED_DAY: Final = re.compile(rf"\b(?:{_DAYS})[a-z]*,?\s*", re.IGNORECASE)


@lru_cache(maxsize=1)
def _dates() -> tuple["re.Pattern[str]", ...]:
    """Return the forms of a date; compiled when the first date is read."""
    return tuple(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?",
            r"(?P<first>\d{1,2})[-/.](?P<second>\d{1,2})(?:[-/.](?P<year>\d{4}|\d{2}))?",
            rf"(?P<day>\d{{1,2}})[\s-]*(?P<name>{_MONTH})[a-z]*\.?(?:[,\s-]+(?P<year>\d{{4}}|\d{{2}}))?",
            rf"(?P<name>{_MONTH})[a-z]*\.?\s+(?P<day>\d{{1,2}})(?!\d)(?:\s*,?\s*(?P<year>\d{{4}}))?",
            rf"(?P<name>{_MONTH})[a-z]*\.?[,\s]+(?P<year>\d{{4}})",
        )
    )


def parse_date(
    text: str,
    culture: Culture = INVARIANT,
    *,
    today: DateTime | None = None,
    keep_utc: bool = False,
) -> DateTime:
    """Return DateTime.Parse(text): ISO 8601 and the usual American and long forms.

    A text with a zone gives local time (the host's zone is UTC), or UTC under `keep_utc`
    (RoundtripKind). A time alone means `today`, or the first day of the calendar without it.
    """
    cleaned = text.strip()
    if len(cleaned) > _LENGTH_LIMIT or not cleaned:
        _refuse(text)
    word = re.match(r"[^\W\d_]+", cleaned)
    if word and not re.match(rf"(?:{_MONTH}|{_DAYS})", cleaned, re.IGNORECASE):
        fail(
            "System.FormatException",
            f"The string '{text}' was not recognized as a valid DateTime. "
            "There is an unknown word starting at index '0'.",
        )
    rest = _NAMED_DAY.sub("", cleaned, count=1)
    day, rest = _read_day(rest, culture, today)
    ticks, rest, had_time = _read_clock(rest)
    if day is None and not had_time:
        _refuse(text)
    offset, kind, rest = _read_zone(rest, keep_utc=keep_utc)
    if rest.strip(" tT,"):
        _refuse(text)
    year, month, number = day or _today(today)
    try:
        moment = DateTime.of(year, month, number, 0, kind)
    except ValueError:
        _refuse(text)
    return moment.plus(ticks - offset)


def _refuse(text: str) -> NoReturn:
    fail("System.FormatException", f"String '{text}' was not recognized as a valid DateTime.")


def _today(today: DateTime | None) -> tuple[int, int, int]:
    if today is None:
        return 1, 1, 1
    here = today.day_number
    return here.year, here.month, here.day


def _read_day(
    text: str, culture: Culture, today: DateTime | None
) -> tuple[tuple[int, int, int] | None, str]:
    for pattern in _dates():
        found = pattern.match(text)
        if found is None:
            continue
        parts = found.groupdict()
        year = _year(parts.get("year"), today)
        if parts.get("name"):
            month = _MONTH.split("|").index(parts["name"].lower()[:3]) + 1
            return (year, month, int(parts.get("day") or 1)), text[found.end() :]
        if "first" in parts:
            first, second = int(parts["first"]), int(parts["second"])
            month, day = (second, first) if culture.day_first else (first, second)
            return (year, month, day), text[found.end() :]
        return (year, int(parts["month"]), int(parts.get("day") or 1)), text[found.end() :]
    return None, text


def _year(text: str | None, today: DateTime | None) -> int:
    if text is None:
        return _today(today)[0]
    if len(text) == 2:
        return int(text) + (2000 if int(text) < 50 else 1900)
    return int(text)


def _read_clock(text: str) -> tuple[int, str, bool]:
    body = text.lstrip(" tT,")
    found = _CLOCK.match(body)
    if found is None:
        return 0, text, False
    hour = int(found["hour"] or found["hour12"])
    half = (found["half"] or found["half12"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    minute, second = int(found["minute"] or 0), int(found["second"] or 0)
    if hour > 23 or minute > 59 or second > 59:
        return 0, text, False
    fraction = int((found["fraction"] or "0").ljust(7, "0")[:7])
    ticks = hour * TICKS_PER_HOUR + minute * TICKS_PER_MINUTE + second * TICKS_PER_SECOND
    return ticks + fraction, body[found.end() :], True


def _read_zone(text: str, *, keep_utc: bool) -> tuple[int, int, str]:
    body = text.strip()
    found = _ZONE.match(body)
    if found is None:
        return 0, UNSPECIFIED, text
    offset = 0
    if found["sign"]:
        offset = (
            int(found["hours"]) * TICKS_PER_HOUR + int(found["minutes"] or 0) * TICKS_PER_MINUTE
        )
        offset = -offset if found["sign"] == "-" else offset
    return offset, UTC if keep_utc else LOCAL, body[found.end() :]


_SPAN: Final = re.compile(
    r"(?P<sign>-?)(?:(?P<days>\d+)|(?:(?P<d>\d+)[.:](?=\d+:\d+:))?(?P<h>\d+):(?P<m>\d+)"
    r"(?::(?P<s>\d+)(?:\.(?P<f>\d{1,7}))?)?|(?P<d2>\d+)\.(?P<h2>\d+):(?P<m2>\d+))"
)


def parse_span(text: str) -> TimeSpan:
    """Return TimeSpan.Parse(text): [-][d.]hh:mm[:ss[.fffffff]] or whole days."""
    cleaned = text.strip()
    found = _SPAN.fullmatch(cleaned) if len(cleaned) <= _LENGTH_LIMIT else None
    if found is None:
        fail("System.FormatException", f"String '{text}' was not recognized as a valid TimeSpan.")
    if found["days"] is not None:
        days, hours, minutes, seconds = int(found["days"]), 0, 0, 0
    else:
        days = int(found["d"] or found["d2"] or 0)
        hours, minutes = int(found["h"] or found["h2"]), int(found["m"] or found["m2"])
        seconds = int(found["s"] or 0)
        if found["s"] is not None and hours > 23 and not found["d"]:
            # Three parts with a first one that is no hour mean days, hours and minutes.
            # Source: conformance dotnet-date-timespan-006
            days, hours, minutes, seconds = hours, minutes, seconds, 0
    if hours > 23 or minutes > 59 or seconds > 59 or days > 10675199:
        fail(
            "System.OverflowException",
            f"The TimeSpan string '{text}' could not be parsed because at least one of the "
            "numeric components is out of range or contains too many digits.",
        )
    ticks = days * TICKS_PER_DAY + hours * TICKS_PER_HOUR
    ticks += minutes * TICKS_PER_MINUTE + seconds * TICKS_PER_SECOND
    ticks += int((found["f"] or "0").ljust(7, "0"))
    return TimeSpan(-ticks if found["sign"] else ticks)
