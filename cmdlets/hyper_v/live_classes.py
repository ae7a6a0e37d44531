"""The classes of the module that have instances here, by full name."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from cmdlets.hyper_v.host import vm_host
from cmdlets.hyper_v.memory import vm_memory
from cmdlets.hyper_v.metering import report
from cmdlets.hyper_v.network import vm_network_adapter
from cmdlets.hyper_v.processor import vm_processor
from cmdlets.hyper_v.storage import hard_disk_drive
from cmdlets.hyper_v.types import LiveClass
from cmdlets.hyper_v.vm import com_port, integration, virtual_machine

LIVE_CLASSES: Final[Mapping[str, LiveClass]] = MappingProxyType(
    {
        virtual_machine.TYPE_NAME: virtual_machine.LIVE,
        vm_memory.TYPE_NAME: vm_memory.LIVE,
        vm_processor.TYPE_NAME: vm_processor.LIVE,
        vm_host.TYPE_NAME: vm_host.LIVE,
        vm_host.NUMA_TYPE_NAME: vm_host.NUMA_LIVE,
        report.TYPE_NAME: report.LIVE,
        hard_disk_drive.TYPE_NAME: hard_disk_drive.LIVE,
        vm_network_adapter.TYPE_NAME: vm_network_adapter.LIVE,
        com_port.TYPE_NAME: com_port.LIVE,
        integration.TYPE_NAME: integration.LIVE,
    }
)
