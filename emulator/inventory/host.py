"""The host: its hardware, its settings and the settings of the engine that no source decides."""

from dataclasses import dataclass, field
from enum import Enum

from emulator.units import Bytes, Percent, gib


class ShortagePolicy(Enum):
    """How a shortage is split. Source: two texts of the vendor, neither with numbers."""

    PROPORTIONAL = "proportional"
    PRIORITY = "priority"


class StartFailure(Enum):
    """Which refusal a start that finds too little memory gets."""

    OUT_OF_MEMORY = "0x8007000E"
    INSUFFICIENT_RESOURCES = "0x800705AA"


@dataclass(frozen=True, slots=True, kw_only=True)
class EngineSettings:
    """What the sources leave open, each with the default of reference section 8 (assumed)."""

    shortage_policy: ShortagePolicy = ShortagePolicy.PROPORTIONAL
    status_low_buffer_percent: Percent = Percent(80)
    ready_delay_seconds: int = 50
    first_report_delay_seconds_linux: int = 45
    first_report_delay_seconds_windows: int = 5
    idle_reclaim: bool = True
    idle_reclaim_period_seconds: int = 300
    idle_reclaim_first_seconds: int = 240
    """When, after its boot, a guest is first asked; earlier where delay and period are shorter.

    Source: kernelbuild-ru (first refusal about 240 s after the kernel's start, then each 300 s)
    and multipass-2182 ("about 4 minutes after launch").
    """
    grant_block_mib_linux: int = 128
    """Hot add reaches a Linux guest in blocks of this size. Source: memblock-256, LIS guide."""
    host_reserve_bytes: Bytes | None = None
    """None: 384 MB + 30 MB per GB of host memory (documented)."""
    vm_overhead_bytes: Bytes | None = None
    """None: 32 MB + 8 MB per GB of startup above the first (assumed)."""
    start_failure: StartFailure = StartFailure.OUT_OF_MEMORY


@dataclass(frozen=True, slots=True, kw_only=True)
class NumaNode:
    """One NUMA node of the host."""

    memory_bytes: Bytes
    logical_processors: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VirtualSwitch:
    """A virtual switch; `kind` is External, Internal or Private."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HostSettings:
    """The host as configured. `persona` is "2012R2", "2016", "2019", "2022" or "2025"."""

    name: str = "HV01"
    persona: str = "2022"
    memory_bytes: Bytes = gib(64)
    logical_processors: int = 16
    processor_mhz: int = 2400
    numa_nodes: tuple[NumaNode, ...] = (
        NumaNode(memory_bytes=gib(32), logical_processors=8),
        NumaNode(memory_bytes=gib(32), logical_processors=8),
    )
    numa_spanning_enabled: bool = True
    switches: tuple[VirtualSwitch, ...] = ()
    virtual_machine_path: str = "C:\\ProgramData\\Microsoft\\Windows\\Hyper-V"
    virtual_hard_disk_path: str = "C:\\Users\\Public\\Documents\\Hyper-V\\Virtual Hard Disks"
    resource_metering_save_interval_seconds: int = 3600
    engine: EngineSettings = field(default_factory=EngineSettings)
