"""What Enable-, Disable- and Reset-VMResourceMetering share."""

from collections.abc import Callable

from cmdlets.context import Context
from cmdlets.hyper_v import parameters
from cmdlets.hyper_v.change import carry_out
from cmdlets.hyper_v.find import machines, reached
from cmdlets.spec import Cmdlet, at, param
from emulator.inventory.commands import VMCommand
from emulator.inventory.vm import VMId
from emulator.objects.enums import EnumValue
from emulator.powershell.binder.validators import not_null_or_empty, one_of


class MeteringCmdlet(Cmdlet):
    """The parameters of a cmdlet that acts on the meters of machines."""

    vm: list[object] | None = parameters.machine_objects("VMObject")
    cim_session: list[object] | None = parameters.cim_session_by_property("VMName", "ResourcePool")
    computer_name: list[str] | None = parameters.computer_name("VMName", "ResourcePool")
    credential: list[object] | None = parameters.credential("VMName", "ResourcePool")
    resource_pool_name: str | None = param(
        "System.String",
        "A resource pool instead of machines.",
        sets={"ResourcePool": at(0, mandatory=True, by_value=True, by_property_name=True)},
        aliases=("Name",),
        validators=(not_null_or_empty(),),
        not_emulated=True,
    )
    resource_pool_type: EnumValue | None = param(
        "Microsoft.HyperV.PowerShell.VMResourcePoolType",
        "The kind of the resource pool.",
        sets={"ResourcePool": at(1, by_property_name=True)},
        validators=(one_of("Ethernet", "Memory", "Processor", "VHD"),),
        not_emulated=True,
    )
    vm_name: list[str] | None = parameters.machine_names("VMName", by_value=False)

    def change_each(self, ps: Context, command: Callable[[VMId], VMCommand]) -> None:
        """Submit `command` for each machine meant."""
        if not reached(ps, self.computer_name):
            return
        for vm in machines(ps, self.vm_name, self.vm):
            carry_out(ps, command(vm.id))
