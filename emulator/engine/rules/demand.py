"""What the guest's programs ask for now."""

from emulator.engine.codes import RUNNING
from emulator.engine.columns import Column
from emulator.units import MIB


def follow_workload(
    power: Column,
    workload_tick: Column,
    segment_first: Column,
    segment_loop: Column,
    start_ticks: Column,
    end_ticks: Column,
    segment_at: Column,
    cycle_ticks: Column,
    now: int,
    first: int,
    last: int,
) -> None:
    """Write which piece of its workload holds for each running guest.

    Each machine has at least one piece and the row behind the last machine says where its pieces
    end. The inner loop ends because the last piece of a workload never ends, or the round it
    ends has a positive length.
    Source: assumed (straight pieces are our form of a workload).
    """
    for row in range(first, last):
        if power[row] != RUNNING:
            continue
        base = segment_first[row]
        at = base + segment_at[row]
        age = now - workload_tick[row] - cycle_ticks[row]
        while age >= end_ticks[at]:
            at += 1
            if at == segment_first[row + 1]:
                again = base + segment_loop[row]
                length = end_ticks[at - 1] - start_ticks[again]
                cycle_ticks[row] += length
                age -= length
                at = again
        segment_at[row] = at - base


def demand(
    power: Column,
    reporting: Column,
    workload_tick: Column,
    cycle_ticks: Column,
    processor_limit_percent: Column,
    segment_first: Column,
    segment_at: Column,
    start_ticks: Column,
    from_mib: Column,
    rise_mib: Column,
    span_ticks: Column,
    piece_cpu_percent: Column,
    demand_bytes: Column,
    reported_bytes: Column,
    cpu_percent: Column,
    now: int,
    first: int,
    last: int,
) -> None:
    """Write demand, reported demand and CPU of running guests, from the piece that holds.

    Demand is whole MiB; the report is the demand from the first report on and 0 before it; CPU
    stays under the machine's limit.
    Source: reference 2.1 (0 until the first report; whole MB observed, lkml-build-test2).
    """
    for row in range(first, last):
        if power[row] != RUNNING:
            continue
        at = segment_first[row] + segment_at[row]
        passed = max(now - workload_tick[row] - cycle_ticks[row] - start_ticks[at], 0)
        if rise_mib[at] < 0:
            amount = from_mib[at] - -rise_mib[at] * passed // span_ticks[at]
        else:
            amount = from_mib[at] + rise_mib[at] * passed // span_ticks[at]
        demand_bytes[row] = amount * MIB
        reported_bytes[row] = amount * MIB * reporting[row]
        cpu_percent[row] = min(piece_cpu_percent[at], processor_limit_percent[row])
