"""CommandInfo: a command as a value, which Get-Command writes and `&` calls."""

from collections.abc import Callable
from typing import Any, Final

from emulator.objects.basic_types import OBJECT
from emulator.objects.collections import Hashtable, TypedArray
from emulator.objects.enums import EnumValue, enum_type, member
from emulator.objects.identifiers import Version, parse_version
from emulator.objects.types import ClrObject, Property, PSType
from emulator.powershell.binder.parameter_info import (
    ParameterSetInfo,
    parameters_table,
    set_infos,
)
from emulator.powershell.binder.syntax import syntax_lines
from emulator.powershell.metadata import ALL_SETS, CommandKind, CommandMetadata
from emulator.powershell.ports import Command

_SMA: Final = "System.Management.Automation."
_STRING: Final = "System.String"

COMMAND_TYPES: Final = enum_type(
    _SMA + "CommandTypes",
    {"Alias": 1, "Function": 2, "Filter": 4, "Cmdlet": 8, "ExternalScript": 16,
     "Application": 32, "Script": 64, "Configuration": 256, "All": 383},
    flags=True,
)  # fmt: skip

MODULE_VERSIONS: Final = {
    "Hyper-V": ("2.0.0.0", "2.0.0.0"),
    "Microsoft.PowerShell.Core": ("3.0.0.0", "7.6.5.500"),
}
"""Module to its version in 5.1 and in 7. Source: captures; Core's assumed."""
OTHER_VERSION: Final = ("3.1.0.0", "7.0.0.0")
"""The versions of PowerShell's other modules. Source: recalled."""


class CommandInfo(ClrObject):
    """A command found by name; `alias` is the name of an alias of it, empty otherwise."""

    __slots__ = ("alias", "command", "core")

    def __init__(self, command: Command, *, alias: str = "", core: bool = False) -> None:
        """Show `command` as the edition does."""
        self.command = command
        self.alias = alias
        self.core = core

    @property
    def ps_type(self) -> PSType:  # type: ignore[override]
        """AliasInfo, FunctionInfo, FilterInfo or CmdletInfo."""
        return ALIAS_INFO if self.alias else _TYPES[self.kind]

    @property
    def metadata(self) -> CommandMetadata:
        """What the command declares."""
        return self.command.metadata

    @property
    def kind(self) -> CommandKind:
        """What the command is."""
        return self.command.metadata.kind

    @property
    def name(self) -> str:
        """The name it is called by."""
        return self.alias or self.metadata.name

    @property
    def module(self) -> str:
        """The module it comes from; an alias comes from none."""
        return "" if self.alias else self.metadata.module

    def to_text(self) -> str:
        """Return the name."""
        return self.name

    def syntax(self) -> str:
        """Return what Get-Command -Syntax writes."""
        lines = "\n\n".join(syntax_lines(self.metadata, core=self.core, name=self.name))
        head = f"{self.name} (alias) -> {self.metadata.name}\n\n" if self.alias else ""
        return f"\n{head}{lines}\n"

    def definition(self) -> str:
        """Return a function's text, a cmdlet's syntax, what an alias stands for."""
        if self.alias:
            return self.metadata.name
        body = getattr(self.command, "body", None)
        text = getattr(body, "text", None)
        return text if isinstance(text, str) else self.syntax()

    def version(self) -> Version | None:
        """Return the version of its module."""
        module = self.module
        if not module:
            return None
        made = parse_version(MODULE_VERSIONS.get(module, OTHER_VERSION)[self.core])
        assert isinstance(made, Version)
        return made


def command_type(info: CommandInfo) -> EnumValue:
    """Return the CommandTypes value."""
    return member(COMMAND_TYPES, "Alias" if info.alias else info.kind.value)


def _verb_noun(part: int) -> Callable[[CommandInfo], str]:
    def get(info: CommandInfo) -> str:
        pieces = info.metadata.name.split("-", 1)
        return pieces[part] if len(pieces) == 2 else ""

    return get


def _output_types(info: CommandInfo) -> object:
    return [OutputType(name) for name in info.metadata.output_types]


class OutputType(ClrObject):
    """System.Management.Automation.PSTypeName."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        """Name a type."""
        self.name = name

    ps_type = PSType(
        name=_SMA + "PSTypeName",
        base=OBJECT,
        properties=(Property(name="Name", type_name=_STRING, get=lambda it: it.name),),
    )

    def to_text(self) -> str:
        """Return the name."""
        return self.name


def _parameters(info: CommandInfo) -> Hashtable:
    return parameters_table(info.metadata, core=info.core)


def _sets(info: CommandInfo) -> TypedArray:
    found = set_infos(info.metadata, core=info.core)
    return TypedArray(ParameterSetInfo.ps_type, found)


def _default_set(info: CommandInfo) -> str | None:
    name = info.metadata.default_set
    return None if name == ALL_SETS else name


def _text(name: str, get: Callable[[Any], object]) -> Property:
    return Property(name=name, type_name=_STRING, get=get)


_COMMON: Final = (
    Property(name="Parameters", type_name="System.Collections.Hashtable", get=_parameters),
    Property(name="ParameterSets", type_name=_SMA + "CommandParameterSetInfo[]", get=_sets),
    _text("DefaultParameterSet", _default_set),
    _text("HelpFile", lambda _: ""),
    Property(name="OutputType", type_name=_SMA + "PSTypeName[]", get=_output_types),
    _text("Verb", _verb_noun(0)),
    _text("Noun", _verb_noun(1)),
)
COMMAND_INFO: Final = PSType(
    name=_SMA + "CommandInfo",
    base=OBJECT,
    abstract=True,
    properties=(
        _text("Name", lambda it: it.name),
        Property(name="CommandType", type_name=COMMAND_TYPES.name, get=command_type),
        _text("Source", lambda it: it.module),
        Property(name="Version", type_name="System.Version", get=lambda it: it.version()),
        _text("Definition", lambda it: it.definition()),
        _text("ModuleName", lambda it: it.module),
    ),
)
FUNCTION_INFO: Final = PSType(
    name=_SMA + "FunctionInfo",
    base=COMMAND_INFO,
    python=CommandInfo,
    properties=(
        Property(
            name="CmdletBinding",
            type_name="System.Boolean",
            get=lambda it: it.metadata.common_parameters,
        ),
        *_COMMON,
    ),
)
FILTER_INFO: Final = PSType(name=_SMA + "FilterInfo", base=FUNCTION_INFO, python=CommandInfo)
SCRIPT_INFO: Final = PSType(
    name=_SMA + "ExternalScriptInfo", base=COMMAND_INFO, python=CommandInfo, properties=_COMMON
)
CMDLET_INFO: Final = PSType(
    name=_SMA + "CmdletInfo",
    base=COMMAND_INFO,
    python=CommandInfo,
    properties=(
        *_COMMON,
        _text("ImplementingType", lambda it: it.metadata.implementing_type),
    ),
)
ALIAS_INFO: Final = PSType(
    name=_SMA + "AliasInfo",
    base=COMMAND_INFO,
    python=CommandInfo,
    properties=(
        _text("DisplayName", lambda it: f"{it.alias} -> {it.metadata.name}"),
        _text("ResolvedCommandName", lambda it: it.metadata.name),
        Property(
            name="ResolvedCommand",
            type_name=_SMA + "CommandInfo",
            get=lambda it: CommandInfo(it.command, core=it.core),
        ),
        Property(
            name="ReferencedCommand",
            type_name=_SMA + "CommandInfo",
            get=lambda it: CommandInfo(it.command, core=it.core),
        ),
        *_COMMON[:2],
    ),
)
_TYPES: Final = {
    CommandKind.CMDLET: CMDLET_INFO,
    CommandKind.FUNCTION: FUNCTION_INFO,
    CommandKind.FILTER: FILTER_INFO,
    CommandKind.EXTERNAL_SCRIPT: SCRIPT_INFO,
    CommandKind.APPLICATION: SCRIPT_INFO,
    CommandKind.ALIAS: ALIAS_INFO,
}
COMMAND_INFO_TYPES: Final = (
    COMMAND_TYPES,
    COMMAND_INFO,
    FUNCTION_INFO,
    FILTER_INFO,
    SCRIPT_INFO,
    CMDLET_INFO,
    ALIAS_INFO,
    OutputType.ps_type,
)
"""For the type table."""
