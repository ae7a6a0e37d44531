"""Tables of the rules, on columns of one or a few rows. Sizes in MiB unless the name says so."""

import pytest

from emulator.engine.codes import (
    NEVER,
    OFF,
    PAUSED,
    RUNNING,
    SAVED,
    STATUS_LOW,
    STATUS_OK,
    STATUS_WARNING,
)
from emulator.engine.rules.guest_boot import guest_boot
from emulator.engine.rules.guest_floor import floor_mib, guest_floor
from emulator.engine.rules.host_reserve import host_reserve
from emulator.engine.rules.hot_add import grow, hot_add
from emulator.engine.rules.idle_reclaim import idle_reclaim
from emulator.engine.rules.invariants import broken_rows
from emulator.engine.rules.memory_status import memory_status
from emulator.engine.rules.metering import metering
from emulator.engine.rules.next_change import next_idle_reclaim
from emulator.engine.rules.reclaim import reclaim
from emulator.engine.rules.target import target
from emulator.engine.rules.vm_overhead import vm_overhead
from emulator.units import GIB, MIB


def sizes(*counts: int) -> list[int]:
    return [count * MIB for count in counts]


@pytest.mark.parametrize(
    ("power", "dynamic", "age", "reporting", "movable"),
    [
        #            s
        (RUNNING, 1, 44, 0, 0),  # the Linux driver has not reported
        (RUNNING, 1, 45, 1, 0),  # it has, but the host waits
        (RUNNING, 1, 50, 1, 1),
        (RUNNING, 0, 50, 1, 0),  # static memory does not move
        (PAUSED, 1, 99, 1, 0),  # a paused guest answers nothing
    ],
)
def test_a_guest_reports_and_moves_after_its_delays(
    power: int, dynamic: int, age: int, reporting: int, movable: int
) -> None:
    reports, moves = [1 if power == PAUSED else 0], [1]
    guest_boot([power], [dynamic], [7], [50], [45], reports, moves, 7 + age, 0, 1)
    assert (reports, moves) == ([reporting], [movable])


def test_a_guest_whose_driver_never_comes_stays_as_it_is() -> None:
    reports, moves = [0], [0]
    guest_boot([RUNNING], [1], [0], [NEVER], [NEVER], reports, moves, 10**9, 0, 1)
    assert (reports, moves) == ([0], [0])


@pytest.mark.parametrize(
    ("demand", "buffer", "wanted"),
    [
        # demand in MiB, buffer in percent, target in MiB
        (1000, 20, 1200),  # doc-buffer-1000
        (312, 20, 374),  # finn-ws2012-idle: whole MiB
        (100, 20, 256),  # not under the minimum
        (0, 2000, 256),
        (4000, 20, 4096),  # not over the maximum
        (100, 2000, 2100),
        (1000, 5, 1050),
    ],
)
def test_the_target_is_demand_and_buffer_within_limits(
    demand: int, buffer: int, wanted: int
) -> None:
    answer = [0]
    target([1], [MIB], sizes(demand), [buffer], sizes(256), sizes(4096), answer, 0, 1)
    assert answer == sizes(wanted)


def test_a_machine_that_does_not_move_has_its_memory_as_target() -> None:
    answer = [0]
    target([0], sizes(700), sizes(100), [20], sizes(32), sizes(800), answer, 0, 1)
    assert answer == sizes(700)


@pytest.mark.parametrize(
    ("total", "floor"),
    [(100, 58), (128, 72), (512, 168), (2048, 360), (8192, 744), (32768, 1512)],
)
def test_the_floor_of_a_guest_has_the_published_knots(total: int, floor: int) -> None:
    assert floor_mib(total) == floor


@pytest.mark.parametrize(
    ("windows", "seen", "has", "demand", "least", "kept"),
    [
        #  MiB   MiB   MiB   MiB   MiB
        (1, 2048, 2048, 900, 256, 360),  # Windows: down to its floor
        (1, 2048, 300, 900, 256, 300),  # never up
        (1, 2048, 2048, 900, 512, 512),  # never under the minimum
        (0, 2048, 2048, 900, 512, 900),  # Linux: down to its demand
        (0, 2048, 600, 900, 512, 600),
    ],
)
def test_the_guest_parts_with_so_much(
    windows: int, seen: int, has: int, demand: int, least: int, kept: int
) -> None:
    answer, wanted = [0], [0]
    guest_floor(
        [1], [windows], sizes(seen), sizes(has), sizes(demand), sizes(least), sizes(demand),
        answer, wanted, 0, 1,
    )  # fmt: skip
    assert answer == sizes(kept)
    assert wanted == sizes(max(kept, demand))


def test_growing_changes_no_plan_but_those_that_lack() -> None:
    plan = sizes(500, 500, 500)
    grow([1, 1, 0], sizes(600, 400, 700), plan, 0, 3)
    assert plan == sizes(600, 500, 500)


@pytest.mark.parametrize(
    ("block", "seen", "plan", "free", "planned", "left"),
    [
        # all MiB
        (1, 512, 865, 0, 865, 0),  # Windows takes any amount
        (128, 1024, 1100, 200, 1152, 148),  # up to a whole block
        (128, 1024, 1100, 51, 1024, 127),  # down where that is not free
        (128, 1024, 1024, 9, 1024, 9),  # nothing to add
        (128, 1024, 900, 9, 900, 9),  # memory in view needs no block
        (128, 1024, 2030, 99, 2040, 89),  # the last block may be partly backed: maximum 2040
    ],
)
def test_linux_gets_whole_blocks(
    block: int, seen: int, plan: int, free: int, planned: int, left: int
) -> None:
    plans = sizes(plan)
    rest = hot_add([1], sizes(block), sizes(seen), sizes(2040), plans, free * MIB, 0, 1)
    assert (plans, rest) == (sizes(planned), left * MIB)


@pytest.mark.parametrize(
    ("needed", "deep", "plans"),
    [
        # MiB                       weights 50, 10, 50, 10; wanted 600, least 300, has 1000
        (0, 1, (1000, 1000, 1000, 1000)),
        (100, 0, (1000, 900, 1000, 1000)),  # the lightest first, in the order of rows
        (500, 0, (1000, 600, 1000, 900)),
        (900, 0, (900, 600, 1000, 600)),  # then the next class
        (9999, 0, (600, 600, 600, 600)),  # surplus only
        (900, 1, (1000, 500, 1000, 600)),  # a start goes deeper in the lightest class first
        (9999, 1, (300, 300, 300, 300)),
    ],
)
def test_reclaim_takes_from_the_lightest_first(
    needed: int, deep: int, plans: tuple[int, ...]
) -> None:
    plan = sizes(1000, 1000, 1000, 1000, 5000)
    found = reclaim(
        [1, 1, 1, 1, 0], [50, 10, 50, 10, 0], sizes(600, 600, 600, 600, 0),
        sizes(300, 300, 300, 300, 0), plan, needed * MIB, deep, 0, 5,
    )  # fmt: skip
    assert plan == sizes(*plans, 5000)
    assert found == (4000 - sum(plans)) * MIB


@pytest.mark.parametrize(
    ("age", "plan"),
    [(239, 900), (240, 600), (241, 900), (539, 900), (540, 600), (840, 600)],
)
def test_idle_memory_goes_at_240_s_and_every_300_s(age: int, plan: int) -> None:
    plans = sizes(900, 500, 900)
    idle_reclaim([1, 1, 0], [0, 0, 0], sizes(600, 600, 600), plans, 240, 300, age, 0, 3)
    assert plans == sizes(plan, 500, 900)


@pytest.mark.parametrize(
    ("now", "turn"), [(0, 240), (239, 240), (240, 540), (300, 540), (540, 840)]
)
def test_the_next_turn_is_foreseen(now: int, turn: int) -> None:
    has, wanted = sizes(900, 500, 900), sizes(600, 600, 600)
    moves = [1, 1, 0]
    assert next_idle_reclaim(moves, [0, 0, 0], has, wanted, 240, 300, now, 9999, 0, 3) == turn
    assert next_idle_reclaim(moves, [0, 0, 0], has, wanted, 240, 300, now, now, 0, 3) == now


@pytest.mark.parametrize(
    ("assigned", "demand", "low", "status"),
    [
        # MiB  MiB   %
        (4096, 4423, 80, STATUS_WARNING),  # charbel-pressure
        (602, 975, 80, STATUS_WARNING),  # seed-contended
        (5757, 4893, 80, STATUS_OK),  # lkml-build-test2: 88 % of the ideal buffer
        (1160, 1000, 80, STATUS_OK),  # exactly 80 %
        (1159, 1000, 80, STATUS_LOW),
        (1000, 1000, 80, STATUS_LOW),  # exactly enough is no warning
        (1159, 1000, 79, STATUS_OK),
        (512, 0, 80, STATUS_OK),  # nothing reported
    ],
)
def test_memory_status_has_its_thresholds(
    assigned: int, demand: int, low: int, status: int
) -> None:
    assert memory_status(assigned * MIB, demand * MIB, 20, low) == status


@pytest.mark.parametrize(("gib", "mib"), [(8, 624), (16, 864), (64, 2304), (128, 4224)])
def test_the_reserve_is_that_of_the_readme(gib: int, mib: int) -> None:
    assert host_reserve(gib * GIB) == mib * MIB


@pytest.mark.parametrize(
    ("startup", "overhead"), [(512, 32), (1024, 32), (1026, 40), (2048, 40), (8192, 88)]
)
def test_overhead_grows_by_8_mb_a_gb(startup: int, overhead: int) -> None:
    assert vm_overhead(startup * MIB) == overhead * MIB


@pytest.mark.parametrize(
    ("power", "assigned", "seen", "broken"),
    [
        #         MiB  MiB
        (RUNNING, 512, 512, 0),
        (RUNNING, 510, 512, 1),  # under the minimum
        (PAUSED, 1025, 2048, 1),  # over the maximum
        (RUNNING, 600, 512, 1),  # more than the guest sees
        (OFF, 2, 2, 1),
        (SAVED, 2, 2, 1),
        (OFF, 0, 0, 0),
    ],
)
def test_broken_machines_are_counted(power: int, assigned: int, seen: int, broken: int) -> None:
    count = broken_rows([power], [1], sizes(512), sizes(1024), sizes(assigned), sizes(seen), 0, 1)
    assert count == broken


def test_the_meter_adds_only_what_counts() -> None:
    power = [RUNNING, PAUSED, OFF, SAVED, RUNNING]
    metered = [1, 1, 1, 1, 0]
    total, least, most, cpu = [5] * 5, [-1] * 5, [-1] * 5, [7] * 5
    metering(
        metered, power, sizes(10, 20, 0, 0, 50), [30] * 5, [2] * 5,
        total, least, most, cpu, 60, 0, 5,
    )  # fmt: skip
    assert total == [605, 1205, 5, 5, 5]
    assert least == most == [10, 20, -1, -1, -1]
    assert cpu == [3607, 7, 7, 7, 7]
