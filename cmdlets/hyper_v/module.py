"""The Hyper-V module on one host: what its cmdlets and live objects share."""

from functools import cached_property

from cmdlets.hyper_v.live_classes import LIVE_CLASSES
from cmdlets.hyper_v.types import HyperVTypes
from cmdlets.hyper_v.views import table_views
from emulator.clock import Clock
from emulator.formatting.views import TableView
from emulator.host.door import HostDoor
from emulator.objects.moments import DateTime
from emulator.objects.types import ClrObject, PSType
from emulator.personas.catalogue import Catalogue
from emulator.personas.versions import PERSONAS, Persona
from emulator.units import Milliseconds

TICKS_PER_MS = 10_000
LOCAL_KIND = 2
"""System.DateTimeKind.Local: the module's moments are local times; the host's zone is UTC."""


class CimSession(ClrObject):
    """Microsoft.Management.Infrastructure.CimSession to the host itself."""

    __slots__ = ("computer_name", "ps_type")

    def __init__(self, computer_name: str, ps_type: PSType) -> None:
        """Make the session that objects of the host `computer_name` carry."""
        self.computer_name = computer_name
        self.ps_type = ps_type

    def to_text(self) -> str:
        """Return CimSession: and the name. Source: the CIM cmdlets' own form (recalled)."""
        return f"CimSession: {self.computer_name}"


class HyperVModule:
    """The module bound to a host: its types, the door, and what objects say of their host.

    One per service, made by the composition root; a test makes as many as it likes.
    """

    def __init__(self, host: HostDoor, clock: Clock, catalogue: Catalogue) -> None:
        """Bind the module to `host`, whose moments `clock` dates."""
        self.host = host
        self.clock = clock
        self.catalogue = catalogue
        self.types = HyperVTypes(catalogue, LIVE_CLASSES)
        settings = host.observe().inventory.host
        self.computer_name = settings.name
        self.persona: Persona = PERSONAS[settings.persona]
        session_type = self.types["Microsoft.Management.Infrastructure.CimSession"]
        self.cim_session = CimSession(settings.name, session_type)

    @cached_property
    def views(self) -> list[TableView]:
        """The default views of the module's classes on this host."""
        return table_views(self.catalogue, self.persona)

    def moment(self, at_ms: Milliseconds) -> DateTime:
        """Return the date of a virtual moment."""
        passed = (self.clock.now_ms() - at_ms) * TICKS_PER_MS
        return DateTime(self.clock.utc_ticks() - passed, LOCAL_KIND)
