"""Microsoft.HyperV.PowerShell.VMMemory: what Get-VMMemory returns."""

from typing import TYPE_CHECKING, Final

from cmdlets.hyper_v.live import Getters, VMPart, device_getters, device_id
from cmdlets.hyper_v.types import NAMESPACE, LiveClass
from emulator.inventory.memory import MemorySettings
from emulator.inventory.vm import VM
from emulator.objects.numbers import Int64
from emulator.units import MIB

if TYPE_CHECKING:
    from cmdlets.hyper_v.module import HyperVModule

TYPE_NAME: Final = NAMESPACE + "VMMemory"
DEVICE: Final = "4764334d-e001-4176-82ee-5594ec9b530e"
"""The instance part of a memory device's id. Source: WMI's Msvm_MemorySettingData (recalled)."""


class VMMemory(VMPart):
    """The memory settings of one machine, live."""

    __slots__ = ()

    def __init__(self, module: "HyperVModule", vm: VM) -> None:
        """Make the object for `vm`."""
        super().__init__(module, TYPE_NAME, vm)

    @property
    def settings(self) -> MemorySettings:
        """The settings as they are now."""
        return self.vm.memory


def _per_numa_node(memory: VMMemory) -> Int64:
    """Answer the per-node maximum in MB, as the real property does (recalled).

    Not set, it is the memory of the host's largest node. Source: assumed.
    """
    limit = memory.settings.maximum_per_numa_node_bytes
    if limit is None:
        nodes = memory.module.host.observe().inventory.host.numa_nodes
        limit = max((node.memory_bytes for node in nodes), default=memory.settings.startup_bytes)
    return Int64(limit // MIB)


GETTERS: Final[Getters] = {
    "ResourcePoolName": lambda memory: memory.settings.resource_pool,
    "Buffer": lambda memory: int(memory.settings.buffer_percent),
    "DynamicMemoryEnabled": lambda memory: memory.settings.dynamic_memory_enabled,
    "Maximum": lambda memory: Int64(memory.settings.maximum_bytes),
    "MaximumPerNumaNode": _per_numa_node,
    "Minimum": lambda memory: Int64(memory.settings.minimum_bytes),
    "Priority": lambda memory: memory.settings.weight,
    "Startup": lambda memory: Int64(memory.settings.startup_bytes),
    "Name": lambda _memory: "Memory",
    "Id": lambda memory: device_id(memory.vm_id, f"{DEVICE}"),
    **device_getters(),
}

LIVE: Final = LiveClass(python=VMMemory, getters=GETTERS)
