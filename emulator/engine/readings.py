"""What the engine answers about a machine and about the host; looking changes nothing."""

from typing import Final

from emulator.engine.codes import STATUS_LOW, STATUS_OK, STATUS_WARNING
from emulator.engine.meters import meter_reading
from emulator.engine.reading import HostReading, MemoryStatus, VMReading
from emulator.engine.rules.memory_status import memory_status
from emulator.engine.state import State
from emulator.inventory.vm import PowerState, VMId
from emulator.units import Bytes, Milliseconds, Percent

__all__ = ["host_reading", "meter_reading", "vm_reading"]

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
