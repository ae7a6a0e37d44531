"""How a shortage is split."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emulator.engine.policies import split_of
from emulator.inventory.host import ShortagePolicy
from emulator.units import MIB

Machine = tuple[int, int, int, int, int]
"""(weight, minimum, demand, least, wanted), sizes in MiB."""


def split(policy: ShortagePolicy, machines: list[Machine], pool: int) -> list[int]:
    # a machine that does not move stands at the end and keeps its plan
    rows = [*machines, (50, 0, 0, 0, 0)]
    weight = [row[0] for row in rows]
    minimum, demand, least, wanted = ([row[at] * MIB for row in rows] for at in range(1, 5))
    movable = [*(1 for _ in machines), 0]
    plan = [*(0 for _ in machines), 7 * MIB]
    split_of(policy)(
        movable, weight, minimum, demand, least, wanted, plan, pool * MIB, 0, len(rows)
    )
    assert plan.pop() == 7 * MIB
    return [size // MIB for size in plan]


@pytest.mark.parametrize(
    ("machines", "pool", "plan"),
    [
        ([(50, 512, 9000, 512, 4096), (50, 512, 9000, 512, 4096)], 3024, [1512, 1512]),
        ([(50, 512, 9000, 512, 4096), (50, 512, 9000, 512, 4096)], 3025, [1513, 1512]),
        ([(100, 0, 9000, 0, 4096), (0, 0, 9000, 0, 4096)], 1020, [1010, 10]),  # 101 to 1
        ([(50, 0, 50, 0, 60), (50, 0, 9000, 0, 4096)], 1000, [60, 940]),  # capped by wanted
        ([(50, 0, 900, 700, 900), (50, 0, 9000, 0, 4096)], 1000, [700, 300]),  # held by least
        ([(50, 2048, 480, 2048, 2048), (50, 512, 9000, 512, 8192)], 9000, [2048, 6952]),
    ],
)
def test_proportional_gives_minimum_and_a_share_by_weight(
    machines: list[Machine], pool: int, plan: list[int]
) -> None:
    assert split(ShortagePolicy.PROPORTIONAL, machines, pool) == plan


@pytest.mark.parametrize(
    ("machines", "pool", "plan"),
    [
        # the heavier class first
        ([(0, 512, 2000, 512, 2400), (100, 512, 2000, 512, 2400)], 3000, [600, 2400]),
        # equal pressure inside a class
        ([(50, 0, 1000, 0, 1200), (50, 0, 3000, 0, 3600)], 2000, [500, 1500]),
        ([(50, 0, 1000, 0, 1200), (50, 0, 2000, 0, 2400)], 2000, [667, 1333]),
        # the least holds even against a heavier class
        ([(0, 512, 2000, 900, 2400), (100, 512, 2000, 512, 2400)], 2000, [900, 1100]),
        # where no pressure tells them apart, the order of rows does
        ([(50, 0, 0, 0, 600), (50, 0, 0, 0, 600)], 700, [600, 100]),
        # the last class also fits into what the others leave
        ([(50, 0, 100, 0, 120), (40, 0, 100, 0, 120)], 240, [120, 120]),
    ],
)
def test_priority_serves_the_heaviest_class_first(
    machines: list[Machine], pool: int, plan: list[int]
) -> None:
    assert split(ShortagePolicy.PRIORITY, machines, pool) == plan


@st.composite
def shortages(draw: st.DrawFn) -> tuple[list[Machine], int]:
    machines = []
    for _ in range(draw(st.integers(1, 6))):
        minimum = draw(st.integers(32, 2**20))
        least = minimum + draw(st.integers(0, 2**20))
        wanted = least + draw(st.integers(0, 12 * 2**20))
        demand = draw(st.integers(0, 12 * 2**20))
        machines.append((draw(st.integers(0, 100)), minimum, demand, least, wanted))
    floor = sum(machine[3] for machine in machines)
    return machines, draw(st.integers(floor, sum(machine[4] for machine in machines)))


@given(shortages(), st.sampled_from(ShortagePolicy))
def test_a_split_uses_the_pool_exactly_and_keeps_all_bounds(
    shortage: tuple[list[Machine], int], policy: ShortagePolicy
) -> None:
    machines, pool = shortage
    plan = split(policy, machines, pool)
    assert sum(plan) == pool
    for size, (_, _, _, least, wanted) in zip(plan, machines, strict=True):
        assert least <= size <= wanted


@given(shortages())
def test_of_two_machines_alike_but_for_weight_the_heavier_has_no_less(
    shortage: tuple[list[Machine], int],
) -> None:
    machines, pool = shortage
    _, minimum, demand, least, wanted = machines[0]
    alike = [(weight, minimum, demand, least, wanted) for weight in (20, 70)]
    room = 2 * least + pool % (2 * (wanted - least) + 1)
    for policy in ShortagePolicy:
        light, heavy = split(policy, alike, room)
        assert light <= heavy + 1
