"""Get-Variable."""

from collections.abc import Iterator

from cmdlets.context import Context
from cmdlets.spec import Cmdlet, at, param, switch
from cmdlets.utility.variables.lookup import matching, visible
from emulator.powershell.binder.validators import not_null_or_empty


class GetVariable(
    Cmdlet,
    name="Get-Variable",
    module="Microsoft.PowerShell.Utility",
    class_name="Microsoft.PowerShell.Commands.GetVariableCommand",
    output=("System.Management.Automation.PSVariable",),
    aliases=("gv",),
):
    """Get the variables that are visible, or those of one scope.

    PS> Get-Variable *Preference
    """

    name: list[str] | None = param(
        "System.String[]",
        "Names of the variables.",
        sets=at(0, by_value=True, by_property_name=True),
        validators=(not_null_or_empty(),),
        wildcards=True,
    )
    value_only: bool = switch("Write the values alone.")
    include: list[str] | None = param("System.String[]", "Names to keep.", wildcards=True)
    exclude: list[str] | None = param("System.String[]", "Names to leave out.", wildcards=True)
    scope: str | None = param(
        "System.String", "The scope to look in: a name or a number of steps up."
    )

    def process(self, ps: Context) -> Iterator[object]:
        """Write the variables of one list of names."""
        found = matching(
            ps,
            self.name or ("*",),
            visible(ps, self.scope),
            include=self.include,
            exclude=self.exclude,
        )
        for one in found:
            yield one.value if self.value_only else one
