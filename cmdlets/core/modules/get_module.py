"""Get-Module."""

from collections.abc import Iterable
from typing import Final

from cmdlets.context import Context
from cmdlets.core.modules.module_info import PS_MODULE_INFO, modules
from cmdlets.spec import Cmdlet, at, param, switch
from emulator.objects.wildcards import is_match

_LOADED: Final = "Loaded"
_AVAILABLE: Final = "Available"
_SESSION: Final = "PsSession"
_CIM: Final = "CimSession"


class GetModule(
    Cmdlet,
    name="Get-Module",
    module="Microsoft.PowerShell.Core",
    class_name="Microsoft.PowerShell.Commands.GetModuleCommand",
    default_set=_LOADED,
    output=(PS_MODULE_INFO.name,),
    aliases=("gmo",),
):
    """Get the modules of the session, or those that could be imported.

    Every module the emulator has is loaded from the start.

    PS> Get-Module -ListAvailable Hyper-V
    """

    name: list[str] | None = param(
        "System.String[]",
        "Names of the modules.",
        sets={
            _LOADED: at(0, by_value=True),
            _AVAILABLE: at(0, by_value=True),
            _SESSION: at(0, by_value=True),
            _CIM: at(0, by_value=True),
        },
        wildcards=True,
    )
    fully_qualified_name: object = param(
        "System.Object[]",
        "Modules by name and version.",
        sets={_LOADED: at(by_property_name=True), _AVAILABLE: at(by_property_name=True)},
        not_emulated=True,
    )
    all_: bool = switch("Nested modules too.", name="All", sets=(_LOADED, _AVAILABLE))
    list_available: bool = switch(
        "The modules that can be imported.", sets={_AVAILABLE: at(mandatory=True), _SESSION: at()}
    )
    ps_edition: str | None = param(
        "System.String",
        "Modules of one edition.",
        name="PSEdition",
        sets=(_AVAILABLE,),
        not_emulated=True,
    )
    refresh: bool = switch("Read the folders again.", sets=(_AVAILABLE, _SESSION))
    ps_session: object = param(
        "System.Object",
        "Another session.",
        name="PSSession",
        sets={_SESSION: at(mandatory=True)},
        not_emulated=True,
    )
    cim_session: object = param(
        "System.Object", "Another computer.", sets={_CIM: at(mandatory=True)}, not_emulated=True
    )

    def process(self, ps: Context) -> Iterable[object]:
        """Write the modules of one list of names; one that is not there is no error."""
        patterns = self.name or ["*"]
        return [
            one for one in modules(ps) if any(is_match(pattern, one.name) for pattern in patterns)
        ]
