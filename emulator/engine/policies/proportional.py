"""The default split of a shortage: minimum first, the rest in proportion to weight."""

from typing import Final

from emulator.engine.columns import Column
from emulator.units import MIB

FINENESS: Final = 128
"""Levels of the water per MiB of the lightest machine; above the largest share (101), so that
one level more gives no machine more than 1 MiB."""


def split_in_proportion(
    movable: Column,
    weight: Column,
    minimum_bytes: Column,
    reported_bytes: Column,  # noqa: ARG001 - the shape all policies share
    least_bytes: Column,
    wanted_bytes: Column,
    plan_bytes: Column,
    pool_bytes: int,
    first: int,
    last: int,
) -> None:
    """Plan minimum + level x (weight + 1), kept within least and wanted, at the level that fits.

    The level is the highest at which the sum does not exceed the pool; the few MiB then left go,
    in the order of rows, to machines that the next level would give one more.
    Source: reference 4.1 candidate (a), after the WMI text (minimums first, the rest by relative
    weight up to the limit, documented); share = weight + 1 is assumed, so that weight 0 gets
    something.
    """
    pool_mib = pool_bytes // MIB
    level = water_level(
        movable, weight, minimum_bytes, least_bytes, wanted_bytes, pool_mib, first, last
    )
    left_mib = pool_mib
    for row in range(first, last):
        if movable[row] != 0:
            size = minimum_bytes[row] // MIB + (weight[row] + 1) * level // FINENESS
            size = min(max(size, least_bytes[row] // MIB), wanted_bytes[row] // MIB)
            plan_bytes[row] = size * MIB
            left_mib -= size
    for row in range(first, last):
        if movable[row] != 0 and left_mib > 0:
            size = minimum_bytes[row] // MIB + (weight[row] + 1) * (level + 1) // FINENESS
            size = min(max(size, least_bytes[row] // MIB), wanted_bytes[row] // MIB)
            left_mib -= size - plan_bytes[row] // MIB
            plan_bytes[row] = size * MIB


def water_level(
    movable: Column,
    weight: Column,
    minimum_bytes: Column,
    least_bytes: Column,
    wanted_bytes: Column,
    pool_mib: int,
    first: int,
    last: int,
) -> int:
    """Return the highest level at which the machines' sizes do not exceed the pool together.

    The unit is the MiB: a pool of 2^32 MiB, times FINENESS (2^7), doubled once and times the
    largest share (2^7) is 2^47 and fits 63 bits. The level is found bit by bit: above pool x
    FINENESS even the lightest machine alone would exceed the pool.
    """
    step = 1
    while step <= pool_mib * FINENESS:
        step *= 2
    level = 0
    while step > 0:
        total = 0
        for row in range(first, last):
            if movable[row] == 0:
                continue
            size = minimum_bytes[row] // MIB + (weight[row] + 1) * (level + step) // FINENESS
            size = max(size, least_bytes[row] // MIB)
            size = min(size, wanted_bytes[row] // MIB)
            total += size
        if total <= pool_mib:
            level += step
        step //= 2
    return level
