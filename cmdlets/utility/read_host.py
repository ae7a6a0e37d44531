"""Read-Host."""

from collections.abc import Iterable
from typing import cast

from cmdlets.context import Context
from cmdlets.spec import Cmdlet, at, param, switch
from emulator.powershell.runtime.asking import confirmed
from emulator.powershell.runtime.stage import Stage


class ReadHost(
    Cmdlet,
    name="Read-Host",
    module="Microsoft.PowerShell.Utility",
    class_name="Microsoft.PowerShell.Commands.ReadHostCommand",
    output=("System.String", "System.Security.SecureString"),
):
    """Ask the user for a line; a session here has no user, and says so as there.

    PS> Read-Host 'Name'
    """

    prompt: object = param("System.Object", "What is asked.", sets=at(0, remaining=True))
    as_secure_string: bool = switch("Hide the answer.")

    def begin(self, ps: Context) -> Iterable[object]:
        """Refuse. Source: errors-binding-common-007."""
        ps.throw(confirmed("", cast("Stage", ps.runtime)))
