"""A virtual machine: what it is, apart from what its memory does as time passes."""

from dataclasses import dataclass, field
from enum import Enum
from typing import NewType

from emulator.inventory.devices import HardDrive, NetworkAdapter
from emulator.inventory.memory import MemorySettings
from emulator.inventory.processor import ProcessorSettings
from emulator.inventory.workload import Idle, WorkloadSettings
from emulator.units import Milliseconds

VMId = NewType("VMId", str)
"""A GUID in lower case with dashes: 5a8b0e1c-0d5a-4f5e-9c4b-0a1b2c3d4e5f."""


class PowerState(Enum):
    """What Get-VM's State can rest in here; every transition takes no time."""

    OFF = "Off"
    RUNNING = "Running"
    PAUSED = "Paused"
    SAVED = "Saved"


class GuestFamily(Enum):
    """Which guest the machine boots: decides report delay and hot-add alignment."""

    WINDOWS = "windows"
    LINUX = "linux"
    NONE = "none"


class StartAction(Enum):
    """AutomaticStartAction; values are the .NET enum's numbers."""

    NOTHING = 2
    START_IF_RUNNING = 3
    START = 4


class StopAction(Enum):
    """AutomaticStopAction; values are the .NET enum's numbers."""

    TURN_OFF = 2
    SAVE = 3
    SHUT_DOWN = 4


class CheckpointType(Enum):
    """CheckpointType; values are the .NET enum's numbers."""

    DISABLED = 2
    PRODUCTION = 3
    PRODUCTION_ONLY = 4
    STANDARD = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class VM:
    """One virtual machine as configured, with the power state it rests in.

    Paths are Windows paths. `created_ms` is the virtual moment of creation (negative where the
    world began with it). Uptime, assigned and demand are the engine's, not the inventory's.
    """

    id: VMId
    name: str
    generation: int = 1
    version: str = "10.0"
    path: str
    notes: str = ""
    state: PowerState = PowerState.OFF
    guest: GuestFamily = GuestFamily.WINDOWS
    memory: MemorySettings = field(default_factory=MemorySettings)
    processor: ProcessorSettings = field(default_factory=ProcessorSettings)
    workload: WorkloadSettings = field(default_factory=Idle)
    hard_drives: tuple[HardDrive, ...] = ()
    network_adapters: tuple[NetworkAdapter, ...] = ()
    smart_paging_path: str = ""
    snapshot_path: str = ""
    automatic_start_action: StartAction = StartAction.START_IF_RUNNING
    automatic_start_delay_seconds: int = 0
    automatic_stop_action: StopAction = StopAction.SAVE
    checkpoint_type: CheckpointType = CheckpointType.PRODUCTION
    automatic_checkpoints_enabled: bool = False
    metering_enabled: bool = False
    created_ms: Milliseconds = Milliseconds(0)
