"""Commands that change the power state. Every transition takes no time."""

from dataclasses import replace
from typing import assert_never

from emulator.engine.admission import find_memory, too_little
from emulator.engine.apply import write_row
from emulator.engine.settings_row import overhead_bytes
from emulator.engine.state import State
from emulator.engine.step import answer
from emulator.inventory.commands import Done
from emulator.inventory.refusals import Reason, Refusal
from emulator.inventory.vm import VM, PowerState
from emulator.objects.errors import NotEmulated
from emulator.units import MIB, Milliseconds

_POWERED_OFF = dict.fromkeys(
    (
        "boot_tick", "workload_tick", "halted_tick", "up_since_ms", "halted_ms",
        "assigned_bytes", "visible_bytes", "overhead_bytes", "saved_bytes",
        "reporting", "segment_at", "cycle_ticks", "demand_bytes", "cpu_percent", "reported_bytes",
    ),
    0,
)  # fmt: skip
"""What is left of a machine that is off: nothing. Source: reference section 5 (stop)."""


def start(state: State, vm: VM, now_ms: Milliseconds) -> Done | Refusal:
    """Power on, or go on from saved or paused.

    Source: reference section 5 (startup memory now, assigned = startup, nothing reported yet;
    from saved: assigned as when saved, assumed, and admitted like a start).
    """
    match vm.state:
        case PowerState.RUNNING:
            return Done(vm=vm, already=True)
        case PowerState.PAUSED:
            return resume(state, vm, now_ms)
        case PowerState.SAVED:
            return _restore(state, vm, now_ms)
        case PowerState.OFF:
            return _power_on(state, vm, now_ms)
        case _:
            assert_never(vm.state)


def stop(state: State, vm: VM, *, turn_off: bool) -> Done | Refusal:
    """Power off; a saved machine loses its saved state, and only by turning it off.

    Source: reference section 5 (assigned becomes 0, visible and balloon are forgotten); that
    a saved machine cannot be shut down is assumed.
    """
    if vm.state is PowerState.OFF:
        return Done(vm=vm, already=True)
    if vm.state is PowerState.SAVED and not turn_off:
        return wrong_state(vm)
    return _rest(state, vm, PowerState.OFF, _POWERED_OFF)


def restart(state: State, vm: VM, now_ms: Milliseconds) -> Done | Refusal:
    """Let the guest of a running machine boot anew with its startup memory.

    What it lacks is found in free memory, then taken from others; where that fails Hyper-V
    would page (smart paging), which is NotEmulated, and nothing has changed. What it has above
    startup goes back, and its view begins anew, because the balloon does not outlive the guest
    (assumed). Source: reference section 5 (restart) and 6.
    """
    if vm.state is not PowerState.RUNNING:
        return wrong_state(vm)
    row = state.rows[vm.id]
    c = state.columns
    was_movable = c.movable[row]
    c.movable[row] = 0
    if not find_memory(state, vm.memory.startup_bytes - c.assigned_bytes[row]):
        c.movable[row] = was_movable
        size_mib = vm.memory.startup_bytes // MIB
        raise NotEmulated(
            f"Smart Paging (the restart of '{vm.name}' with {size_mib} MB of startup memory "
            "while the host cannot find them)"
        )
    return _boot(state, vm, now_ms)


def pause(state: State, vm: VM, now_ms: Milliseconds) -> Done | Refusal:
    """Let the guest stand still; its memory stays. Source: reference section 5 by analogy."""
    if vm.state is PowerState.PAUSED:
        return Done(vm=vm, already=True)
    if vm.state is not PowerState.RUNNING:
        return wrong_state(vm)
    halted = {"halted_tick": state.now, "halted_ms": now_ms, "cpu_percent": 0}
    return _rest(state, vm, PowerState.PAUSED, halted)


def resume(state: State, vm: VM, now_ms: Milliseconds) -> Done | Refusal:
    """Let a paused guest go on. Its uptime leaves the pause out.

    Source: Msvm_ComputerSystem.OnTimeInMilliseconds (recalled: excludes the paused state).
    """
    if vm.state is PowerState.RUNNING:
        return Done(vm=vm, already=True)
    if vm.state is not PowerState.PAUSED:
        return wrong_state(vm)
    row = state.rows[vm.id]
    c = state.columns
    up_since_ms = c.up_since_ms[row] + now_ms - c.halted_ms[row]
    return _go_on(state, vm, {"up_since_ms": up_since_ms})


def save(state: State, vm: VM) -> Done | Refusal:
    """Keep the guest as it is on disk and give its memory back.

    Source: reference section 5 (what is assigned when saved is what a restore needs, assumed).
    """
    if vm.state is PowerState.SAVED:
        return Done(vm=vm, already=True)
    if vm.state is PowerState.OFF:
        return wrong_state(vm)
    row = state.rows[vm.id]
    c = state.columns
    paused = vm.state is PowerState.PAUSED
    kept = {
        "halted_tick": c.halted_tick[row] if paused else state.now,
        "saved_bytes": c.assigned_bytes[row],
        "assigned_bytes": 0,
        "overhead_bytes": 0,
        "cpu_percent": 0,
    }
    return _rest(state, vm, PowerState.SAVED, kept)


def wrong_state(vm: VM, setting: str = "") -> Refusal:
    """Return the refusal of a command that does not fit the machine's state."""
    return Refusal(
        reason=Reason.WRONG_STATE,
        vm=vm.id,
        vm_name=vm.name,
        value=vm.state.value,
        setting=setting,
    )


def _power_on(state: State, vm: VM, now_ms: Milliseconds) -> Done | Refusal:
    startup_bytes = vm.memory.startup_bytes
    if not find_memory(state, startup_bytes + _overhead(state, vm)):
        return too_little(state, vm, startup_bytes)
    return _boot(state, vm, now_ms)


def _boot(state: State, vm: VM, now_ms: Milliseconds) -> Done:
    booted = {
        **_POWERED_OFF,
        "boot_tick": state.now,
        "workload_tick": state.now,
        "up_since_ms": now_ms,
        "assigned_bytes": vm.memory.startup_bytes,
        "visible_bytes": vm.memory.startup_bytes,
        "overhead_bytes": _overhead(state, vm),
    }
    return _rest(state, vm, PowerState.RUNNING, booted)


def _restore(state: State, vm: VM, now_ms: Milliseconds) -> Done | Refusal:
    saved_bytes = state.columns.saved_bytes[state.rows[vm.id]]
    if not find_memory(state, saved_bytes + _overhead(state, vm)):
        return too_little(state, vm, saved_bytes)
    restored = {
        "assigned_bytes": saved_bytes,
        "saved_bytes": 0,
        "overhead_bytes": _overhead(state, vm),
        "up_since_ms": now_ms,
    }
    return _go_on(state, vm, restored)


def _go_on(state: State, vm: VM, values: dict[str, int]) -> Done:
    """Let a guest that stood still run again: its ages leave out the time it stood."""
    row = state.rows[vm.id]
    c = state.columns
    stood_ticks = state.now - c.halted_tick[row]
    ages = {
        "boot_tick": c.boot_tick[row] + stood_ticks,
        "workload_tick": c.workload_tick[row] + stood_ticks,
        "halted_tick": 0,
        "halted_ms": 0,
    }
    return _rest(state, vm, PowerState.RUNNING, {**ages, **values})


def _rest(state: State, vm: VM, power: PowerState, values: dict[str, int]) -> Done:
    """Let the machine rest in a power state, with `values` in its row."""
    now = replace(vm, state=power)
    row = state.rows[vm.id]
    state.inventory = state.inventory.with_vm(now)
    state.place_settings(now)
    write_row(state, row, values)
    answer(state, row, row + 1)
    return Done(vm=now)


def _overhead(state: State, vm: VM) -> int:
    return overhead_bytes(state.inventory.host, vm.memory.startup_bytes)
