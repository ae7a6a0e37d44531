"""Remove-Variable."""

from collections.abc import Iterable

from cmdlets.context import Context
from cmdlets.spec import Cmdlet, at, param, switch
from cmdlets.utility.variables.lookup import matching, refused, target_scope
from cmdlets.utility.variables.variable_object import VariableObject
from emulator.powershell.runtime.scope import VariableOption


class RemoveVariable(
    Cmdlet,
    name="Remove-Variable",
    module="Microsoft.PowerShell.Utility",
    class_name="Microsoft.PowerShell.Commands.RemoveVariableCommand",
    supports_should_process=True,
    aliases=("rv",),
):
    """Remove variables of the caller's scope, or of another.

    PS> Remove-Variable found -ErrorAction SilentlyContinue
    """

    name: list[str] = param(
        "System.String[]",
        "Names of the variables.",
        sets=at(0, mandatory=True, by_property_name=True),
        wildcards=True,
    )
    include: list[str] | None = param("System.String[]", "Names to keep.", wildcards=True)
    exclude: list[str] | None = param("System.String[]", "Names to leave out.", wildcards=True)
    force: bool = switch("Remove read-only variables too.")
    scope: str | None = param(
        "System.String", "The scope to look in: a name or a number of steps up."
    )

    def process(self, ps: Context) -> Iterable[object]:
        """Remove the variables of one list of names."""
        holder = target_scope(ps, self.scope)
        known = {lower: VariableObject(holder, lower) for lower in holder.values}
        for one in matching(ps, self.name, known, include=self.include, exclude=self.exclude):
            if not ps.should_process(f"Name: {one.name}", "Remove variable"):
                continue
            options = one.traits.options
            if VariableOption.CONSTANT in options or (
                VariableOption.READ_ONLY in options and not self.force
            ):
                message = (
                    f"Cannot remove variable {one.name} because it is constant or read-only. If "
                    "the variable is read-only, try the operation again specifying the Force "
                    "option."
                )
                ps.write_error(refused(ps, one.name, message, "VariableNotRemovable"))
            else:
                holder.remove(one.lower)
        return ()
