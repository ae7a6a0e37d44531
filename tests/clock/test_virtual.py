"""The clock: dials, continuity, and that it never runs backwards."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emulator.clock import EPOCH_TICKS, MANUAL, REAL, Clock, Rate

NS_PER_MS = 1_000_000


class Wall:
    """Real time in the hands of the test."""

    def __init__(self) -> None:
        self.ns = 5_000

    def __call__(self) -> int:
        return self.ns


def test_a_manual_clock_stands_still_until_it_is_advanced() -> None:
    wall = Wall()
    clock = Clock(rate=MANUAL, monotonic_ns=wall)
    wall.ns += 10**12
    assert clock.now_ms() == 0
    assert clock.advance(1_500) == 1_500
    assert clock.now_ms() == 1_500


@pytest.mark.parametrize(("factor", "passed_ms"), [(1, 2_000), (60, 120_000), (1_000, 2_000_000)])
def test_a_running_clock_passes_its_factor_of_real_time(factor: int, passed_ms: int) -> None:
    wall = Wall()
    clock = Clock(rate=Rate(factor=factor), monotonic_ns=wall)
    wall.ns += 2_000 * NS_PER_MS
    assert clock.now_ms() == passed_ms


def test_the_world_begins_at_its_epoch() -> None:
    clock = Clock()
    assert clock.utc_ticks() == EPOCH_TICKS
    clock.advance(1_001)
    assert clock.utc_ticks() == EPOCH_TICKS + 10_010_000


def test_a_clock_can_go_on_where_another_stopped() -> None:
    assert Clock(start_ms=77).now_ms() == 77


def test_advance_to_does_nothing_when_the_moment_is_past() -> None:
    clock = Clock(start_ms=100)
    assert clock.advance_to(50) == 100
    assert clock.advance_to(150) == 150


def test_time_cannot_be_advanced_backwards() -> None:
    with pytest.raises(ValueError, match="backwards"):
        Clock().advance(-1)


@given(
    st.lists(
        st.one_of(
            st.tuples(st.just("wall"), st.integers(0, 10**10)),
            st.tuples(st.just("rate"), st.integers(0, 1_000)),
            st.tuples(st.just("advance"), st.integers(0, 10**6)),
        )
    )
)
def test_turning_the_dials_leaves_now_continuous(steps: list[tuple[str, int]]) -> None:
    wall = Wall()
    clock = Clock(rate=REAL, monotonic_ns=wall)
    expected_ns, factor = 0, 1
    for what, amount in steps:
        if what == "wall":
            wall.ns += amount
            expected_ns += amount * factor
        elif what == "rate":
            clock.set_rate(Rate(factor=amount))
            factor = amount
        else:
            clock.advance(amount)
            expected_ns += amount * NS_PER_MS
        assert clock.now_ms() == expected_ns // NS_PER_MS


def test_whoever_watches_hears_of_every_jump_and_dial() -> None:
    clock, heard = Clock(), list[int]()
    clock.watch(lambda: heard.append(clock.now_ms()))
    clock.advance(5)
    clock.set_rate(MANUAL)
    clock.set_skip_sleeps(skip_sleeps=False)
    clock.advance_to(9)
    assert heard == [5, 5, 5, 9]
    assert not clock.skip_sleeps


@pytest.mark.parametrize(
    ("text", "rate", "written"),
    [
        ("manual", MANUAL, "manual"),
        ("real", REAL, "real"),
        ("REAL", REAL, "real"),
        ("x1", REAL, "real"),
        ("x60", Rate(factor=60), "x60"),
        ("x0", MANUAL, "manual"),
    ],
)
def test_a_rate_is_read_and_written_as_text(text: str, rate: Rate, written: str) -> None:
    assert Rate.parse(text) == rate
    assert str(rate) == written


@pytest.mark.parametrize("text", ["", "x", "60", "x-1", "x1.5", "fast", "x9999999", "x²"])
def test_what_is_no_rate_is_refused_with_what_is_allowed(text: str) -> None:
    with pytest.raises(ValueError, match="manual"):
        Rate.parse(text)


def test_the_wait_until_a_moment_follows_the_rate() -> None:
    wall = Wall()
    clock = Clock(rate=Rate(factor=10), monotonic_ns=wall)
    assert clock.real_seconds_until(10_000) == 1.0
    wall.ns += 10**9
    assert clock.real_seconds_until(10_000) == 0.0
    clock.set_rate(MANUAL)
    assert clock.real_seconds_until(99_999) is None
