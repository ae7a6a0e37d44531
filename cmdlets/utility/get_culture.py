"""Get-Culture and Get-UICulture."""

from collections.abc import Iterable

from cmdlets.context import Context
from cmdlets.spec import Cmdlet
from emulator.dotnet.cultures import culture_info


class GetCulture(
    Cmdlet,
    name="Get-Culture",
    module="Microsoft.PowerShell.Utility",
    class_name="Microsoft.PowerShell.Commands.GetCultureCommand",
    output=("System.Globalization.CultureInfo",),
):
    """Get the culture of the session, which is en-US.

    PS> Get-Culture
    """

    def begin(self, ps: Context) -> Iterable[object]:
        """Write it."""
        return (culture_info("en-US"),)


class GetUICulture(
    Cmdlet,
    name="Get-UICulture",
    module="Microsoft.PowerShell.Utility",
    class_name="Microsoft.PowerShell.Commands.GetUICultureCommand",
    output=("System.Globalization.CultureInfo",),
):
    """Get the culture of the session's texts, which is en-US.

    PS> Get-UICulture
    """

    def begin(self, ps: Context) -> Iterable[object]:
        """Write it."""
        return (culture_info("en-US"),)
