"""A guest with the same demand all the time."""

from emulator.engine.segments import Shape, lasting
from emulator.inventory.workload import Steady


def shape(settings: Steady) -> Shape:
    """Return one level piece."""
    return Shape((lasting(0, settings.demand_bytes, settings.cpu_percent),))
