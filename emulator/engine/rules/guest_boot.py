"""When a guest's memory driver is there: it reports, and the host may move its memory."""

from emulator.engine.codes import RUNNING
from emulator.engine.columns import Column


def guest_boot(
    power: Column,
    dynamic: Column,
    boot_tick: Column,
    ready_delay_ticks: Column,
    report_delay_ticks: Column,
    reporting: Column,
    movable: Column,
    now: int,
    first: int,
    last: int,
) -> None:
    """Write who reports demand and whose memory is movable now.

    A guest reports from `report_delay_ticks` after its boot on (45 s Linux, 5 s Windows). The
    host moves memory of a running dynamic machine that reports and whose driver has been up for
    `ready_delay_ticks` (50 s). A paused guest answers nothing.
    Source: reference 3.2 (45 s documented; 5 s for Windows assumed) and 3.4 (50 s: QEMU's host
    driver and maxsize-msg-1..5, weak).
    """
    for row in range(first, last):
        if power[row] != RUNNING:
            movable[row] = 0
            continue
        age = now - boot_tick[row]
        reporting[row] = 1 if age >= report_delay_ticks[row] else 0
        ready = age >= ready_delay_ticks[row]
        movable[row] = 1 if ready and reporting[row] != 0 and dynamic[row] != 0 else 0
