"""Write-Verbose."""

from collections.abc import Iterable

from cmdlets.context import Context
from cmdlets.spec import Cmdlet, at, param
from emulator.powershell.binder.validators import ALLOW_EMPTY_STRING


class WriteVerbose(
    Cmdlet,
    name="Write-Verbose",
    module="Microsoft.PowerShell.Utility",
    class_name="Microsoft.PowerShell.Commands.WriteVerboseCommand",
):
    """Write a verbose message.

    PS> Write-Verbose 'the host is nearly full'
    """

    message: str = param(
        "System.String",
        "The message.",
        sets=at(0, mandatory=True, by_value=True),
        aliases=("Msg",),
        validators=(ALLOW_EMPTY_STRING,),
    )

    def process(self, ps: Context) -> Iterable[object]:
        """Write the message; the preference variable decides what becomes of it."""
        ps.verbose(self.message)
        return ()
