"""How a world begins: its running machines have been up for a while and their memory settled."""

from dataclasses import replace
from types import MappingProxyType
from typing import Final

from emulator.engine.advance import advance
from emulator.engine.codes import NEVER
from emulator.engine.meters import begin_window
from emulator.engine.power import pause, start
from emulator.engine.state import State
from emulator.engine.step import answer
from emulator.inventory.inventory import Inventory
from emulator.inventory.refusals import Refusal
from emulator.inventory.vm import VM, PowerState
from emulator.units import MS_PER_TICK, Milliseconds, Ticks, milliseconds

SETTLING_TICKS: Final = 600
"""For how long the running machines of a world have been up at tick 0: long enough for boot,
first report and two turns of idle reclaim (assumed). Their workloads begin at tick 0; until
then a guest asks for what it asks for at second 0."""


class WorldDoesNotFit(Exception):  # noqa: N818 - says what is wrong with the world
    """A machine that is said to run cannot have been started on this host."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(
            f"the world says that '{refusal.vm_name}' runs, but it needs {refusal.needed_mib} MB "
            f"to start and the host can find {refusal.available_mib} MB after the machines "
            "before it"
        )
        self.refusal = refusal


def begin(inventory: Inventory) -> State:
    """Return the world at tick 0.

    Running and paused machines are started in their order; where one does not fit at once, those
    before it settle first, so that they can give what they don't need. WorldDoesNotFit if that
    does not help. A saved machine was saved with its startup memory.
    """
    state = _all_off(inventory)
    for vm in inventory.vms.values():
        if vm.state in (PowerState.RUNNING, PowerState.PAUSED):
            _start(state, state.vm(vm.id))
    if any(state.columns.assigned_bytes):
        advance(state, Ticks(state.now + SETTLING_TICKS))
    _date_back(state)
    for vm in inventory.vms.values():
        _rest(state, vm)
        begin_window(state, vm)
    state.inventory = inventory
    answer(state, *state.host_rows)
    state.restless = True
    return state


def _all_off(inventory: Inventory) -> State:
    off = {key: replace(vm, state=PowerState.OFF) for key, vm in inventory.vms.items()}
    state = State(inventory=replace(inventory, vms=MappingProxyType(off)))
    for vm in off.values():
        state.add_row(vm)
    return state


def _start(state: State, vm: VM) -> None:
    outcome = start(state, vm, milliseconds(state.now))
    if isinstance(outcome, Refusal):
        advance(state, Ticks(state.now + SETTLING_TICKS))
        outcome = start(state, vm, milliseconds(state.now))
    if isinstance(outcome, Refusal):
        raise WorldDoesNotFit(outcome)
    state.columns.workload_tick[state.rows[vm.id]] = NEVER


def _date_back(state: State) -> None:
    """Let the present be tick 0."""
    c = state.columns
    for row in range(*state.host_rows):
        if c.assigned_bytes[row]:
            c.boot_tick[row] -= state.now
            c.up_since_ms[row] -= state.now * MS_PER_TICK
            c.workload_tick[row] = 0
    state.now = Ticks(0)


def _rest(state: State, vm: VM) -> None:
    """Let a machine that is paused or saved stand still since tick 0."""
    if vm.state is PowerState.PAUSED:
        pause(state, state.vm(vm.id), Milliseconds(0))
    if vm.state is PowerState.SAVED:
        size_bytes = vm.memory.startup_bytes
        saved = {
            "boot_tick": -SETTLING_TICKS,
            "saved_bytes": size_bytes,
            "visible_bytes": size_bytes,
        }
        state.columns.write(state.rows[vm.id], saved)
        state.place_settings(vm)
