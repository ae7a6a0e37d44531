"""Get-VM."""

from collections.abc import Iterable, Iterator

from cmdlets.context import Context
from cmdlets.hyper_v import parameters, refusals
from cmdlets.hyper_v.find import named, reached, write_refusal
from cmdlets.hyper_v.vm.virtual_machine import VirtualMachine
from cmdlets.spec import Cmdlet, at, param
from emulator.inventory.vm import VM, VMId
from emulator.objects.identifiers import Guid
from emulator.powershell.binder.validators import not_null, not_null_or_empty, ps_type_name


class GetVM(
    Cmdlet,
    name="Get-VM",
    module="Hyper-V",
    class_name="Microsoft.HyperV.PowerShell.Commands.GetVM",
    default_set="Name",
    output=("Microsoft.HyperV.PowerShell.VirtualMachine",),
):
    """Get the virtual machines of a host.

    The objects are live: a property read later is the figure of that moment.

    PS> Get-VM

    PS> Get-VM web*
    """

    cluster_object: object = param(
        "System.Management.Automation.PSObject",
        "A cluster resource or group.",
        sets={"ClusterObject": at(0, mandatory=True, by_value=True)},
        validators=(
            not_null_or_empty(),
            ps_type_name("Microsoft.FailoverClusters.PowerShell.ClusterObject"),
        ),
        not_emulated=True,
    )
    name: list[str] | None = parameters.names("Name", mandatory=False)
    cim_session: list[object] | None = parameters.cim_session("Name", "Id")
    computer_name: list[str] | None = parameters.computer_name("Name", "Id")
    credential: list[object] | None = parameters.credential("Name", "Id")
    id: Guid | None = param(
        "System.Nullable[System.Guid]",
        "The id of one machine.",
        sets={"Id": at(0, by_value=True, by_property_name=True)},
        validators=(not_null(),),
    )

    def process(self, ps: Context) -> Iterable[object]:
        """Return the machines meant; without a name or an id, all of them."""
        if not reached(ps, self.computer_name):
            return ()
        return (VirtualMachine(ps.hyper_v, vm) for vm in self._meant(ps))

    def _meant(self, ps: Context) -> Iterator[VM]:
        if self.id is not None:
            yield from self._with_id(ps, self.id)
        elif self.name is not None:
            for name in self.name:
                yield from named(ps, name, getting=True)
        else:
            yield from ps.host.observe().inventory.vms.values()

    def _with_id(self, ps: Context, wanted: Guid) -> Iterator[VM]:
        found = ps.host.observe().inventory.vms.get(VMId(wanted.to_text()))
        if found is None:
            write_refusal(ps, refusals.vm_id_not_found(wanted.to_text()), wanted)
        else:
            yield found
