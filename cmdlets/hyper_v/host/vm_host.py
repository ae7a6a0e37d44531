"""Microsoft.HyperV.PowerShell.VMHost and its NUMA nodes: what Get-VMHost returns."""

from typing import TYPE_CHECKING, Final

from cmdlets.hyper_v.live import (
    Getters,
    HyperVObject,
    constant,
    empty_list,
    enum_getter,
    no,
    session_getters,
)
from cmdlets.hyper_v.types import NAMESPACE, LiveClass
from emulator.inventory.host import HostSettings, NumaNode
from emulator.objects.basic_types import INT32, STRING
from emulator.objects.collections import TypedArray
from emulator.objects.moments import TimeSpan
from emulator.objects.numbers import Int64, UInt32
from emulator.units import MIB

if TYPE_CHECKING:
    from cmdlets.hyper_v.module import HyperVModule

TYPE_NAME: Final = NAMESPACE + "VMHost"
NUMA_TYPE_NAME: Final = NAMESPACE + "VMHostNumaNode"
TICKS_PER_SECOND: Final = 10_000_000


class VMHost(HyperVObject):
    """The host, live."""

    __slots__ = ()

    def __init__(self, module: "HyperVModule") -> None:
        """Make the object for the module's host."""
        super().__init__(module, TYPE_NAME)

    @property
    def settings(self) -> HostSettings:
        """The host as configured now."""
        return self.module.host.observe().inventory.host

    def to_text(self) -> str:
        """Return the module's own form. Source: assumed, as VirtualMachine's."""
        return f"VMHost (Name = '{self.settings.name}')"


class HostNumaNode(HyperVObject):
    """One NUMA node of the host."""

    __slots__ = ("node", "number")

    def __init__(self, module: "HyperVModule", number: int, node: NumaNode) -> None:
        """Make the object for node `number`, from 0."""
        super().__init__(module, NUMA_TYPE_NAME)
        self.number = number
        self.node = node


def _numa_nodes(host: VMHost) -> list[object]:
    nodes = host.settings.numa_nodes
    return TypedArray(
        host.module.types[NUMA_TYPE_NAME],
        [HostNumaNode(host.module, number, node) for number, node in enumerate(nodes)],
    )


def _node_available(item: HostNumaNode) -> int:
    """Answer the node's share of the host's free memory in MB: placement is not emulated yet."""
    host = item.module.host.observe().host()
    return host.free_bytes * item.node.memory_bytes // host.memory_bytes // MIB


def _fqdn(host: VMHost) -> str:
    return host.settings.name


HOST_GETTERS: Final[Getters] = {
    "LogicalProcessorCount": lambda host: host.settings.logical_processors,
    "ResourceMeteringSaveInterval": lambda host: TimeSpan(
        host.settings.resource_metering_save_interval_seconds * TICKS_PER_SECOND
    ),
    "HostNumaStatus": _numa_nodes,
    "NumaStatus": lambda host: TypedArray(host.module.types["VMNumaNodeStatus"]),
    "IovSupport": no,
    "IovSupportReasons": lambda _host: TypedArray(STRING),
    "InternalNetworkAdapters": empty_list,
    "ExternalNetworkAdapters": empty_list,
    "SupportedVmVersions": lambda host: TypedArray(STRING, host.module.persona.vm_versions),
    "SecureBootTemplates": empty_list,
    "EnableEnhancedSessionMode": no,
    "FibreChannelWwnn": constant("C003FF0000FFFF00"),
    "FibreChannelWwpnMaximum": constant("C003FF0000FFFFFF"),
    "FibreChannelWwpnMinimum": constant("C003FF0000FF0000"),
    "MacAddressMaximum": constant("00155D0001FF"),
    "MacAddressMinimum": constant("00155D000100"),
    "NumaSpanningEnabled": lambda host: host.settings.numa_spanning_enabled,
    "VirtualHardDiskPath": lambda host: host.settings.virtual_hard_disk_path,
    "VirtualMachinePath": lambda host: host.settings.virtual_machine_path,
    "FullyQualifiedDomainName": _fqdn,
    "MemoryCapacity": lambda host: Int64(host.settings.memory_bytes),
    "Name": lambda host: host.settings.name,
    "MaximumStorageMigrations": constant(UInt32(2)),
    "MaximumVirtualMachineMigrations": constant(UInt32(2)),
    "UseAnyNetworkForMigration": no,
    "VirtualMachineMigrationAuthenticationType": enum_getter(
        "MigrationAuthenticationType", "CredSSP"
    ),
    "VirtualMachineMigrationEnabled": no,
    "VirtualMachineMigrationPerformanceOption": enum_getter(
        "VMMigrationPerformance", "Compression"
    ),
    **session_getters(),
}
"""Settings that nothing here changes have the defaults of a fresh host. Source: recalled."""

NUMA_GETTERS: Final[Getters] = {
    "NodeId": lambda item: item.number,
    "ProcessorsAvailability": lambda item: TypedArray(INT32, [0] * item.node.logical_processors),
    "MemoryAvailable": _node_available,
    "MemoryTotal": lambda item: item.node.memory_bytes // MIB,
    **session_getters(),
}

LIVE: Final = LiveClass(python=VMHost, getters=HOST_GETTERS)
NUMA_LIVE: Final = LiveClass(python=HostNumaNode, getters=NUMA_GETTERS)
