"""A guest whose demand follows a series."""

from itertools import pairwise

from emulator.engine.segments import Shape, lasting, level
from emulator.inventory.workload import Replay
from emulator.units import Bytes


def shape(settings: Replay) -> Shape:
    """Return a level piece per point; before the first point its value holds already.

    Points may come in any order; of several at the same second the last one counts.
    """
    series = sorted(dict(settings.points).items()) or [(0, Bytes(0))]
    ahead = [at for at, _ in series if at <= 0]
    series = series[max(len(ahead) - 1, 0) :]
    starts = [0, *(at for at, _ in series[1:])]
    pieces = [
        level(start, end, demand_bytes, settings.cpu_percent)
        for (start, end), (_, demand_bytes) in zip(pairwise(starts), series, strict=False)
    ]
    return Shape((*pieces, lasting(starts[-1], series[-1][1], settings.cpu_percent)))
