"""Microsoft.HyperV.PowerShell.VirtualMachine: what Get-VM returns."""

from typing import TYPE_CHECKING, Final

from cmdlets.hyper_v.live import (
    Getters,
    VMPart,
    constant,
    empty_list,
    empty_text,
    enum_getter,
    no,
    nothing,
    session_getters,
    yes,
)
from cmdlets.hyper_v.network.vm_network_adapter import network_adapters
from cmdlets.hyper_v.storage.hard_disk_drive import hard_drives
from cmdlets.hyper_v.types import NAMESPACE, LiveClass
from cmdlets.hyper_v.vm.com_port import ComPort
from cmdlets.hyper_v.vm.integration import integration_services
from emulator.inventory.vm import VM, GuestFamily, PowerState
from emulator.objects.basic_types import STRING
from emulator.objects.collections import TypedArray
from emulator.objects.enums import EnumValue
from emulator.objects.identifiers import Version
from emulator.objects.moments import DateTime, TimeSpan
from emulator.objects.numbers import Int64, UInt32, UInt64
from emulator.units import GIB, MIB, ceil_div

if TYPE_CHECKING:
    from cmdlets.hyper_v.module import HyperVModule

TYPE_NAME: Final = NAMESPACE + "VirtualMachine"
TICKS_PER_MS: Final = 10_000
OPERATING_NORMALLY: Final = "Operating normally"


class VirtualMachine(VMPart):
    """One virtual machine, live."""

    __slots__ = ()

    def __init__(self, module: "HyperVModule", vm: VM) -> None:
        """Make the object for `vm`."""
        super().__init__(module, TYPE_NAME, vm)

    def to_text(self) -> str:
        """Return the module's own form. Source: types.json to_string (clixml_2020)."""
        return f"VirtualMachine (Name = '{self.vm.name}') [Id = '{self.vm_id}']"


def _heartbeat(machine: VirtualMachine) -> EnumValue | None:
    """Answer null unless powered on; before its first report the guest is silent (assumed)."""
    vm, types = machine.vm, machine.module.types
    if vm.state is PowerState.PAUSED:
        return types.enum("VMHeartbeatStatus", "Paused")
    if vm.state is not PowerState.RUNNING:
        return None
    reported = vm.guest is not GuestFamily.NONE and machine.reading.demand_bytes > 0
    return types.enum("VMHeartbeatStatus", "OkApplicationsUnknown" if reported else "NoContact")


def _uptime(machine: VirtualMachine) -> TimeSpan:
    return TimeSpan(machine.reading.uptime_ms * TICKS_PER_MS)


def _created(machine: VirtualMachine) -> DateTime:
    return machine.module.moment(machine.vm.created_ms)


def _operational_status(machine: VirtualMachine) -> list[object]:
    types = machine.module.types
    return TypedArray(types["VMOperationalStatus"], [types.enum("VMOperationalStatus", "Ok")])


def _numa_nodes(machine: VirtualMachine) -> int:
    """Answer how many virtual NUMA nodes the machine has (assumed: as few as its memory needs).

    Dynamic memory and virtual NUMA exclude each other. Source: third-party (Petri, Finn).
    """
    memory = machine.vm.memory
    nodes = machine.module.host.observe().inventory.host.numa_nodes
    if memory.dynamic_memory_enabled or not nodes:
        return 1
    return ceil_div(memory.startup_bytes, max(node.memory_bytes for node in nodes))


def _numa_aligned(machine: VirtualMachine) -> bool | None:
    return True if machine.vm.state is PowerState.RUNNING else None


def _dvd_drives(machine: VirtualMachine) -> list[object]:
    return TypedArray(machine.module.types["DvdDrive"])


def _sub_type(machine: VirtualMachine) -> EnumValue:
    kind = f"Generation{machine.vm.generation}"
    return machine.module.types.enum("VirtualMachineSubType", kind)


MEMORY_GETTERS: Final[Getters] = {
    "MemoryAssigned": lambda machine: Int64(machine.reading.assigned_bytes),
    "MemoryDemand": lambda machine: Int64(machine.reading.demand_bytes),
    "MemoryStatus": lambda machine: machine.reading.status.value,
    "DynamicMemoryEnabled": lambda machine: machine.vm.memory.dynamic_memory_enabled,
    "MemoryMaximum": lambda machine: Int64(machine.vm.memory.maximum_bytes),
    "MemoryMinimum": lambda machine: Int64(machine.vm.memory.minimum_bytes),
    "MemoryStartup": lambda machine: Int64(machine.vm.memory.startup_bytes),
    "SmartPagingFileInUse": no,
    "NumaAligned": _numa_aligned,
    "NumaNodesCount": _numa_nodes,
    "NumaSocketCount": constant(1),
}

STATUS_GETTERS: Final[Getters] = {
    "State": lambda machine: machine.module.types.enum("VMState", machine.vm.state.value),
    "CPUUsage": lambda machine: int(machine.reading.cpu_percent),
    "Uptime": _uptime,
    "Heartbeat": _heartbeat,
    "IntegrationServicesState": empty_text,
    "IntegrationServicesVersion": constant(Version(0, 0)),
    "OperationalStatus": _operational_status,
    "PrimaryOperationalStatus": enum_getter("VMOperationalStatus", "Ok"),
    "SecondaryOperationalStatus": nothing,
    "StatusDescriptions": lambda _machine: TypedArray(STRING, [OPERATING_NORMALLY]),
    "PrimaryStatusDescription": constant(OPERATING_NORMALLY),
    "SecondaryStatusDescription": nothing,
    "Status": constant(OPERATING_NORMALLY),
    "ReplicationHealth": enum_getter("VMReplicationHealthState", "NotApplicable"),
    "ReplicationMode": enum_getter("VMReplicationMode", "None"),
    "ReplicationState": enum_getter("VMReplicationState", "Disabled"),
    "ResourceMeteringEnabled": lambda machine: machine.vm.metering_enabled,
}

SETTING_GETTERS: Final[Getters] = {
    "ConfigurationLocation": lambda machine: machine.vm.path,
    "GuestStatePath": lambda machine: machine.vm.path,
    "SmartPagingFilePath": lambda machine: machine.vm.smart_paging_path or machine.vm.path,
    "SnapshotFileLocation": lambda machine: machine.vm.snapshot_path or machine.vm.path,
    "AutomaticStartAction": lambda machine: machine.module.types.enum(
        "StartAction", machine.vm.automatic_start_action.value
    ),
    "AutomaticStartDelay": lambda machine: machine.vm.automatic_start_delay_seconds,
    "AutomaticStopAction": lambda machine: machine.module.types.enum(
        "StopAction", machine.vm.automatic_stop_action.value
    ),
    "AutomaticCriticalErrorAction": enum_getter("CriticalErrorAction", "Pause"),
    "AutomaticCriticalErrorActionTimeout": constant(30),
    "AutomaticCheckpointsEnabled": lambda machine: machine.vm.automatic_checkpoints_enabled,
    "CheckpointType": lambda machine: machine.module.types.enum(
        "CheckpointType", machine.vm.checkpoint_type.value
    ),
    "EnhancedSessionTransportType": enum_getter("EnhancedSessionTransportType", "VMBus"),
    "Groups": lambda machine: TypedArray(machine.module.types["VMGroup"]),
    "Version": lambda machine: machine.vm.version,
    "VirtualMachineType": enum_getter("VirtualMachineType", "RealizedVirtualMachine"),
    "VirtualMachineSubType": _sub_type,
    "Notes": lambda machine: machine.vm.notes,
    "ProcessorCount": lambda machine: Int64(machine.vm.processor.count),
    "BatteryPassthroughEnabled": yes,
    "Generation": lambda machine: machine.vm.generation,
    "IsClustered": no,
    "ParentSnapshotId": nothing,
    "ParentSnapshotName": nothing,
    "Path": lambda machine: machine.vm.path,
    "SizeOfSystemFiles": constant(Int64(64 * 1024)),
    "GuestControlledCacheTypes": no,
    "LowMemoryMappedIoSpace": constant(UInt32(128 * MIB)),
    "HighMemoryMappedIoSpace": constant(UInt64(GIB // 2)),
    "LockOnDisconnect": enum_getter("OnOffState", "Off"),
    "CreationTime": _created,
    "Id": lambda machine: machine.vm_guid,
    "Name": lambda machine: machine.vm.name,
}
"""Settings that nothing here changes have the defaults of a fresh machine. Source: recalled."""

DEVICE_GETTERS: Final[Getters] = {
    "ComPort1": lambda machine: ComPort(machine.module, machine.vm, 1),
    "ComPort2": lambda machine: ComPort(machine.module, machine.vm, 2),
    "DVDDrives": _dvd_drives,
    "FibreChannelHostBusAdapters": empty_list,
    "FloppyDrive": nothing,
    "HardDrives": lambda machine: hard_drives(machine.module, machine.vm),
    "RemoteFxAdapter": nothing,
    "VMIntegrationService": lambda machine: integration_services(machine.module, machine.vm),
    "NetworkAdapters": lambda machine: network_adapters(machine.module, machine.vm),
}

GETTERS: Final[Getters] = {
    **MEMORY_GETTERS,
    **STATUS_GETTERS,
    **SETTING_GETTERS,
    **DEVICE_GETTERS,
    **session_getters(),
}

LIVE: Final = LiveClass(python=VirtualMachine, getters=GETTERS)
