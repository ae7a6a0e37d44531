"""Rename-VM."""

from collections.abc import Iterable

from cmdlets.context import Context
from cmdlets.hyper_v import parameters
from cmdlets.hyper_v.find import machines, reached
from cmdlets.hyper_v.vm.power import change_one
from cmdlets.spec import Cmdlet, at, param
from emulator.inventory.commands import ChangeVM
from emulator.powershell.binder.validators import not_null_or_empty

SETS = ("Name", "VMObject")


class RenameVM(
    Cmdlet,
    name="Rename-VM",
    module="Hyper-V",
    class_name="Microsoft.HyperV.PowerShell.Commands.RenameVM",
    default_set="Name",
    supports_should_process=True,
    output=("Microsoft.HyperV.PowerShell.VirtualMachine",),
):
    """Rename virtual machines; names need not be unique.

    PS> Rename-VM web01 -NewName web11
    """

    vm: list[object] | None = parameters.machine_objects("VMObject")
    cim_session: list[object] | None = parameters.cim_session("Name")
    computer_name: list[str] | None = parameters.computer_name("Name")
    credential: list[object] | None = parameters.credential("Name")
    name: list[str] | None = parameters.names("Name")
    new_name: str = param(
        "System.String",
        "The new name.",
        sets=dict.fromkeys(SETS, at(1, mandatory=True)),
        validators=(not_null_or_empty(),),
    )
    passthru: bool = parameters.passthru(*SETS)

    def process(self, ps: Context) -> Iterable[object]:
        """Rename each machine; a missing one is an error record, not the end."""
        if not reached(ps, self.computer_name):
            return
        for vm in machines(ps, self.name, self.vm):
            command = ChangeVM(vm=vm.id, name=self.new_name)
            yield from change_one(ps, vm, "rename", command, passthru=self.passthru)
