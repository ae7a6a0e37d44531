"""Write-Information."""

from collections.abc import Iterable

from cmdlets.context import Context
from cmdlets.spec import Cmdlet, at, param
from emulator.powershell.binder.validators import ALLOW_NULL


class WriteInformation(
    Cmdlet,
    name="Write-Information",
    module="Microsoft.PowerShell.Utility",
    class_name="Microsoft.PowerShell.Commands.WriteInformationCommand",
):
    """Write to the information stream.

    PS> Write-Information 'Machine web01 started' -Tags Lab
    """

    message_data: object = param(
        "System.Object",
        "What is reported: a text or any object.",
        sets=at(0, mandatory=True, by_value=True),
        aliases=("Msg", "Message"),
        validators=(ALLOW_NULL,),
    )
    tags: list[str] | None = param("System.String[]", "Words to filter by.", sets=at(1))

    def process(self, ps: Context) -> Iterable[object]:
        """Write the record."""
        ps.information(self.message_data, tuple(self.tags or ()))
        return ()
