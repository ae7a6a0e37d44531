"""Write-Debug."""

from collections.abc import Iterable

from cmdlets.context import Context
from cmdlets.utility.write_messages import MessageWriter


class WriteDebug(
    MessageWriter,
    name="Write-Debug",
    module="Microsoft.PowerShell.Utility",
    class_name="Microsoft.PowerShell.Commands.WriteDebugCommand",
):
    """Write a debug message.

    PS> Write-Debug 'Host HV01 is nearly full'
    """

    def process(self, ps: Context) -> Iterable[object]:
        """Write the message."""
        ps.debug(self.message)
        return ()
