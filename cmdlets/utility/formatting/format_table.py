"""Format-Table."""

from dataclasses import replace

from cmdlets.context import Context
from cmdlets.spec import at, param, switch
from cmdlets.utility.formatting.edition import refuse_core_parameters
from cmdlets.utility.formatting.format_base import (
    DISPLAY_ERROR,
    EXPAND,
    FORCE,
    GROUP_BY,
    INPUT_OBJECT,
    SHOW_ERROR,
    VIEW,
    FormatCmdlet,
    refuse_both,
    refuse_null_reference,
)
from cmdlets.utility.formatting.property_parameter import TABLE_KEYS, all_selected
from emulator.formatting.instructions import Shape
from emulator.formatting.parameters import FormatParameters


class FormatTable(
    FormatCmdlet,
    name="Format-Table",
    module="Microsoft.PowerShell.Utility",
    class_name="Microsoft.PowerShell.Commands.FormatTableCommand",
    aliases=("ft",),
    output=("Microsoft.PowerShell.Commands.Internal.Format",),
):
    """Show objects as a table.

    Without -Property the view of the first object's type decides, else its properties.

    PS> Get-VM | Format-Table Name, State, @{n='MB'; e={$_.MemoryAssigned / 1MB}}
    """

    shape = Shape.TABLE
    property_: list[object] | None = param(
        "System.Object[]",
        "Names, script blocks or calculated properties; * ? [ match several.",
        sets=at(0),
        name="Property",
    )
    auto_size: bool = switch("Size the columns after their content.")
    repeat_header: bool = switch("Repeat the header on every screen (PowerShell 7).")
    hide_table_headers: bool = switch("Leave the header out.")
    wrap: bool = switch("Wrap long values instead of cutting them.")
    group_by: object = GROUP_BY
    view: str | None = VIEW
    show_error: bool = SHOW_ERROR
    display_error: bool = DISPLAY_ERROR
    force: bool = FORCE
    expand: str | None = EXPAND
    input_object: object = INPUT_OBJECT

    def parameters(self, ps: Context) -> FormatParameters:
        """Return what the command line asks for."""
        refuse_core_parameters(ps, repeat_header="RepeatHeader")
        if self.property_ is not None and not self.property_:
            refuse_null_reference(ps)
        if self.property_ and self.view is not None:
            refuse_both(ps, "FormatCannotSpecifyViewAndProperty", "View", "Property")
        return replace(
            self.shared(ps),
            properties=all_selected(ps, self.property_ or (), TABLE_KEYS),
            autosize=self.auto_size if ps.is_bound("auto_size") else None,
            wrap=self.wrap if ps.is_bound("wrap") else None,
            hide_headers=self.hide_table_headers if ps.is_bound("hide_table_headers") else None,
            repeat_header=self.repeat_header,
        )
