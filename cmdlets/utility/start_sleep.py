"""Start-Sleep."""

from collections.abc import Iterable
from decimal import ROUND_HALF_EVEN, Decimal

from cmdlets.context import Context
from cmdlets.spec import Cmdlet, at, param
from emulator.objects.moments import TICKS_PER_MS, TimeSpan
from emulator.powershell.binder.validators import in_range

_SECONDS = "Seconds"
_MILLISECONDS = "Milliseconds"
_DURATION = "FromTimeSpan"
LONGEST_SECONDS = 2147483


class StartSleep(
    Cmdlet,
    name="Start-Sleep",
    module="Microsoft.PowerShell.Utility",
    class_name="Microsoft.PowerShell.Commands.StartSleepCommand",
    default_set=_SECONDS,
    aliases=("sleep",),
):
    """Wait; on the emulator's clock, which may make it cost nothing.

    PS> Start-Sleep 300
    """

    # 5.1 declares Int32 and rounds what is given; one declaration serves both editions.
    seconds: float = param(
        "System.Double",
        "How many seconds.",
        sets={_SECONDS: at(0, mandatory=True, by_value=True, by_property_name=True)},
        validators=(in_range(0, LONGEST_SECONDS),),
        default=0.0,
    )
    milliseconds: int = param(
        "System.Int32",
        "How many milliseconds.",
        sets={_MILLISECONDS: at(mandatory=True, by_property_name=True)},
        aliases=("ms",),
        validators=(in_range(0, 2147483647),),
        default=0,
    )
    duration: TimeSpan | None = param(
        "System.TimeSpan",
        "How long.",
        sets={_DURATION: at(0, mandatory=True, by_value=True, by_property_name=True)},
        aliases=("ts",),
        core_only=True,
    )

    def process(self, ps: Context) -> Iterable[object]:
        """Let the time pass."""
        if ps.parameter_set == _MILLISECONDS:
            ps.sleep(self.milliseconds)
        elif self.duration is not None:
            ps.sleep(self.duration.ticks // TICKS_PER_MS)
        else:
            seconds = self.seconds if ps.is_core else rounded(self.seconds)
            ps.sleep(int(seconds * 1000))
        return ()


def rounded(value: float) -> int:
    """Return the nearest whole number, halves to the even one, as a conversion to Int32 does."""
    return int(Decimal(value).to_integral_value(ROUND_HALF_EVEN))
