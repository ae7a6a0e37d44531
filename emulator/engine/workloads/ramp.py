"""A guest whose demand goes in a straight line from one amount to another."""

from emulator.engine.segments import Segment, Shape, lasting, level
from emulator.inventory.workload import Ramp
from emulator.units import mib_floor


def shape(settings: Ramp) -> Shape:
    """Return a level piece before the start, the slope, and a level piece after it."""
    start = max(settings.start_seconds, 0)
    end = start + max(settings.duration_seconds, 0)
    from_mib = mib_floor(settings.from_bytes)
    rise_mib = mib_floor(settings.to_bytes) - from_mib
    pieces = []
    if start > 0:
        pieces.append(level(0, start, settings.from_bytes, settings.cpu_percent))
    if end > start:
        slope = Segment(start, end, from_mib, rise_mib, end - start, settings.cpu_percent)
        pieces.append(slope)
    pieces.append(lasting(end, settings.to_bytes, settings.cpu_percent))
    return Shape(tuple(pieces))
