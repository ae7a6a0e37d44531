"""A guest that does nothing."""

from emulator.engine.segments import Shape, lasting
from emulator.inventory.workload import Idle


def shape(settings: Idle) -> Shape:
    """Return one level piece."""
    return Shape((lasting(0, settings.demand_bytes, settings.cpu_percent),))
