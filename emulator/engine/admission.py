"""Finding memory for a machine that starts, goes on or grows by command: all of it or nothing."""

from emulator.engine.apply import move_memory
from emulator.engine.rules.reclaim import can_part_with, reclaim
from emulator.engine.state import State
from emulator.inventory.host import StartFailure
from emulator.inventory.refusals import Reason, Refusal
from emulator.inventory.vm import VM
from emulator.units import MIB, ceil_div

REASONS = {
    StartFailure.OUT_OF_MEMORY: Reason.OUT_OF_MEMORY,
    StartFailure.INSUFFICIENT_RESOURCES: Reason.INSUFFICIENT_RESOURCES,
}


def find_memory(state: State, needed_bytes: int) -> bool:
    """Whether `needed_bytes` are free, if need be after taking them from other machines.

    Where they cannot be found nothing has changed. The machine they are for must not be movable.
    Source: reference 4.1 (start) and 5 (reclaim is attempted first, idle machines included).
    """
    lack_bytes = ceil_div(needed_bytes - state.free_bytes, MIB) * MIB
    if lack_bytes <= 0:
        return True
    c = state.columns
    first, last = state.host_rows
    if can_part_with(c.movable, c.least_bytes, c.assigned_bytes, first, last) < lack_bytes:
        return False
    found_bytes = reclaim(
        c.movable, c.weight, c.wanted_bytes, c.least_bytes, c.plan_bytes,
        lack_bytes, 1, first, last,
    )  # fmt: skip
    assert found_bytes == lack_bytes, f"reclaim found {found_bytes} of {lack_bytes}"
    # what the others want and can part with is as before: a balloon changes neither
    move_memory(c.plan_bytes, c.assigned_bytes, c.visible_bytes, first, last)
    return True


def too_little(state: State, vm: VM, size_bytes: int) -> Refusal:
    """Return the refusal of a machine that asked for `size_bytes` of memory."""
    c = state.columns
    given = can_part_with(c.movable, c.least_bytes, c.assigned_bytes, *state.host_rows)
    return Refusal(
        reason=REASONS[state.inventory.host.engine.start_failure],
        vm=vm.id,
        vm_name=vm.name,
        needed_mib=size_bytes // MIB,
        available_mib=(state.free_bytes + given) // MIB,
    )
