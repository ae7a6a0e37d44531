"""The processor settings of a virtual machine."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessorSettings:
    """What Set-VMProcessor sets. Source: types.json observed defaults of VMProcessor."""

    count: int = 1
    maximum_percent: int = 100
    reserve_percent: int = 0
    relative_weight: int = 100
    maximum_count_per_numa_node: int | None = None
    maximum_count_per_numa_socket: int = 1
    hw_thread_count_per_core: int = 0
    compatibility_for_migration: bool = False
    compatibility_for_older_systems: bool = False
    expose_virtualization_extensions: bool = False
    enable_host_resource_protection: bool = False
    resource_pool: str = "Primordial"
