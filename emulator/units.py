"""Bytes, ticks and percent, and the only conversions between them ("MB" in Hyper-V means MiB)."""

from typing import Final, NewType

Bytes = NewType("Bytes", int)
"""A whole number of bytes."""

Ticks = NewType("Ticks", int)
"""Whole seconds of virtual time since the world began (1 tick = 1 s)."""

Milliseconds = NewType("Milliseconds", int)
"""Whole milliseconds of virtual time since the world began, or a length of time."""

Percent = NewType("Percent", int)
"""Whole hundredths; may exceed 100 where the quantity does (buffer, pressure)."""

KIB: Final = 1024
MIB: Final = 1024 * KIB
GIB: Final = 1024 * MIB
TIB: Final = 1024 * GIB
MS_PER_TICK: Final = 1000


def mib(count: int) -> Bytes:
    """Return `count` MiB in bytes."""
    return Bytes(count * MIB)


def gib(count: int) -> Bytes:
    """Return `count` GiB in bytes."""
    return Bytes(count * GIB)


def mib_floor(size_bytes: int) -> int:
    """Return the whole MiB that fit in `size_bytes` (floor)."""
    return size_bytes // MIB


def ceil_div(dividend: int, divisor: int) -> int:
    """Return the least whole number not below `dividend / divisor`; `divisor` is positive."""
    return -(-dividend // divisor)


def ticks_floor(moment_ms: int) -> Ticks:
    """Return the whole ticks that have passed at `moment_ms` (floor)."""
    return Ticks(moment_ms // MS_PER_TICK)


def milliseconds(ticks: int) -> Milliseconds:
    """Return `ticks` in milliseconds (exact)."""
    return Milliseconds(ticks * MS_PER_TICK)
