"""Workloads as columns: straight pieces of demand, the pieces of a machine one after another.

A piece holds for the ages `start_ticks` <= age < `end_ticks`. Its demand is `from_mib` plus the
whole part of `rise_mib` x (age - start) / `span_ticks`, towards zero. Pieces of machines stand in
the order of the machines' rows, so that the same machines always make the same columns.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from emulator.engine.codes import NEVER
from emulator.engine.columns import Column
from emulator.units import mib_floor


class Segment(NamedTuple):
    """One straight piece. Demand is whole MiB, as guests report it."""

    start_ticks: int
    end_ticks: int
    from_mib: int
    rise_mib: int
    span_ticks: int
    cpu_percent: int


class Shape(NamedTuple):
    """A whole workload: its pieces, and which one follows the last (-1: the last one stays)."""

    segments: tuple[Segment, ...]
    loop: int = -1


def level(start_ticks: int, end_ticks: int, demand_bytes: int, cpu_percent: int) -> Segment:
    """Return a piece of constant demand."""
    return Segment(start_ticks, end_ticks, mib_floor(demand_bytes), 0, 1, cpu_percent)


def lasting(start_ticks: int, demand_bytes: int, cpu_percent: int) -> Segment:
    """Return a piece of constant demand that does not end."""
    return level(start_ticks, NEVER, demand_bytes, cpu_percent)


SEGMENT_NAMES: Final = Segment._fields


@dataclass(slots=True)
class Segments:
    """The pieces of all machines."""

    start_ticks: Column = field(default_factory=list)
    end_ticks: Column = field(default_factory=list)
    from_mib: Column = field(default_factory=list)
    rise_mib: Column = field(default_factory=list)
    span_ticks: Column = field(default_factory=list)
    cpu_percent: Column = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.start_ticks)

    def splice(self, first: int, last: int, pieces: Sequence[Segment]) -> int:
        """Put `pieces` where the pieces from `first` up to `last` are; return the growth."""
        for index, name in enumerate(SEGMENT_NAMES):
            column: Column = getattr(self, name)
            column[first:last] = [piece[index] for piece in pieces]
        return len(pieces) - (last - first)
