"""Letting time pass, tick by tick where something moves and in one leap where nothing does."""

from typing import Final

from emulator.engine.rules.metering import metering
from emulator.engine.rules.next_change import next_change, next_idle_reclaim
from emulator.engine.state import State
from emulator.engine.step import idle_turns, step
from emulator.units import Ticks

CATCH_UP_TICKS_MOST: Final = 366 * 24 * 3600
"""A year in one call: a world that moves at every tick takes minutes for it, so more is rather
a mistake in a number than a wish."""


class CatchUpTooLong(Exception):  # noqa: N818 - says what was asked
    """More ticks were asked for in one call than CATCH_UP_TICKS_MOST; nothing has moved."""


def advance(state: State, until: Ticks, *, skipping: bool = True) -> None:
    """Bring the state to tick `until`; a tick that has passed already changes nothing.

    advance(advance(s, a), b) is advance(s, b), and without `skipping` (only slower) the same.
    """
    if until - state.now > CATCH_UP_TICKS_MOST:
        raise CatchUpTooLong(
            f"{until - state.now} s of virtual time are too much for one catch-up; "
            f"the most is {CATCH_UP_TICKS_MOST} s"
        )
    while state.now < until:
        if state.restless or not skipping:
            _pass(state, Ticks(state.now + 1))
            step(state)
            continue
        change = _next_change(state, Ticks(until + 1))
        _pass(state, Ticks(min(change, until)))
        if change <= until:
            step(state)


def _pass(state: State, until: Ticks) -> None:
    """Let the meters run up to `until`: from the last tick on nothing has moved."""
    c = state.columns
    metering(
        c.metered, c.power, c.assigned_bytes, c.cpu_percent, c.processor_count,
        c.meter_mib_ticks, c.meter_least_mib, c.meter_most_mib, c.meter_cpu_ticks,
        until - state.now, *state.host_rows,
    )  # fmt: skip
    state.now = until


def _next_change(state: State, until: Ticks) -> Ticks:
    """Return the next tick at which something can change, at most `until`."""
    c, s = state.columns, state.segments
    first, last = state.host_rows
    soonest = next_change(
        c.power, c.boot_tick, c.ready_delay_ticks, c.report_delay_ticks,
        c.workload_tick, c.cycle_ticks, c.segment_first, c.segment_at,
        s.start_ticks, s.end_ticks, s.rise_mib, s.span_ticks, state.now, until, first, last,
    )  # fmt: skip
    engine = state.inventory.host.engine
    if engine.idle_reclaim:
        soonest = next_idle_reclaim(
            c.movable, c.boot_tick, c.assigned_bytes, c.wanted_bytes,
            *idle_turns(engine), state.now, soonest, first, last,
        )  # fmt: skip
    return Ticks(soonest)
