"""Set-VM."""

from collections.abc import Iterable, Iterator
from typing import Final

from cmdlets.context import Context
from cmdlets.hyper_v import parameters
from cmdlets.hyper_v.change import allowed_to, carry_out
from cmdlets.hyper_v.find import machines, reached
from cmdlets.hyper_v.memory.set_vm_memory import bytes_or_none
from cmdlets.hyper_v.processor.set_vm_processor import whole
from cmdlets.hyper_v.vm.virtual_machine import VirtualMachine
from cmdlets.spec import Cmdlet, param, switch
from emulator.inventory.commands import ChangeMemory, ChangeProcessor, ChangeVM, VMCommand
from emulator.inventory.vm import VM, CheckpointType, StartAction, StopAction
from emulator.objects.enums import EnumValue
from emulator.powershell.binder.validators import not_null, not_null_or_empty

SETS = ("Name", "VMObject")
ENUMS: Final = "Microsoft.HyperV.PowerShell."


class SetVM(
    Cmdlet,
    name="Set-VM",
    module="Hyper-V",
    class_name="Microsoft.HyperV.PowerShell.Commands.SetVM",
    default_set="Name",
    supports_should_process=True,
    output=("Microsoft.HyperV.PowerShell.VirtualMachine",),
):
    """Change the settings of virtual machines.

    Memory, processors and the other settings are changed in this order, each group as a whole;
    the first refusal ends the changes of that machine.

    PS> Set-VM web01 -MemoryStartupBytes 2GB -ProcessorCount 4

    PS> Set-VM web01 -DynamicMemory -MemoryMinimumBytes 512MB -MemoryMaximumBytes 4GB
    """

    vm: list[object] | None = parameters.machine_objects("VMObject")
    cim_session: list[object] | None = parameters.cim_session("Name")
    computer_name: list[str] | None = parameters.computer_name("Name")
    credential: list[object] | None = parameters.credential("Name")
    name: list[str] | None = parameters.names("Name")
    guest_controlled_cache_types: bool = param(
        "System.Boolean", "Let the guest choose cache types.", sets=SETS, not_emulated=True
    )
    low_memory_mapped_io_space: int | None = param(
        "System.UInt32", "Bytes of I/O space below 4 GB.", sets=SETS, not_emulated=True
    )
    high_memory_mapped_io_space: int | None = param(
        "System.UInt64", "Bytes of I/O space above 4 GB.", sets=SETS, not_emulated=True
    )
    processor_count: int | None = parameters.optional(
        "System.Int64", "How many virtual processors the machine has.", SETS
    )
    dynamic_memory: bool = switch("Let memory move with demand.", sets=SETS)
    static_memory: bool = switch("Give the machine its startup memory for good.", sets=SETS)
    memory_minimum_bytes: int | None = parameters.optional(
        "System.Int64", "Least memory the machine keeps once it has booted.", SETS
    )
    memory_maximum_bytes: int | None = parameters.optional(
        "System.Int64", "Most memory the machine may ever have.", SETS
    )
    memory_startup_bytes: int | None = parameters.optional(
        "System.Int64", "Memory the machine boots with.", SETS
    )
    automatic_start_action: EnumValue | None = param(
        f"System.Nullable[{ENUMS}StartAction]",
        "What to do with the machine when the host starts.",
        sets=SETS,
        validators=(not_null_or_empty(),),
    )
    automatic_stop_action: EnumValue | None = param(
        f"System.Nullable[{ENUMS}StopAction]",
        "What to do with the machine when the host shuts down.",
        sets=SETS,
        validators=(not_null_or_empty(),),
    )
    automatic_start_delay: int | None = parameters.optional(
        "System.Int32", "Seconds to wait before an automatic start.", SETS
    )
    automatic_critical_error_action: EnumValue | None = param(
        f"System.Nullable[{ENUMS}CriticalErrorAction]",
        "What to do when storage is lost.",
        sets=SETS,
        validators=(not_null_or_empty(),),
        not_emulated=True,
    )
    automatic_critical_error_action_timeout: int | None = parameters.optional(
        "System.Int32", "Minutes to wait for lost storage.", SETS, not_emulated=True
    )
    automatic_checkpoints_enabled: bool | None = parameters.optional(
        "System.Boolean", "Make a checkpoint at every start.", SETS
    )
    lock_on_disconnect: EnumValue | None = param(
        f"System.Nullable[{ENUMS}OnOffState]",
        "Lock the guest's console when a viewer leaves.",
        sets=SETS,
        validators=(not_null(),),
        not_emulated=True,
    )
    notes: str | None = param("System.String", "Free text.", sets=SETS, validators=(not_null(),))
    new_vm_name: str | None = param(
        "System.String",
        "The new name.",
        name="NewVMName",
        sets=SETS,
        validators=(not_null_or_empty(),),
    )
    snapshot_file_location: str | None = param(
        "System.String",
        "Folder of checkpoints.",
        sets=SETS,
        validators=(not_null_or_empty(),),
    )
    smart_paging_file_path: str | None = param(
        "System.String",
        "Folder of the smart paging file.",
        sets=SETS,
        validators=(not_null_or_empty(),),
    )
    checkpoint_type: EnumValue | None = param(
        f"System.Nullable[{ENUMS}CheckpointType]", "Which kind of checkpoints is made.", sets=SETS
    )
    passthru: bool = parameters.passthru(*SETS)
    allow_unverified_paths: bool = switch("Take paths as they are.", sets=SETS)
    battery_passthrough_enabled: bool = param(
        "System.Boolean", "Show the host's battery to the guest.", sets=SETS, not_emulated=True
    )
    enhanced_session_transport_type: EnumValue | None = param(
        f"System.Nullable[{ENUMS}EnhancedSessionTransportType]",
        "How enhanced sessions reach the guest.",
        sets=SETS,
        not_emulated=True,
    )

    def process(self, ps: Context) -> Iterable[object]:
        """Change each machine; a missing one is an error record, not the end."""
        if not reached(ps, self.computer_name):
            return
        for vm in machines(ps, self.name, self.vm):
            yield from self._change(ps, vm)

    def _change(self, ps: Context, vm: VM) -> Iterator[object]:
        if not allowed_to(ps, f'configure virtual machine "{vm.name}"'):
            return
        for command in self._commands(vm):
            if carry_out(ps, command) is None:
                return
        if self.passthru:
            yield VirtualMachine(ps.hyper_v, vm)

    def _commands(self, vm: VM) -> Iterator[VMCommand]:
        """Yield the changes asked for; a group in which nothing was asked is left out."""
        nothing: tuple[VMCommand, ...] = (
            ChangeMemory(vm=vm.id),
            ChangeProcessor(vm=vm.id),
            ChangeVM(vm=vm.id),
        )
        asked: tuple[VMCommand, ...] = (self._memory(vm), self._processor(vm), self._rest(vm))
        yield from (change for change in asked if change not in nothing)

    def _memory(self, vm: VM) -> ChangeMemory:
        return ChangeMemory(
            vm=vm.id,
            dynamic_memory_enabled=self._dynamic(),
            startup_bytes=bytes_or_none(self.memory_startup_bytes),
            minimum_bytes=bytes_or_none(self.memory_minimum_bytes),
            maximum_bytes=bytes_or_none(self.memory_maximum_bytes),
        )

    def _dynamic(self) -> bool | None:
        """Answer what -DynamicMemory and -StaticMemory say; both mean static (assumed)."""
        if self.static_memory:
            return False
        return True if self.dynamic_memory else None

    def _processor(self, vm: VM) -> ChangeProcessor:
        return ChangeProcessor(vm=vm.id, count=whole(self.processor_count))

    def _rest(self, vm: VM) -> ChangeVM:
        start, stop, kind = (
            None if value is None else value.number
            for value in (
                self.automatic_start_action,
                self.automatic_stop_action,
                self.checkpoint_type,
            )
        )
        return ChangeVM(
            vm=vm.id,
            name=self.new_vm_name,
            notes=self.notes,
            smart_paging_path=self.smart_paging_file_path,
            snapshot_path=self.snapshot_file_location,
            automatic_start_action=None if start is None else StartAction(start),
            automatic_start_delay_seconds=whole(self.automatic_start_delay),
            automatic_stop_action=None if stop is None else StopAction(stop),
            checkpoint_type=None if kind is None else CheckpointType(kind),
            automatic_checkpoints_enabled=self.automatic_checkpoints_enabled,
        )
