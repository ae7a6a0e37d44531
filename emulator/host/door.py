"""The one door: `Host.submit(command)` and `Host.observe()`, behind one lock.

(Shape first: the room's owner fills it in.)
"""

from collections.abc import Mapping
from typing import Protocol

from emulator.engine.reading import HostReading, MeterReading, VMReading
from emulator.inventory.commands import Command, Done
from emulator.inventory.inventory import Inventory
from emulator.inventory.refusals import Refusal
from emulator.inventory.vm import VMId
from emulator.units import Milliseconds


class View(Protocol):
    """One consistent look at a host: taken under the lock, valid for ever after."""

    now_ms: Milliseconds
    inventory: Inventory

    def vm(self, vm: VMId) -> VMReading: ...
    def vms(self) -> Mapping[VMId, VMReading]: ...
    def host(self) -> HostReading: ...
    def meter(self, vm: VMId) -> MeterReading | None: ...


class HostDoor(Protocol):
    """What cmdlets and doors may do with a host."""

    def submit(self, command: Command) -> Done | Refusal: ...
    def observe(self) -> View: ...
