"""What guests ask for, second by second."""

import pytest

from emulator.engine.advance import advance
from emulator.inventory.workload import Burst, Idle, Ramp, Replay, Steady, WorkloadSettings
from emulator.units import MIB, Percent, Ticks, mib
from tests.engine.world import World, dynamic


def demands(workload: WorkloadSettings, seconds: int) -> list[int]:
    world = World(first_report_delay_seconds_windows=0)
    vm_id = world.start("vm", dynamic(1024), workload=workload)
    row = world.state.rows[vm_id]
    series = []
    for second in range(seconds):
        advance(world.state, Ticks(second))
        series.append(world.state.columns.demand_bytes[row] // MIB)
    return series


@pytest.mark.parametrize(
    ("workload", "series"),
    [
        (Idle(), [312, 312]),
        (Steady(demand_bytes=mib(700)), [700, 700]),
        (
            Ramp(from_bytes=mib(0), to_bytes=mib(10), start_seconds=2, duration_seconds=4),
            [0, 0, 0, 2, 5, 7, 10, 10],
        ),
        (
            Ramp(from_bytes=mib(10), to_bytes=mib(0), start_seconds=0, duration_seconds=4),
            [10, 8, 5, 3, 0, 0],
        ),
        (Ramp(from_bytes=mib(10), to_bytes=mib(20), duration_seconds=0), [20, 20]),
        (
            Burst(
                base_bytes=mib(1),
                peak_bytes=mib(9),
                period_seconds=4,
                peak_seconds=1,
                first_peak_seconds=2,
            ),
            [1, 1, 9, 1, 1, 1, 9, 1, 1, 1, 9],
        ),
        (
            Burst(
                base_bytes=mib(1),
                peak_bytes=mib(9),
                period_seconds=3,
                peak_seconds=2,
                first_peak_seconds=0,
            ),
            [9, 9, 1, 9, 9, 1, 9],
        ),
        (
            Burst(base_bytes=mib(1), peak_bytes=mib(9), peak_seconds=0, first_peak_seconds=0),
            [1, 1, 1],
        ),
        (
            Burst(
                base_bytes=mib(1),
                peak_bytes=mib(9),
                period_seconds=2,
                peak_seconds=2,
                first_peak_seconds=1,
            ),
            [1, 9, 9, 9],
        ),
        (Replay(points=((0, mib(3)), (2, mib(4)), (3, mib(1)))), [3, 3, 4, 1, 1]),
        (Replay(points=((2, mib(4)), (1, mib(3)))), [3, 3, 4]),  # any order, first value early
        (Replay(points=((-5, mib(9)), (-1, mib(3)), (2, mib(4)))), [3, 3, 4]),
        (Replay(points=()), [0, 0]),
    ],
)
def test_a_workload_is_this_series(workload: WorkloadSettings, series: list[int]) -> None:
    assert demands(workload, len(series)) == series


def test_cpu_follows_the_workload_and_the_limit() -> None:
    world = World()
    burst = Burst(
        base_bytes=mib(100),
        peak_bytes=mib(200),
        first_peak_seconds=10,
        peak_cpu_percent=Percent(60),
    )
    world.start("vm", dynamic(1024), workload=burst)
    assert world.read("vm").cpu_percent == 5
    world.leap(10)
    assert world.read("vm").cpu_percent == 60
