"""The classes and enums of the Hyper-V module as PowerShell types, made from the catalogue."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from emulator.objects.basic_types import OBJECT
from emulator.objects.enums import EnumValue, enum_type
from emulator.objects.error_types import exception_type
from emulator.objects.types import Property, PSType
from emulator.personas.catalogue import Catalogue

NAMESPACE: Final = "Microsoft.HyperV.PowerShell."

OTHER_TYPES: Final = (
    "Microsoft.HyperV.PowerShell.GuestIsolationType",
    "Microsoft.Management.Infrastructure.CimSession",
    "System.Management.Automation.PSCredential",
)
"""Types of parameters that the catalogue names without describing them."""

VIRTUALIZATION_EXCEPTION: Final = exception_type(
    NAMESPACE + "VirtualizationException", ("System.Exception",)
)
"""What every refusal of Hyper-V is. Source: types.json exceptions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveClass:
    """What Python adds to a class of the catalogue: its instances and their properties.

    `getters` has one entry per property of the catalogue's class; a property that is missing
    there cannot be read and a test says so.
    """

    python: type
    getters: Mapping[str, Callable[..., object]]


class HyperVTypes:
    """Every class and enum of the module by full name.

    `live` are the classes that have instances here; of the others only the names exist, so that
    parameters can be declared with them.
    """

    def __init__(self, catalogue: Catalogue, live: Mapping[str, LiveClass]) -> None:
        """Take the catalogue; types are made when they are first asked for."""
        self._catalogue = catalogue
        self._live = live
        self._made: dict[str, PSType] = {}

    def __getitem__(self, name: str) -> PSType:
        """Return the type of that full name, or of that name in the module's own namespace."""
        full = name if "." in name else NAMESPACE + name
        found = self._made.get(full)
        if found is None:
            found = self._made[full] = self._make(full)
        return found

    def __iter__(self) -> Iterator[PSType]:
        """Yield every type of the module."""
        for name in (*self._catalogue.classes, *self._catalogue.enums, *OTHER_TYPES):
            yield self[name]
        yield VIRTUALIZATION_EXCEPTION

    def enum(self, type_name: str, member: str | int) -> EnumValue:
        """Return a member of an enum by name or number."""
        kind = self[type_name]
        assert kind.enum_members is not None, f"{type_name} is no enum"
        number = kind.enum_members[member] if isinstance(member, str) else member
        return EnumValue(kind, number)

    def _make(self, name: str) -> PSType:
        members = self._catalogue.enums.get(name)
        if members is not None:
            return enum_type(name, members)
        entry = self._catalogue.classes.get(name)
        base = entry["base"] if entry else self._catalogue.bases.get(name)
        live = self._live.get(name)
        return PSType(
            name=name,
            base=self[base] if base else OBJECT,
            python=live.python if live else None,
            properties=self._properties(entry["properties"], live) if entry and live else (),
            aliases=self._aliases(entry) if entry else (),
        )

    def _properties(self, declared: list[tuple[str, str]], live: LiveClass) -> tuple[Property, ...]:
        return tuple(
            Property(name=name, type_name=type_name, get=live.getters[name])
            for name, type_name in declared
        )

    def _aliases(self, entry: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
        own = entry["aliases"]
        assert isinstance(own, list)
        properties = entry["properties"]
        assert isinstance(properties, list)
        names = {name for name, _ in properties}
        shared = [pair for pair in self._catalogue.device_aliases if pair[1] in names]
        return tuple((name, target) for name, target in (*own, *shared))
