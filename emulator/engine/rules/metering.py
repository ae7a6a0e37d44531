"""The meters: sums and extremes over time."""

from emulator.engine.codes import OFF, RUNNING, SAVED
from emulator.engine.columns import Column
from emulator.units import MIB


def metering(
    metered: Column,
    power: Column,
    assigned_bytes: Column,
    cpu_percent: Column,
    processor_count: Column,
    meter_mib_ticks: Column,
    meter_least_mib: Column,
    meter_most_mib: Column,
    meter_cpu_ticks: Column,
    ticks: int,
    first: int,
    last: int,
) -> None:
    """Add `ticks` ticks, in which nothing moves, to the meters of metered machines.

    Off and saved time adds nothing to the sums and does not count for the extremes; a paused
    machine keeps its memory and uses no CPU.
    Source: reference 7, documented (AvgRAM counts off time as 0; MinRAM and MaxRAM consider
    running time only); that a pause counts as running is assumed.
    """
    for row in range(first, last):
        if metered[row] == 0 or power[row] == OFF or power[row] == SAVED:
            continue
        size_mib = assigned_bytes[row] // MIB
        meter_mib_ticks[row] += size_mib * ticks
        if meter_least_mib[row] < 0 or size_mib < meter_least_mib[row]:
            meter_least_mib[row] = size_mib
        meter_most_mib[row] = max(meter_most_mib[row], size_mib)
        if power[row] == RUNNING:
            meter_cpu_ticks[row] += cpu_percent[row] * processor_count[row] * ticks
