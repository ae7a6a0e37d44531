"""Resume-VM."""

from collections.abc import Iterable

from cmdlets.context import Context
from cmdlets.hyper_v.vm.power import PowerCmdlet
from emulator.inventory.commands import ResumeVM as ResumeCommand


class ResumeVM(
    PowerCmdlet,
    name="Resume-VM",
    module="Hyper-V",
    class_name="Microsoft.HyperV.PowerShell.Commands.ResumeVM",
    default_set="Name",
    supports_should_process=True,
    output=("Microsoft.HyperV.PowerShell.VirtualMachine",),
):
    """Let paused virtual machines go on.

    PS> Resume-VM web01
    """

    def process(self, ps: Context) -> Iterable[object]:
        """Change each machine; a missing one is an error record, not the end."""
        return self.change_each(ps, "resume", lambda vm: ResumeCommand(vm=vm))
