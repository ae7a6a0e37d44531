"""Dates as ISO 8601 text: how JSON and CLIXML write and read them."""

import re
from datetime import date
from typing import Final

from emulator.objects.date_formats import format_date
from emulator.objects.moments import (
    LOCAL,
    TICKS_PER_DAY,
    TICKS_PER_HOUR,
    TICKS_PER_MINUTE,
    TICKS_PER_SECOND,
    UNSPECIFIED,
    UTC,
    DateTime,
)

MOMENT: Final = re.compile(
    r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,7})\d*)?(Z|[+-]\d\d:\d\d)?\Z"
)

ZONES: Final = {UNSPECIFIED: "", UTC: "Z", LOCAL: "+00:00"}
"""What ends a moment; the emulated host's time zone is UTC. Source: conformance clixml-primitive-011"""


def iso_text(moment: DateTime) -> str:
    """Return `2024-03-05T14:07:09.12Z`: no fraction where it is zero."""
    fraction = f"{moment.ticks % TICKS_PER_SECOND:07}".rstrip("0")
    text = format_date(moment, "yyyy-MM-ddTHH:mm:ss")
    return f"{text}{'.' if fraction else ''}{fraction}{ZONES[moment.kind]}"


def parsed_iso(text: str) -> DateTime | None:
    """Return the moment of an ISO text, None where it is none; an offset gives local time."""
    found = MOMENT.match(text)
    if found is None:
        return None
    year, month, day, hour, minute, second, fraction, zone = found.groups(default="")
    try:
        days = date(int(year), int(month), int(day)).toordinal() - 1
    except ValueError:
        return None
    if int(hour) > 23 or int(minute) > 59 or int(second) > 59:
        return None
    ticks = (
        days * TICKS_PER_DAY
        + int(hour) * TICKS_PER_HOUR
        + int(minute) * TICKS_PER_MINUTE
        + int(second) * TICKS_PER_SECOND
        + int(fraction.ljust(7, "0"))
    )
    if not zone:
        return DateTime(ticks, UNSPECIFIED)
    if zone == "Z":
        return DateTime(ticks, UTC)
    offset = int(zone[1:3]) * TICKS_PER_HOUR + int(zone[4:6]) * TICKS_PER_MINUTE
    return DateTime(ticks - (offset if zone[0] == "+" else -offset), LOCAL)
