"""Set-VMMemory."""

from collections.abc import Iterable, Iterator

from cmdlets.context import Context
from cmdlets.hyper_v import parameters
from cmdlets.hyper_v.change import allowed_to, carry_out
from cmdlets.hyper_v.find import machines, reached
from cmdlets.hyper_v.memory.vm_memory import VMMemory
from cmdlets.spec import Cmdlet, at, param
from emulator.inventory.commands import ChangeMemory
from emulator.inventory.vm import VM
from emulator.powershell.binder.validators import not_null, not_null_or_empty
from emulator.units import Bytes, Percent

SETS = ("VMName", "VMObject", "ResourceObject")


class SetVMMemory(
    Cmdlet,
    name="Set-VMMemory",
    module="Hyper-V",
    class_name="Microsoft.HyperV.PowerShell.Commands.SetVMMemory",
    default_set="VMName",
    supports_should_process=True,
    output=("Microsoft.HyperV.PowerShell.VMMemory",),
):
    """Change the memory settings of virtual machines.

    All settings of one call are changed together or, where one is refused, not at all. While a
    machine with dynamic memory runs, its minimum may be lowered and its maximum raised; buffer
    and priority may change at any time. A running machine with static memory takes a new
    -StartupBytes at once (host versions from 2016 on).

    PS> Set-VMMemory web01 -StartupBytes 2GB

    PS> Set-VMMemory web01 -DynamicMemoryEnabled $true -MinimumBytes 512MB -MaximumBytes 4GB
    """

    vm_memory: list[object] | None = param(
        "Microsoft.HyperV.PowerShell.VMMemory[]",
        "The settings to change, as Get-VMMemory returns them.",
        name="VMMemory",
        sets={"ResourceObject": at(0, mandatory=True, by_value=True)},
        validators=(not_null(), not_null_or_empty()),
    )
    vm: list[object] | None = parameters.machine_objects("VMObject")
    cim_session: list[object] | None = parameters.cim_session("VMName")
    computer_name: list[str] | None = parameters.computer_name("VMName")
    credential: list[object] | None = parameters.credential("VMName")
    vm_name: list[str] | None = parameters.machine_names("VMName")
    buffer: int | None = parameters.optional(
        "System.Int32", "Percent of the demand kept ready on top of it, 5 to 2000.", SETS
    )
    dynamic_memory_enabled: bool = param(
        "System.Boolean", "Whether memory moves with demand.", sets=SETS
    )
    maximum_bytes: int | None = parameters.optional(
        "System.Int64", "Most memory the machine may ever have.", SETS
    )
    startup_bytes: int | None = parameters.optional(
        "System.Int64", "Memory the machine boots with; with static memory, all it has.", SETS
    )
    minimum_bytes: int | None = parameters.optional(
        "System.Int64", "Least memory the machine keeps once it has booted.", SETS
    )
    priority: int | None = parameters.optional(
        "System.Int32", "Weight against other machines when memory is short, 0 to 100.", SETS
    )
    maximum_amount_per_numa_node_bytes: int | None = parameters.optional(
        "System.Int64", "Most memory of one virtual NUMA node.", SETS
    )
    resource_pool_name: str | None = param(
        "System.String",
        "The memory resource pool.",
        sets=SETS,
        validators=(not_null(),),
        not_emulated=True,
    )
    passthru: bool = parameters.passthru(*SETS)

    def process(self, ps: Context) -> Iterable[object]:
        """Change each machine's settings; a missing machine is an error record."""
        if not reached(ps, self.computer_name):
            return
        for vm in machines(ps, self.vm_name, self.vm or self.vm_memory):
            yield from self._change(ps, vm)

    def _change(self, ps: Context, vm: VM) -> Iterator[object]:
        if not allowed_to(ps, f'change the memory of virtual machine "{vm.name}"'):
            return
        if carry_out(ps, self._command(ps, vm)) is not None and self.passthru:
            yield VMMemory(ps.hyper_v, vm)

    def _command(self, ps: Context, vm: VM) -> ChangeMemory:
        asked = self.dynamic_memory_enabled if ps.is_bound("dynamic_memory_enabled") else None
        return ChangeMemory(
            vm=vm.id,
            dynamic_memory_enabled=asked,
            startup_bytes=bytes_or_none(self.startup_bytes),
            minimum_bytes=bytes_or_none(self.minimum_bytes),
            maximum_bytes=bytes_or_none(self.maximum_bytes),
            buffer_percent=None if self.buffer is None else Percent(int(self.buffer)),
            weight=None if self.priority is None else int(self.priority),
            maximum_per_numa_node_bytes=bytes_or_none(self.maximum_amount_per_numa_node_bytes),
        )


def bytes_or_none(size: int | None) -> Bytes | None:
    """Return a size a script gave as plain bytes; None stays "not given"."""
    return None if size is None else Bytes(int(size))
