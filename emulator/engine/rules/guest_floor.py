"""What the guest parts with: the least a balloon can leave it, and what it is to have now."""

from emulator.engine.columns import Column
from emulator.units import MIB


def guest_floor(
    movable: Column,
    pages_out: Column,
    visible_bytes: Column,
    assigned_bytes: Column,
    reported_bytes: Column,
    minimum_bytes: Column,
    target_bytes: Column,
    least_bytes: Column,
    wanted_bytes: Column,
    first: int,
    last: int,
) -> None:
    """Write the least the balloon can leave (never above assigned), and what is wanted.

    The Linux driver gives nothing below its floor of *available* memory, and counts that floor
    into the demand it reports: so it gives what is above reported demand. A Windows guest pages
    out under the balloon and was seen far below its demand (seed-contended: 602 of 975 MB), so
    only the floor itself stays. Neither goes below the minimum. Wanted is the target, or the
    least where that is more.
    Source: reference 3.2 and 3.3 (documented for Linux, floor table there; the same floor for
    Windows assumed), 3.5 (observed).
    """
    for row in range(first, last):
        if movable[row] == 0:
            least_bytes[row] = assigned_bytes[row]
            wanted_bytes[row] = assigned_bytes[row]
            continue
        least = reported_bytes[row]
        if pages_out[row] != 0:
            least = floor_mib(visible_bytes[row] // MIB) * MIB
        least = max(least, minimum_bytes[row])
        least = min(least, assigned_bytes[row])
        least_bytes[row] = least
        wanted_bytes[row] = max(target_bytes[row], least)


def floor_mib(total_mib: int) -> int:
    """Return what a guest of `total_mib` MiB keeps available in any case, in MiB.

    Source: reference 3.3, documented (Linux hv_balloon.c, compute_balloon_floor).
    """
    if total_mib < 128:
        return 8 + total_mib // 2
    if total_mib < 512:
        return 40 + total_mib // 4
    if total_mib < 2048:
        return 104 + total_mib // 8
    if total_mib < 8192:
        return 232 + total_mib // 16
    return 488 + total_mib // 32
