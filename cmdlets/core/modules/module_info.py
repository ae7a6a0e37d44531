"""PSModuleInfo: a module as an object. The modules there are come from the command table."""

from collections.abc import Callable
from typing import Any, Final

from cmdlets.context import Context
from emulator.objects.basic_types import OBJECT
from emulator.objects.collections import Hashtable
from emulator.objects.enums import EnumValue, enum_type, member
from emulator.objects.identifiers import Version, parse_version
from emulator.objects.types import ClrObject, Property, PSType
from emulator.powershell.command_info import MODULE_VERSIONS, OTHER_VERSION, CommandInfo
from emulator.powershell.ports import Command
from emulator.powershell.runtime.commands import CommandTable

_SMA: Final = "System.Management.Automation."
_STRING: Final = "System.String"
_FOLDER: Final = "C:\\Windows\\system32\\WindowsPowerShell\\v1.0\\Modules\\"
CORE_MODULE: Final = "Microsoft.PowerShell.Core"
"""A snap-in, which Get-Module does not list. Source: about_Modules."""
BINARY: Final = frozenset({"Hyper-V"})
"""Modules whose root is an assembly; the others are manifests. Source: captures of Get-Module."""

MODULE_TYPE: Final = enum_type(
    _SMA + "ModuleType", {"Script": 0, "Binary": 1, "Manifest": 2, "Cim": 3, "Workflow": 4}
)


class ModuleInfo(ClrObject):
    """One module of the session."""

    __slots__ = ("core", "name", "table")

    def __init__(self, name: str, table: CommandTable, *, core: bool) -> None:
        """Show the module `name` of `table` as the edition does."""
        self.name = name
        self.table = table
        self.core = core

    def to_text(self) -> str:
        """Return the name."""
        return self.name

    def commands(self) -> list[Command]:
        """Return its commands."""
        return [one for one in self.table if one.module == self.name]

    def version(self) -> Version:
        """Return its version."""
        made = parse_version(MODULE_VERSIONS.get(self.name, OTHER_VERSION)[self.core])
        assert isinstance(made, Version), "the table of versions has versions"
        return made

    def kind(self) -> EnumValue:
        """Return its type."""
        return member(MODULE_TYPE, "Binary" if self.name in BINARY else "Manifest")

    def base(self) -> str:
        """Return the folder it lies in. Assumed: the module's name, Hyper-V's with its version."""
        inner = f"\\{self.version().to_text()}" if self.name in BINARY else ""
        return f"{_FOLDER}{self.name}{inner}"

    def exported_commands(self) -> Hashtable:
        """Return its commands by name."""
        found = Hashtable()
        for one in self.commands():
            found[one.name] = CommandInfo(one, core=self.core)
        return found

    def exported_aliases(self) -> Hashtable:
        """Return the aliases of its commands by name."""
        found = Hashtable()
        own = {one.name.lower(): one for one in self.commands()}
        for alias, target in self.table.aliases.values():
            command = own.get(target.lower())
            if command is not None:
                found[alias] = CommandInfo(command, alias=alias, core=self.core)
        return found


def modules(ps: Context) -> list[ModuleInfo]:
    """Return the modules whose commands the session has, by name."""
    table = ps.session.commands
    names = {one.module for one in table} - {"", CORE_MODULE}
    return [ModuleInfo(name, table, core=ps.is_core) for name in sorted(names, key=str.lower)]


def _read(name: str, type_name: str, get: Callable[[Any], object]) -> Property:
    return Property(name=name, type_name=type_name, get=get)


_TABLE: Final = "System.Collections.Generic.Dictionary`2"
PS_MODULE_INFO: Final = PSType(
    name=_SMA + "PSModuleInfo",
    base=OBJECT,
    python=ModuleInfo,
    default_display=("ModuleType", "Version", "Name", "ExportedCommands"),
    properties=(
        _read("Name", _STRING, lambda it: it.name),
        _read("Path", _STRING, lambda it: f"{it.base()}\\{it.name}.psd1"),
        _read("ModuleBase", _STRING, lambda it: it.base()),
        _read("Version", "System.Version", lambda it: it.version()),
        _read("ModuleType", MODULE_TYPE.name, lambda it: it.kind()),
        _read("ExportedFunctions", _TABLE, lambda _: Hashtable()),
        _read("ExportedCmdlets", _TABLE, lambda it: it.exported_commands()),
        _read("ExportedCommands", _TABLE, lambda it: it.exported_commands()),
        _read("ExportedAliases", _TABLE, lambda it: it.exported_aliases()),
        _read("ExportedVariables", _TABLE, lambda _: Hashtable()),
    ),
)
ModuleInfo.ps_type = PS_MODULE_INFO
