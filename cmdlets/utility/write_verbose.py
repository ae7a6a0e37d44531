"""Write-Verbose."""

from collections.abc import Iterable

from cmdlets.context import Context
from cmdlets.utility.write_messages import MessageWriter


class WriteVerbose(
    MessageWriter,
    name="Write-Verbose",
    module="Microsoft.PowerShell.Utility",
    class_name="Microsoft.PowerShell.Commands.WriteVerboseCommand",
):
    """Write a verbose message.

    PS> Write-Verbose 'Host HV01 is nearly full'
    """

    def process(self, ps: Context) -> Iterable[object]:
        """Write the message."""
        ps.verbose(self.message)
        return ()
