"""How much memory a machine should have."""

from emulator.engine.columns import Column
from emulator.units import MIB


def target(
    movable: Column,
    assigned_bytes: Column,
    reported_bytes: Column,
    buffer_percent: Column,
    minimum_bytes: Column,
    maximum_bytes: Column,
    target_bytes: Column,
    first: int,
    last: int,
) -> None:
    """Write the target: reported demand and its buffer, in whole MiB, within the limits.

    A machine whose memory does not move (static, booting, paused, off) has what it has as target.
    Source: reference 2.1, documented (1000 MB at 20 % -> 1200 MB); whole MB observed.
    """
    for row in range(first, last):
        if movable[row] == 0:
            target_bytes[row] = assigned_bytes[row]
            continue
        size = reported_bytes[row] * (100 + buffer_percent[row]) // 100 // MIB * MIB
        size = max(size, minimum_bytes[row])
        size = min(size, maximum_bytes[row])
        target_bytes[row] = size
