"""Format-List."""

from dataclasses import replace

from cmdlets.context import Context
from cmdlets.spec import at, param
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
)
from cmdlets.utility.formatting.property_parameter import LIST_KEYS, all_selected
from emulator.formatting.instructions import Shape
from emulator.formatting.parameters import FormatParameters


class FormatList(
    FormatCmdlet,
    name="Format-List",
    module="Microsoft.PowerShell.Utility",
    class_name="Microsoft.PowerShell.Commands.FormatListCommand",
    aliases=("fl",),
    output=("Microsoft.PowerShell.Commands.Internal.Format",),
):
    """Show objects as lists of their properties.

    PS> Get-VM web01 | Format-List *
    """

    shape = Shape.LIST
    property_: list[object] | None = param(
        "System.Object[]",
        "Names, script blocks or calculated properties; * ? [ match several.",
        sets=at(0),
        name="Property",
    )
    group_by: object = GROUP_BY
    view: str | None = VIEW
    show_error: bool = SHOW_ERROR
    display_error: bool = DISPLAY_ERROR
    force: bool = FORCE
    expand: str | None = EXPAND
    input_object: object = INPUT_OBJECT

    def parameters(self, ps: Context) -> FormatParameters:
        """Return what the command line asks for."""
        if self.property_ and self.view is not None:
            refuse_both(ps, "FormatCannotSpecifyViewAndProperty", "View", "Property")
        return replace(
            self.shared(ps), properties=all_selected(ps, self.property_ or (), LIST_KEYS)
        )
