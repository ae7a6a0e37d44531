"""What always holds: counted in production, asserted after each tick in tests."""

from emulator.engine.codes import OFF, SAVED
from emulator.engine.columns import Column


def broken_rows(
    power: Column,
    dynamic: Column,
    minimum_bytes: Column,
    maximum_bytes: Column,
    assigned_bytes: Column,
    visible_bytes: Column,
    first: int,
    last: int,
) -> int:
    """Return how many machines have a memory they may not have.

    A machine that is on has at most what its guest sees, and with dynamic memory between its
    minimum and its maximum; one that is off or saved has nothing.
    Source: reference 4 rules 3 and 4 (third-party: the central invariant), 2.1.
    """
    broken = 0
    for row in range(first, last):
        size = assigned_bytes[row]
        if power[row] == OFF or power[row] == SAVED:
            if size != 0:
                broken += 1
        elif size > visible_bytes[row] or (
            dynamic[row] != 0 and not minimum_bytes[row] <= size <= maximum_bytes[row]
        ):
            broken += 1
    return broken
