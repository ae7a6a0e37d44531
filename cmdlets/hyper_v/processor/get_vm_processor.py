"""Get-VMProcessor."""

from collections.abc import Iterable

from cmdlets.context import Context
from cmdlets.hyper_v import parameters
from cmdlets.hyper_v.find import machines, reached
from cmdlets.hyper_v.processor.vm_processor import VMProcessor
from cmdlets.spec import Cmdlet


class GetVMProcessor(
    Cmdlet,
    name="Get-VMProcessor",
    module="Hyper-V",
    class_name="Microsoft.HyperV.PowerShell.Commands.GetVMProcessor",
    default_set="VMName",
    output=("Microsoft.HyperV.PowerShell.VMProcessor",),
):
    """Get the processor settings of virtual machines.

    PS> Get-VMProcessor web01
    """

    vm: list[object] | None = parameters.machine_objects("VMObject")
    vm_snapshot: object = parameters.snapshot_object("VMSnapshot")
    cim_session: list[object] | None = parameters.cim_session("VMName")
    computer_name: list[str] | None = parameters.computer_name("VMName")
    credential: list[object] | None = parameters.credential("VMName")
    vm_name: list[str] | None = parameters.machine_names("VMName")

    def process(self, ps: Context) -> Iterable[object]:
        """Return the settings of each machine; a missing one is an error record."""
        if not reached(ps, self.computer_name):
            return ()
        return (VMProcessor(ps.hyper_v, vm) for vm in machines(ps, self.vm_name, self.vm))
