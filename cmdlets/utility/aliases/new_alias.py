"""New-Alias."""

from collections.abc import Iterable

from cmdlets.context import Context
from cmdlets.utility.aliases.alias_object import WritesAlias, targets
from cmdlets.utility.variables.lookup import target_scope
from emulator.objects.errors import ErrorCategory


class NewAlias(
    WritesAlias,
    name="New-Alias",
    module="Microsoft.PowerShell.Utility",
    class_name="Microsoft.PowerShell.Commands.NewAliasCommand",
    default_set="Default",
    supports_should_process=True,
    output=("System.Management.Automation.AliasInfo",),
    aliases=("nal",),
):
    """Let a name that is no alias yet stand for a command.

    PS> New-Alias vms Get-VM
    """

    def process(self, ps: Context) -> Iterable[object]:
        """Make one alias."""
        holder = target_scope(ps, self.scope)
        if not ps.should_process(f"Name: {self.name} Value: {self.value}", "New Alias"):
            return ()
        if self.name.lower() in targets(ps, holder) and not self.force:
            ps.write_error(
                ps.record(
                    f"The alias is not allowed, because an alias with the name '{self.name}' "
                    "already exists.",
                    "AliasAlreadyExists",
                    ErrorCategory.ResourceExists,
                    type_name="System.Management.Automation.SessionStateException",
                    target=self.name,
                )
            )
            return ()
        return self.write(ps, holder)
