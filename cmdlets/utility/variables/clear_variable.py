"""Clear-Variable."""

from collections.abc import Iterator

from cmdlets.context import Context
from cmdlets.spec import Cmdlet, at, param, switch
from cmdlets.utility.variables.lookup import matching, refused, report, visible
from cmdlets.utility.variables.variable_object import VariableObject
from emulator.objects.errors import ClrError
from emulator.powershell.runtime.scope import VariableOption


class ClearVariable(
    Cmdlet,
    name="Clear-Variable",
    module="Microsoft.PowerShell.Utility",
    class_name="Microsoft.PowerShell.Commands.ClearVariableCommand",
    supports_should_process=True,
    output=("System.Management.Automation.PSVariable",),
    aliases=("clv",),
):
    """Set variables to $null.

    PS> Clear-Variable found
    """

    name: list[str] = param(
        "System.String[]",
        "Names of the variables.",
        sets=at(0, mandatory=True, by_property_name=True),
        wildcards=True,
    )
    include: list[str] | None = param("System.String[]", "Names to keep.", wildcards=True)
    exclude: list[str] | None = param("System.String[]", "Names to leave out.", wildcards=True)
    force: bool = switch("Clear read-only variables too.")
    pass_thru: bool = switch("Write the variables.")
    scope: str | None = param(
        "System.String", "The scope to look in: a name or a number of steps up."
    )

    def process(self, ps: Context) -> Iterator[object]:
        """Clear the variables of one list of names."""
        known = visible(ps, self.scope)
        for one in matching(ps, self.name, known, include=self.include, exclude=self.exclude):
            if ps.should_process(f"Name: {one.name}", "Clear variable") and self._clear(ps, one):
                yield from (one,) if self.pass_thru else ()

    def _clear(self, ps: Context, one: VariableObject) -> bool:
        """Without -Scope an inherited variable is hidden by an empty one of the caller's."""
        options = one.traits.options
        if self.force and options & {VariableOption.READ_ONLY, VariableOption.CONSTANT}:
            if VariableOption.CONSTANT in options:
                message = (
                    f"Cannot overwrite variable {one.name} because it is read-only or constant."
                )
                ps.write_error(refused(ps, one.name, message, "VariableNotWritable"))
                return False
            one.scope.declare(one.lower, None, one.traits)
            return True
        try:
            target = ps.scope if self.scope is None else one.scope
            target.assign(one.name, one.lower, None)
        except ClrError as error:
            report(ps, error)
            return False
        return True
