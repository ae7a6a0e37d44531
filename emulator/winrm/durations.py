"""Durations of XML Schema (`PT20S`, `P0DT0H2M30.5S`) as whole milliseconds and back."""

import re
from typing import Final

_DURATION: Final = re.compile(
    r"P(?:(?P<days>\d{1,6})D)?"
    r"(?:T(?:(?P<hours>\d{1,8})H)?(?:(?P<minutes>\d{1,10})M)?"
    r"(?:(?P<seconds>\d{1,12})(?:\.(?P<fraction>\d{1,9}))?S)?)?",
    re.ASCII,
)
"""Years and months are left out: no client sends them and their length depends on the date."""


def duration_ms(text: str) -> int | None:
    """Return the length of `text` in milliseconds (floor), None if it is no duration."""
    found = _DURATION.fullmatch(text.strip())
    if found is None or not any(found.groups()):
        return None
    days, hours, minutes, seconds = (
        int(found[unit] or 0) for unit in ("days", "hours", "minutes", "seconds")
    )
    fraction_ms = int((found["fraction"] or "0").ljust(3, "0")[:3])
    return (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000 + fraction_ms


def duration_text(length_ms: int) -> str:
    """Return `length_ms` as Windows writes it in a shell: `PT7200.000S`."""
    return f"PT{length_ms // 1000}.{length_ms % 1000:03}S"


def long_duration_text(length_ms: int) -> str:
    """Return `length_ms` as Windows writes run times: `P0DT2H0M5S` (whole seconds, floor)."""
    minutes, seconds = divmod(length_ms // 1000, 60)
    hours, minutes = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    return f"P{days}DT{hours}H{minutes}M{seconds}S"
