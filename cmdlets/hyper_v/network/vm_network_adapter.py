"""Microsoft.HyperV.PowerShell.VMNetworkAdapter: a network adapter of a machine.

Only what the inventory knows is told; settings that nothing here changes have the defaults of
a fresh adapter. Source: types.json for names; values recalled.
"""

from typing import TYPE_CHECKING, Final

from cmdlets.hyper_v.live import (
    Getters,
    VMPart,
    constant,
    device_getters,
    device_id,
    empty_list,
    empty_text,
    enum_getter,
    no,
    nothing,
    yes,
)
from cmdlets.hyper_v.types import NAMESPACE, LiveClass
from emulator.inventory.devices import NetworkAdapter
from emulator.inventory.vm import VM, PowerState
from emulator.objects.basic_types import STRING
from emulator.objects.collections import TypedArray
from emulator.objects.numbers import Int64, UInt32

if TYPE_CHECKING:
    from cmdlets.hyper_v.module import HyperVModule

TYPE_NAME: Final = NAMESPACE + "VMNetworkAdapter"


class VMNetworkAdapter(VMPart):
    """One network adapter."""

    __slots__ = ("adapter", "number")

    def __init__(
        self, module: "HyperVModule", vm: VM, number: int, adapter: NetworkAdapter
    ) -> None:
        """Make the object for adapter `number`, from 0, of `vm`."""
        super().__init__(module, TYPE_NAME, vm)
        self.number = number
        self.adapter = adapter


def network_adapters(module: "HyperVModule", vm: VM) -> list[object]:
    """Return the adapters of a machine."""
    return [
        VMNetworkAdapter(module, vm, number, adapter)
        for number, adapter in enumerate(vm.network_adapters)
    ]


def _status(adapter: VMNetworkAdapter) -> list[object]:
    kind = adapter.module.types["VMNetworkAdapterOperationalStatus"]
    running = adapter.vm.state is PowerState.RUNNING and adapter.adapter.switch is not None
    ok = adapter.module.types.enum("VMNetworkAdapterOperationalStatus", "Ok")
    return TypedArray(kind, [ok] if running else [])


def _id(adapter: VMNetworkAdapter) -> str:
    return device_id(adapter.vm_id, adapter_guid(adapter.vm_id, adapter.number).upper())


def adapter_guid(vm_id: str, number: int) -> str:
    """Return the adapter's own id: the machine's with its last digits changed by its number."""
    head, tail = vm_id[:-12], vm_id[-12:]
    return f"{head}{(int(tail, 16) ^ (number + 1)):012x}"


def _no(*names: str) -> Getters:
    return dict.fromkeys(names, no)


def _zero(*names: str) -> Getters:
    return dict.fromkeys(names, constant(UInt32(0)))


def _empty(*names: str) -> Getters:
    return dict.fromkeys(names, empty_list)


def _off(*names: str) -> Getters:
    return {name: enum_getter("OnOffState", "Off") for name in names}


GETTERS: Final[Getters] = {
    "MacAddress": lambda adapter: adapter.adapter.mac_address,
    "MediaType": constant(UInt32(0)),
    "DynamicMacAddressEnabled": lambda adapter: adapter.adapter.dynamic_mac_address,
    "ClusterMonitored": yes,
    "IsSynthetic": yes,
    "InterruptModeration": yes,
    "IPAddresses": lambda _adapter: TypedArray(STRING),
    "IovInterruptModeration": enum_getter("IovInterruptModerationValue", 0),
    "IovUsage": constant(0),
    "VirtualFunction": nothing,
    "MandatoryFeatureId": lambda _adapter: TypedArray(STRING),
    "MandatoryFeatureName": lambda _adapter: TypedArray(STRING),
    "PoolName": constant("Primordial"),
    "Connected": lambda adapter: adapter.adapter.switch is not None,
    "SwitchName": lambda adapter: adapter.adapter.switch or "",
    "AdapterId": lambda adapter: adapter_guid(adapter.vm_id, adapter.number),
    "TestReplicaPoolName": empty_text,
    "TestReplicaSwitchName": empty_text,
    "StatusDescription": lambda adapter: TypedArray(STRING, ["OK"] if _status(adapter) else []),
    "Status": _status,
    "Id": _id,
    "SwitchId": nothing,
    "IsolationSetting": nothing,
    "VlanSetting": nothing,
    "BandwidthSetting": nothing,
    "CurrentIsolationMode": enum_getter("VMNetworkAdapterIsolationMode", 0),
    "PortMirroringMode": enum_getter("VMNetworkAdapterPortMirroringMode", 0),
    "IPsecOffloadMaxSA": constant(Int64(512)),
    "VrssQueueSchedulingMode": enum_getter("VrssQueueSchedulingModeType", 0),
    "VrssQueueSchedulingModeRequested": enum_getter("VrssQueueSchedulingModeType", 0),
    "VrssVmbusChannelAffinityPolicy": enum_getter("VrssVmbusChannelAffinityPolicyType", 1),
    "VrssVmbusChannelAffinityPolicyRequested": enum_getter("VrssVmbusChannelAffinityPolicyType", 1),
    "VmqUsage": constant(0),
    "VMQueue": nothing,
    "VMQWeight": constant(UInt32(100)),
    "Name": lambda adapter: adapter.adapter.name,
    **_no(
        "AllowPacketDirect",
        "NumaAwarePlacement",
        "IsLegacy",
        "IsManagementOs",
        "IsExternalAdapter",
        "VrssEnabled",
        "VrssEnabledRequested",
        "VmmqEnabled",
        "VmmqEnabledRequested",
        "VrssExcludePrimaryProcessor",
        "VrssExcludePrimaryProcessorRequested",
        "VrssIndependentHostSpreading",
        "VrssIndependentHostSpreadingRequested",
        "VFDataPathActive",
        "IsTemplate",
    ),
    **_zero(
        "IovWeight",
        "IovQueuePairsRequested",
        "PacketDirectNumProcs",
        "PacketDirectModerationCount",
        "PacketDirectModerationInterval",
        "IovQueuePairsAssigned",
        "VirtualSubnetId",
        "DynamicIPAddressLimit",
        "StormLimit",
        "VrssMaxQueuePairs",
        "VrssMaxQueuePairsRequested",
        "VrssMinQueuePairs",
        "VrssMinQueuePairsRequested",
        "IPsecOffloadSAUsage",
        "BandwidthPercentage",
    ),
    **_empty("AclList", "ExtendedAclList", "RoutingDomainList"),
    **_off(
        "DeviceNaming",
        "MacAddressSpoofing",
        "DhcpGuard",
        "RouterGuard",
        "IeeePriorityTag",
        "AllowTeaming",
        "FixSpeed10G",
    ),
    **device_getters(),
}

LIVE: Final = LiveClass(python=VMNetworkAdapter, getters=GETTERS)
