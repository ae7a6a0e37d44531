"""Commands: what can be asked of a host, in Hyper-V's terms.

Every command is a frozen value that names its machine by id. None means "leave as it is".
The journal keeps these values, so a field may be added (with a default) but never renamed.
"""

from dataclasses import dataclass, field

from emulator.inventory.devices import HardDrive, NetworkAdapter
from emulator.inventory.memory import MemorySettings
from emulator.inventory.processor import ProcessorSettings
from emulator.inventory.vm import (
    VM,
    CheckpointType,
    GuestFamily,
    StartAction,
    StopAction,
    VMId,
)
from emulator.inventory.workload import Idle, WorkloadSettings
from emulator.units import Bytes, Percent


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateVM:
    """Make a machine that is off; its id comes back in the outcome."""

    name: str
    path: str | None = None
    generation: int = 1
    version: str | None = None
    memory: MemorySettings = field(default_factory=MemorySettings)
    processor: ProcessorSettings = field(default_factory=ProcessorSettings)
    hard_drives: tuple[HardDrive, ...] = ()
    network_adapters: tuple[NetworkAdapter, ...] = (NetworkAdapter(),)
    guest: GuestFamily = GuestFamily.WINDOWS
    workload: WorkloadSettings = field(default_factory=Idle)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveVM:
    """Forget a machine that is off or saved; its disks stay."""

    vm: VMId


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeVM:
    """Change what Set-VM and Rename-VM change besides memory and processors."""

    vm: VMId
    name: str | None = None
    notes: str | None = None
    smart_paging_path: str | None = None
    snapshot_path: str | None = None
    automatic_start_action: StartAction | None = None
    automatic_start_delay_seconds: int | None = None
    automatic_stop_action: StopAction | None = None
    checkpoint_type: CheckpointType | None = None
    automatic_checkpoints_enabled: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeMemory:
    """Change memory settings, all or none of them."""

    vm: VMId
    dynamic_memory_enabled: bool | None = None
    startup_bytes: Bytes | None = None
    minimum_bytes: Bytes | None = None
    maximum_bytes: Bytes | None = None
    buffer_percent: Percent | None = None
    weight: int | None = None
    maximum_per_numa_node_bytes: Bytes | None = None
    resource_pool: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeProcessor:
    """Change processor settings, all or none of them."""

    vm: VMId
    count: int | None = None
    maximum_percent: int | None = None
    reserve_percent: int | None = None
    relative_weight: int | None = None
    maximum_count_per_numa_node: int | None = None
    maximum_count_per_numa_socket: int | None = None
    hw_thread_count_per_core: int | None = None
    compatibility_for_migration: bool | None = None
    compatibility_for_older_systems: bool | None = None
    expose_virtualization_extensions: bool | None = None
    enable_host_resource_protection: bool | None = None
    resource_pool: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeWorkload:
    """Let the guest run something else from now on."""

    vm: VMId
    workload: WorkloadSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class StartVM:
    """Power on, or go on from the saved state."""

    vm: VMId


@dataclass(frozen=True, slots=True, kw_only=True)
class StopVM:
    """Power off: by the guest's own shutdown, or at once with `turn_off`."""

    vm: VMId
    turn_off: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RestartVM:
    """Reset a running machine: the guest boots anew."""

    vm: VMId


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseVM:
    """Suspend-VM: the guest stands still, its memory stays."""

    vm: VMId


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumeVM:
    """Go on after PauseVM."""

    vm: VMId


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveVM:
    """Write the state to disk and give the memory back."""

    vm: VMId


@dataclass(frozen=True, slots=True, kw_only=True)
class EnableMetering:
    """Begin to meter; a machine already metered keeps its window."""

    vm: VMId


@dataclass(frozen=True, slots=True, kw_only=True)
class DisableMetering:
    """Stop metering and forget the figures."""

    vm: VMId


@dataclass(frozen=True, slots=True, kw_only=True)
class ResetMetering:
    """Begin a new window now."""

    vm: VMId


VMCommand = (
    RemoveVM
    | ChangeVM
    | ChangeMemory
    | ChangeProcessor
    | ChangeWorkload
    | StartVM
    | StopVM
    | RestartVM
    | PauseVM
    | ResumeVM
    | SaveVM
    | EnableMetering
    | DisableMetering
    | ResetMetering
)
Command = CreateVM | VMCommand


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """The command was carried out; `vm` is the machine afterwards (None when removed)."""

    vm: VM | None = None
    already: bool = False
    """True where the machine already was in the state asked for: Hyper-V warns and succeeds."""
