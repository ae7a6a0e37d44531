"""Enable-VMResourceMetering."""

from collections.abc import Iterable

from cmdlets.context import Context
from cmdlets.hyper_v.metering.metering import MeteringCmdlet
from emulator.inventory.commands import EnableMetering


class EnableVMResourceMetering(
    MeteringCmdlet,
    name="Enable-VMResourceMetering",
    module="Hyper-V",
    class_name="Microsoft.HyperV.PowerShell.Commands.EnableVMResourceMetering",
    default_set="VMName",
):
    """Begin to meter what virtual machines use.

    PS> Enable-VMResourceMetering web01
    """

    def process(self, ps: Context) -> Iterable[object]:
        """Change each machine's meter; a missing machine is an error record."""
        self.change_each(ps, lambda vm: EnableMetering(vm=vm))
        return ()
