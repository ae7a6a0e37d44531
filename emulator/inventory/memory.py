"""The memory settings of a virtual machine."""

from dataclasses import dataclass
from typing import Final

from emulator.units import GIB, MIB, TIB, Bytes, Percent, mib

MINIMUM_BYTES_LEAST: Final = mib(32)
MAXIMUM_BYTES_MOST: Final = Bytes(12 * TIB)
ALIGNMENT_BYTES: Final = mib(2)
"""Source: captured refusals (9001 and 4077 MB refused, 2200 and 4000 accepted)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MemorySettings:
    """What Set-VMMemory sets.

    Sizes are whole, even MiB. `buffer_percent` 5..2000, `weight` 0..100. Minimum, maximum,
    buffer and weight are kept, and reported, also while dynamic memory is off.
    Source: documented ranges; `weight` 50 is assumed for the documented "medium".
    """

    dynamic_memory_enabled: bool = False
    startup_bytes: Bytes = Bytes(512 * MIB)
    minimum_bytes: Bytes = Bytes(512 * MIB)
    maximum_bytes: Bytes = Bytes(1024 * GIB)
    buffer_percent: Percent = Percent(20)
    weight: int = 50
    maximum_per_numa_node_bytes: Bytes | None = None
    resource_pool: str = "Primordial"
