"""Remove-Module."""

from collections.abc import Iterable
from typing import Final

from cmdlets.context import Context
from cmdlets.core.modules.module_info import PS_MODULE_INFO, ModuleInfo, modules
from cmdlets.spec import Cmdlet, at, param, switch
from emulator.objects.builtin_types import array_of
from emulator.objects.errors import ErrorCategory, NotEmulated
from emulator.objects.wildcards import is_match

_NAME: Final = "name"
_INFO: Final = "ModuleInfo"
_QUALIFIED: Final = "FullyQualifiedName"


class RemoveModule(
    Cmdlet,
    name="Remove-Module",
    module="Microsoft.PowerShell.Core",
    class_name="Microsoft.PowerShell.Commands.RemoveModuleCommand",
    default_set=_NAME,
    supports_should_process=True,
    aliases=("rmo",),
):
    """Remove modules from the session; the emulator's own cannot be removed.

    PS> Remove-Module Lab -ErrorAction SilentlyContinue
    """

    name: list[str] | None = param(
        "System.String[]",
        "Names of the modules.",
        sets={_NAME: at(0, mandatory=True, by_value=True)},
        wildcards=True,
    )
    fully_qualified_name: object = param(
        "System.Object[]",
        "Modules by name and version.",
        sets={_QUALIFIED: at(0, mandatory=True, by_value=True)},
        not_emulated=True,
    )
    module_info: list[ModuleInfo] | None = param(
        array_of(PS_MODULE_INFO),
        "The modules as objects.",
        sets={_INFO: at(0, mandatory=True, by_value=True)},
    )
    force: bool = switch("Remove read-only modules too.")

    def begin(self, ps: Context) -> Iterable[object]:
        """Begin with none found."""
        self._found = 0
        return ()

    def process(self, ps: Context) -> Iterable[object]:
        """Look for the modules of one list of names."""
        names = self.name or [one.name for one in self.module_info or ()]
        for one in modules(ps):
            if any(is_match(name, one.name) for name in names):
                self._found += 1
                if ps.should_process(one.name, "Remove-Module"):
                    raise NotEmulated(f"Remove-Module of {one.name}")
        return ()

    def end(self, ps: Context) -> Iterable[object]:
        """Complain where no module was meant; a wildcard may mean none."""
        if self._found or any("*" in name for name in self.name or ()):
            return ()
        ps.write_error(
            ps.record(
                "No modules were removed. Verify that the specification of modules to remove is "
                "correct and those modules exist in the runspace.",
                "Modules_NoModulesRemoved",
                ErrorCategory.ResourceUnavailable,
                type_name="System.InvalidOperationException",
            )
        )
        return ()
