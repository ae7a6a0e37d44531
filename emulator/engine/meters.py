"""Commands of resource metering."""

from dataclasses import replace

from emulator.engine.apply import write_row
from emulator.engine.codes import NOTHING_METERED
from emulator.engine.state import State
from emulator.inventory.commands import Done
from emulator.inventory.refusals import Reason, Refusal
from emulator.inventory.vm import VM


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
