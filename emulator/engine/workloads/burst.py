"""A guest with a peak in every period."""

from emulator.engine.segments import Shape, lasting, level
from emulator.inventory.workload import Burst


def shape(settings: Burst) -> Shape:
    """Return the base before the first peak, then peak and base in turn for ever.

    A peak as long as its period leaves no base between peaks; one of no length no peaks.
    """
    base = (settings.base_bytes, settings.base_cpu_percent)
    peak = (settings.peak_bytes, settings.peak_cpu_percent)
    first = max(settings.first_peak_seconds, 0)
    lead = (level(0, first, *base),) if first > 0 else ()
    if settings.peak_seconds <= 0:
        return Shape((lasting(0, *base),))
    if settings.peak_seconds >= settings.period_seconds:
        return Shape((*lead, lasting(first, *peak)))
    end = first + settings.peak_seconds
    turn = (level(first, end, *peak), level(end, first + settings.period_seconds, *base))
    return Shape((*lead, *turn), loop=len(lead))
