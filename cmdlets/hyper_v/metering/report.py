"""Microsoft.HyperV.PowerShell.VMMeteringReportForVirtualMachine: what Measure-VM returns.

A report is a value: unlike a machine it keeps the figures of the moment it was made.
"""

from typing import TYPE_CHECKING, Final

from cmdlets.hyper_v.live import Getters, HyperVObject, constant
from cmdlets.hyper_v.types import NAMESPACE, LiveClass
from emulator.engine.reading import MeterReading
from emulator.inventory.vm import VM
from emulator.objects.collections import TypedArray
from emulator.objects.identifiers import Guid
from emulator.objects.moments import TimeSpan
from emulator.objects.numbers import UInt64
from emulator.units import MIB

if TYPE_CHECKING:
    from cmdlets.hyper_v.module import HyperVModule

TYPE_NAME: Final = NAMESPACE + "VMMeteringReportForVirtualMachine"
TICKS_PER_SECOND: Final = 10_000_000


class MeteringReport(HyperVObject):
    """What one machine used in its metering window."""

    __slots__ = ("meter", "vm")

    def __init__(self, module: "HyperVModule", vm: VM, meter: MeterReading) -> None:
        """Make the report of `meter` for `vm`."""
        super().__init__(module, TYPE_NAME)
        self.vm = vm
        self.meter = meter


def _megabytes(size_mib: int | None) -> UInt64 | None:
    return None if size_mib is None else UInt64(size_mib)


def _disk(report: MeteringReport) -> UInt64:
    """Answer the sum of the disks' maximum sizes in MB. Source: documented."""
    return UInt64(sum(disk.size_bytes for disk in report.vm.hard_drives) // MIB)


GETTERS: Final[Getters] = {
    "VMId": lambda report: Guid(report.vm.id),
    "VMName": lambda report: report.vm.name,
    "CimSession": lambda report: report.module.cim_session,
    "ComputerName": lambda report: report.module.computer_name,
    "MeteringDuration": lambda report: TimeSpan(report.meter.window_ticks * TICKS_PER_SECOND),
    "AverageProcessorUsage": lambda report: UInt64(report.meter.average_cpu_mhz),
    "AverageMemoryUsage": lambda report: UInt64(report.meter.average_memory_mib),
    "MaximumMemoryUsage": lambda report: _megabytes(report.meter.maximum_memory_mib),
    "MinimumMemoryUsage": lambda report: _megabytes(report.meter.minimum_memory_mib),
    "TotalDiskAllocation": _disk,
    "AggregatedAverageNormalizedIOPS": constant(UInt64(0)),
    "AggregatedAverageLatency": constant(UInt64(0)),
    "AggregatedDiskDataRead": constant(UInt64(0)),
    "AggregatedDiskDataWritten": constant(UInt64(0)),
    "AggregatedNormalizedIOCount": constant(UInt64(0)),
    "NetworkMeteredTrafficReport": lambda report: TypedArray(
        report.module.types["VMPortAclMeteringReport"]
    ),
    "HardDiskMetrics": lambda report: TypedArray(report.module.types["VHDMetrics"]),
}
"""Disk and network traffic are not emulated: no guest here reads or sends anything, so 0."""

LIVE: Final = LiveClass(python=MeteringReport, getters=GETTERS)
