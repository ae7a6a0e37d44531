"""Growing: first what was ballooned comes back, then memory is added to the guest's view."""

from emulator.engine.columns import Column


def grow(movable: Column, wanted_bytes: Column, plan_bytes: Column, first: int, last: int) -> None:
    """Plan for every machine at least what it wants; for a host that has enough.

    Within one tick any amount arrives. Source: reference 4 rule 1 (an add takes seconds,
    sometimes less than one, documented) and rule 2; no upper bound of the rate was observed.
    """
    for row in range(first, last):
        if movable[row] != 0 and wanted_bytes[row] > plan_bytes[row]:
            plan_bytes[row] = wanted_bytes[row]


def hot_add(
    movable: Column,
    block_bytes: Column,
    visible_bytes: Column,
    maximum_bytes: Column,
    plan_bytes: Column,
    free_bytes: int,
    first: int,
    last: int,
) -> int:
    """Bring what is planned above the guest's view to whole blocks; return what stays free.

    Up where `free_bytes` and the maximum allow (the last block may be partly backed, the guest
    brings that part online), else down. Memory the guest already sees comes in any amount.
    Source: reference 3.4 and memblock-256 (Linux adds whole blocks, documented; 128 MB);
    seed-hotadd (353 MB to a Windows guest: no such rule there, inferred); up or down is assumed.
    """
    left = free_bytes
    for row in range(first, last):
        seen = visible_bytes[row]
        over = plan_bytes[row] - seen
        if movable[row] == 0 or over <= 0:
            continue
        block = block_bytes[row]
        more = seen + (over + block - 1) // block * block
        more = min(more, maximum_bytes[row])
        if more - plan_bytes[row] > left:
            more = seen + over // block * block
        left -= more - plan_bytes[row]
        plan_bytes[row] = more
    return left
