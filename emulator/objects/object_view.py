"""$x.PSObject, $x.PSTypeNames and $x.PSBase: an object seen from outside."""

from collections.abc import Iterator
from typing import Final

from emulator.objects.basic_types import OBJECT, STRING
from emulator.objects.collections import TypedArray
from emulator.objects.common_enums import MEMBER_TYPES
from emulator.objects.enums import member
from emulator.objects.members import MISSING, get_property, property_names, set_property
from emulator.objects.psobject import (
    AliasProperty,
    ExtendedMember,
    NoteProperty,
    PSObject,
    ScriptMethod,
    ScriptProperty,
)
from emulator.objects.types import ClrObject, Property, PSType
from emulator.objects.typing_of import type_names, type_of

_SMA: Final = "System.Management.Automation."
_KINDS: Final = {
    NoteProperty: "NoteProperty",
    AliasProperty: "AliasProperty",
    ScriptProperty: "ScriptProperty",
    ScriptMethod: "ScriptMethod",
}


class NameCollection(TypedArray):
    """The type names of one object; changing it changes the object."""

    __slots__ = ("names",)

    def __init__(self, names: list[str]) -> None:
        """Show `names`."""
        super().__init__(STRING, names)
        self.names = names


class PropertyView(ClrObject):
    """One property of an object: PSPropertyInfo and its kin."""

    __slots__ = ("name", "owner")

    def __init__(self, owner: object, name: str) -> None:
        """Look at the property `name` of `owner`."""
        self.owner = owner
        self.name = name

    @property
    def added(self) -> ExtendedMember | None:
        """The member of the object's own, or None for a property of its type."""
        if isinstance(self.owner, PSObject):
            return self.owner.members.get(self.name.lower())
        return None

    @property
    def kind(self) -> str:
        """The member type by name."""
        if self.added is not None:
            return _KINDS[type(self.added)]
        base = self.owner.base if isinstance(self.owner, PSObject) else self.owner
        if base is not None and isinstance(type_of(base).property_named(self.name.lower()), str):
            return "AliasProperty"
        return "Property"

    @property
    def ps_type(self) -> PSType:  # type: ignore[override]
        """PSNoteProperty, PSProperty, ..."""
        return _PROPERTY_TYPES["PSProperty" if self.kind == "Property" else f"PS{self.kind}"]

    @property
    def value(self) -> object:
        """The value now."""
        held = get_property(self.owner, self.name)
        return None if held is MISSING else held

    @property
    def settable(self) -> bool:
        """Whether the property can be set."""
        added = self.added
        if added is not None:
            return not isinstance(added, ScriptProperty) or added.setter is not None
        base = self.owner.base if isinstance(self.owner, PSObject) else self.owner
        found = None if base is None else type_of(base).property_named(self.name.lower())
        return isinstance(found, Property) and found.set is not None

    @property
    def value_type(self) -> str:
        """The full name of the value's type."""
        base = self.owner.base if isinstance(self.owner, PSObject) else self.owner
        if self.added is None and base is not None:
            found = type_of(base).property_named(self.name.lower())
            if isinstance(found, Property):
                return found.type_name
        return "System.Object" if self.value is None else type_of(self.value).name


def _set(view: PropertyView, value: object) -> None:
    set_property(view.owner, view.name, value)


_PROPERTY_BASE: Final = PSType(
    name=_SMA + "PSPropertyInfo",
    base=OBJECT,
    abstract=True,
    properties=(
        Property(
            name="MemberType",
            type_name=_SMA + "PSMemberTypes",
            get=lambda it: member(MEMBER_TYPES, it.kind),
        ),
        Property(name="Value", type_name="System.Object", get=lambda it: it.value, set=_set),
        Property(name="IsSettable", type_name="System.Boolean", get=lambda it: it.settable),
        Property(name="IsGettable", type_name="System.Boolean", get=lambda _: True),
        Property(name="TypeNameOfValue", type_name="System.String", get=lambda it: it.value_type),
        Property(name="Name", type_name="System.String", get=lambda it: it.name),
        Property(name="IsInstance", type_name="System.Boolean", get=lambda _: True),
    ),
)
_PROPERTY_TYPES: Final = {
    name: PSType(name=_SMA + name, base=_PROPERTY_BASE, python=PropertyView)
    for name in ("PSProperty", "PSNoteProperty", "PSAliasProperty", "PSScriptProperty",
                 "PSScriptMethod")
}  # fmt: skip


class MemberCollection(ClrObject):
    """$x.PSObject.Properties: enumerable, reached by name; Add and Remove change the object."""

    __slots__ = ("owner",)

    def __init__(self, owner: object) -> None:
        """Show the properties of `owner`."""
        self.owner = owner

    def __len__(self) -> int:
        return len(property_names(self.owner))

    def ps_enumerate(self) -> Iterator[object]:
        """Yield the properties."""
        for name in property_names(self.owner):
            yield PropertyView(self.owner, name)

    def ps_index(self, key: object) -> object:
        """Return the property of that name, or None."""
        wanted = str(key).lower()
        for name in property_names(self.owner):
            if name.lower() == wanted:
                return PropertyView(self.owner, name)
        return None


MemberCollection.ps_type = PSType(
    name=_SMA + "PSMemberInfoIntegratingCollection`1[" + _SMA + "PSPropertyInfo]",
    base=OBJECT,
    python=MemberCollection,
    interfaces=("System.Collections.IEnumerable",),
)


class ObjectView(ClrObject):
    """System.Management.Automation.PSObject of a value."""

    __slots__ = ("owner",)

    def __init__(self, owner: object) -> None:
        """Look at `owner`."""
        self.owner = owner


def _base_object(view: ObjectView) -> object:
    owner = view.owner
    return owner if not isinstance(owner, PSObject) or owner.base is None else owner.base


def _names(view: ObjectView) -> NameCollection:
    if isinstance(view.owner, PSObject) and view.owner.type_names is None:
        view.owner.type_names = type_names(view.owner)
    return NameCollection(type_names(view.owner))


ObjectView.ps_type = PSType(
    name=_SMA + "PSMemberSet",
    base=OBJECT,
    python=ObjectView,
    properties=(
        Property(
            name="Members",
            type_name=MemberCollection.ps_type.name,
            get=lambda it: MemberCollection(it.owner),
        ),
        Property(
            name="Properties",
            type_name=MemberCollection.ps_type.name,
            get=lambda it: MemberCollection(it.owner),
        ),
        Property(name="ImmediateBaseObject", type_name="System.Object", get=_base_object),
        Property(name="BaseObject", type_name="System.Object", get=_base_object),
        Property(
            name="TypeNames",
            type_name="System.Collections.ObjectModel.Collection`1[[System.String]]",
            get=_names,
        ),
    ),
)


class BaseView(ClrObject):
    """$x.PSBase: the value without what was added and without dictionary keys as members."""

    __slots__ = ("owner",)

    def __init__(self, owner: object) -> None:
        """Look at `owner` only through its type."""
        self.owner = owner

    @property
    def ps_type(self) -> PSType:  # type: ignore[override]
        """A type with the owner's own properties, read from the owner."""
        inner = type_of(self.owner)
        return inner.closed("psbase", lambda: _base_type(inner))


def _base_type(inner: PSType) -> PSType:
    declared = tuple(found for here in inner.lineage() for found in here.properties)
    return PSType(
        name=_SMA + "PSMemberSet",
        base=OBJECT,
        python=BaseView,
        properties=tuple(_through(found) for found in declared),
    )


def _through(found: Property) -> Property:
    return Property(name=found.name, type_name=found.type_name, get=lambda it: found.get(it.owner))
