"""Looks at a host: consistent, and the same for ever after."""

from collections.abc import Mapping
from copy import copy
from dataclasses import replace
from types import MappingProxyType

from emulator.engine.reading import (
    HostReading,
    MeterReading,
    VMReading,
    host_reading,
    meter_reading,
    vm_reading,
)
from emulator.engine.state import State
from emulator.inventory.inventory import Inventory
from emulator.inventory.vm import VMId
from emulator.units import Milliseconds


class View:
    """One consistent look at a host: taken under the lock, valid for ever after.

    Readings are computed when they are asked for, from a copy that nobody moves.
    """

    __slots__ = ("_host", "_readings", "_state", "inventory", "now_ms")

    def __init__(self, state: State, now_ms: Milliseconds) -> None:
        self.now_ms = now_ms
        """The moment of the look: milliseconds since the world began."""
        self.inventory: Inventory = state.inventory
        """What exists, and its settings."""
        self._state = state
        self._readings: dict[VMId, VMReading] = {}
        self._host: HostReading | None = None

    def vm(self, vm: VMId) -> VMReading:
        """Return what a machine's memory is; KeyError if there is no such machine."""
        reading = self._readings.get(vm)
        if reading is None:
            reading = self._readings[vm] = vm_reading(self._state, vm, self.now_ms)
        return reading

    def vms(self) -> Mapping[VMId, VMReading]:
        """Return the readings of all machines, in the order they were made."""
        return MappingProxyType({vm: self.vm(vm) for vm in self.inventory.vms})

    def host(self) -> HostReading:
        """Return where the host's memory is."""
        if self._host is None:
            self._host = host_reading(self._state)
        return self._host

    def meter(self, vm: VMId) -> MeterReading | None:
        """Return what a machine's meter shows, None where it is not metered."""
        return meter_reading(self._state, vm, self._state.now)


def still(state: State) -> State:
    """Return a copy of a state for looking at: some 50 µs for a thousand machines.

    It cannot be advanced, because the pieces of the workloads are not copied.
    """
    columns = copy(state.columns)
    vars(columns).update(state.columns.rows(len(state.ids)))
    return replace(state, columns=columns, ids=[*state.ids], rows={**state.rows})
