"""Out-Null."""

from cmdlets.spec import Cmdlet, at, param


class OutNull(
    Cmdlet,
    name="Out-Null",
    module="Microsoft.PowerShell.Core",
    class_name="Microsoft.PowerShell.Commands.OutNullCommand",
):
    """Drop everything that comes down the pipeline.

    PS> New-Item a.txt | Out-Null
    """

    input_object: object = param(
        "System.Management.Automation.PSObject",
        "What is dropped.",
        sets=at(by_value=True),
    )
