"""Get-Date."""

from collections.abc import Iterable
from typing import Any, Final

from cmdlets.context import Context
from cmdlets.spec import Cmdlet, at, param
from cmdlets.utility.formatting.edition import is_core
from emulator.objects.cultures import current_culture
from emulator.objects.date_formats import format_date
from emulator.objects.enums import EnumValue
from emulator.objects.moments import (
    LOCAL,
    TICKS_PER_DAY,
    TICKS_PER_HOUR,
    TICKS_PER_MINUTE,
    TICKS_PER_MS,
    TICKS_PER_SECOND,
    DateTime,
)
from emulator.powershell.binder.validators import in_range

SETS: Final = ("net", "UFormat")


def _part(description: str, least: int, most: int, *aliases: str) -> Any:
    return param(
        "System.Int32",
        description,
        sets=SETS,
        aliases=aliases,
        validators=(in_range(least, most),),
    )


class GetDate(
    Cmdlet,
    name="Get-Date",
    module="Microsoft.PowerShell.Utility",
    class_name="Microsoft.PowerShell.Commands.GetDateCommand",
    default_set="net",
    output=("System.String", "System.DateTime"),
):
    """Get the date and time of the host: the virtual clock's.

    Parts that are given replace those of the date.

    PS> Get-Date

    PS> Get-Date -Format 'yyyy-MM-dd HH:mm'
    """

    date: DateTime | None = param(
        "System.DateTime",
        "The date to start from instead of now.",
        sets=dict.fromkeys(SETS, at(0, by_value=True, by_property_name=True)),
        aliases=("LastWriteTime",),
    )
    year: int | None = _part("The year.", 1, 9999)
    month: int | None = _part("The month.", 1, 12)
    day: int | None = _part("The day of the month.", 1, 31)
    hour: int | None = _part("The hour.", 0, 23)
    minute: int | None = _part("The minute.", 0, 59)
    second: int | None = _part("The second.", 0, 59)
    millisecond: int | None = _part("The millisecond.", 0, 999)
    display_hint: EnumValue | None = param(
        "System.Object",
        "Which parts the host shows.",
        sets=SETS,
        not_emulated=True,
    )
    u_format: str | None = param(
        "System.String",
        "A Unix format.",
        name="UFormat",
        sets={"UFormat": at(mandatory=True)},
        not_emulated=True,
    )
    format: str | None = param("System.String", "A .NET format; the result is text.", sets=("net",))

    def process(self, ps: Context) -> Iterable[object]:
        """Return the moment, or its text."""
        moment = self._moment(ps)
        if self.format is None:
            return (moment,)
        culture = current_culture(core=is_core(ps))
        return (format_date(moment, self.format, culture),)

    def _moment(self, ps: Context) -> DateTime:
        base = DateTime(ps.clock.utc_ticks(), LOCAL) if self.date is None else self.date
        day = base.day_number
        year, month = self.year or day.year, self.month or day.month
        wanted = self.day or day.day
        # A day that the month does not have runs into the next month. Source: recalled
        first = DateTime.of(year, month, 1, 0, base.kind)
        return first.plus((wanted - 1) * TICKS_PER_DAY + self._ticks_of_day(base))

    def _ticks_of_day(self, base: DateTime) -> int:
        """Return the time of day of `base` with the parts that are given; the rest stays."""
        ticks = base.ticks_of_day
        for given, size, modulus in (
            (self.hour, TICKS_PER_HOUR, 24),
            (self.minute, TICKS_PER_MINUTE, 60),
            (self.second, TICKS_PER_SECOND, 60),
            (self.millisecond, TICKS_PER_MS, 1000),
        ):
            if given is not None:
                ticks += (given - ticks // size % modulus) * size
        return ticks
