"""New-Variable."""

from collections.abc import Iterable

from cmdlets.context import Context
from cmdlets.spec import Cmdlet, at, param, switch
from cmdlets.utility.variables.lookup import refused, target_scope
from cmdlets.utility.variables.variable_object import (
    ITEM_OPTIONS,
    VISIBILITY,
    VariableObject,
    options_of,
)
from emulator.objects.enums import EnumValue
from emulator.objects.errors import ErrorCategory
from emulator.objects.psobject import AUTOMATION_NULL
from emulator.objects.text import to_string
from emulator.powershell.runtime.scope import Traits, VariableOption


class NewVariable(
    Cmdlet,
    name="New-Variable",
    module="Microsoft.PowerShell.Utility",
    class_name="Microsoft.PowerShell.Commands.NewVariableCommand",
    supports_should_process=True,
    output=("System.Management.Automation.PSVariable",),
    aliases=("nv",),
):
    """Make a variable that is not there yet.

    PS> New-Variable -Name Limit -Value 16 -Option Constant
    """

    name: str = param(
        "System.String",
        "The variable's name.",
        sets=at(0, mandatory=True, by_property_name=True),
    )
    value: object = param(
        "System.Object", "Its value.", sets=at(1, by_value=True, by_property_name=True)
    )
    description: str | None = param("System.String", "What it is for.")
    option: EnumValue | None = param(ITEM_OPTIONS, "Read-only, constant, private or in all scopes.")
    visibility: EnumValue | None = param(
        VISIBILITY, "Whether the outside sees it.", not_emulated=True
    )
    force: bool = switch("Replace a variable of the name.")
    pass_thru: bool = switch("Write the variable.")
    scope: str | None = param(
        "System.String", "The scope to make it in: a name or a number of steps up."
    )

    def process(self, ps: Context) -> Iterable[object]:
        """Make the variable."""
        holder = target_scope(ps, self.scope)
        lower = self.name.lower()
        target = f"Name: {self.name} Value: {to_string(self.value)}"
        if not ps.should_process(target, "New variable"):
            return ()
        if lower in holder.values and not self._gives_way(ps, VariableObject(holder, lower)):
            return ()
        value = None if self.value is AUTOMATION_NULL else self.value
        holder.remove(lower)
        options = options_of(self.option)
        if options or self.description:
            traits = Traits(name=self.name, options=options, description=self.description or "")
            holder.declare(lower, value, traits)
        else:
            ps.session.spelling.setdefault(lower, self.name)
            holder.values[lower] = value
        return (VariableObject(holder, lower),) if self.pass_thru else ()

    def _gives_way(self, ps: Context, known: VariableObject) -> bool:
        """Whether -Force lets the variable be replaced; the error is written if not."""
        if not self.force:
            message = f"A variable with name '{self.name}' already exists."
            ps.write_error(
                refused(
                    ps,
                    self.name,
                    message,
                    "VariableAlreadyExists",
                    ErrorCategory.ResourceExists,
                    type_name="SessionStateException",
                )
            )
            return False
        if VariableOption.CONSTANT in known.traits.options:
            message = f"Cannot overwrite variable {self.name} because it is read-only or constant."
            ps.write_error(refused(ps, self.name, message, "VariableNotWritable"))
            return False
        return True
