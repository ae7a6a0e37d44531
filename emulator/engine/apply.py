"""The one place where memory moves."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from emulator.engine.columns import Column

if TYPE_CHECKING:
    from emulator.engine.state import State


def move_memory(
    plan_bytes: Column, assigned_bytes: Column, visible_bytes: Column, first: int, last: int
) -> int:
    """Let every machine have what is planned for it; return how many machines that moved.

    The guest's view grows with what it gets and never shrinks: what it loses is ballooned.
    Source: reference 2.1 (visible is the high-water mark of assigned since power-on, inferred;
    never falls until power-off, documented and observed).
    """
    moved = 0
    for row in range(first, last):
        size = plan_bytes[row]
        if size != assigned_bytes[row]:
            assigned_bytes[row] = size
            moved += 1
            visible_bytes[row] = max(visible_bytes[row], size)
    return moved


def write_row(state: "State", row: int, values: Mapping[str, int]) -> None:
    """Write what a command changes of one machine: settings, power, memory.

    The plan follows assigned memory, and the next tick is not skipped.
    """
    columns = state.columns
    columns.write(row, values)
    columns.plan_bytes[row] = columns.assigned_bytes[row]
    state.restless = True
