"""A loop of CPython whose time is the unit of the other figures: machines differ, ratios less."""

import time
from collections.abc import Callable
from statistics import median

LOOPS = 300_000
RUNS = 5


def _loop() -> int:
    total = 0
    table: dict[int, int] = {}
    for number in range(LOOPS):
        total += number & 7
        table[number & 1023] = total
    return total


def seconds(work: Callable[[], object]) -> float:
    """Return the real seconds that `work` takes once."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def calibration_seconds() -> float:
    """Return the median time of the loop."""
    return median(seconds(_loop) for _ in range(RUNS))


def report(name: str, samples: list[float]) -> str:
    """Return one line: median, least, and the ratio of the median to the calibration."""
    middle = median(samples)
    ratio = middle / calibration_seconds()
    return f"{name:<44} {middle * 1000:8.1f} ms  least {min(samples) * 1000:8.1f}  x{ratio:6.1f}"
