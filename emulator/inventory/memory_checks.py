"""Which memory settings Hyper-V accepts, apart from what a machine that runs adds to it."""

from typing import Final, NamedTuple

from emulator.inventory.memory import (
    ALIGNMENT_BYTES,
    MAXIMUM_BYTES_MOST,
    MINIMUM_BYTES_LEAST,
    MemorySettings,
)
from emulator.inventory.refusals import Reason
from emulator.units import MIB

BUFFER_PERCENT_RANGE: Final = (5, 2000)
WEIGHT_RANGE: Final = (0, 100)
SIZES: Final = ("startup_bytes", "minimum_bytes", "maximum_bytes")
"""In the order in which they are judged (assumed)."""


class Fault(NamedTuple):
    """What is wrong with one setting: the reason, its field's name and the value as text.

    Sizes are in whole MiB, as Hyper-V prints them.
    """

    reason: Reason
    setting: str
    value: str


def memory_fault(settings: MemorySettings) -> Fault | None:
    """Return the first thing Hyper-V would not accept in `settings`, None if nothing.

    The order: limits of each value, alignment of sizes, minimum <= startup <= maximum. The last
    counts only while dynamic memory is on, because a static machine of 256 MB keeps the default
    minimum of 512 MB. Source: reference section 1 (documented ranges; the order is assumed).
    """
    return _limit_fault(settings) or _alignment_fault(settings) or _order_fault(settings)


def _limit_fault(settings: MemorySettings) -> Fault | None:
    for name in SIZES:
        size_bytes: int = getattr(settings, name)
        if not MINIMUM_BYTES_LEAST <= size_bytes <= MAXIMUM_BYTES_MOST:
            return Fault(Reason.MEMORY_VALUE_OUT_OF_LIMITS, name, str(size_bytes // MIB))
    for name, value, (least, most) in (
        ("buffer_percent", settings.buffer_percent, BUFFER_PERCENT_RANGE),
        ("weight", settings.weight, WEIGHT_RANGE),
    ):
        if not least <= value <= most:
            return Fault(Reason.MEMORY_VALUE_OUT_OF_LIMITS, name, str(value))
    return None


def _alignment_fault(settings: MemorySettings) -> Fault | None:
    for name in (*SIZES, "maximum_per_numa_node_bytes"):
        size_bytes: int | None = getattr(settings, name)
        if size_bytes is not None and size_bytes % ALIGNMENT_BYTES:
            return Fault(Reason.MEMORY_NOT_ALIGNED, name, str(size_bytes // MIB))
    return None


def _order_fault(settings: MemorySettings) -> Fault | None:
    within = settings.minimum_bytes <= settings.startup_bytes <= settings.maximum_bytes
    if within or not settings.dynamic_memory_enabled:
        return None
    startup_mib = str(settings.startup_bytes // MIB)
    return Fault(Reason.MEMORY_OUT_OF_RANGE, "startup_bytes", startup_mib)
