"""Commands of resource metering, and what a meter shows."""

from dataclasses import replace

from emulator.engine.apply import write_row
from emulator.engine.codes import NOTHING_METERED
from emulator.engine.reading import MeterReading
from emulator.engine.state import State
from emulator.inventory.commands import Done
from emulator.inventory.refusals import Reason, Refusal
from emulator.inventory.vm import VM, PowerState, VMId
from emulator.units import MIB, Ticks


def enable(state: State, vm: VM) -> Done:
    """Begin to meter; a machine that is metered already keeps its window."""
    if vm.metering_enabled:
        return Done(vm=vm)
    return _meter(state, replace(vm, metering_enabled=True))


def disable(state: State, vm: VM) -> Done:
    """Stop metering and forget the figures."""
    return _meter(state, replace(vm, metering_enabled=False))


def reset(state: State, vm: VM) -> Done | Refusal:
    """Begin a new window now; refused for a machine that is not metered (assumed)."""
    if not vm.metering_enabled:
        return Refusal(reason=Reason.METERING_OFF, vm=vm.id, vm_name=vm.name)
    return _meter(state, vm)


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


def begin_window(state: State, vm: VM) -> None:
    """Begin the figures of a machine anew; all 0 where it is not metered."""
    on = vm.metering_enabled
    anew = {
        "metered": int(on),
        "meter_since_tick": state.now if on else 0,
        "meter_mib_ticks": 0,
        "meter_least_mib": NOTHING_METERED if on else 0,
        "meter_most_mib": NOTHING_METERED if on else 0,
        "meter_cpu_ticks": 0,
    }
    write_row(state, state.rows[vm.id], anew)


def _meter(state: State, vm: VM) -> Done:
    state.inventory = state.inventory.with_vm(vm)
    begin_window(state, vm)
    return Done(vm=vm)
