"""Get-Location."""

from collections.abc import Iterable
from typing import Final

from cmdlets.context import Context
from cmdlets.management.paths.path_info import PATH_INFO, PathInfo
from cmdlets.spec import Cmdlet, at, param, switch

_LOCATION: Final = "Location"
_STACK: Final = "Stack"


class GetLocation(
    Cmdlet,
    name="Get-Location",
    module="Microsoft.PowerShell.Management",
    class_name="Microsoft.PowerShell.Commands.GetLocationCommand",
    default_set=_LOCATION,
    output=(PATH_INFO.name,),
    aliases=("gl", "pwd"),
):
    """Get the folder the session stands in.

    PS> Get-Location
    """

    ps_provider: list[str] | None = param(
        "System.String[]",
        "The location on drives of a provider.",
        name="PSProvider",
        sets={_LOCATION: at(by_property_name=True)},
        not_emulated=True,
    )
    ps_drive: list[str] | None = param(
        "System.String[]",
        "The location on drives.",
        name="PSDrive",
        sets={_LOCATION: at(by_property_name=True)},
        not_emulated=True,
    )
    stack: bool = switch("The locations that were put aside.", sets=(_STACK,), not_emulated=True)
    stack_name: list[str] | None = param(
        "System.String[]",
        "Names of stacks of locations.",
        sets={_STACK: at(by_property_name=True)},
        not_emulated=True,
    )
    use_transaction: bool = switch("In a transaction.", aliases=("usetx",), not_emulated=True)

    def begin(self, ps: Context) -> Iterable[object]:
        """Write it."""
        return (PathInfo(ps.session.location),)
