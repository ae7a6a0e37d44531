"""Get-Date."""

from collections.abc import Iterable
from typing import Final

from cmdlets.context import Context
from cmdlets.spec import Cmdlet, at, param, switch
from cmdlets.utility.unix_format import UNIX_EPOCH_TICKS, unix_format
from emulator.objects.cultures import current_culture
from emulator.objects.date_formats import format_date
from emulator.objects.enums import EnumValue, numbered_enum
from emulator.objects.moments import (
    LOCAL,
    TICKS_PER_DAY,
    TICKS_PER_HOUR,
    TICKS_PER_MINUTE,
    TICKS_PER_MS,
    TICKS_PER_SECOND,
    UTC,
    DateTime,
)
from emulator.objects.psobject import PSObject
from emulator.powershell.binder.validators import in_range

DISPLAY_HINT: Final = numbered_enum(
    "Microsoft.PowerShell.Commands.DisplayHintType", "Date", "Time", "DateTime"
)
_FORMAT: Final = "DateAndFormat"
_UFORMAT: Final = "DateAndUFormat"
_UNIX_FORMAT: Final = "UnixTimeSecondsAndFormat"
_UNIX_UFORMAT: Final = "UnixTimeSecondsAndUFormat"
_DATE_SETS: Final = (_FORMAT, _UFORMAT)

NAMED_FORMATS: Final = {
    "filedate": "yyyyMMdd",
    "filedateuniversal": "yyyyMMddZ",
    "filedatetime": "yyyyMMddTHHmmssffff",
    "filedatetimeuniversal": "yyyyMMddTHHmmssffffZ",
}
"""Formats with a name of their own."""


def _part(what: str, least: int, most: int) -> int | None:
    found: int | None = param(
        "System.Int32", f"The {what} to put in.", validators=(in_range(least, most),)
    )
    return found


class GetDate(
    Cmdlet,
    name="Get-Date",
    module="Microsoft.PowerShell.Utility",
    class_name="Microsoft.PowerShell.Commands.GetDateCommand",
    default_set=_FORMAT,
    output=("System.String", "System.DateTime"),
):
    """Get the date and time of the emulated host, or another, as an object or a text.

    PS> Get-Date -Format 'yyyy-MM-dd HH:mm'
    """

    date: DateTime | None = param(
        "System.DateTime",
        "A date instead of now.",
        sets={one: at(0, by_value=True, by_property_name=True) for one in _DATE_SETS},
        aliases=("LastWriteTime",),
    )
    unix_time_seconds: int | None = param(
        "System.Int64",
        "Seconds since 1970-01-01T00:00:00Z instead of now.",
        sets={one: at(mandatory=True) for one in (_UNIX_FORMAT, _UNIX_UFORMAT)},
        aliases=("UnixTime",),
        core_only=True,
    )
    year: int | None = _part("year", 1, 9999)
    month: int | None = _part("month", 1, 12)
    day: int | None = _part("day", 1, 31)
    hour: int | None = _part("hour", 0, 23)
    minute: int | None = _part("minute", 0, 59)
    second: int | None = _part("second", 0, 59)
    millisecond: int | None = _part("millisecond", 0, 999)
    display_hint: EnumValue | None = param(DISPLAY_HINT, "Show only the date or the time.")
    u_format: str | None = param(
        "System.String",
        "How to write it, in the letters of Unix date.",
        sets={one: at(mandatory=True) for one in (_UFORMAT, _UNIX_UFORMAT)},
        name="UFormat",
    )
    format: str | None = param(
        "System.String",
        "How to write it, in .NET's letters.",
        sets={_FORMAT: at(), _UNIX_FORMAT: at()},
    )
    as_utc: bool = switch("In universal time.", name="AsUTC", core_only=True)

    def process(self, ps: Context) -> Iterable[object]:
        """Write the date."""
        moment = self._moment(ps)
        if self.as_utc:
            moment = DateTime(moment.ticks, UTC)
        if self.u_format is not None:
            return (unix_format(moment, self.u_format),)
        if self.format is not None:
            template = NAMED_FORMATS.get(self.format.lower(), self.format)
            return (format_date(moment, template, current_culture(core=ps.is_core)),)
        if self.display_hint is None:
            return (moment,)
        hinted = PSObject(moment)
        hinted.add_note("DisplayHint", self.display_hint)
        return (hinted,)

    def _moment(self, ps: Context) -> DateTime:
        if self.unix_time_seconds is not None:
            ticks = UNIX_EPOCH_TICKS + self.unix_time_seconds * TICKS_PER_SECOND
            return DateTime(ticks, LOCAL)
        moment = self.date
        if moment is None:
            moment = DateTime(ps.clock.utc_ticks(), LOCAL)
        # Years, months and days are added one after the other, as AddYears, AddMonths and AddDays
        # do: a day that the month does not have runs into the next one. Source: recalled
        if self.year is not None:
            moment = moment.plus_months(12 * (self.year - moment.day_number.year))
        if self.month is not None:
            moment = moment.plus_months(self.month - moment.day_number.month)
        if self.day is not None:
            moment = moment.plus((self.day - moment.day_number.day) * TICKS_PER_DAY)
        ticks = moment.ticks_of_day
        for wanted, size, modulus in (
            (self.hour, TICKS_PER_HOUR, 24),
            (self.minute, TICKS_PER_MINUTE, 60),
            (self.second, TICKS_PER_SECOND, 60),
        ):
            if wanted is not None:
                ticks += (wanted - ticks // size % modulus) * size
        if self.millisecond is not None:
            ticks += self.millisecond * TICKS_PER_MS - ticks % TICKS_PER_SECOND
        return moment.plus(ticks - moment.ticks_of_day)
