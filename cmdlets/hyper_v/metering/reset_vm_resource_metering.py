"""Reset-VMResourceMetering."""

from collections.abc import Iterable

from cmdlets.context import Context
from cmdlets.hyper_v.metering.metering import MeteringCmdlet
from emulator.inventory.commands import ResetMetering


class ResetVMResourceMetering(
    MeteringCmdlet,
    name="Reset-VMResourceMetering",
    module="Hyper-V",
    class_name="Microsoft.HyperV.PowerShell.Commands.ResetVMResourceMetering",
    default_set="VMName",
):
    """Begin a new metering window now.

    PS> Reset-VMResourceMetering web01
    """

    def process(self, ps: Context) -> Iterable[object]:
        """Change each machine's meter; a missing machine is an error record."""
        self.change_each(ps, lambda vm: ResetMetering(vm=vm))
        return ()
