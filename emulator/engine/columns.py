"""The columns: one list of whole numbers per quantity, one row per machine.

Sizes are bytes, moments and ages ticks (or milliseconds where the name says so). A machine's
row keeps its place until an earlier machine is removed; the rows of a host stand together, so
that a rule works on the range (first, last) of one host. Lists are allocated ahead and longer
than the rows in use; what lies behind the last row is 0.

Four kinds of columns, by who writes them: *settings* (engine.settings_row, from the inventory),
*facts* (engine.apply and nobody else), *answers* (one rule each, computed anew at every step),
*meters* (the metering rule and the commands of metering).
"""

from collections.abc import Mapping
from typing import Final

Column = list[int]
"""One quantity of all machines."""

CAPACITY_LEAST: Final = 16
"""Rows allocated at first; a full table doubles, so growing costs a constant per machine."""


class Columns:
    """All columns of a state."""

    # settings
    dynamic: Column
    startup_bytes: Column
    minimum_bytes: Column
    maximum_bytes: Column
    buffer_percent: Column
    weight: Column
    block_bytes: Column
    pages_out: Column
    ready_delay_ticks: Column
    report_delay_ticks: Column
    processor_count: Column
    processor_limit_percent: Column
    segment_first: Column
    segment_loop: Column
    """Which of its segments follows the last, from 0; -1: the last one stays."""
    # facts
    power: Column
    boot_tick: Column
    """When the guest's age was 0; moves on by the length of each pause."""
    workload_tick: Column
    """When the workload's age was 0."""
    halted_tick: Column
    """When the guest was paused or saved."""
    up_since_ms: Column
    halted_ms: Column
    assigned_bytes: Column
    visible_bytes: Column
    overhead_bytes: Column
    saved_bytes: Column
    """What a saved machine had assigned and must be given again."""
    # answers
    reporting: Column
    movable: Column
    segment_at: Column
    """Which of the machine's segments holds now, from 0."""
    cycle_ticks: Column
    """How much age the finished rounds of a repeating workload have used up."""
    demand_bytes: Column
    cpu_percent: Column
    reported_bytes: Column
    target_bytes: Column
    least_bytes: Column
    wanted_bytes: Column
    plan_bytes: Column
    # meters
    metered: Column
    meter_since_tick: Column
    meter_mib_ticks: Column
    meter_least_mib: Column
    meter_most_mib: Column
    meter_cpu_ticks: Column
    """Sum of CPU percent x processors x ticks."""

    def __init__(self) -> None:
        self._capacity = CAPACITY_LEAST
        for name in COLUMN_NAMES:
            setattr(self, name, [0] * CAPACITY_LEAST)

    def make_room(self, rows: int) -> None:
        """Allocate more where fewer than `rows` rows are."""
        while self._capacity < rows:
            for name in COLUMN_NAMES:
                self.column(name).extend([0] * self._capacity)
            self._capacity *= 2

    def column(self, name: str) -> Column:
        """Return the column of that name."""
        column: Column = getattr(self, name)
        return column

    def write(self, row: int, values: Mapping[str, int]) -> None:
        """Write some columns of one row."""
        for name, value in values.items():
            self.column(name)[row] = value

    def remove(self, row: int) -> None:
        """Forget one row; the later ones move up."""
        for name in COLUMN_NAMES:
            column = self.column(name)
            del column[row]
            column.append(0)

    def rows(self, count: int) -> dict[str, list[int]]:
        """Return a copy of the first `count` rows of every column."""
        return {name: self.column(name)[:count] for name in COLUMN_NAMES}


COLUMN_NAMES: Final = tuple(Columns.__annotations__)
"""In the order of declaration, which is the order in snapshots."""
