"""Import-Module."""

from collections.abc import Iterator
from typing import Final

from cmdlets.context import Context
from cmdlets.core.modules.inbox import is_inbox
from cmdlets.core.modules.module_info import CORE_MODULE, PS_MODULE_INFO, ModuleInfo, modules
from cmdlets.spec import Cmdlet, at, param, switch
from emulator.objects.builtin_types import array_of
from emulator.objects.errors import ErrorCategory, NotEmulated
from emulator.objects.identifiers import Version
from emulator.objects.wildcards import has_wildcards, is_match
from emulator.powershell.binder.validators import one_of

_NAME: Final = "Name"
_SESSION: Final = "PSSession"
_CIM: Final = "CimSession"
_QUALIFIED: Final = "FullyQualifiedName"
_QUALIFIED_SESSION: Final = "FullyQualifiedNameAndPSSession"
_ASSEMBLY: Final = "Assembly"
_INFO: Final = "ModuleInfo"
_NAMED: Final = (_NAME, _SESSION, _CIM)


class ImportModule(
    Cmdlet,
    name="Import-Module",
    module="Microsoft.PowerShell.Core",
    class_name="Microsoft.PowerShell.Commands.ImportModuleCommand",
    default_set=_NAME,
    output=(PS_MODULE_INFO.name,),
    aliases=("ipmo",),
):
    """Import modules; those that the emulator has are loaded already.

    PS> Import-Module Hyper-V
    """

    global_: bool = switch("Import into the global scope.", name="Global")
    prefix: str | None = param("System.String", "What goes before the nouns.", not_emulated=True)
    name: list[str] | None = param(
        "System.String[]",
        "Names of the modules.",
        sets={one: at(0, mandatory=True, by_value=True) for one in _NAMED},
        wildcards=True,
    )
    fully_qualified_name: object = param(
        "System.Object[]",
        "Modules by name and version.",
        sets={
            one: at(0, mandatory=True, by_value=True) for one in (_QUALIFIED, _QUALIFIED_SESSION)
        },
        not_emulated=True,
    )
    assembly: object = param(
        "System.Object[]",
        "Assemblies with cmdlets.",
        sets={_ASSEMBLY: at(0, mandatory=True, by_value=True)},
        not_emulated=True,
    )
    function: list[str] | None = param("System.String[]", "Functions to import.")
    cmdlet: list[str] | None = param("System.String[]", "Cmdlets to import.")
    variable: list[str] | None = param("System.String[]", "Variables to import.")
    alias: list[str] | None = param("System.String[]", "Aliases to import.")
    force: bool = switch("Import again.")
    pass_thru: bool = switch("Write the modules.")
    as_custom_object: bool = switch("Write an object with the functions.", not_emulated=True)
    minimum_version: Version | None = param(
        "System.Version", "The lowest version.", sets=_NAMED, aliases=("Version",)
    )
    maximum_version: str | None = param("System.String", "The highest version.", sets=_NAMED)
    required_version: Version | None = param("System.Version", "The version.", sets=_NAMED)
    module_info: list[ModuleInfo] | None = param(
        array_of(PS_MODULE_INFO),
        "The modules as objects.",
        sets={_INFO: at(0, mandatory=True, by_value=True)},
    )
    argument_list: list[object] | None = param(
        "System.Object[]",
        "Arguments of the module's script.",
        aliases=("Args",),
        not_emulated=True,
    )
    disable_name_checking: bool = switch("Do not warn of unusual verbs.")
    no_clobber: bool = switch("Keep commands that are there.", aliases=("NoOverwrite",))
    scope: str | None = param(
        "System.String", "Local or Global.", validators=(one_of("Local", "Global"),)
    )
    ps_session: object = param(
        "System.Object",
        "Another session.",
        name="PSSession",
        sets={_SESSION: at(mandatory=True), _QUALIFIED_SESSION: at(mandatory=True)},
        not_emulated=True,
    )
    cim_session: object = param(
        "System.Object", "Another computer.", sets={_CIM: at(mandatory=True)}, not_emulated=True
    )

    def process(self, ps: Context) -> Iterator[object]:
        """Import the modules of one list of names."""
        if self.module_info is not None:
            yield from self.module_info if self.pass_thru else ()
            return
        known = modules(ps)
        for name in self.name or ():
            found = [one for one in known if is_match(name, one.name)]
            if not found and not has_wildcards(name):
                self._missing(ps, name)
            for one in found:
                if self._fits(ps, one) and self.pass_thru:
                    yield one

    def _fits(self, ps: Context, one: ModuleInfo) -> bool:
        """Whether the module has a version that was asked for; the error is written if not."""
        parts = one.version().parts
        least, exact = self.minimum_version, self.required_version
        if self.maximum_version is not None:
            raise NotEmulated("parameter -MaximumVersion of Import-Module")
        if (least is None or parts >= least.parts) and (exact is None or parts == exact.parts):
            return True
        wanted = exact or least
        assert wanted is not None, "one of the two did not fit"
        ps.write_error(
            ps.record(
                f"The specified module '{one.name}' with version '{wanted.to_text()}' was not "
                "loaded because no valid module file was found in any module directory.",
                "Modules_ModuleWithVersionNotFound",
                ErrorCategory.ResourceUnavailable,
                type_name="System.IO.FileNotFoundException",
                target=one.name,
            )
        )
        return False

    def _missing(self, ps: Context, name: str) -> None:
        """Tell a module that nobody has from one that only the real host has."""
        if name.lower() == CORE_MODULE.lower():
            return
        if is_inbox(name):
            raise NotEmulated(f"the module {name}")
        if "\\" in name or "/" in name or name.lower().endswith((".psm1", ".psd1", ".dll")):
            raise NotEmulated("Import-Module of a file")
        ps.write_error(
            ps.record(
                f"The specified module '{name}' was not loaded because no valid module file was "
                "found in any module directory.",
                "Modules_ModuleNotFound",
                ErrorCategory.ResourceUnavailable,
                type_name="System.IO.FileNotFoundException",
                target=name,
            )
        )
