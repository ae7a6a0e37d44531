"""New-Guid."""

from collections.abc import Iterable

from cmdlets.context import Context
from cmdlets.spec import Cmdlet
from emulator.dotnet.statics import invoke_static


class NewGuid(
    Cmdlet,
    name="New-Guid",
    module="Microsoft.PowerShell.Utility",
    class_name="Microsoft.PowerShell.Commands.NewGuidCommand",
    output=("System.Guid",),
):
    """Make a new GUID.

    PS> New-Guid
    """

    def begin(self, ps: Context) -> Iterable[object]:
        """Write it."""
        guid = ps.types.resolve("System.Guid")
        assert guid is not None, "the type table has System.Guid"
        return (invoke_static(guid, "NewGuid", [], ps.session.surroundings),)
