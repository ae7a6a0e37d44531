"""Taking memory back for somebody who needs it."""

from emulator.engine.columns import Column

WEIGHTS = 101
"""How many different weights there are (0..100): the most classes a reclaim goes through."""


def reclaim(
    movable: Column,
    weight: Column,
    wanted_bytes: Column,
    least_bytes: Column,
    plan_bytes: Column,
    needed_bytes: int,
    to_least: int,
    first: int,
    last: int,
) -> int:
    """Plan to balloon machines until `needed_bytes` are found; return how much was found.

    The lowest weight first; within a weight first what a machine has above what it wants, then,
    where `to_least` is 1 (a start), what it can part with at all; in the order of rows.
    Source: reference 4 rule 7b (lower loses first, documented) and 4.1 (from A > minimum, lowest
    weight first, inferred); the order within a weight is assumed.
    """
    left = needed_bytes
    lowest = next_lightest(movable, weight, -1, first, last)
    while left > 0 and lowest < WEIGHTS:
        for deep in range(1 + to_least):
            for row in range(first, last):
                if movable[row] == 0 or weight[row] != lowest:
                    continue
                keep = least_bytes[row] if deep == 1 else wanted_bytes[row]
                give = plan_bytes[row] - keep
                give = min(give, left)
                if give > 0:
                    plan_bytes[row] -= give
                    left -= give
        lowest = next_lightest(movable, weight, lowest, first, last)
    return needed_bytes - left


def next_lightest(movable: Column, weight: Column, below: int, first: int, last: int) -> int:
    """Return the least weight above `below` that a movable machine has, WEIGHTS if none.

    Source: reference 4 rule 7b.
    """
    lightest = WEIGHTS
    for row in range(first, last):
        if movable[row] != 0 and below < weight[row] < lightest:
            lightest = weight[row]
    return lightest


def can_part_with(
    movable: Column, least_bytes: Column, assigned_bytes: Column, first: int, last: int
) -> int:
    """Return how much all machines together could be made to give.

    Source: reference 4 rules 3 and 5 (minimum and the guest's floor are hard).
    """
    total = 0
    for row in range(first, last):
        if movable[row] != 0:
            total += assigned_bytes[row] - least_bytes[row]
    return total
