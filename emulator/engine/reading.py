"""Readings: what the engine answers about one machine and about the host at a moment.

Looking changes nothing.
"""

from dataclasses import dataclass
from enum import Enum
from typing import Final

from emulator.engine.codes import NOTHING_METERED, STATUS_LOW, STATUS_OK, STATUS_WARNING
from emulator.engine.rules.memory_status import memory_status
from emulator.engine.state import State
from emulator.inventory.vm import VM, PowerState, VMId
from emulator.units import MIB, Bytes, Milliseconds, Percent, Ticks


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


STATUSES: Final = {
    STATUS_OK: MemoryStatus.OK,
    STATUS_LOW: MemoryStatus.LOW,
    STATUS_WARNING: MemoryStatus.WARNING,
}

NOTHING: Final = VMReading(
    assigned_bytes=Bytes(0),
    demand_bytes=Bytes(0),
    target_bytes=Bytes(0),
    visible_bytes=Bytes(0),
    ballooned_bytes=Bytes(0),
    pressure_percent=None,
    status=MemoryStatus.NONE,
    cpu_percent=Percent(0),
    uptime_ms=Milliseconds(0),
)
"""A machine that is off or saved. Source: static-new (observed)."""


def vm_reading(state: State, vm_id: VMId, now_ms: Milliseconds) -> VMReading:
    """Return what a machine's memory is at the state's tick; `now_ms` counts for the uptime only.

    Pressure is 100 x demand / assigned, to the nearest, and None before the first report.
    Source: reference 2.1.
    """
    vm = state.vm(vm_id)
    if vm.state in (PowerState.OFF, PowerState.SAVED):
        return NOTHING
    c = state.columns
    row = state.rows[vm_id]
    assigned, demand = c.assigned_bytes[row], c.reported_bytes[row]
    until_ms = c.halted_ms[row] if vm.state is PowerState.PAUSED else now_ms
    return VMReading(
        assigned_bytes=Bytes(assigned),
        demand_bytes=Bytes(demand),
        target_bytes=Bytes(c.target_bytes[row]),
        visible_bytes=Bytes(c.visible_bytes[row]),
        ballooned_bytes=Bytes(c.visible_bytes[row] - assigned),
        pressure_percent=pressure_percent(assigned, demand),
        status=_status(state, row),
        cpu_percent=Percent(c.cpu_percent[row]),
        uptime_ms=Milliseconds(until_ms - c.up_since_ms[row]),
    )


def pressure_percent(assigned_bytes: int, demand_bytes: int) -> Percent | None:
    """Return demand in percent of assigned, to the nearest; None where nothing was reported.

    Source: reference 2.1, documented (Armstrong 2010-09-01); nearest: 975 of 602 MB is 162.
    """
    if demand_bytes == 0:
        return None
    return Percent((200 * demand_bytes + assigned_bytes) // (2 * assigned_bytes))


def host_reading(state: State) -> HostReading:
    """Return where the host's memory is."""
    c = state.columns
    first, last = state.host_rows
    return HostReading(
        memory_bytes=state.inventory.host.memory_bytes,
        reserve_bytes=Bytes(state.reserve_bytes),
        assigned_bytes=Bytes(sum(c.assigned_bytes[first:last])),
        overhead_bytes=Bytes(sum(c.overhead_bytes[first:last])),
        free_bytes=Bytes(state.free_bytes),
    )


def _status(state: State, row: int) -> MemoryStatus:
    """Return the status of a machine that is on; a static one has none (assumed)."""
    c = state.columns
    if not c.dynamic[row]:
        return MemoryStatus.NONE
    low_percent = state.inventory.host.engine.status_low_buffer_percent
    code = memory_status(
        c.assigned_bytes[row], c.reported_bytes[row], c.buffer_percent[row], low_percent
    )
    return STATUSES[code]


def meter_reading(state: State, vm_id: VMId, now: Ticks) -> MeterReading | None:
    """Return what the meter of a machine shows, None where it is not metered.

    `now` is the state's tick. A window of no length shows what is now.
    Source: reference section 7: off time counts 0 in the average; a static machine shows its
    configured size; after a reset all three are what is assigned (documented, observed:
    meter-after-reset). That CPU of time off counts 0 is assumed.
    """
    assert now == state.now, f"the state is at {state.now}, not {now}"
    vm = state.vm(vm_id)
    if not vm.metering_enabled:
        return None
    c = state.columns
    row = state.rows[vm_id]
    mhz = state.inventory.host.processor_mhz
    window = now - c.meter_since_tick[row]
    average, least, most = _memory_mib(state, vm, row, window)
    cpu_ticks, ticks = c.meter_cpu_ticks[row], window
    if window == 0:
        cpu_ticks, ticks = c.cpu_percent[row] * c.processor_count[row], 1
    return MeterReading(
        window_ticks=Ticks(window),
        average_memory_mib=average,
        minimum_memory_mib=least,
        maximum_memory_mib=most,
        average_cpu_mhz=cpu_ticks * mhz // (100 * ticks),
    )


def _memory_mib(state: State, vm: VM, row: int, window: int) -> tuple[int, int | None, int | None]:
    """Return average, least and most memory of the window."""
    if not vm.memory.dynamic_memory_enabled:
        size_mib = vm.memory.startup_bytes // MIB
        return size_mib, size_mib, size_mib
    c = state.columns
    current = c.assigned_bytes[row] // MIB
    average = c.meter_mib_ticks[row] // window if window else current
    seen = [c.meter_least_mib[row], c.meter_most_mib[row]]
    seen = [size for size in seen if size != NOTHING_METERED]
    if vm.state in (PowerState.RUNNING, PowerState.PAUSED):
        seen.append(current)
    if not seen:
        return average, None, None
    return average, min(seen), max(seen)
