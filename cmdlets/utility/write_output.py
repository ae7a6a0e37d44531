"""Write-Output."""

from collections.abc import Iterable

from cmdlets.context import Context
from cmdlets.spec import Cmdlet, at, param, switch
from emulator.objects.enumeration import enumerate_value
from emulator.powershell.binder.validators import ALLOW_EMPTY_COLLECTION, ALLOW_NULL


class WriteOutput(
    Cmdlet,
    name="Write-Output",
    module="Microsoft.PowerShell.Utility",
    class_name="Microsoft.PowerShell.Commands.WriteOutputCommand",
    aliases=("echo", "write"),
):
    """Write objects to the pipeline.

    A collection is written element by element, one level deep, unless -NoEnumerate is given.

    PS> Write-Output 1, 2, 3
    """

    input_object: object = param(
        "System.Management.Automation.PSObject",
        "The objects to write.",
        sets=at(0, mandatory=True, by_value=True, remaining=True),
        validators=(ALLOW_NULL, ALLOW_EMPTY_COLLECTION),
    )
    no_enumerate: bool = switch("Write a collection as one object.")

    def process(self, ps: Context) -> Iterable[object]:
        """Write the objects."""
        items = None if self.no_enumerate else enumerate_value(self.input_object)
        return [self.input_object] if items is None else items
