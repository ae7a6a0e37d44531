"""Set-Variable."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from cmdlets.context import Context
from cmdlets.spec import Cmdlet, at, param, switch
from cmdlets.utility.variables.lookup import fits, refused, report, target_scope
from cmdlets.utility.variables.variable_object import (
    ITEM_OPTIONS,
    VISIBILITY,
    VariableObject,
    options_of,
)
from emulator.objects.enums import EnumValue
from emulator.objects.errors import ClrError
from emulator.objects.psobject import AUTOMATION_NULL
from emulator.objects.text import to_string
from emulator.objects.wildcards import has_wildcards, is_match
from emulator.powershell.runtime.scope import Traits, VariableOption

if TYPE_CHECKING:
    from emulator.powershell.runtime.scope import Scope


class SetVariable(
    Cmdlet,
    name="Set-Variable",
    module="Microsoft.PowerShell.Utility",
    class_name="Microsoft.PowerShell.Commands.SetVariableCommand",
    supports_should_process=True,
    output=("System.Management.Automation.PSVariable",),
    aliases=("set", "sv"),
):
    """Give variables a value; those that are not there are made.

    PS> Set-Variable -Name Found -Value 3 -Scope Script
    """

    name: list[str] = param(
        "System.String[]",
        "Names of the variables.",
        sets=at(0, mandatory=True, by_property_name=True),
        wildcards=True,
    )
    value: object = param(
        "System.Object",
        "The value; what is piped in comes together as one.",
        sets=at(1, by_value=True, by_property_name=True),
        default=AUTOMATION_NULL,
    )
    include: list[str] | None = param("System.String[]", "Names to keep.", wildcards=True)
    exclude: list[str] | None = param("System.String[]", "Names to leave out.", wildcards=True)
    description: str | None = param("System.String", "What it is for.")
    option: EnumValue | None = param(ITEM_OPTIONS, "Read-only, constant, private or in all scopes.")
    force: bool = switch("Write to read-only variables too.")
    visibility: EnumValue | None = param(
        VISIBILITY, "Whether the outside sees it.", not_emulated=True
    )
    pass_thru: bool = switch("Write the variables.")
    scope: str | None = param(
        "System.String", "The scope to write to: a name or a number of steps up."
    )

    def begin(self, ps: Context) -> Iterable[object]:
        """Tell a value of the command line from values that are piped in."""
        self._given = ps.is_bound("value")
        self._named = ps.is_bound("name")
        self._values: list[object] = []
        return ()

    def process(self, ps: Context) -> Iterator[object]:
        """Collect a value; set at once where name and value come together from the pipeline."""
        if not self._named:
            yield from self._set(ps, self.value, given=ps.is_bound("value"))
        elif not self._given and ps.is_bound("value"):
            self._values.append(self.value)

    def end(self, ps: Context) -> Iterator[object]:
        """Set the variables to what came together."""
        if not self._named:
            return
        if self._given:
            yield from self._set(ps, self.value, given=True)
        elif len(self._values) == 1:
            yield from self._set(ps, self._values[0], given=True)
        else:
            yield from self._set(ps, list(self._values) or None, given=bool(self._values))

    def _set(self, ps: Context, value: object, *, given: bool) -> Iterator[object]:
        holder = target_scope(ps, self.scope)
        value = None if value is AUTOMATION_NULL else value
        for name in self._names(holder):
            if not fits(name, self.include, self.exclude):
                continue
            target = f"Name: {name} Value: {to_string(value)}"
            if not ps.should_process(target, "Set variable"):
                continue
            try:
                done = self._one(ps, holder, name, value, given=given)
            except ClrError as error:
                report(ps, error)
                continue
            if done and self.pass_thru:
                yield VariableObject(holder, name.lower())

    def _names(self, holder: "Scope") -> Iterator[str]:
        """Yield the names; a wildcard means variables of the scope, or itself if there is none."""
        for name in self.name:
            found = [
                lower
                for lower in sorted(holder.values)
                if has_wildcards(name) and is_match(name, lower)
            ]
            yield from found or (name,)

    def _one(self, ps: Context, holder: "Scope", name: str, value: object, *, given: bool) -> bool:
        lower = name.lower()
        present = lower in holder.values
        wanted = options_of(self.option)
        if present and self.option is not None and VariableOption.CONSTANT in wanted:
            message = (
                f"Existing variable {name} cannot be made constant. Variables can be made "
                "constant only at creation time."
            )
            ps.write_error(refused(ps, name, message, "VariableCannotBeMadeConstant"))
            return False
        known = holder.traits.get(lower)
        if known is not None and self.force and VariableOption.CONSTANT not in known.options:
            eased = replace(known, options=known.options - {VariableOption.READ_ONLY})
            holder.declare(lower, holder.values[lower], eased)
        if given or not present:
            holder.assign(name, lower, value)
        elif known is not None and known.fixed and not self.force:
            ps.session.failures.refuse_write(name)
        if known is not None and self.force:
            holder.declare(lower, holder.values[lower], known)
        self._mark(holder, name, wanted)
        return True

    def _mark(self, holder: "Scope", name: str, wanted: frozenset[VariableOption]) -> None:
        """Note the options and the description that were given."""
        if self.option is None and self.description is None:
            return
        lower = name.lower()
        traits = holder.traits.get(lower) or Traits(name=name)
        if self.option is not None:
            traits = replace(traits, options=wanted)
        if self.description is not None:
            traits = replace(traits, description=self.description)
        holder.declare(lower, holder.values.get(lower), traits)
