"""Add-Member."""

from collections.abc import Iterable
from typing import Final, NoReturn

from cmdlets.context import Context
from cmdlets.spec import Cmdlet, at, param, switch
from cmdlets.utility import script_members
from cmdlets.utility.member_definition import MEMBER_TYPES
from emulator.dotnet.methods import has_method
from emulator.objects.collections import Hashtable
from emulator.objects.enums import EnumValue
from emulator.objects.errors import ErrorCategory, NotEmulated
from emulator.objects.exceptions import INVALID_CAST, fail
from emulator.objects.members import property_names
from emulator.objects.moments import DateTime, TimeSpan
from emulator.objects.psobject import (
    AliasProperty,
    ExtendedMember,
    NoteProperty,
    PSObject,
    ScriptMethod,
    ScriptProperty,
)
from emulator.objects.text import to_string
from emulator.objects.typing_of import type_names
from emulator.powershell.binder.validators import ALLOW_NULL, not_null_or_empty
from emulator.powershell.runtime.scriptblock import ScriptBlock

_TYPE_NAME: Final = "TypeNameSet"
_MANY: Final = "NotePropertyMultiMemberSet"
_ONE: Final = "NotePropertySingleMemberSet"
_MEMBER: Final = "MemberSet"
_OPERATION: Final = "System.InvalidOperationException"
_VALUES: Final = (str, bool, int, float, EnumValue, DateTime, TimeSpan)
"""What has no identity: members added to it live only in the pipeline."""
_KINDS: Final = frozenset(name.lower() for name in MEMBER_TYPES.enum_members or ())
_ELSEWHERE: Final = frozenset({"CodeProperty", "CodeMethod", "PropertySet", "MemberSet"})


def _no_kind(value: object) -> object:
    """Refuse the name of a kind of member, so that it binds to -MemberType instead.

    Source: NotePropertyTransformationAttribute; only whole names are refused here, assumed.
    """
    if isinstance(value, str) and value.lower() in _KINDS:
        fail(INVALID_CAST, f"{value} is a kind of member.")
    return value


class AddMember(
    Cmdlet,
    name="Add-Member",
    module="Microsoft.PowerShell.Utility",
    class_name="Microsoft.PowerShell.Commands.AddMemberCommand",
    default_set=_TYPE_NAME,
    output=("System.Object",),
):
    """Add properties and methods to an object.

    PS> $vm | Add-Member -NotePropertyName Owner -NotePropertyValue ops -PassThru
    """

    input_object: object = param(
        "System.Management.Automation.PSObject",
        "The object that gets the member.",
        sets=at(mandatory=True, by_value=True),
    )
    member_type: EnumValue | None = param(
        MEMBER_TYPES,
        "What kind of member it is.",
        sets={_MEMBER: at(0, mandatory=True)},
        aliases=("Type",),
    )
    name: str | None = param(
        "System.String", "The member's name.", sets={_MEMBER: at(1, mandatory=True)}
    )
    value: object = param(
        "System.Object", "The value, the script block or the name.", sets={_MEMBER: at(2)}
    )
    second_value: object = param(
        "System.Object", "The script block that sets a property.", sets={_MEMBER: at(3)}
    )
    type_name: str | None = param(
        "System.String",
        "A name put before the object's type names.",
        sets={_TYPE_NAME: at(mandatory=True), _MEMBER: at(), _ONE: at(), _MANY: at()},
        validators=(not_null_or_empty(),),
    )
    force: bool = switch("Replace a member of the name.", sets=(_MEMBER, _ONE, _MANY))
    pass_thru: bool = switch("Write the object.")
    note_property_name: str | None = param(
        "System.String",
        "The name of a note property.",
        sets={_ONE: at(0, mandatory=True)},
        transform=_no_kind,
        validators=(not_null_or_empty(),),
    )
    note_property_value: object = param(
        "System.Object",
        "The value of that note property.",
        sets={_ONE: at(1, mandatory=True)},
        validators=(ALLOW_NULL,),
    )
    note_property_members: Hashtable | None = param(
        "System.Collections.IDictionary",
        "Note properties, by name.",
        sets={_MANY: at(0, mandatory=True)},
    )

    def process(self, ps: Context) -> Iterable[object]:
        """Add to one object."""
        item = self.input_object
        if not isinstance(item, PSObject):
            if not self.pass_thru and not isinstance(item, _VALUES):
                raise NotEmulated("Add-Member without -PassThru on an object of a .NET class")
            item = PSObject(item)
        for member in self._members(ps):
            if not self._add(ps, item, member):
                return ()
        if self.type_name is not None:
            item.type_names = [self.type_name, *type_names(item)]
        return (item,) if self.pass_thru else ()

    def _members(self, ps: Context) -> list[ExtendedMember]:
        if self.note_property_members is not None:
            return [
                NoteProperty(to_string(key), value)
                for key, value in self.note_property_members.items()
            ]
        if self.note_property_name is not None:
            return [NoteProperty(self.note_property_name, self.note_property_value)]
        if self.member_type is None or self.name is None:
            return []
        return [self._made(ps, self.member_type.name, self.name)]

    def _made(self, ps: Context, kind: str, name: str) -> ExtendedMember:
        match kind:
            case "NoteProperty":
                return NoteProperty(name, self.value)
            case "AliasProperty":
                conversion = None if self.second_value is None else to_string(self.second_value)
                return AliasProperty(name, to_string(self.value), conversion)
            case "ScriptProperty":
                second = self.second_value
                return ScriptProperty(
                    name,
                    script_members.getter(self._block(ps, self.value, "Value")),
                    None
                    if second is None
                    else script_members.setter(self._block(ps, second, "SecondValue")),
                )
            case "ScriptMethod":
                block = self._block(ps, self.value, "Value")
                return ScriptMethod(name, script_members.method(name, block))
            case _:
                return self._refused(ps, kind)

    def _refused(self, ps: Context, kind: str) -> NoReturn:
        if kind in _ELSEWHERE:
            raise NotEmulated(f"Add-Member -MemberType {kind}")
        ps.throw(
            ps.record(
                f'Cannot add a member with type "{kind}". Specify a different type for the '
                "MemberTypes parameter.",
                "CannotAddMemberType",
                ErrorCategory.InvalidOperation,
                type_name=_OPERATION,
            )
        )

    def _block(self, ps: Context, value: object, parameter: str) -> ScriptBlock:
        bare = value.base if isinstance(value, PSObject) else value
        if isinstance(bare, ScriptBlock):
            return bare
        article = "" if value is None else " a script block"
        return ps.throw(
            ps.record(
                f"The {parameter} parameter must be{article or ' given'} for this member type.",
                f"{parameter}ShouldNotBeNull" if value is None else f"{parameter}ShouldBeScript",
                ErrorCategory.InvalidOperation,
                type_name=_OPERATION,
            )
        )

    def _add(self, ps: Context, item: PSObject, member: ExtendedMember) -> bool:
        lower = member.name.lower()
        known = lower in (one.lower() for one in property_names(item))
        if (known or has_method(item, lower)) and not self.force:
            ps.write_error(
                ps.record(
                    f'Cannot add a member with the name "{member.name}" because a member with '
                    "that name already exists. To overwrite the member anyway, add the Force "
                    "parameter to your command.",
                    "MemberAlreadyExists",
                    ErrorCategory.InvalidOperation,
                    type_name=_OPERATION,
                    target=item,
                )
            )
            return False
        item.members.pop(lower, None)
        item.members[lower] = member
        return True
