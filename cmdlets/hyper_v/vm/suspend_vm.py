"""Suspend-VM."""

from collections.abc import Iterable

from cmdlets.context import Context
from cmdlets.hyper_v.vm.power import PowerCmdlet
from emulator.inventory.commands import PauseVM


class SuspendVM(
    PowerCmdlet,
    name="Suspend-VM",
    module="Hyper-V",
    class_name="Microsoft.HyperV.PowerShell.Commands.SuspendVM",
    default_set="Name",
    supports_should_process=True,
    output=("Microsoft.HyperV.PowerShell.VirtualMachine",),
):
    """Pause virtual machines: their guests stand still and keep their memory.

    PS> Suspend-VM web01
    """

    def process(self, ps: Context) -> Iterable[object]:
        """Change each machine; a missing one is an error record, not the end."""
        return self.change_each(ps, "suspend", lambda vm: PauseVM(vm=vm))
