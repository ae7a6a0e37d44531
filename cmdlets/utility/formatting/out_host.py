"""Out-Host."""

from collections.abc import Iterable, Iterator

from cmdlets.context import Context
from cmdlets.spec import Cmdlet, at, param, switch
from cmdlets.utility.formatting.edition import style_of, views_of
from emulator.formatting.formatter import Formatter
from emulator.objects.psobject import AUTOMATION_NULL


class HostWriter(Cmdlet):
    """Base of what formats to the host's screen."""

    input_object: object

    def __init__(self) -> None:
        """Begin without a formatter."""
        self.formatter: Formatter | None = None

    def begin(self, ps: Context) -> Iterable[object]:
        """Choose the views."""
        style = style_of(ps)
        self.formatter = Formatter(
            views_of(ps),
            width=ps.session.console_width,
            edition_core=style.core,
            enumeration_limit=style.enumeration_limit,
        )
        return ()

    def process(self, ps: Context) -> Iterable[object]:
        """Show one object."""
        assert self.formatter is not None, "process runs after begin"
        self._show(ps, self.formatter.feed(self.input_object))
        return ()

    def end(self, ps: Context) -> Iterable[object]:
        """Show the rest."""
        assert self.formatter is not None, "end runs after begin"
        self._show(ps, self.formatter.finish())
        return ()

    def _show(self, ps: Context, lines: Iterator[str]) -> None:
        for line in lines:
            ps.session.streams.host_write(line, newline=True)


class OutHost(
    HostWriter,
    name="Out-Host",
    module="Microsoft.PowerShell.Core",
    class_name="Microsoft.PowerShell.Commands.OutHostCommand",
    aliases=("oh",),
):
    """Show objects on the host's screen.

    PS> Get-VM | Out-Host
    """

    paging: bool = switch("Stop after every screen.", not_emulated=True)
    input_object: object = param(
        "System.Management.Automation.PSObject",
        "What is shown.",
        sets=at(by_value=True),
        default=AUTOMATION_NULL,
    )
