"""What a running machine costs the host besides its memory."""

from emulator.units import GIB, MIB


def vm_overhead(startup_bytes: int) -> int:
    """Return the overhead of a machine with that startup memory.

    Source: reference 4 rule 10: 32 MB for the first GB and 8 MB for each further GB begun, both
    assumed (setting vm_overhead_bytes).
    """
    further = (startup_bytes - 1) // GIB
    return (32 + 8 * further) * MIB
