"""Set-Alias."""

from collections.abc import Iterable

from cmdlets.context import Context
from cmdlets.utility.aliases.alias_object import WritesAlias
from cmdlets.utility.variables.lookup import target_scope


class SetAlias(
    WritesAlias,
    name="Set-Alias",
    module="Microsoft.PowerShell.Utility",
    class_name="Microsoft.PowerShell.Commands.SetAliasCommand",
    default_set="Default",
    supports_should_process=True,
    output=("System.Management.Automation.AliasInfo",),
    aliases=("sal",),
):
    """Let a name stand for a command.

    PS> Set-Alias vms Get-VM
    """

    def process(self, ps: Context) -> Iterable[object]:
        """Set one alias."""
        if not ps.should_process(f"Name: {self.name} Value: {self.value}", "Set Alias"):
            return ()
        return self.write(ps, target_scope(ps, self.scope))
