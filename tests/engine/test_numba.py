"""The rules as numba compiles them: the same source over int64 arrays, equal to the bit."""

from collections.abc import Callable
from types import FunctionType
from typing import Any

import pytest

from emulator.engine.apply import move_memory
from emulator.engine.codes import NEVER, OFF, PAUSED, RUNNING
from emulator.engine.policies.proportional import split_in_proportion
from emulator.engine.rules.demand import demand, follow_workload
from emulator.engine.rules.guest_floor import guest_floor
from emulator.engine.rules.target import target
from emulator.units import MIB

ROWS = 500


def compiled(function: Callable[..., Any]) -> Callable[..., Any]:
    """Compile a rule and the rules it calls, under the same names."""
    numba = pytest.importorskip("numba", reason="the fleet extra is not installed")
    assert isinstance(function, FunctionType)
    names = {name: function.__globals__[name] for name in function.__code__.co_names
             if name in function.__globals__}  # fmt: skip
    callees = {
        name: compiled(value) for name, value in names.items() if isinstance(value, FunctionType)
    }
    copy = FunctionType(function.__code__, {**function.__globals__, **callees}, function.__name__)
    made: Callable[..., Any] = numba.njit(copy)
    return made


def same(function: Callable[..., Any], columns: list[list[int]], *scalars: int) -> None:
    """Assert that CPython on lists and numba on arrays leave equal columns and answers."""
    numpy = pytest.importorskip("numpy", reason="the fleet extra is not installed")
    arrays = [numpy.array(column, dtype=numpy.int64) for column in columns]
    there = compiled(function)(*arrays, *scalars)
    here = function(*columns, *scalars)
    assert here == there
    assert columns == [array.tolist() for array in arrays]


class Numbers:
    """Whole numbers that look like chance: a multiplicative sequence, always the same."""

    def __init__(self) -> None:
        self.state = 2026

    def between(self, least: int, most: int) -> int:
        self.state = self.state * 6364136223846793005 + 1442695040888963407 & (1 << 64) - 1
        return least + (self.state >> 24) % (most - least + 1)

    def column(self, least: int, most: int, unit: int = 1) -> list[int]:
        return [self.between(least, most) * unit for _ in range(ROWS)]


def test_the_target_is_equal_to_the_bit() -> None:
    numbers = Numbers()
    movable, assigned = numbers.column(0, 1), numbers.column(32, 12 << 20, MIB)
    reported = numbers.column(0, 12 << 20, MIB)
    buffer, least = numbers.column(5, 2000), numbers.column(32, 1 << 20, MIB)
    most = [size + numbers.between(0, 1 << 20) * MIB for size in least]
    same(target, [movable, assigned, reported, buffer, least, most, [0] * ROWS], 3, ROWS - 3)


def test_the_guest_floor_is_equal_to_the_bit() -> None:
    numbers = Numbers()
    assigned = numbers.column(32, 1 << 16, MIB)
    seen = [size + numbers.between(0, 1 << 14) * MIB for size in assigned]
    columns = [
        numbers.column(0, 1), numbers.column(0, 1), seen, assigned,
        numbers.column(0, 1 << 16, MIB), numbers.column(32, 1 << 12, MIB),
        numbers.column(32, 1 << 16, MIB), [0] * ROWS, [0] * ROWS,
    ]  # fmt: skip
    same(guest_floor, columns, 0, ROWS)


def test_demand_is_equal_to_the_bit() -> None:
    numbers = Numbers()
    power = [(OFF, RUNNING, PAUSED)[numbers.between(0, 2)] for _ in range(ROWS)]
    starts = [0, 40, 70] * ROWS
    ends = [40, 70, 110] * ROWS
    rises = [numbers.between(-4000, 4000) for _ in range(3 * ROWS)]
    loops = numbers.column(0, 2)
    for row in range(0, ROWS, 2):  # every other workload ends in a piece that stays
        ends[3 * row + 2] = NEVER
        loops[row] = -1
    workload, cycles, at = numbers.column(-500, 900), numbers.column(1, 100), [0] * ROWS
    firsts = [3 * row for row in range(ROWS + 1)]
    same(
        follow_workload,
        [power, workload, firsts, loops, starts, ends, at, cycles],
        1000, 0, ROWS,
    )  # fmt: skip
    assert len(set(at)) == 3
    same(
        demand,
        [
            power, numbers.column(0, 1), workload, cycles, numbers.column(1, 100), firsts, at,
            starts, [4000] * 3 * ROWS, rises, [40] * 3 * ROWS, [50] * 3 * ROWS,
            [0] * ROWS, [0] * ROWS, [0] * ROWS,
        ],
        1000, 0, ROWS,
    )  # fmt: skip


def test_the_proportional_split_is_equal_to_the_bit() -> None:
    numbers = Numbers()
    minimum = numbers.column(32, 12 << 20, MIB)
    least = [size + numbers.between(0, 1 << 10) * MIB for size in minimum]
    wanted = [size + numbers.between(0, 12 << 20) * MIB for size in least]
    pool = (sum(least) + sum(wanted)) // 2 // MIB * MIB
    columns = [
        [1] * ROWS, numbers.column(0, 100), minimum, numbers.column(0, 12 << 20, MIB),
        least, wanted, [0] * ROWS,
    ]  # fmt: skip
    same(split_in_proportion, columns, pool, 0, ROWS)
    assert sum(columns[-1]) == pool


def test_moving_memory_is_equal_to_the_bit() -> None:
    numbers = Numbers()
    columns = [numbers.column(0, 5, MIB), numbers.column(0, 5, MIB), numbers.column(0, 5, MIB)]
    same(move_memory, columns, 0, ROWS)
