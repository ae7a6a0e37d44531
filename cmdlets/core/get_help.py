"""Get-Help."""

from collections.abc import Iterable, Iterator

from cmdlets.context import Context
from cmdlets.core.command_search import matching
from cmdlets.core.help_text import help_lines, parameter_lines, parameter_named
from cmdlets.spec import Cmdlet, at, param, switch
from emulator.objects.errors import ErrorCategory, NotEmulated
from emulator.objects.psobject import PSObject, custom_object
from emulator.objects.wildcards import has_wildcards, is_match
from emulator.powershell.command_info import CommandInfo, command_type

_ALL = "AllUsersView"
_DETAILED = "DetailedView"
_EXAMPLES = "Examples"
_PARAMETERS = "Parameters"
_ONLINE = "Online"
_WINDOW = "ShowWindow"
MOST_TOPICS = 4096
"""Commands that a wildcard lists; the real one has fewer."""


class GetHelp(
    Cmdlet,
    name="Get-Help",
    module="Microsoft.PowerShell.Core",
    class_name="Microsoft.PowerShell.Commands.GetHelpCommand",
    default_set=_ALL,
):
    """Show what a command does and how it is called.

    The text comes from the command's declaration. Comment-based help of functions is not
    emulated.

    PS> Get-Help Set-VMMemory -Full
    """

    name: str | None = param(
        "System.String", "The command.", sets=at(0, by_property_name=True), wildcards=True
    )
    path: str | None = param("System.String", "Where help files are.", not_emulated=True)
    category: list[str] | None = param("System.String[]", "Kinds of topics.", not_emulated=True)
    component: list[str] | None = param(
        "System.String[]", "Components of topics.", not_emulated=True
    )
    functionality: list[str] | None = param(
        "System.String[]", "Functionalities of topics.", not_emulated=True
    )
    role: list[str] | None = param("System.String[]", "Roles of topics.", not_emulated=True)
    detailed: bool = switch("Add parameters and examples.", sets={_DETAILED: at(mandatory=True)})
    full: bool = switch("Show everything.", sets=(_ALL,))
    examples: bool = switch("Show the examples.", sets={_EXAMPLES: at(mandatory=True)})
    parameter: list[str] | None = param(
        "System.String[]",
        "Show these parameters.",
        sets={_PARAMETERS: at(mandatory=True)},
        wildcards=True,
    )
    online: bool = switch("Open a browser.", sets={_ONLINE: at(mandatory=True)}, not_emulated=True)
    show_window: bool = switch(
        "Open a window.", sets={_WINDOW: at(mandatory=True)}, not_emulated=True
    )

    def process(self, ps: Context) -> Iterable[object]:
        """Show one topic, or list those that a wildcard means."""
        name = self.name or "*"
        found = []
        for info in matching(ps, name):
            found.append(info)
            if len(found) >= MOST_TOPICS:
                break
        if not found:
            if not has_wildcards(name):
                self._refuse(ps, name)
            return ()
        if len(found) > 1:
            return [_short(info) for info in found if not info.alias]
        return list(self._topic(found[0]))

    def _topic(self, info: CommandInfo) -> Iterator[object]:
        _refuse_comment_help(info)
        if self.parameter is not None:
            for parameter, part in parameter_named(info):
                if any(is_match(pattern, parameter.name) for pattern in self.parameter):
                    yield "\n".join(["", *parameter_lines(info, parameter, part, facts=True)])
            return
        lines = help_lines(
            info,
            parameters=self.full or self.detailed,
            facts=self.full,
            examples=self.full or self.detailed or self.examples,
        )
        made = PSObject("\n".join(lines))
        made.add_note("Name", info.metadata.name)
        made.add_note("Category", command_type(info).name)
        made.add_note("Synopsis", info.metadata.synopsis or info.syntax())
        made.add_note("ModuleName", info.metadata.module)
        description = info.metadata.description or info.metadata.synopsis
        made.add_note("description", [custom_object(Text=description)] if description else None)
        yield made

    def _refuse(self, ps: Context, name: str) -> None:
        ps.write_error(
            ps.record(
                f"Get-Help could not find {name} in a help file in this session. To download "
                'updated help topics type: "Update-Help". To get help online, search for the help '
                "topic in the TechNet library at https://go.microsoft.com/fwlink/?LinkID=107116.",
                "HelpNotFound",
                ErrorCategory.ResourceUnavailable,
                type_name="Microsoft.PowerShell.Commands.HelpNotFoundException",
                properties=(("HelpTopic", name),),
            )
        )


def _short(info: CommandInfo) -> PSObject:
    made = PSObject(type_names=["HelpInfoShort"])
    made.add_note("Name", info.metadata.name)
    made.add_note("Category", command_type(info).name)
    made.add_note("Module", info.metadata.module)
    made.add_note("Synopsis", info.metadata.synopsis or info.syntax())
    return made


def _refuse_comment_help(info: CommandInfo) -> None:
    body = getattr(info.command, "body", None)
    text = getattr(body, "text", "")
    if ".synopsis" in str(text).lower():
        raise NotEmulated(f"comment-based help (of {info.metadata.name})")
