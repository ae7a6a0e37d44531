"""Out-String."""

from collections.abc import Iterable, Iterator

from cmdlets.context import Context
from cmdlets.spec import Cmdlet, at, param, switch
from cmdlets.utility.formatting.edition import (
    line_width,
    refuse_core_parameters,
    style_of,
    views_of,
)
from emulator.formatting.formatter import Formatter
from emulator.objects.psobject import AUTOMATION_NULL
from emulator.powershell.binder.validators import in_range

NEWLINE = "\r\n"
"""What ends a line on Windows."""


class OutString(
    Cmdlet,
    name="Out-String",
    module="Microsoft.PowerShell.Utility",
    class_name="Microsoft.PowerShell.Commands.OutStringCommand",
    output=("System.String",),
):
    """Format objects as Out-Default does and return the text.

    PS> Get-VM | Out-String -Stream
    """

    stream: bool = switch("Return line by line instead of one string.")
    width: int | None = param(
        "System.Int32",
        "Cells of a line.",
        validators=(in_range(2, 2147483647),),
    )
    no_newline: bool = switch("Leave the ends of line out (PowerShell 7).")
    input_object: object = param(
        "System.Management.Automation.PSObject",
        "The objects to format.",
        sets=at(by_value=True),
        default=AUTOMATION_NULL,
    )

    def __init__(self) -> None:
        """Begin without text."""
        self.formatter: Formatter | None = None
        self.lines: list[str] = []

    def begin(self, ps: Context) -> Iterable[object]:
        """Choose views and width."""
        refuse_core_parameters(ps, no_newline="NoNewline")
        style = style_of(ps)
        self.formatter = Formatter(
            views_of(ps),
            width=self.width or line_width(ps),
            edition_core=style.core,
            enumeration_limit=style.enumeration_limit,
        )
        return ()

    def process(self, ps: Context) -> Iterable[object]:
        """Format one object."""
        assert self.formatter is not None, "process runs after begin"
        return self._given(self.formatter.feed(self.input_object))

    def end(self, ps: Context) -> Iterable[object]:
        """Return the text."""
        assert self.formatter is not None, "end runs after begin"
        yield from self._given(self.formatter.finish())
        if not self.stream:
            separator = "" if self.no_newline else NEWLINE
            yield "".join(line + separator for line in self.lines)

    def _given(self, lines: Iterator[str]) -> Iterator[str]:
        if self.stream:
            yield from lines
        else:
            self.lines += lines
