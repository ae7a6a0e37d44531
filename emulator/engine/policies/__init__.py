"""Who gets memory when the host is short: one plain function per policy, all of one shape.

A policy plans for the movable machines `plan_bytes` between `least_bytes` and `wanted_bytes`, so
that the plans add up to exactly `pool_bytes`, in whole MiB. It may rely on minimum <= least and
sum(least) <= pool <= sum(wanted), and leaves other machines' plans alone. Like rules, policies are
index loops over whole numbers and compile with numba.
"""

from collections.abc import Callable
from typing import assert_never

from emulator.engine.columns import Column
from emulator.engine.policies.priority import split_by_priority
from emulator.engine.policies.proportional import split_in_proportion
from emulator.inventory.host import ShortagePolicy

Split = Callable[
    [Column, Column, Column, Column, Column, Column, Column, int, int, int],
    None,
]
"""(movable, weight, minimum, reported, least, wanted, plan, pool, first, last)."""


def split_of(policy: ShortagePolicy) -> Split:
    """Return the split a world asks for."""
    match policy:
        case ShortagePolicy.PROPORTIONAL:
            return split_in_proportion
        case ShortagePolicy.PRIORITY:
            return split_by_priority
        case _:
            assert_never(policy)
