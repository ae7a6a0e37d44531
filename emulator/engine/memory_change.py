"""ChangeMemory: what may change when, and resizing a static machine while it runs."""

from dataclasses import replace

from emulator.engine.admission import find_memory, too_little
from emulator.engine.apply import write_row
from emulator.engine.machines import given, refused
from emulator.engine.power import wrong_state
from emulator.engine.rules.guest_floor import floor_mib
from emulator.engine.settings_row import overhead_bytes, resizes_static_memory
from emulator.engine.state import State
from emulator.engine.step import answer
from emulator.inventory.commands import ChangeMemory, Done
from emulator.inventory.memory import MemorySettings
from emulator.inventory.memory_checks import Fault, memory_fault
from emulator.inventory.refusals import Reason, Refusal
from emulator.inventory.vm import VM, PowerState
from emulator.units import MIB


def change_memory(state: State, command: ChangeMemory) -> Done | Refusal:
    """Change memory settings, all that are given or none.

    Source: reference section 1 (documented; saved state: InvalidState, observed).
    """
    vm = state.vm(command.vm)
    if vm.state is PowerState.SAVED:
        return wrong_state(vm, "memory")
    settings = replace(vm.memory, **given(command))
    fault = memory_fault(settings)
    if fault is not None:
        return refused(vm, fault)
    if vm.state is not PowerState.OFF:
        locked = locked_setting(state, vm, settings)
        if locked is not None:
            value = str(getattr(command, locked))
            return refused(vm, Fault(Reason.MEMORY_LOCKED_WHILE_RUNNING, locked, value))
        if settings.startup_bytes != vm.memory.startup_bytes:
            refusal = _resize(state, vm, settings.startup_bytes)
            if refusal is not None:
                return refusal
    changed = replace(vm, memory=settings)
    row = state.rows[vm.id]
    state.inventory = state.inventory.with_vm(changed)
    state.place_settings(changed)
    write_row(state, row, {})
    answer(state, row, row + 1)
    return Done(vm=changed)


def locked_setting(state: State, vm: VM, new: MemorySettings) -> str | None:
    """Return the first setting that may not change so while the machine is on, None if none.

    Dynamic memory: the minimum may be lowered, the maximum raised, buffer and weight change
    freely, the rest is fixed. Static: startup may change where machine and host are new enough
    and the guest runs; minimum and maximum mean nothing then and may change.
    Source: reference section 1 (documented); NUMA limit and pool are assumed to be fixed.
    """
    old = vm.memory
    for name in ("dynamic_memory_enabled", "maximum_per_numa_node_bytes", "resource_pool"):
        if getattr(old, name) != getattr(new, name):
            return name
    if old.dynamic_memory_enabled:
        if new.minimum_bytes > old.minimum_bytes:
            return "minimum_bytes"
        if new.maximum_bytes < old.maximum_bytes:
            return "maximum_bytes"
        resizable = False
    else:
        running = vm.state is PowerState.RUNNING
        resizable = running and resizes_static_memory(state.inventory.host, vm)
    if new.startup_bytes != old.startup_bytes and not resizable:
        return "startup_bytes"
    return None


def _resize(state: State, vm: VM, size_bytes: int) -> Refusal | None:
    """Give a running static machine exactly `size_bytes`, at once, or say why not.

    Growing is admitted like a start. A shrink leaves the guest what it reports as demand, which
    counts its floor in already, and the floor in any case; a guest that does not report yet
    gives nothing. Source: reference section 1 (documented as assertions of Microsoft's tests:
    exact bytes, a little above demand is legal); at once, and refused below it, is assumed.
    """
    row = state.rows[vm.id]
    c = state.columns
    overhead = overhead_bytes(state.inventory.host, size_bytes)
    more_bytes = size_bytes - c.assigned_bytes[row]
    if more_bytes > 0 and not find_memory(state, more_bytes + overhead - c.overhead_bytes[row]):
        return too_little(state, vm, size_bytes)
    if more_bytes < 0:
        keeps = max(c.reported_bytes[row], floor_mib(c.visible_bytes[row] // MIB) * MIB)
        if not c.reporting[row] or size_bytes < keeps:
            value = str(size_bytes // MIB)
            return refused(vm, Fault(Reason.GUEST_KEEPS_MEMORY, "startup_bytes", value))
    grown = {
        "assigned_bytes": size_bytes,
        "visible_bytes": max(size_bytes, c.visible_bytes[row]),
        "overhead_bytes": overhead,
    }
    write_row(state, row, grown)
    return None
