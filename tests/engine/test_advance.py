"""Time: traces, catch-up, skipping at its simplest, and what an observer cannot do."""

import pytest

from emulator.engine.advance import CATCH_UP_TICKS_MOST, CatchUpTooLong, advance
from emulator.engine.carry_out import carry_out
from emulator.engine.invariants import check
from emulator.engine.reading import host_reading, meter_reading, vm_reading
from emulator.engine.snapshot import freeze, thaw
from emulator.engine.state import State
from emulator.inventory.commands import ChangeWorkload, StartVM
from emulator.inventory.host import ShortagePolicy
from emulator.inventory.vm import GuestFamily
from emulator.inventory.workload import Burst, Ramp
from emulator.units import Milliseconds, Ticks, mib
from tests.engine.world import World, dynamic, static, steady


def test_memory_follows_a_ramp_a_second_at_a_time() -> None:
    world = World()
    world.start("vm", dynamic(1024), workload=steady(1000))
    world.run(60)
    ramp = Ramp(from_bytes=mib(1000), to_bytes=mib(1050), duration_seconds=5)
    world.do(ChangeWorkload(vm=world.ids["vm"], workload=ramp))
    assert world.trace("vm", 6) == [1200, 1212, 1224, 1236, 1248, 1260, 1260]


@pytest.mark.parametrize("to", [1030, 970])
def test_a_shallow_ramp_is_followed_whether_one_looks_or_not(to: int) -> None:
    worlds = [World(idle_reclaim=False) for _ in range(2)]
    ramp = Ramp(from_bytes=mib(1000), to_bytes=mib(to), duration_seconds=1000)
    for world in worlds:
        world.start("vm", dynamic(1024), workload=ramp)
    for _ in range(100):
        worlds[0].run(11)
        worlds[1].leap(11)
        assert worlds[0].state == worlds[1].state
    assert worlds[0].read("vm").demand_bytes == mib(to)


def test_a_shortage_leaves_nothing_for_the_rest_of_a_block() -> None:
    world = World(2024)
    world.start("vm", dynamic(1024), guest=GuestFamily.LINUX, workload=steady(3000))
    world.run(51)
    assert world.trace("vm", 2) == [1920, 1920, 1920]
    assert world.host().free_bytes == mib(104)


def test_a_guest_that_has_just_grown_has_its_larger_floor_at_once() -> None:
    world = World(4096)
    world.start("vm", dynamic(512, 32, 4096), workload=steady(3000))
    world.create("new", static(4096 - 456))
    world.run(50)
    assert world.assigned("vm") == 3600
    assert world.refused(StartVM(vm=world.ids["new"])).available_mib == 4096 - 457  # 232 + 225


def test_a_peak_is_served_at_once_and_reclaimed_at_the_guests_turn() -> None:
    world = World(idle_reclaim=True)
    burst = Burst(
        base_bytes=mib(500),
        peak_bytes=mib(1000),
        first_peak_seconds=236,
        peak_seconds=2,
        period_seconds=300,
    )
    world.start("vm", dynamic(512), workload=burst)
    world.run(234)
    assert world.trace("vm", 7) == [600, 600, 1200, 1200, 1200, 1200, 600, 600]
    assert world.read("vm").ballooned_bytes == mib(600)
    world.run(295)
    assert world.trace("vm", 3)[0] == 1200  # unballooned
    assert world.read("vm").visible_bytes == mib(1200)


def test_with_short_periods_idle_memory_goes_soon_after_the_boot() -> None:
    world = World(idle_reclaim=True, idle_reclaim_period_seconds=30)
    world.start("vm", dynamic(1024), workload=steady(500))
    world.run(79)
    assert world.trace("vm", 1) == [1024, 600]


def test_a_linux_guest_grows_by_blocks_and_keeps_the_rest_of_a_block_until_its_turn() -> None:
    world = World(4096, idle_reclaim=True)
    world.start("vm", dynamic(1024), guest=GuestFamily.LINUX, workload=steady(1000))
    world.run(49)
    assert world.trace("vm", 1) == [1024, 1280]
    world.run(189)
    assert world.trace("vm", 1) == [1280, 1200]
    assert world.read("vm").visible_bytes == mib(1280)


@pytest.mark.parametrize(
    ("policy", "sizes"),
    [
        (ShortagePolicy.PROPORTIONAL, [522, 1526]),  # 512 + 101 and 512 + 1 of 102 shares
        (ShortagePolicy.PRIORITY, [512, 1536]),
    ],
)
def test_a_shortage_is_split_by_the_worlds_policy(policy: ShortagePolicy, sizes: list[int]) -> None:
    world = World(2048, shortage_policy=policy)
    for name, weight in (("light", 0), ("heavy", 100)):
        world.start(name, dynamic(1024, 512, 4096, weight=weight), workload=steady(3000))
    world.run(100)
    assert [world.assigned(name) for name in ("light", "heavy")] == sizes
    assert world.host().free_bytes == 0


def test_surplus_is_ballooned_as_far_as_another_needs_it() -> None:
    world = World(3072, idle_reclaim=False)
    world.start("idle", dynamic(2048), workload=steady(500))
    world.start("busy", dynamic(1024), workload=steady(1000))
    world.run(60)
    assert [world.assigned(name) for name in ("idle", "busy")] == [1872, 1200]
    world.run(60)
    assert [world.assigned(name) for name in ("idle", "busy")] == [1872, 1200]


def test_too_much_catch_up_is_an_error_and_moves_nothing() -> None:
    world = World()
    before = freeze(world.state)
    with pytest.raises(CatchUpTooLong, match="31622401 s of virtual time"):
        advance(world.state, Ticks(CATCH_UP_TICKS_MOST + 1))
    assert freeze(world.state) == before
    advance(world.state, Ticks(CATCH_UP_TICKS_MOST))
    assert world.state.now == CATCH_UP_TICKS_MOST


def test_time_does_not_go_back() -> None:
    world = World()
    world.run(10)
    before = freeze(world.state)
    advance(world.state, Ticks(3))
    assert freeze(world.state) == before


def test_a_command_for_another_moment_is_our_mistake() -> None:
    world = World()
    vm_id = world.create("vm", static(512))
    with pytest.raises(AssertionError, match="at tick 0"):
        carry_out(world.state, StartVM(vm=vm_id), Milliseconds(1000))
    with pytest.raises(AssertionError, match="at 0, not 1"):
        meter_reading(world.state, vm_id, Ticks(1))


def test_looking_changes_nothing() -> None:
    world = World()
    vm_id = world.start("vm", dynamic(1024), workload=steady(900))
    world.run(77)
    before = freeze(world.state)
    vm_reading(world.state, vm_id, Milliseconds(77_900))
    host_reading(world.state)
    meter_reading(world.state, vm_id, Ticks(77))
    assert freeze(world.state) == before


def test_a_world_of_machines_begins_off() -> None:
    world = World()
    world.create("a", dynamic(1024), workload=steady(900))
    world.create("b", static(512))
    assert State.of(world.state.inventory) == world.state
    world.do(StartVM(vm=world.ids["a"]))
    with pytest.raises(AssertionError, match="a is Running; start it by command"):
        State.of(world.state.inventory)


def test_a_world_may_begin_before_tick_0() -> None:
    world = World()
    world.state.now = Ticks(-300)
    world.start("vm", dynamic(1024), workload=steady(500))
    advance(world.state, Ticks(0))
    assert world.read("vm").uptime_ms == 300_000
    assert world.assigned("vm") == 600


def test_many_machines_have_room() -> None:
    world = World(100 * 1024)
    for number in range(40):
        world.start(str(number), static(512), workload=steady(number))
    world.run(6)
    assert [world.read(str(number)).demand_bytes // mib(1) for number in range(40)] == [*range(40)]


def test_what_must_hold_is_seen_to_be_broken() -> None:
    world = World(2048)
    vm_id = world.start("vm", dynamic(1024))
    world.start("static", static(512))
    world.create("off", static(512))
    good = freeze(world.state)
    row = world.state.rows[vm_id]
    for column, at, value, words in (
        ("assigned_bytes", row, mib(1) - 1, "no whole MiB"),
        ("assigned_bytes", row, mib(4096), "bytes too many"),
        ("assigned_bytes", row, mib(1400), "sees 1024"),
        ("minimum_bytes", row, mib(1200), "not 1200..4096"),
        ("startup_bytes", row + 1, mib(600), "not 600"),
        ("assigned_bytes", row + 2, mib(2), "does not run"),
    ):
        state = thaw(good)
        state.columns.column(column)[at] = value
        with pytest.raises(AssertionError, match=words):
            check(state)
    state = thaw(good)
    state.columns.minimum_bytes[row] = mib(1200)
    advance(state, Ticks(1))
    assert state.breaches == 1
