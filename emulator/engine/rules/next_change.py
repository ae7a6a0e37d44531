"""When something can change next, if nothing moved now."""

from emulator.engine.codes import RUNNING
from emulator.engine.columns import Column


def next_change(
    power: Column,
    boot_tick: Column,
    ready_delay_ticks: Column,
    report_delay_ticks: Column,
    workload_tick: Column,
    cycle_ticks: Column,
    segment_first: Column,
    segment_at: Column,
    start_ticks: Column,
    end_ticks: Column,
    rise_mib: Column,
    span_ticks: Column,
    now: int,
    until: int,
    first: int,
    last: int,
) -> int:
    """Return the first tick after `now` at which a guest's age changes an answer, or `until`.

    That is: the first report, the end of the boot, the end of the piece of workload that holds,
    or on a slope the next whole MiB.
    Source: follows from guest_boot and demand; design 4.3 (skipping).
    """
    soonest = until
    for row in range(first, last):
        if power[row] != RUNNING:
            continue
        age = now - boot_tick[row]
        if age < ready_delay_ticks[row] and boot_tick[row] + ready_delay_ticks[row] < soonest:
            soonest = boot_tick[row] + ready_delay_ticks[row]
        if age < report_delay_ticks[row] and boot_tick[row] + report_delay_ticks[row] < soonest:
            soonest = boot_tick[row] + report_delay_ticks[row]
        at = segment_first[row] + segment_at[row]
        origin = workload_tick[row] + cycle_ticks[row]
        change = end_ticks[at]
        rise = rise_mib[at] if rise_mib[at] >= 0 else -rise_mib[at]
        if rise > 0:
            passed = now - origin - start_ticks[at]
            passed = max(passed, 0)
            step = rise * passed // span_ticks[at] + 1
            sloping = start_ticks[at] + (step * span_ticks[at] + rise - 1) // rise
            change = min(change, sloping)
        soonest = min(soonest, origin + change)
    return soonest


def next_idle_reclaim(
    movable: Column,
    boot_tick: Column,
    assigned_bytes: Column,
    wanted_bytes: Column,
    first_ticks: int,
    period_ticks: int,
    now: int,
    until: int,
    first: int,
    last: int,
) -> int:
    """Return the first tick after `now` at which idle reclaim has something to do, or `until`.

    A turn that would find nothing to do is none.
    Source: follows from idle_reclaim; design 4.3 (skipping).
    """
    soonest = until
    for row in range(first, last):
        if movable[row] == 0 or assigned_bytes[row] <= wanted_bytes[row]:
            continue
        age = now - boot_tick[row] - first_ticks
        turn = now - age if age < 0 else now - age % period_ticks + period_ticks
        soonest = min(soonest, turn)
    return soonest
