"""Live objects: what the module's cmdlets return, read anew at every look.

An object holds an id, never a value of the engine: `$vm.MemoryAssigned` asked minutes later is
the figure of that moment. Select-Object, JSON and CLIXML take snapshots by reading once.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from emulator.engine.reading import VMReading
from emulator.inventory.vm import VM, VMId
from emulator.objects.identifiers import Guid
from emulator.objects.types import ClrObject, PSType

if TYPE_CHECKING:
    from cmdlets.hyper_v.module import HyperVModule

EMPTY_GUID: Final = "00000000-0000-0000-0000-000000000000"


class HyperVObject(ClrObject):
    """An object of the module on one host."""

    __slots__ = ("module", "ps_type")

    def __init__(self, module: "HyperVModule", type_name: str) -> None:
        """Make an object of the module's class `type_name`."""
        self.module = module
        self.ps_type: PSType = module.types[type_name]


class VMPart(HyperVObject):
    """A virtual machine, or a device or report of one: it knows its machine by id.

    Once the machine is removed the last configuration seen stays readable and `IsDeleted` is
    true, as the real module's objects keep their last values (assumed).
    """

    __slots__ = ("_last", "vm_id")

    def __init__(self, module: "HyperVModule", type_name: str, vm: VM) -> None:
        """Make the object for `vm`."""
        super().__init__(module, type_name)
        self.vm_id = vm.id
        self._last = vm

    @property
    def vm(self) -> VM:
        """The machine as configured now."""
        now = self.module.host.observe().inventory.vms.get(self.vm_id)
        if now is not None:
            self._last = now
        return self._last

    @property
    def reading(self) -> VMReading:
        """What the engine says of the machine now."""
        return self.module.host.observe().vm(self.vm_id)

    @property
    def is_deleted(self) -> bool:
        """Whether the machine is gone."""
        return self.vm_id not in self.module.host.observe().inventory.vms

    @property
    def vm_guid(self) -> Guid:
        """The machine's id as scripts see it."""
        return Guid(self.vm_id)


def device_id(vm: VMId, device: str) -> str:
    r"""Return a device's Id: Microsoft:{machine}\{device}. Source: types.json id_format."""
    return f"Microsoft:{vm.upper()}\\{device}"


def session_getters() -> dict[str, Callable[..., object]]:
    """Return the getters that every object of the module has last."""
    return {
        "CimSession": lambda item: item.module.cim_session,
        "ComputerName": lambda item: item.module.computer_name,
        "IsDeleted": lambda item: getattr(item, "is_deleted", False),
    }


def device_getters() -> dict[str, Callable[..., object]]:
    """Return the getters that every device of a machine has."""
    return {
        "VMId": lambda device: device.vm_guid,
        "VMName": lambda device: device.vm.name,
        "VMSnapshotId": lambda _device: Guid(EMPTY_GUID),
        "VMSnapshotName": empty_text,
        **session_getters(),
    }


def no(_item: object) -> bool:
    """Answer a property that is false here."""
    return False


def yes(_item: object) -> bool:
    """Answer a property that is true here."""
    return True


def nothing(_item: object) -> None:
    """Answer a property that is null here."""


def empty_text(_item: object) -> str:
    """Answer a property that is an empty text here."""
    return ""


def empty_list(_item: object) -> list[object]:
    """Answer a property that is an empty collection here; a fresh one at every look."""
    return []


def constant(value: object) -> Callable[..., object]:
    """Return a getter that always answers `value`."""

    def answer(_item: object) -> object:
        return value

    return answer


def enum_getter(type_name: str, member: str | int) -> Callable[..., object]:
    """Return a getter that always answers that member of an enum of the module."""
    return lambda item: item.module.types.enum(type_name, member)


Getters = Mapping[str, Callable[..., object]]
