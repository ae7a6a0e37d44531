"""One tick: the answers of all rules, then who gets and who gives, then memory moves.

The order is behaviour: ages, demand, targets first; then the balance, in which memory is found
before it is given out.
"""

from emulator.engine.apply import move_memory
from emulator.engine.policies import split_of
from emulator.engine.rules.accounts import missing, movable_total, surplus
from emulator.engine.rules.demand import demand, follow_workload
from emulator.engine.rules.guest_boot import guest_boot
from emulator.engine.rules.guest_floor import guest_floor
from emulator.engine.rules.hot_add import grow, hot_add
from emulator.engine.rules.idle_reclaim import idle_reclaim
from emulator.engine.rules.invariants import broken_rows
from emulator.engine.rules.reclaim import reclaim
from emulator.engine.rules.target import target
from emulator.engine.state import State
from emulator.inventory.host import EngineSettings
from emulator.units import MIB


def step(state: State) -> None:
    """Do what happens at the state's tick; afterwards it is restless if memory moved."""
    first, last = state.host_rows
    answer(state, first, last)
    balance(state)
    columns = state.columns
    moved = move_memory(
        columns.plan_bytes, columns.assigned_bytes, columns.visible_bytes, first, last
    )
    state.restless = moved > 0
    if moved:  # a larger view has a larger floor, and a command may come within this second
        answer_limits(state, first, last)
    state.breaches += breaches(state)


def answer(state: State, first: int, last: int) -> None:
    """Let the rules that only look at one machine answer for a range of rows."""
    c, s, now = state.columns, state.segments, state.now
    guest_boot(
        c.power, c.dynamic, c.boot_tick, c.ready_delay_ticks, c.report_delay_ticks,
        c.reporting, c.movable, now, first, last,
    )  # fmt: skip
    follow_workload(
        c.power, c.workload_tick, c.segment_first, c.segment_loop, s.start_ticks, s.end_ticks,
        c.segment_at, c.cycle_ticks, now, first, last,
    )  # fmt: skip
    demand(
        c.power, c.reporting, c.workload_tick, c.cycle_ticks, c.processor_limit_percent,
        c.segment_first, c.segment_at,
        s.start_ticks, s.from_mib, s.rise_mib, s.span_ticks, s.cpu_percent,
        c.demand_bytes, c.reported_bytes, c.cpu_percent, now, first, last,
    )  # fmt: skip
    answer_limits(state, first, last)


def answer_limits(state: State, first: int, last: int) -> None:
    """Let the rules answer that depend on assigned memory."""
    c = state.columns
    target(
        c.movable, c.assigned_bytes, c.reported_bytes, c.buffer_percent,
        c.minimum_bytes, c.maximum_bytes, c.target_bytes, first, last,
    )  # fmt: skip
    guest_floor(
        c.movable, c.pages_out, c.visible_bytes, c.assigned_bytes, c.reported_bytes,
        c.minimum_bytes, c.target_bytes, c.least_bytes, c.wanted_bytes, first, last,
    )  # fmt: skip


def balance(state: State) -> None:
    """Plan everybody's memory: grow, take from surplus, or split a shortage; then idle reclaim."""
    c = state.columns
    first, last = state.host_rows
    free_bytes = state.free_bytes // MIB * MIB
    lack_bytes = missing(c.wanted_bytes, c.assigned_bytes, first, last)
    spare_bytes = surplus(c.wanted_bytes, c.assigned_bytes, first, last)
    if lack_bytes > free_bytes + spare_bytes:
        pool_bytes = free_bytes + movable_total(c.movable, c.assigned_bytes, first, last)
        split_of(state.inventory.host.engine.shortage_policy)(
            c.movable, c.weight, c.minimum_bytes, c.reported_bytes, c.least_bytes,
            c.wanted_bytes, c.plan_bytes, pool_bytes, first, last,
        )  # fmt: skip
        free_bytes = 0
    else:
        grow(c.movable, c.wanted_bytes, c.plan_bytes, first, last)
        free_bytes -= lack_bytes
        if free_bytes < 0:
            free_bytes += reclaim(
                c.movable, c.weight, c.wanted_bytes, c.least_bytes, c.plan_bytes,
                -free_bytes, 0, first, last,
            )  # fmt: skip
    if state.inventory.host.engine.idle_reclaim:
        idle_reclaim(
            c.movable, c.boot_tick, c.wanted_bytes, c.plan_bytes,
            *idle_turns(state.inventory.host.engine), state.now, first, last,
        )  # fmt: skip
    hot_add(
        c.movable, c.block_bytes, c.visible_bytes, c.maximum_bytes, c.plan_bytes,
        free_bytes, first, last,
    )  # fmt: skip


def idle_turns(engine: EngineSettings) -> tuple[int, int]:
    """Return the guest's age at its first idle reclaim, and the period after it, in ticks."""
    period = engine.idle_reclaim_period_seconds
    return min(engine.idle_reclaim_first_seconds, engine.ready_delay_seconds + period), period


def breaches(state: State) -> int:
    """Return how many invariants do not hold: machines out of bounds, and a host sold twice."""
    c = state.columns
    broken = broken_rows(
        c.power, c.dynamic, c.minimum_bytes, c.maximum_bytes, c.assigned_bytes, c.visible_bytes,
        *state.host_rows,
    )  # fmt: skip
    return broken + int(state.free_bytes < 0)
