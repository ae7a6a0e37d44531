"""New-TimeSpan."""

from collections.abc import Iterable
from typing import Final

from cmdlets.context import Context
from cmdlets.spec import Cmdlet, at, param
from emulator.objects.moments import (
    LOCAL,
    TICKS_PER_DAY,
    TICKS_PER_HOUR,
    TICKS_PER_MINUTE,
    TICKS_PER_MS,
    TICKS_PER_SECOND,
    DateTime,
    TimeSpan,
)

_DATE: Final = "Date"
_TIME: Final = "Time"
_INT: Final = "System.Int32"


class NewTimeSpan(
    Cmdlet,
    name="New-TimeSpan",
    module="Microsoft.PowerShell.Utility",
    class_name="Microsoft.PowerShell.Commands.NewTimeSpanCommand",
    default_set=_DATE,
    output=("System.TimeSpan",),
):
    """Make a span of time from its parts, or from two dates.

    PS> New-TimeSpan -Minutes 5
    """

    start: DateTime | None = param(
        "System.DateTime",
        "When it begins; now, if not given.",
        sets={_DATE: at(0, by_value=True, by_property_name=True)},
        aliases=("LastWriteTime",),
    )
    end_: DateTime | None = param(
        "System.DateTime",
        "When it ends; now, if not given.",
        sets={_DATE: at(1, by_property_name=True)},
        name="End",
    )
    days: int = param(_INT, "Days.", sets=(_TIME,), default=0)
    hours: int = param(_INT, "Hours.", sets=(_TIME,), default=0)
    minutes: int = param(_INT, "Minutes.", sets=(_TIME,), default=0)
    seconds: int = param(_INT, "Seconds.", sets=(_TIME,), default=0)
    milliseconds: int = param(_INT, "Milliseconds.", sets=(_TIME,), default=0, core_only=True)

    def process(self, ps: Context) -> Iterable[object]:
        """Write the span."""
        if ps.parameter_set == _TIME:
            ticks = (
                self.days * TICKS_PER_DAY
                + self.hours * TICKS_PER_HOUR
                + self.minutes * TICKS_PER_MINUTE
                + self.seconds * TICKS_PER_SECOND
                + self.milliseconds * TICKS_PER_MS
            )
            return (TimeSpan(ticks),)
        now = DateTime(ps.clock.utc_ticks(), LOCAL)
        return (TimeSpan((self.end_ or now).ticks - (self.start or now).ticks),)
