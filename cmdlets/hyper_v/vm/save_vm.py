"""Save-VM."""

from collections.abc import Iterable

from cmdlets.context import Context
from cmdlets.hyper_v.vm.power import PowerCmdlet
from emulator.inventory.commands import SaveVM as SaveCommand


class SaveVM(
    PowerCmdlet,
    name="Save-VM",
    module="Hyper-V",
    class_name="Microsoft.HyperV.PowerShell.Commands.SaveVM",
    default_set="Name",
    supports_should_process=True,
    output=("Microsoft.HyperV.PowerShell.VirtualMachine",),
):
    """Save virtual machines: their state goes to disk, their memory back to the host.

    PS> Save-VM web01
    """

    def process(self, ps: Context) -> Iterable[object]:
        """Change each machine; a missing one is an error record, not the end."""
        return self.change_each(ps, "save", lambda vm: SaveCommand(vm=vm))
