"""Microsoft.HyperV.PowerShell.VMIntegrationComponent: the integration services of a machine."""

from typing import TYPE_CHECKING, Final

from cmdlets.hyper_v.live import Getters, VMPart, device_getters, device_id, empty_text, nothing
from cmdlets.hyper_v.types import NAMESPACE, LiveClass
from emulator.inventory.vm import VM, GuestFamily, PowerState
from emulator.objects.basic_types import STRING
from emulator.objects.collections import TypedArray
from emulator.objects.enums import EnumValue

if TYPE_CHECKING:
    from cmdlets.hyper_v.module import HyperVModule

TYPE_NAME: Final = NAMESPACE + "VMIntegrationComponent"
STATUS: Final = "VMIntegrationComponentOperationalStatus"

SERVICES: Final = (
    ("Guest Service Interface", "6C09BB55-D683-4DA0-8931-C9BF705F6480", False),
    ("Heartbeat", "84EAAE65-2F2E-45F5-9BB5-0E857DC8EB47", True),
    ("Key-Value Pair Exchange", "2A34B1C2-FD73-4043-8A5B-DD2159BC743F", True),
    ("Shutdown", "9F8233AC-BE49-4C79-8EE3-E7E1985B2077", True),
    ("Time Synchronization", "2497F4DE-E9FA-4204-80E4-4B75C46419C0", True),
    ("VSS", "5CED1297-4598-4915-A5FC-AD21BB4D02A4", True),
)
"""Name, component id, enabled. Source: types.json; ids of three of them recalled."""


class IntegrationService(VMPart):
    """One integration service of a machine."""

    __slots__ = ("component", "enabled", "title")

    def __init__(
        self, module: "HyperVModule", vm: VM, title: str, component: str, *, enabled: bool
    ) -> None:
        """Make the service `title` of `vm`."""
        super().__init__(module, TYPE_NAME, vm)
        self.title = title
        self.component = component
        self.enabled = enabled

    @property
    def status(self) -> EnumValue | None:
        """Ok while the guest runs with its services; null while it does not. Source: tr-138."""
        vm = self.vm
        if vm.state is not PowerState.RUNNING or vm.guest is GuestFamily.NONE:
            return None
        return self.module.types.enum(STATUS, "Ok")

    def to_text(self) -> str:
        """Return the module's own form. Source: types.json to_string."""
        return (
            f"VMIntegrationComponent (Name = '{self.title}', VMName = '{self.vm.name}') "
            f"[Id = '{device_id(self.vm_id, self.component)}', VMId = '{self.vm_id}']"
        )


def integration_services(module: "HyperVModule", vm: VM) -> list[object]:
    """Return the six services of a machine."""
    return [
        IntegrationService(module, vm, title, component, enabled=enabled)
        for title, component, enabled in SERVICES
    ]


def _statuses(service: IntegrationService) -> list[object]:
    status = service.status
    return TypedArray(service.module.types[STATUS], [] if status is None else [status])


def _text(service: IntegrationService) -> str:
    return "" if service.status is None else "OK"


GETTERS: Final[Getters] = {
    "Enabled": lambda service: service.enabled,
    "OperationalStatus": _statuses,
    "PrimaryOperationalStatus": lambda service: service.status,
    "PrimaryStatusDescription": _text,
    "SecondaryOperationalStatus": nothing,
    "SecondaryStatusDescription": empty_text,
    "StatusDescription": lambda service: TypedArray(
        STRING, [] if service.status is None else [_text(service)]
    ),
    "Name": lambda service: service.title,
    "Id": lambda service: device_id(service.vm_id, service.component),
    **device_getters(),
}

LIVE: Final = LiveClass(python=IntegrationService, getters=GETTERS)
