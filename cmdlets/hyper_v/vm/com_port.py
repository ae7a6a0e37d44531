"""Microsoft.HyperV.PowerShell.VMComPort: the two serial ports every machine has."""

from typing import TYPE_CHECKING, Final

from cmdlets.hyper_v.live import Getters, VMPart, device_getters, device_id, empty_text, enum_getter
from cmdlets.hyper_v.types import NAMESPACE, LiveClass
from emulator.inventory.vm import VM

if TYPE_CHECKING:
    from cmdlets.hyper_v.module import HyperVModule

TYPE_NAME: Final = NAMESPACE + "VMComPort"
DEVICE: Final = "8e3a359f-559a-4b6a-98a9-1690a6100ed7"
"""The instance part of a serial controller's id. Source: recalled."""


class ComPort(VMPart):
    """One serial port; not connected to anything."""

    __slots__ = ("number",)

    def __init__(self, module: "HyperVModule", vm: VM, number: int) -> None:
        """Make port `number`, 1 or 2, of `vm`."""
        super().__init__(module, TYPE_NAME, vm)
        self.number = number


GETTERS: Final[Getters] = {
    "Path": empty_text,
    "DebuggerMode": enum_getter("OnOffState", "Off"),
    "Name": lambda port: f"COM {port.number}",
    "Id": lambda port: device_id(port.vm_id, f"{DEVICE}\\{port.number - 1}"),
    **device_getters(),
}

LIVE: Final = LiveClass(python=ComPort, getters=GETTERS)
