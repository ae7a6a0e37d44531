"""Get-Date -UFormat: the letters of Unix date.

Source: conformance cmdlets-date-002 (PowerShell 7); 5.1 differs in %V, %G, %u and %s (unknown).
"""

from collections.abc import Callable
from typing import Final

from emulator.objects.cultures import INVARIANT
from emulator.objects.date_formats import format_date
from emulator.objects.moments import TICKS_PER_SECOND, DateTime, day_of_week

UNIX_EPOCH_TICKS: Final = 621_355_968_000_000_000


def _net(template: str) -> Callable[[DateTime], str]:
    return lambda moment: format_date(moment, template, INVARIANT)


def _hour(moment: DateTime) -> int:
    return moment.ticks_of_day // (3600 * TICKS_PER_SECOND)


def _week(moment: DateTime) -> str:
    """Return the number of whole weeks of the year, as Get-Date counts them for %U and %W."""
    return str(moment.day_number.timetuple().tm_yday // 7)


_LETTERS: Final[dict[str, Callable[[DateTime], str]]] = {
    "A": _net("dddd"),
    "a": _net("ddd"),
    "B": _net("MMMM"),
    "b": _net("MMM"),
    "h": _net("MMM"),
    "C": lambda it: str(it.day_number.year // 100),
    "c": _net("ddd dd MMM yyyy HH:mm:ss"),
    "D": _net("MM/dd/yy"),
    "d": _net("dd"),
    "e": lambda it: f"{it.day_number.day:2}",
    "F": _net("yyyy-MM-dd"),
    "G": lambda it: str(it.day_number.isocalendar()[0]),
    "g": lambda it: f"{it.day_number.isocalendar()[0] % 100:02}",
    "H": _net("HH"),
    "I": _net("hh"),
    "j": lambda it: f"{it.day_number.timetuple().tm_yday:03}",
    "k": lambda it: f"{_hour(it):2}",
    "l": lambda it: f"{(_hour(it) + 11) % 12 + 1:2}",
    "M": _net("mm"),
    "m": _net("MM"),
    "n": lambda _: "\n",
    "p": lambda it: "AM" if _hour(it) < 12 else "PM",
    "R": _net("HH:mm"),
    "r": _net("hh:mm:ss tt"),
    "S": _net("ss"),
    "s": lambda it: str((it.ticks - UNIX_EPOCH_TICKS) // TICKS_PER_SECOND),
    "T": _net("HH:mm:ss"),
    "t": lambda _: "\t",
    "U": _week,
    "u": lambda it: str(day_of_week(it) or 7),
    "V": lambda it: f"{it.day_number.isocalendar()[1]:02}",
    "W": _week,
    "w": lambda it: str(day_of_week(it)),
    "X": _net("HH:mm:ss"),
    "x": _net("MM/dd/yy"),
    "Y": _net("yyyy"),
    "y": _net("yy"),
    "Z": lambda _: "+00",
}


def unix_format(moment: DateTime, template: str) -> str:
    """Return `moment` written by a template of % letters; unknown letters stand for themselves."""
    written: list[str] = []
    at = 1 if template.startswith("+") else 0
    while at < len(template):
        sign = template[at]
        at += 1
        if sign == "%" and at < len(template):
            letter = template[at]
            at += 1
            make = _LETTERS.get(letter)
            written.append(letter if make is None else make(moment))
        else:
            written.append(sign)
    return "".join(written)
