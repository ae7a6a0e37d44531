"""Everything that exists on one host, as one value."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from emulator.inventory.host import HostSettings
from emulator.inventory.vm import VM, VMId


@dataclass(frozen=True, slots=True, kw_only=True)
class Inventory:
    """The host's settings and its machines, in the order they were made.

    `serial` counts the ids handed out, so that the same commands make the same ids (the id of
    a new machine is a hash of seed and serial).
    """

    host: HostSettings = field(default_factory=HostSettings)
    vms: Mapping[VMId, VM] = field(default_factory=lambda: MappingProxyType({}))
    seed: int = 1
    serial: int = 0

    def named(self, name: str) -> Iterator[VM]:
        """Yield the machines of that name (case does not matter; names are not unique)."""
        wanted = name.casefold()
        return (vm for vm in self.vms.values() if vm.name.casefold() == wanted)

    def with_vm(self, vm: VM) -> "Inventory":
        """Return the inventory with `vm` added or replaced."""
        return replace(self, vms=MappingProxyType({**self.vms, vm.id: vm}))

    def without(self, vm: VMId) -> "Inventory":
        """Return the inventory without that machine."""
        kept = {key: value for key, value in self.vms.items() if key != vm}
        return replace(self, vms=MappingProxyType(kept))
