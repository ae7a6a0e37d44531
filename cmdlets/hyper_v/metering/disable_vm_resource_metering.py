"""Disable-VMResourceMetering."""

from collections.abc import Iterable

from cmdlets.context import Context
from cmdlets.hyper_v.metering.metering import MeteringCmdlet
from emulator.inventory.commands import DisableMetering


class DisableVMResourceMetering(
    MeteringCmdlet,
    name="Disable-VMResourceMetering",
    module="Hyper-V",
    class_name="Microsoft.HyperV.PowerShell.Commands.DisableVMResourceMetering",
    default_set="VMName",
):
    """Stop metering virtual machines and forget the figures.

    PS> Disable-VMResourceMetering web01
    """

    def process(self, ps: Context) -> Iterable[object]:
        """Change each machine's meter; a missing machine is an error record."""
        self.change_each(ps, lambda vm: DisableMetering(vm=vm))
        return ()
