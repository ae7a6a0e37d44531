"""What the host keeps for itself."""

from emulator.units import GIB, MIB


def host_reserve(memory_bytes: int) -> int:
    """Return the reserve of a host with that much memory, in whole MiB.

    Source: reference 4 rule 9, doc-hostreserve (384 MB + 30 MB per GB: 8 GB -> 624 MB); a part
    of a GB counts in proportion (assumed).
    """
    return (384 + 30 * (memory_bytes // MIB) // (GIB // MIB)) * MIB
