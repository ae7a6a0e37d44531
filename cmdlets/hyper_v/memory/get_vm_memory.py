"""Get-VMMemory."""

from collections.abc import Iterable

from cmdlets.context import Context
from cmdlets.hyper_v import parameters
from cmdlets.hyper_v.find import machines, reached
from cmdlets.hyper_v.memory.vm_memory import VMMemory
from cmdlets.spec import Cmdlet


class GetVMMemory(
    Cmdlet,
    name="Get-VMMemory",
    module="Hyper-V",
    class_name="Microsoft.HyperV.PowerShell.Commands.GetVMMemory",
    default_set="VMName",
    output=("Microsoft.HyperV.PowerShell.VMMemory",),
):
    """Get the memory settings of virtual machines.

    PS> Get-VMMemory web01
    """

    vm_snapshot: object = parameters.snapshot_object("VMSnapshot")
    vm: list[object] | None = parameters.machine_objects("VMObject")
    cim_session: list[object] | None = parameters.cim_session("VMName")
    computer_name: list[str] | None = parameters.computer_name("VMName")
    credential: list[object] | None = parameters.credential("VMName")
    vm_name: list[str] | None = parameters.machine_names("VMName")

    def process(self, ps: Context) -> Iterable[object]:
        """Return the settings of each machine; a missing one is an error record."""
        if not reached(ps, self.computer_name):
            return ()
        return (VMMemory(ps.hyper_v, vm) for vm in machines(ps, self.vm_name, self.vm))
