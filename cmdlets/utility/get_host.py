"""Get-Host."""

from collections.abc import Iterable

from cmdlets.context import Context
from cmdlets.spec import Cmdlet


class GetHost(
    Cmdlet,
    name="Get-Host",
    module="Microsoft.PowerShell.Utility",
    class_name="Microsoft.PowerShell.Commands.GetHostCommand",
    output=("System.Management.Automation.Host.PSHost",),
):
    """Get the program that hosts the session: what $Host holds.

    PS> (Get-Host).Version
    """

    def begin(self, ps: Context) -> Iterable[object]:
        """Write it."""
        return (ps.session.home.values["host"],)
