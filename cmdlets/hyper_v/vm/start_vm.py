"""Start-VM."""

from collections.abc import Iterable

from cmdlets.context import Context
from cmdlets.hyper_v.vm.power import PowerCmdlet
from emulator.inventory.commands import StartVM as StartCommand


class StartVM(
    PowerCmdlet,
    name="Start-VM",
    module="Hyper-V",
    class_name="Microsoft.HyperV.PowerShell.Commands.StartVM",
    default_set="Name",
    supports_should_process=True,
    output=("Microsoft.HyperV.PowerShell.VirtualMachine",),
):
    """Start virtual machines, or go on from their saved state.

    A start needs the machine's startup memory at once. What is not free is taken back from running
    machines; if that is not enough, the machine stays off and the error says so.

    PS> Start-VM web01
    """

    def process(self, ps: Context) -> Iterable[object]:
        """Change each machine; a missing one is an error record, not the end."""
        return self.change_each(ps, "start", lambda vm: StartCommand(vm=vm))
