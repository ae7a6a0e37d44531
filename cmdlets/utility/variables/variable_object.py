"""System.Management.Automation.PSVariable: a variable as an object, live in its scope."""

from typing import TYPE_CHECKING, Any, Final

from emulator.dotnet.lists import collection_of
from emulator.objects.basic_types import OBJECT
from emulator.objects.enums import EnumValue, enum_type, member
from emulator.objects.errors import NotEmulated
from emulator.objects.types import ClrObject, Property, PSType
from emulator.powershell.runtime.scope import Traits, VariableOption

if TYPE_CHECKING:
    from emulator.powershell.runtime.scope import Scope

_SMA: Final = "System.Management.Automation."
_STRING: Final = "System.String"

ITEM_OPTIONS: Final = enum_type(
    _SMA + "ScopedItemOptions",
    {"None": 0, "ReadOnly": 1, "Constant": 2, "Private": 4, "AllScope": 8, "Unspecified": 16},
    flags=True,
)
VISIBILITY: Final = enum_type(_SMA + "SessionStateEntryVisibility", {"Public": 0, "Private": 1})


def options_of(value: EnumValue | None) -> frozenset[VariableOption]:
    """Return the options that a ScopedItemOptions value means."""
    number = 0 if value is None else value.number
    members = ITEM_OPTIONS.enum_members or {}
    return frozenset(one for one in VariableOption if number & members[one.value])


class VariableObject(ClrObject):
    """One variable: the scope that holds it and its name, lower case."""

    __slots__ = ("lower", "scope")

    def __init__(self, scope: "Scope", lower: str) -> None:
        """Show the variable `lower` of `scope`."""
        self.scope = scope
        self.lower = lower

    @property
    def traits(self) -> Traits:
        """What the variable is beside its value."""
        known = self.scope.traits.get(self.lower)
        if known is not None:
            return known
        return Traits(name=self.scope.session.spelling.get(self.lower, self.lower))

    @property
    def name(self) -> str:
        """The name as it was first written."""
        return self.traits.name

    @property
    def options(self) -> EnumValue:
        """The options as a ScopedItemOptions value."""
        members = ITEM_OPTIONS.enum_members or {}
        return EnumValue(ITEM_OPTIONS, sum(members[one.value] for one in self.traits.options))

    @property
    def value(self) -> object:
        """The value now; $null once the variable is gone."""
        return self.scope.values.get(self.lower)

    def assign(self, value: object) -> None:
        """Give it a value, as an assignment does."""
        self.scope.assign(self.name, self.lower, value)


def _attributes(one: VariableObject) -> object:
    if one.traits.convert is not None:
        raise NotEmulated("Attributes of a typed variable")
    return collection_of(())


def _assign(one: Any, value: object) -> None:
    one.assign(value)


PS_VARIABLE: Final = PSType(
    name=_SMA + "PSVariable",
    base=OBJECT,
    python=VariableObject,
    properties=(
        Property(name="Name", type_name=_STRING, get=lambda it: it.name),
        Property(name="Description", type_name=_STRING, get=lambda it: it.traits.description),
        Property(name="Value", type_name="System.Object", get=lambda it: it.value, set=_assign),
        Property(
            name="Visibility",
            type_name=VISIBILITY.name,
            get=lambda _: member(VISIBILITY, "Public"),
        ),
        Property(name="Module", type_name=_SMA + "PSModuleInfo", get=lambda _: None),
        Property(name="ModuleName", type_name=_STRING, get=lambda _: ""),
        Property(name="Options", type_name=ITEM_OPTIONS.name, get=lambda it: it.options),
        Property(
            name="Attributes",
            type_name="System.Collections.ObjectModel.Collection`1[System.Attribute]",
            get=_attributes,
        ),
    ),
)
VariableObject.ps_type = PS_VARIABLE
