"""Start-Sleep."""

from collections.abc import Iterable
from typing import Final

from cmdlets.context import Context
from cmdlets.spec import Cmdlet, at, param
from emulator.powershell.binder.validators import in_range

MS_PER_SECOND: Final = 1000
SECONDS_MOST: Final = 2147483


class StartSleep(
    Cmdlet,
    name="Start-Sleep",
    module="Microsoft.PowerShell.Utility",
    class_name="Microsoft.PowerShell.Commands.StartSleepCommand",
    default_set="Seconds",
    aliases=("sleep",),
):
    """Let time pass: the virtual time of the host, in which its memory moves.

    PS> Start-Sleep -Seconds 120
    """

    seconds: float | None = param(
        "System.Double",
        "Seconds to sleep.",
        sets={"Seconds": at(0, mandatory=True, by_value=True, by_property_name=True)},
        validators=(in_range(0, SECONDS_MOST),),
    )
    milliseconds: int | None = param(
        "System.Int32",
        "Milliseconds to sleep.",
        sets={"Milliseconds": at(mandatory=True, by_property_name=True)},
        aliases=("ms",),
        validators=(in_range(0, 2147483647),),
    )

    def process(self, ps: Context) -> Iterable[object]:
        """Sleep; a stop of the script ends it."""
        if self.milliseconds is not None:
            ps.sleep(int(self.milliseconds))
        elif self.seconds is not None:
            # Floor: Start-Sleep 0.0004 sleeps not at all.
            ps.sleep(int(self.seconds * MS_PER_SECOND))
        return ()
