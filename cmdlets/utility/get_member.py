"""Get-Member."""

from collections.abc import Iterable

from cmdlets.context import Context
from cmdlets.spec import Cmdlet, at, param, switch
from cmdlets.utility.member_definition import MEMBER_TYPES, MemberDefinition, members_of
from emulator.objects.enums import EnumValue
from emulator.objects.errors import ErrorCategory
from emulator.objects.psobject import AUTOMATION_NULL
from emulator.objects.typing_of import type_names
from emulator.objects.wildcards import is_match
from emulator.powershell.binder.validators import not_null_or_empty

HIDDEN = ("get_", "set_", "add_", "remove_", "op_", ".ctor")
"""Beginnings of methods that only -Force shows."""


class GetMember(
    Cmdlet,
    name="Get-Member",
    module="Microsoft.PowerShell.Utility",
    class_name="Microsoft.PowerShell.Commands.GetMemberCommand",
    output=("Microsoft.PowerShell.Commands.MemberDefinition",),
    aliases=("gm",),
):
    """List the properties and methods of objects.

    PS> Get-VM | Get-Member -MemberType Property
    """

    input_object: object = param(
        "System.Management.Automation.PSObject",
        "The objects whose members are listed.",
        sets=at(by_value=True),
        default=AUTOMATION_NULL,
    )
    name: list[str] | None = param(
        "System.String[]",
        "Names of members.",
        sets=at(0),
        validators=(not_null_or_empty(),),
        wildcards=True,
    )
    member_type: EnumValue | None = param(MEMBER_TYPES, "Kinds of members.", aliases=("Type",))
    view: EnumValue | None = param(
        "System.Object", "Which view of the object to list.", not_emulated=True
    )
    static: bool = switch("List the static members of the class.", not_emulated=True)
    force: bool = switch("List hidden members too.")

    def begin(self, ps: Context) -> Iterable[object]:
        """Begin with no type seen."""
        self._seen: set[tuple[str, ...]] = set()
        return ()

    def process(self, ps: Context) -> Iterable[object]:
        """List the members of a type that was not seen before."""
        item = self.input_object
        if item is None or item is AUTOMATION_NULL:
            return ()
        names = tuple(type_names(item))
        if names in self._seen:
            return ()
        self._seen.add(names)
        found = [one for one in members_of(item, names[0]) if self._shown(one)]
        found.sort(key=lambda one: (one.member_type.name, one.name.lower()))
        if not self.name:
            return found
        return [one for pattern in self.name for one in found if is_match(pattern, one.name)]

    def end(self, ps: Context) -> Iterable[object]:
        """Complain if there was no object."""
        if not self._seen:
            ps.write_error(
                ps.record(
                    "You must specify an object for the Get-Member cmdlet.",
                    "NoObjectInGetMember",
                    ErrorCategory.CloseError,
                    type_name="System.InvalidOperationException",
                )
            )
        return ()

    def _shown(self, one: MemberDefinition) -> bool:
        if self.member_type is not None and not one.member_type.number & self.member_type.number:
            return False
        return self.force or not one.name.startswith(HIDDEN)
