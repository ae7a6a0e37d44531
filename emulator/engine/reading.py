"""Readings: what the engine answers about one machine and about the host at a moment."""

from dataclasses import dataclass
from enum import Enum

from emulator.units import Bytes, Milliseconds, Percent, Ticks


class MemoryStatus(Enum):
    """MemoryStatus as Get-VM shows it."""

    NONE = ""
    OK = "OK"
    LOW = "Low"
    WARNING = "Warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class VMReading:
    """One machine now. All zero, status NONE, while it is off or saved.

    `visible_bytes` is what the guest believes to have: never falls until power-off.
    `ballooned_bytes` = visible - assigned. `pressure_percent` is None while it has no meaning.
    """

    assigned_bytes: Bytes
    demand_bytes: Bytes
    target_bytes: Bytes
    visible_bytes: Bytes
    ballooned_bytes: Bytes
    pressure_percent: Percent | None
    status: MemoryStatus
    cpu_percent: Percent
    uptime_ms: Milliseconds


@dataclass(frozen=True, slots=True, kw_only=True)
class HostReading:
    """The host's memory now: what is in use, kept back and free; free + the rest = memory."""

    memory_bytes: Bytes
    reserve_bytes: Bytes
    assigned_bytes: Bytes
    overhead_bytes: Bytes
    free_bytes: Bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class MeterReading:
    """The meter of one machine since its last reset.

    Memory in whole MiB: the average counts off time as 0; minimum and maximum are None before
    the machine ran. CPU is the average in MHz. Source: reference section 7 (documented).
    """

    window_ticks: Ticks
    average_memory_mib: int
    minimum_memory_mib: int | None
    maximum_memory_mib: int | None
    average_cpu_mhz: int
