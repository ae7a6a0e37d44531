"""Write-Information."""

from collections.abc import Iterable

from cmdlets.context import Context
from cmdlets.spec import Cmdlet, at, param


class WriteInformation(
    Cmdlet,
    name="Write-Information",
    module="Microsoft.PowerShell.Utility",
    class_name="Microsoft.PowerShell.Commands.WriteInformationCommand",
):
    """Write an information record.

    PS> Write-Information 'three machines started' -Tags memory
    """

    message_data: object = param(
        "System.Object",
        "What the record carries.",
        sets=at(0, mandatory=True, by_value=True),
        aliases=("Msg", "Message"),
    )
    tags: list[str] | None = param("System.String[]", "Words to find it by.", sets=at(1))

    def process(self, ps: Context) -> Iterable[object]:
        """Write the record; the preference variable decides whether it is shown."""
        ps.information(self.message_data, tuple(self.tags or ()))
        return ()
