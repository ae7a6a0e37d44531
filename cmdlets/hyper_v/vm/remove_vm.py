"""Remove-VM."""

from collections.abc import Iterable

from cmdlets.context import Context
from cmdlets.hyper_v import parameters
from cmdlets.hyper_v.find import machines, reached
from cmdlets.hyper_v.vm.power import change_one
from cmdlets.spec import Cmdlet, switch
from emulator.inventory.commands import RemoveVM as RemoveCommand

SETS = ("Name", "VMObject")


class RemoveVM(
    Cmdlet,
    name="Remove-VM",
    module="Hyper-V",
    class_name="Microsoft.HyperV.PowerShell.Commands.RemoveVM",
    default_set="Name",
    supports_should_process=True,
    output=("Microsoft.HyperV.PowerShell.VirtualMachine",),
):
    """Remove virtual machines that are off or saved; their disks stay.

    PS> Remove-VM web01 -Force
    """

    vm: list[object] | None = parameters.machine_objects("VMObject")
    cim_session: list[object] | None = parameters.cim_session("Name")
    computer_name: list[str] | None = parameters.computer_name("Name")
    credential: list[object] | None = parameters.credential("Name")
    name: list[str] | None = parameters.names("Name")
    force: bool = switch("Do not ask.", sets=SETS)
    as_job: bool = parameters.as_job(*SETS)
    passthru: bool = parameters.passthru(*SETS)

    def process(self, ps: Context) -> Iterable[object]:
        """Remove each machine; a missing one is an error record, not the end."""
        if not reached(ps, self.computer_name):
            return
        for vm in machines(ps, self.name, self.vm):
            command = RemoveCommand(vm=vm.id)
            yield from change_one(
                ps, vm, "remove", command, passthru=self.passthru, ask=not self.force
            )
