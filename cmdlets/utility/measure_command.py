"""Measure-Command."""

from collections.abc import Iterable

from cmdlets.context import Context
from cmdlets.spec import Cmdlet, at, param
from emulator.objects.moments import TimeSpan
from emulator.objects.psobject import AUTOMATION_NULL


class MeasureCommand(
    Cmdlet,
    name="Measure-Command",
    module="Microsoft.PowerShell.Utility",
    class_name="Microsoft.PowerShell.Commands.MeasureCommandCommand",
    output=("System.TimeSpan",),
):
    """Say how long a script block takes, in the virtual time of the host.

    PS> Measure-Command { Start-VM web01 }
    """

    input_object: object = param(
        "System.Management.Automation.PSObject",
        "Objects that the block sees as $_.",
        sets=at(by_value=True),
        default=AUTOMATION_NULL,
    )
    expression: object = param(
        "System.Management.Automation.ScriptBlock",
        "What to measure.",
        sets=at(0, mandatory=True),
    )

    def begin(self, ps: Context) -> Iterable[object]:
        """Begin with no time."""
        self._ticks = 0
        return ()

    def process(self, ps: Context) -> Iterable[object]:
        """Run the block and drop what it writes."""
        before = ps.clock.utc_ticks()
        if self.input_object is AUTOMATION_NULL:
            ps.session.invoke_block(self.expression)
        else:
            ps.session.invoke_with_item(self.expression, self.input_object)
        self._ticks += ps.clock.utc_ticks() - before
        return ()

    def end(self, ps: Context) -> Iterable[object]:
        """Write the time."""
        return (TimeSpan(self._ticks),)
