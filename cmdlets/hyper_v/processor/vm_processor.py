"""Microsoft.HyperV.PowerShell.VMProcessor: what Get-VMProcessor returns."""

from typing import TYPE_CHECKING, Final

from cmdlets.hyper_v.live import (
    Getters,
    VMPart,
    constant,
    device_getters,
    device_id,
    empty_list,
    empty_text,
    no,
)
from cmdlets.hyper_v.types import NAMESPACE, LiveClass
from emulator.inventory.processor import ProcessorSettings
from emulator.inventory.vm import VM
from emulator.objects.numbers import Int64

if TYPE_CHECKING:
    from cmdlets.hyper_v.module import HyperVModule

TYPE_NAME: Final = NAMESPACE + "VMProcessor"
DEVICE: Final = "b637f346-6a0e-4dec-af52-bd70cb80a21d\\0"
"""The instance part of a processor device's id. Source: types.json id_format."""


class VMProcessor(VMPart):
    """The processor settings of one machine, live."""

    __slots__ = ()

    def __init__(self, module: "HyperVModule", vm: VM) -> None:
        """Make the object for `vm`."""
        super().__init__(module, TYPE_NAME, vm)

    @property
    def settings(self) -> ProcessorSettings:
        """The settings as they are now."""
        return self.vm.processor


def _per_numa_node(processor: VMProcessor) -> Int64:
    """Answer the per-node maximum; not set, the processors of the host's largest node (assumed)."""
    limit = processor.settings.maximum_count_per_numa_node
    if limit is None:
        host = processor.module.host.observe().inventory.host
        limit = max(
            (node.logical_processors for node in host.numa_nodes), default=host.logical_processors
        )
    return Int64(limit)


GETTERS: Final[Getters] = {
    "ResourcePoolName": lambda processor: processor.settings.resource_pool,
    "Count": lambda processor: Int64(processor.settings.count),
    "CompatibilityForMigrationEnabled": lambda p: p.settings.compatibility_for_migration,
    "CompatibilityForMigrationMode": constant("MinimumFeatureSet"),
    "CompatibilityForOlderOperatingSystemsEnabled": (
        lambda p: p.settings.compatibility_for_older_systems
    ),
    "HwThreadCountPerCore": lambda p: Int64(p.settings.hw_thread_count_per_core),
    "ExposeVirtualizationExtensions": lambda p: p.settings.expose_virtualization_extensions,
    "EnablePerfmonPmu": no,
    "EnablePerfmonLbr": no,
    "EnablePerfmonPebs": no,
    "EnablePerfmonIpt": no,
    "EnableLegacyApicMode": no,
    "ApicMode": constant("Default"),
    "AllowACountMCount": no,
    "CpuBrandString": empty_text,
    "PerfCpuFreqCapMhz": constant(0),
    "Maximum": lambda processor: Int64(processor.settings.maximum_percent),
    "Reserve": lambda processor: Int64(processor.settings.reserve_percent),
    "RelativeWeight": lambda processor: processor.settings.relative_weight,
    "MaximumCountPerNumaNode": _per_numa_node,
    "MaximumCountPerNumaSocket": lambda p: Int64(p.settings.maximum_count_per_numa_socket),
    "EnableHostResourceProtection": lambda p: p.settings.enable_host_resource_protection,
    "OperationalStatus": empty_list,
    "StatusDescription": empty_list,
    "Name": constant("Processor"),
    "Id": lambda processor: device_id(processor.vm_id, DEVICE),
    **device_getters(),
}
"""Values no setting stands behind are the observed defaults. Source: types.json, tr-160."""

LIVE: Final = LiveClass(python=VMProcessor, getters=GETTERS)
