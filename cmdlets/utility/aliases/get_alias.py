"""Get-Alias."""

from collections.abc import Iterator
from typing import Final

from cmdlets.context import Context
from cmdlets.spec import Cmdlet, at, param
from cmdlets.utility.aliases.alias_object import alias_object, targets
from cmdlets.utility.variables.lookup import scope_named
from emulator.objects.errors import ErrorCategory
from emulator.objects.wildcards import has_wildcards, is_match
from emulator.powershell.binder.validators import not_null_or_empty

_DEFAULT: Final = "Default"
_DEFINITION: Final = "Definition"


class GetAlias(
    Cmdlet,
    name="Get-Alias",
    module="Microsoft.PowerShell.Utility",
    class_name="Microsoft.PowerShell.Commands.GetAliasCommand",
    default_set=_DEFAULT,
    output=("System.Management.Automation.AliasInfo",),
    aliases=("gal",),
):
    """Get aliases by name, or by what they stand for.

    PS> Get-Alias -Definition Get-ChildItem
    """

    name: list[str] | None = param(
        "System.String[]",
        "Names of aliases.",
        sets={_DEFAULT: at(0, by_value=True, by_property_name=True)},
        validators=(not_null_or_empty(),),
        wildcards=True,
    )
    exclude: list[str] | None = param("System.String[]", "Names to leave out.", wildcards=True)
    scope: str | None = param(
        "System.String", "The scope to look in: a name or a number of steps up."
    )
    definition: list[str] | None = param(
        "System.String[]",
        "Commands they stand for.",
        sets=(_DEFINITION,),
        validators=(not_null_or_empty(),),
        wildcards=True,
    )

    def process(self, ps: Context) -> Iterator[object]:
        """Write the aliases that one list of names, or of commands, means."""
        known = targets(ps, None if self.scope is None else scope_named(ps, self.scope))
        by_target = self.definition is not None
        for pattern in self.definition or self.name or ("*",):
            found = sorted(
                (name, target)
                for name, target in known.values()
                if is_match(pattern, target if by_target else name)
                and not any(is_match(one, name) for one in self.exclude or ())
            )
            for name, target in found:
                yield alias_object(ps, name, target)
            if not found and not has_wildcards(pattern):
                self._missing(ps, pattern, "definition" if by_target else "name")

    def _missing(self, ps: Context, text: str, kind: str) -> None:
        ps.write_error(
            ps.record(
                f"This command cannot find a matching alias because an alias with the {kind} "
                f"'{text}' does not exist.",
                "ItemNotFoundException",
                ErrorCategory.ObjectNotFound,
                type_name="System.Management.Automation.ItemNotFoundException",
                target=text,
            )
        )
