"""Get-Command."""

from collections.abc import Iterable, Iterator

from cmdlets.context import Context
from cmdlets.core.command_search import matching
from cmdlets.spec import Cmdlet, Sets, at, param, switch
from emulator.objects.basic_types import array_of
from emulator.objects.enums import EnumValue
from emulator.objects.errors import ErrorCategory
from emulator.objects.wildcards import has_wildcards, is_match
from emulator.powershell.binder.validators import in_range, not_null_or_empty
from emulator.powershell.command_info import COMMAND_TYPES, CommandInfo, command_type

_ALL = "AllCommandSet"
_CMDLETS = "CmdletSet"
_PARTS: Sets = {_CMDLETS: at(by_property_name=True)}


class GetCommand(
    Cmdlet,
    name="Get-Command",
    module="Microsoft.PowerShell.Core",
    class_name="Microsoft.PowerShell.Commands.GetCommandCommand",
    default_set=_CMDLETS,
    output=("System.Management.Automation.CommandInfo",),
    aliases=("gcm",),
):
    """List commands: cmdlets, functions and aliases.

    PS> Get-Command -Module Hyper-V

    PS> Get-Command Set-VMMemory -Syntax
    """

    argument_list: list[object] | None = param(
        "System.Object[]",
        "Arguments that dynamic parameters depend on.",
        sets=at(1),
        aliases=("Args",),
    )
    all: bool = switch("List hidden commands too.", sets=at(by_property_name=True))
    fully_qualified_module: list[object] | None = param(
        "System.Object[]",
        "Modules by specification.",
        sets=at(by_property_name=True),
        not_emulated=True,
    )
    list_imported: bool = switch(
        "Only what the session has loaded.", sets=at(by_property_name=True)
    )
    module: list[str] | None = param(
        "System.String[]",
        "Modules the commands come from.",
        sets=at(by_property_name=True),
        aliases=("PSSnapin",),
        wildcards=True,
    )
    name: list[str] | None = param(
        "System.String[]",
        "Names of commands.",
        sets={_ALL: at(0, by_value=True, by_property_name=True)},
        validators=(not_null_or_empty(),),
        wildcards=True,
    )
    noun: list[str] | None = param(
        "System.String[]", "Nouns of commands.", sets=_PARTS, wildcards=True
    )
    parameter_name: list[str] | None = param(
        "System.String[]",
        "A parameter that the commands have.",
        validators=(not_null_or_empty(),),
        wildcards=True,
    )
    parameter_type: list[object] | None = param(
        "System.Object[]", "A type that one of their parameters has.", not_emulated=True
    )
    show_command_info: bool = switch(
        "Write what Show-Command reads.", sets=at(by_property_name=True), not_emulated=True
    )
    syntax: bool = switch("Write the syntax instead.", sets=at(by_property_name=True))
    total_count: int = param(
        "System.Int32",
        "How many to list at most.",
        sets=at(by_property_name=True),
        validators=(in_range(0, 2147483647),),
        default=0,
    )
    use_abbreviation_expansion: bool = switch(
        "Match gsv to Get-Service.", core_only=True, not_emulated=True
    )
    use_fuzzy_matching: bool = switch(
        "Match misspelt names.", sets={_ALL: at()}, core_only=True, not_emulated=True
    )
    verb: list[str] | None = param(
        "System.String[]", "Verbs of commands.", sets=_PARTS, wildcards=True
    )
    command_type: list[EnumValue] | None = param(
        array_of(COMMAND_TYPES),
        "Kinds of commands.",
        sets={_ALL: at(by_property_name=True)},
        aliases=("Type",),
    )

    def begin(self, ps: Context) -> Iterable[object]:
        """Begin to count."""
        self._left = self.total_count if ps.is_bound("total_count") else -1
        self._found_parameter = False
        return ()

    def process(self, ps: Context) -> Iterator[object]:
        """Write what the names, or the filters alone, mean."""
        by_parts = self.name is None
        for pattern in self.name or ["*"]:
            found = False
            for info in matching(ps, pattern):
                if by_parts and info.alias:
                    continue
                if not self._wanted(info):
                    continue
                found = True
                if self._left == 0:
                    return
                self._left -= 1
                yield info.syntax() if self.syntax else info
            if not found and not has_wildcards(pattern):
                self._refuse(ps, pattern)

    def end(self, ps: Context) -> Iterable[object]:
        """Complain about a parameter name that no command has."""
        plain = [name for name in self.parameter_name or () if not has_wildcards(name)]
        if plain and not self._found_parameter:
            ps.write_error(
                ps.record(
                    f"No matching commands include a parameter named '{plain[0]}'.  Check the "
                    "spelling of the parameter name, and then try again. "
                    f"(Parameter '{plain[0]}')",
                    "CommandParameterNotFound",
                    ErrorCategory.ObjectNotFound,
                    type_name="System.ArgumentException",
                    target=plain[0],
                )
            )
        return ()

    def _wanted(self, info: CommandInfo) -> bool:
        verb, _, noun = info.metadata.name.partition("-")
        return (
            _fits(self.module, info.metadata.module)
            and _fits(self.verb, verb if noun else "")
            and _fits(self.noun, noun)
            and self._is_of_kind(info)
            and self._has_parameter(info)
        )

    def _is_of_kind(self, info: CommandInfo) -> bool:
        kinds = 0
        for kind in self.command_type or ():
            kinds |= kind.number
        return not kinds or bool(command_type(info).number & kinds)

    def _has_parameter(self, info: CommandInfo) -> bool:
        if not self.parameter_name:
            return True
        names = [name for one in info.metadata.parameters for name in (one.name, *one.aliases)]
        found = any(is_match(pattern, name) for pattern in self.parameter_name for name in names)
        self._found_parameter = self._found_parameter or found
        return found

    def _refuse(self, ps: Context, name: str) -> None:
        if self.module or self.verb or self.noun or self.command_type or self.parameter_name:
            return
        noun, rest = ("a name", "executable") if ps.is_core else ("the name", "operable")
        ps.write_error(
            ps.record(
                f"The term '{name}' is not recognized as {noun} of a cmdlet, function, script "
                f"file, or {rest} program."
                + ("\n" if ps.is_core else " ")
                + "Check the spelling of the name, or if a path was included, verify that the "
                "path is correct and try again.",
                "CommandNotFoundException",
                ErrorCategory.ObjectNotFound,
                type_name="System.Management.Automation.CommandNotFoundException",
                target=name,
                properties=(("CommandName", name),),
            )
        )


def _fits(patterns: list[str] | None, text: str) -> bool:
    return patterns is None or any(is_match(pattern, text) for pattern in patterns)
