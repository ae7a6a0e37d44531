"""The other split of a shortage: by weight class, equal pressure inside a class."""

from typing import Final

from emulator.engine.columns import Column
from emulator.engine.rules.reclaim import WEIGHTS
from emulator.units import MIB

FINENESS: Final = 1 << 24
"""Levels of the water per whole of a demand; above the largest demand in MiB (12 TiB are
12 x 2^20), so that one level more gives no machine more than 1 MiB."""
LEVEL_MOST: Final = 32 * FINENESS
"""The buffer ends at 2000 %, so nobody wants more than 21 times its demand, unless its minimum
says so (and then it has that already); products of 2^24 MiB and 2^30 fit 63 bits."""


def split_by_priority(
    movable: Column,
    weight: Column,
    minimum_bytes: Column,  # noqa: ARG001 - the shape all policies share
    reported_bytes: Column,
    least_bytes: Column,
    wanted_bytes: Column,
    plan_bytes: Column,
    pool_bytes: int,
    first: int,
    last: int,
) -> None:
    """Plan the least for all, then what they want for the heaviest class, the next, and so on.

    In the class for which the rest does not suffice every machine gets the same part of its
    demand (equal pressure), kept within least and wanted.
    Source: reference 4.1 candidate (b), after Armstrong 2010-08-05 (higher gets memory first,
    documented); equal pressure inside a class inferred (friedman-case).
    """
    left_mib = pool_bytes // MIB
    for row in range(first, last):
        if movable[row] != 0:
            plan_bytes[row] = least_bytes[row]
            left_mib -= least_bytes[row] // MIB
    chosen = next_class(movable, weight, WEIGHTS, first, last)
    lack_mib = lack_of_class(movable, weight, least_bytes, wanted_bytes, chosen, first, last)
    while chosen >= 0 and lack_mib <= left_mib:
        left_mib -= lack_mib
        for row in range(first, last):
            if movable[row] != 0 and weight[row] == chosen:
                plan_bytes[row] = wanted_bytes[row]
        chosen = next_class(movable, weight, chosen, first, last)
        lack_mib = lack_of_class(movable, weight, least_bytes, wanted_bytes, chosen, first, last)
    split_class(
        movable, weight, reported_bytes, least_bytes, wanted_bytes, plan_bytes,
        left_mib, chosen, first, last,
    )  # fmt: skip


def next_class(movable: Column, weight: Column, above: int, first: int, last: int) -> int:
    """Return the greatest weight below `above` that a movable machine has, -1 if none."""
    heaviest = -1
    for row in range(first, last):
        if movable[row] != 0 and heaviest < weight[row] < above:
            heaviest = weight[row]
    return heaviest


def lack_of_class(
    movable: Column,
    weight: Column,
    least_bytes: Column,
    wanted_bytes: Column,
    chosen: int,
    first: int,
    last: int,
) -> int:
    """Return how many MiB the machines of weight `chosen` want above their least together."""
    lack_mib = 0
    for row in range(first, last):
        if movable[row] != 0 and weight[row] == chosen:
            lack_mib += (wanted_bytes[row] - least_bytes[row]) // MIB
    return lack_mib


def split_class(
    movable: Column,
    weight: Column,
    reported_bytes: Column,
    least_bytes: Column,
    wanted_bytes: Column,
    plan_bytes: Column,
    left_mib: int,
    chosen: int,
    first: int,
    last: int,
) -> None:
    """Raise the machines of weight `chosen` from their least to one pressure, by `left_mib`.

    What the highest level that fits leaves goes, in the order of rows, to machines that the
    next level would give one MiB more, then to any that want more.
    """
    level = pressure_level(
        movable, weight, reported_bytes, least_bytes, wanted_bytes, left_mib, chosen, first, last
    )
    left = left_mib
    for rung in range(3):
        for row in range(first, last):
            if movable[row] == 0 or weight[row] != chosen:
                continue
            size = reported_bytes[row] // MIB * (level + min(rung, 1)) // FINENESS
            if rung == 2:
                size = wanted_bytes[row] // MIB
            size = min(max(size, plan_bytes[row] // MIB), wanted_bytes[row] // MIB)
            more = min(size - plan_bytes[row] // MIB, left)
            plan_bytes[row] += more * MIB
            left -= more


def pressure_level(
    movable: Column,
    weight: Column,
    reported_bytes: Column,
    least_bytes: Column,
    wanted_bytes: Column,
    left_mib: int,
    chosen: int,
    first: int,
    last: int,
) -> int:
    """Return the highest level at which the class takes no more than `left_mib` above its least.

    A machine's size at a level is demand x level / FINENESS, within least and wanted.
    """
    step = LEVEL_MOST
    level = 0
    while step > 0:
        total = 0
        for row in range(first, last):
            if movable[row] == 0 or weight[row] != chosen:
                continue
            size = reported_bytes[row] // MIB * (level + step) // FINENESS
            size = min(max(size, least_bytes[row] // MIB), wanted_bytes[row] // MIB)
            total += size - least_bytes[row] // MIB
        if total <= left_mib:
            level += step
        step //= 2
    return level
