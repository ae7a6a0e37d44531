"""Format-Wide."""

from dataclasses import replace

from cmdlets.context import Context
from cmdlets.spec import at, param, switch
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
from cmdlets.utility.formatting.property_parameter import WIDE_KEYS, all_selected
from emulator.formatting.instructions import Shape
from emulator.formatting.parameters import FormatParameters
from emulator.powershell.binder.validators import in_range


class FormatWide(
    FormatCmdlet,
    name="Format-Wide",
    module="Microsoft.PowerShell.Utility",
    class_name="Microsoft.PowerShell.Commands.FormatWideCommand",
    aliases=("fw",),
    output=("Microsoft.PowerShell.Commands.Internal.Format",),
):
    """Show one property of objects, several objects on a line.

    PS> Get-VM | Format-Wide -Column 3
    """

    shape = Shape.WIDE
    property_: object = param(
        "System.Object",
        "A name, a script block or a calculated property.",
        sets=at(0),
        name="Property",
    )
    auto_size: bool = switch("Put as many objects on a line as fit.")
    column: int | None = param(
        "System.Int32",
        "How many objects on a line.",
        validators=(in_range(1, 2147483647),),
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
        if self.property_ is not None and self.view is not None:
            refuse_both(ps, "FormatCannotSpecifyViewAndProperty", "View", "Property")
        if ps.is_bound("auto_size") and self.column is not None:
            refuse_both(ps, "FormatCannotSpecifyAutosizeAndColumns", "AutoSize", "Column")
        chosen = () if self.property_ is None else (self.property_,)
        return replace(
            self.shared(ps),
            properties=all_selected(ps, chosen, WIDE_KEYS),
            autosize=self.auto_size if ps.is_bound("auto_size") else None,
            columns=self.column or 0,
        )
