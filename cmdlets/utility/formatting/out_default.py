"""Out-Default."""

from cmdlets.spec import at, param, switch
from cmdlets.utility.formatting.out_host import HostWriter
from emulator.objects.psobject import AUTOMATION_NULL


class OutDefault(
    HostWriter,
    name="Out-Default",
    module="Microsoft.PowerShell.Core",
    class_name="Microsoft.PowerShell.Commands.OutDefaultCommand",
):
    """Format objects as they come and show them on the host's screen.

    PS> Get-VM | Out-Default
    """

    transcript: bool = switch("Write to the transcript only.", not_emulated=True)
    input_object: object = param(
        "System.Management.Automation.PSObject",
        "What is shown.",
        sets=at(by_value=True),
        default=AUTOMATION_NULL,
    )
