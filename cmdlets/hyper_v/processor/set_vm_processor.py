"""Set-VMProcessor."""

from collections.abc import Iterable, Iterator

from cmdlets.context import Context
from cmdlets.hyper_v import parameters
from cmdlets.hyper_v.change import allowed_to, carry_out
from cmdlets.hyper_v.find import machines, reached
from cmdlets.hyper_v.processor.vm_processor import VMProcessor
from cmdlets.spec import Cmdlet, at, param
from emulator.inventory.commands import ChangeProcessor
from emulator.inventory.vm import VM
from emulator.powershell.binder.validators import not_null, not_null_or_empty

SETS = ("VMName", "VMObject", "VMProcessor")


class SetVMProcessor(
    Cmdlet,
    name="Set-VMProcessor",
    module="Hyper-V",
    class_name="Microsoft.HyperV.PowerShell.Commands.SetVMProcessor",
    default_set="VMName",
    supports_should_process=True,
    output=("Microsoft.HyperV.PowerShell.VMProcessor",),
):
    """Change the processor settings of virtual machines.

    All settings of one call are changed together or, where one is refused, not at all.

    PS> Set-VMProcessor web01 -Count 4
    """

    vm_processor: list[object] | None = param(
        "Microsoft.HyperV.PowerShell.VMProcessor[]",
        "The settings to change, as Get-VMProcessor returns them.",
        name="VMProcessor",
        sets={"VMProcessor": at(0, mandatory=True, by_value=True)},
        validators=(not_null_or_empty(),),
    )
    vm: list[object] | None = parameters.machine_objects("VMObject")
    cim_session: list[object] | None = parameters.cim_session("VMName")
    computer_name: list[str] | None = parameters.computer_name("VMName")
    credential: list[object] | None = parameters.credential("VMName")
    vm_name: list[str] | None = parameters.machine_names("VMName")
    count: int | None = parameters.optional(
        "System.Int64", "How many virtual processors the machine has.", SETS
    )
    compatibility_for_migration_enabled: bool | None = parameters.optional(
        "System.Boolean", "Show the guest only what every processor of the family has.", SETS
    )
    compatibility_for_older_operating_systems_enabled: bool | None = parameters.optional(
        "System.Boolean", "Show the guest only what old systems bear.", SETS
    )
    hw_thread_count_per_core: int | None = parameters.optional(
        "System.Int64", "Threads of one virtual core; 0 follows the host.", SETS
    )
    maximum: int | None = parameters.optional(
        "System.Int64", "Most of its processors' time the machine may use, in percent.", SETS
    )
    reserve: int | None = parameters.optional(
        "System.Int64", "Part of its processors' time kept for the machine, in percent.", SETS
    )
    relative_weight: int | None = parameters.optional(
        "System.Int32", "Weight against other machines when processors are short.", SETS
    )
    maximum_count_per_numa_node: int | None = parameters.optional(
        "System.Int32", "Most processors of one virtual NUMA node.", SETS
    )
    maximum_count_per_numa_socket: int | None = parameters.optional(
        "System.Int32", "Most virtual NUMA nodes of one socket.", SETS
    )
    resource_pool_name: str | None = param(
        "System.String",
        "The processor resource pool.",
        sets=SETS,
        validators=(not_null(),),
        not_emulated=True,
    )
    perfmon: list[str] | None = param(
        "System.String[]", "Performance monitoring features.", sets=SETS, not_emulated=True
    )
    enable_host_resource_protection: bool | None = parameters.optional(
        "System.Boolean", "Throttle a guest that floods the host.", SETS
    )
    expose_virtualization_extensions: bool | None = parameters.optional(
        "System.Boolean", "Let the guest run virtual machines itself.", SETS
    )
    passthru: bool = parameters.passthru(*SETS)
    enable_legacy_apic_mode: bool | None = parameters.optional(
        "System.Boolean", "Use the old interrupt controller mode.", SETS, not_emulated=True
    )
    allow_a_count_m_count: bool | None = parameters.optional(
        "System.Boolean", "Let the guest read frequency counters.", SETS, not_emulated=True
    )

    def process(self, ps: Context) -> Iterable[object]:
        """Change each machine's settings; a missing machine is an error record."""
        if not reached(ps, self.computer_name):
            return
        for vm in machines(ps, self.vm_name, self.vm or self.vm_processor):
            yield from self._change(ps, vm)

    def _change(self, ps: Context, vm: VM) -> Iterator[object]:
        if not allowed_to(ps, f'change the processor of virtual machine "{vm.name}"'):
            return
        if carry_out(ps, self._command(vm)) is not None and self.passthru:
            yield VMProcessor(ps.hyper_v, vm)

    def _command(self, vm: VM) -> ChangeProcessor:
        return ChangeProcessor(
            vm=vm.id,
            count=whole(self.count),
            maximum_percent=whole(self.maximum),
            reserve_percent=whole(self.reserve),
            relative_weight=whole(self.relative_weight),
            maximum_count_per_numa_node=whole(self.maximum_count_per_numa_node),
            maximum_count_per_numa_socket=whole(self.maximum_count_per_numa_socket),
            hw_thread_count_per_core=whole(self.hw_thread_count_per_core),
            compatibility_for_migration=self.compatibility_for_migration_enabled,
            compatibility_for_older_systems=(
                self.compatibility_for_older_operating_systems_enabled
            ),
            expose_virtualization_extensions=self.expose_virtualization_extensions,
            enable_host_resource_protection=self.enable_host_resource_protection,
        )


def whole(number: int | None) -> int | None:
    """Return a number a script gave as a plain int; None stays "not given"."""
    return None if number is None else int(number)
