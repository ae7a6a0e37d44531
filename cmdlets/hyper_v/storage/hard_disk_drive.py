"""Microsoft.HyperV.PowerShell.HardDiskDrive: a disk of a machine."""

from typing import TYPE_CHECKING, Final

from cmdlets.hyper_v.live import Getters, VMPart, constant, device_getters, device_id, no, nothing
from cmdlets.hyper_v.types import NAMESPACE, LiveClass
from emulator.inventory.devices import HardDrive
from emulator.inventory.vm import VM

if TYPE_CHECKING:
    from cmdlets.hyper_v.module import HyperVModule

TYPE_NAME: Final = NAMESPACE + "HardDiskDrive"
CONTROLLER: Final = "83f8638b-8dca-4152-9eda-2ca8b33039b4"
"""The instance part of a disk's id. Source: recalled."""


class HardDiskDrive(VMPart):
    """One virtual disk on its controller."""

    __slots__ = ("drive",)

    def __init__(self, module: "HyperVModule", vm: VM, drive: HardDrive) -> None:
        """Make the object for `drive` of `vm`."""
        super().__init__(module, TYPE_NAME, vm)
        self.drive = drive

    @property
    def place(self) -> str:
        """The controller's number and the place on it, as ids have them."""
        return f"{self.drive.controller_number}\\{self.drive.controller_location}"


def hard_drives(module: "HyperVModule", vm: VM) -> list[object]:
    """Return the disks of a machine."""
    return [HardDiskDrive(module, vm, drive) for drive in vm.hard_drives]


def _name(disk: HardDiskDrive) -> str:
    drive = disk.drive
    return (
        f"Hard Drive on {drive.controller_type} controller number {drive.controller_number} "
        f"at location {drive.controller_location}"
    )


GETTERS: Final[Getters] = {
    "Path": lambda disk: disk.drive.path,
    "DiskNumber": nothing,
    "MaximumIOPS": constant(0),
    "MinimumIOPS": constant(0),
    "QoSPolicyID": nothing,
    "SupportPersistentReservations": no,
    "WriteHardeningMethod": lambda disk: disk.module.types.enum("CacheAttributes", "Default"),
    "ControllerLocation": lambda disk: disk.drive.controller_location,
    "ControllerNumber": lambda disk: disk.drive.controller_number,
    "ControllerType": lambda disk: disk.module.types.enum(
        "ControllerType", disk.drive.controller_type
    ),
    "Name": _name,
    "PoolName": constant("Primordial"),
    "Id": lambda disk: device_id(disk.vm_id, f"{CONTROLLER}\\{disk.place}\\D"),
    **device_getters(),
}

LIVE: Final = LiveClass(python=HardDiskDrive, getters=GETTERS)
