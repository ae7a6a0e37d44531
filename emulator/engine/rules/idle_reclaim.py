"""Taking unused memory back although nobody needs it, every 300 seconds."""

from emulator.engine.columns import Column


def idle_reclaim(
    movable: Column,
    boot_tick: Column,
    wanted_bytes: Column,
    plan_bytes: Column,
    first_ticks: int,
    period_ticks: int,
    now: int,
    first: int,
    last: int,
) -> None:
    """Plan for a machine whose turn it is no more than it wants.

    The turn comes at the guest's age `first_ticks` and every `period_ticks` after it.
    Source: reference 4 rule 8 (sources conflict: a switch of the world); charbel-idle,
    multipass-2182 and kernelbuild-ru (240 s, then each 300 s).
    """
    for row in range(first, last):
        if movable[row] == 0 or plan_bytes[row] <= wanted_bytes[row]:
            continue
        age = now - boot_tick[row] - first_ticks
        if age >= 0 and age % period_ticks == 0:
            plan_bytes[row] = wanted_bytes[row]
