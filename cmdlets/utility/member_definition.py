"""What Get-Member writes: one member of a type, described."""

from collections.abc import Iterator
from typing import Final

from emulator.dotnet.methods import methods_of
from emulator.objects.accelerators import written_name
from emulator.objects.basic_types import OBJECT, OBJECT_ARRAY
from emulator.objects.common_enums import COMMON_ENUMS
from emulator.objects.conversion_targets import type_named
from emulator.objects.enums import EnumValue, member
from emulator.objects.psobject import (
    AliasProperty,
    ExtendedMember,
    NoteProperty,
    PSObject,
    ScriptMethod,
    ScriptProperty,
)
from emulator.objects.text import to_string
from emulator.objects.types import ClrObject, Property, PSType
from emulator.objects.typing_of import type_of

MEMBER_TYPES: Final = next(
    one for one in COMMON_ENUMS if one.name == "System.Management.Automation.PSMemberTypes"
)


class MemberDefinition(ClrObject):
    """Microsoft.PowerShell.Commands.MemberDefinition."""

    __slots__ = ("definition", "member_type", "name", "type_name")

    def __init__(self, type_name: str, name: str, kind: str, definition: str) -> None:
        """Describe the member `name` of `type_name`; `kind` is a name of PSMemberTypes."""
        self.type_name = type_name
        self.name = name
        self.member_type: EnumValue = member(MEMBER_TYPES, kind)
        self.definition = definition

    ps_type = PSType(
        name="Microsoft.PowerShell.Commands.MemberDefinition",
        base=OBJECT,
        properties=(
            Property(name="TypeName", type_name="System.String", get=lambda it: it.type_name),
            Property(name="Name", type_name="System.String", get=lambda it: it.name),
            Property(name="MemberType", type_name=MEMBER_TYPES.name, get=lambda it: it.member_type),
            Property(name="Definition", type_name="System.String", get=lambda it: it.definition),
        ),
    )

    def to_text(self) -> str:
        """Return the definition."""
        return self.definition


def members_of(value: object, type_name: str) -> Iterator[MemberDefinition]:
    """Yield the members of a value, those added to the object first."""
    seen: set[str] = set()
    base = value
    if isinstance(value, PSObject):
        for added in value.members.values():
            seen.add(added.name.lower())
            yield _added(added, type_name)
        base = value.base
    declared = () if base is None else _declared(type_of(base), type_name)
    for one in (*declared, *_methods(type_of(value), type_name)):
        if one.name.lower() not in seen:
            seen.add(one.name.lower())
            yield one


def _declared(type_: PSType, type_name: str) -> Iterator[MemberDefinition]:
    for here in type_.lineage():
        for name, target in here.aliases:
            yield MemberDefinition(type_name, name, "AliasProperty", f"{name} = {target}")
        for found in here.properties:
            yield MemberDefinition(type_name, found.name, "Property", _property(found))


def _methods(type_: PSType, type_name: str) -> Iterator[MemberDefinition]:
    for name, definitions in methods_of(type_):
        yield MemberDefinition(type_name, name, "Method", ", ".join(definitions))


def _property(found: Property) -> str:
    access = "{get;set;}" if found.set is not None else "{get;}"
    return f"{_short(found.type_name)} {found.name} {access}"


def _short(type_name: str) -> str:
    known = type_named(type_name)
    return type_name if known is None else _written(known)


def _written(type_: PSType) -> str:
    return "Object[]" if type_ is OBJECT_ARRAY else written_name(type_)


def _added(added: ExtendedMember, type_name: str) -> MemberDefinition:
    match added:
        case NoteProperty():
            kind = "object" if added.value is None else _written(type_of(added.value))
            text = "null" if added.value is None else _value_text(added.value)
            return MemberDefinition(
                type_name, added.name, "NoteProperty", f"{kind} {added.name}={text}"
            )
        case AliasProperty():
            return MemberDefinition(
                type_name, added.name, "AliasProperty", f"{added.name} = {added.target}"
            )
        case ScriptProperty():
            access = "get=;set=;" if added.setter is not None else "get=;"
            return MemberDefinition(
                type_name,
                added.name,
                "ScriptProperty",
                f"System.Object {added.name} {{{access}}}",
            )
        case ScriptMethod():
            return MemberDefinition(
                type_name, added.name, "ScriptMethod", f"System.Object {added.name}();"
            )


def _value_text(value: object) -> str:
    return type_of(value).name if isinstance(value, list) else to_string(value)
