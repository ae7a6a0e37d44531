"""Write-Warning."""

from collections.abc import Iterable

from cmdlets.context import Context
from cmdlets.utility.write_messages import MessageWriter


class WriteWarning(
    MessageWriter,
    name="Write-Warning",
    module="Microsoft.PowerShell.Utility",
    class_name="Microsoft.PowerShell.Commands.WriteWarningCommand",
):
    """Write a warning message.

    PS> Write-Warning 'Host HV01 is nearly full'
    """

    def process(self, ps: Context) -> Iterable[object]:
        """Write the message."""
        ps.warning(self.message)
        return ()
