"""Write-Debug."""

from collections.abc import Iterable

from cmdlets.context import Context
from cmdlets.spec import Cmdlet, at, param
from emulator.powershell.binder.validators import ALLOW_EMPTY_STRING


class WriteDebug(
    Cmdlet,
    name="Write-Debug",
    module="Microsoft.PowerShell.Utility",
    class_name="Microsoft.PowerShell.Commands.WriteDebugCommand",
):
    """Write a debug message.

    PS> Write-Debug 'the host is nearly full'
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
        ps.debug(self.message)
        return ()
