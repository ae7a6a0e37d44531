"""Guest workloads, one file each: settings in, straight pieces of demand out."""

from typing import assert_never

from emulator.engine.segments import Shape
from emulator.engine.workloads import burst, idle, ramp, replay, steady
from emulator.inventory.workload import Burst, Idle, Ramp, Replay, Steady, WorkloadSettings


def shape_of(settings: WorkloadSettings) -> Shape:
    """Return the pieces of a workload; their ages begin at 0 and leave no gap."""
    match settings:
        case Idle():
            return idle.shape(settings)
        case Steady():
            return steady.shape(settings)
        case Ramp():
            return ramp.shape(settings)
        case Burst():
            return burst.shape(settings)
        case Replay():
            return replay.shape(settings)
        case _:
            assert_never(settings)
