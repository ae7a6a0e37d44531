"""A world as a value: the host, its machines and users, its clock; and what is wrong with one."""

from dataclasses import dataclass, field
from enum import Enum

from emulator.clock import EPOCH_TICKS, Rate
from emulator.inventory.devices import NetworkAdapter
from emulator.inventory.host import EngineSettings, HostSettings
from emulator.inventory.memory import MemorySettings
from emulator.inventory.processor import ProcessorSettings
from emulator.inventory.vm import CheckpointType, GuestFamily, PowerState, StartAction, StopAction
from emulator.inventory.workload import Idle, WorkloadSettings
from emulator.units import Bytes, gib


@dataclass(frozen=True, slots=True, kw_only=True)
class WorldError:
    """One thing wrong with a world file, and where; `line` counts from 1."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        """Return file:line: message."""
        return f"{self.file}:{self.line}: {self.message}"


class InvalidWorld(Exception):  # noqa: N818  (the condition is the name)
    """Raised where a world cannot be had; `errors` is everything wrong with it, by line."""

    def __init__(self, errors: tuple[WorldError, ...]) -> None:
        super().__init__("\n".join(str(error) for error in errors))
        self.errors = errors


class Timezone(Enum):
    """The time zones a host can stand in."""

    UTC = "UTC"


@dataclass(frozen=True, slots=True, kw_only=True)
class User:
    """One who may sign in; without a password the service makes one up and prints it."""

    name: str
    password: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockSettings:
    """When the world begins, and its dials; None leaves a dial to the door (serve, run)."""

    start: int = EPOCH_TICKS
    """In .NET ticks, UTC."""
    rate: Rate | None = None
    skip_sleeps: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WorldDisk:
    """A virtual disk; without a path it lies beside its machine and bears its name."""

    size_bytes: Bytes = gib(127)
    """What New-VHD of the graphical wizard offers (documented)."""
    path: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WorldVM:
    """A machine at the moment the world begins, or `count` machines NAME-0001, NAME-0002, ...

    `uptime_seconds` is how long before that moment it was started; it means nothing for one
    that is off. `path` is New-VM's -Path: the folder that holds the machine's own folder.
    """

    name: str
    count: int | None = None
    state: PowerState = PowerState.OFF
    uptime_seconds: int = 600
    guest: GuestFamily = GuestFamily.WINDOWS
    workload: WorkloadSettings = field(default_factory=Idle)
    memory: MemorySettings = field(default_factory=MemorySettings)
    processor: ProcessorSettings = field(default_factory=ProcessorSettings)
    generation: int = 1
    version: str | None = None
    path: str | None = None
    disks: tuple[WorldDisk, ...] = ()
    adapters: tuple[NetworkAdapter, ...] = (NetworkAdapter(),)
    notes: str = ""
    automatic_start_action: StartAction = StartAction.START_IF_RUNNING
    automatic_start_delay_seconds: int = 0
    automatic_stop_action: StopAction = StopAction.SAVE
    checkpoint_type: CheckpointType = CheckpointType.PRODUCTION
    metering_enabled: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a world was written: its file, and the lines of its machines."""

    file: str = "<world>"
    vm_lines: tuple[int, ...] = ()

    def error_in_vm(self, index: int, message: str) -> WorldError:
        """Return an error that points at the machine of that index."""
        line = self.vm_lines[index] if index < len(self.vm_lines) else 1
        return WorldError(file=self.file, line=line, message=message)


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """Everything a host begins with."""

    host: HostSettings = field(default_factory=HostSettings)
    engine: EngineSettings = field(default_factory=EngineSettings)
    """What the sources leave open; takes the place of `host.engine`."""
    clock: ClockSettings = field(default_factory=ClockSettings)
    timezone: Timezone = Timezone.UTC
    seed: int = 1
    users: tuple[User, ...] = (User(name="Administrator"),)
    vms: tuple[WorldVM, ...] = ()
    source: Source = field(default_factory=Source, compare=False, repr=False)
