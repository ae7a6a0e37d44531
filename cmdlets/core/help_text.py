"""Help as text, made of a command's declaration alone.

Source: conformance discovery help/auto and help/comment (the layout of MAML help).
"""

from collections.abc import Iterator
from textwrap import wrap
from typing import Final

from emulator.objects.types import PSType
from emulator.powershell.binder.common_parameters import COMMON_NAMES
from emulator.powershell.binder.parameter_info import NO_POSITION
from emulator.powershell.binder.plan import PlanParameter, SetPart, plan_of
from emulator.powershell.binder.syntax import parameters_in, set_names, set_syntax, type_name
from emulator.powershell.command_info import CommandInfo

INDENT: Final = "    "
WIDTH: Final = 115
"""Columns of a paragraph."""

COMMON_TEXT: Final = (
    "<CommonParameters>",
    "    This cmdlet supports the common parameters: Verbose, Debug,",
    "    ErrorAction, ErrorVariable, WarningAction, WarningVariable,",
    "    OutBuffer, PipelineVariable, and OutVariable. For more information, see",
    "    about_CommonParameters (https://go.microsoft.com/fwlink/?LinkID=113216). ",
)


def help_lines(info: CommandInfo, *, parameters: bool, facts: bool, examples: bool) -> list[str]:
    """Return the help; `facts` adds what is known of each parameter."""
    if not info.metadata.synopsis:
        return list(_made_help(info, facts=facts))
    lines = ["", *_section("NAME", [info.metadata.name, ""]), *_synopsis(info)]
    if not examples or parameters:
        lines += [*_syntax(info), *_description(info)]
    if parameters:
        lines += ["", "PARAMETERS"]
        for parameter, part in _parameters(info):
            lines += _indented(parameter_lines(info, parameter, part, facts=facts))
        lines += _indented([*COMMON_TEXT, ""])
    if examples:
        lines += _examples(info)
    if not parameters and not examples:
        lines += ["", "RELATED LINKS", ""]
    if not facts:
        lines += _remarks(info.metadata.name)
    return lines


def _made_help(info: CommandInfo, *, facts: bool) -> Iterator[str]:
    """Yield the help of a command that explains nothing: its syntax."""
    name = info.metadata.name
    yield from ("", *_section("NAME", [name, ""]), "SYNTAX")
    for set_name in set_names(info.metadata):
        line = set_syntax(info.metadata, set_name, core=info.core, choices=True)
        blank = "" if info.metadata.common_parameters else " "
        yield from _indented([f"{name} {line}{blank}", ""])
    if facts:
        yield from (INDENT, "PARAMETERS")
        for parameter, part in _parameters(info):
            lines = made_parameter_lines(info, parameter, part)
            yield from _indented(lines)
        yield from _indented([*COMMON_TEXT, "", ""])
        yield from ("INPUTS", f"{INDENT}None", INDENT, INDENT, "OUTPUTS", f"{INDENT}System.Object")
        yield INDENT
    else:
        yield ""
    yield from ("ALIASES", f"{INDENT}None", INDENT, "", "REMARKS", f"{INDENT}None", "", "")


def _section(title: str, lines: list[str]) -> list[str]:
    return [title, *_indented(lines)]


def _indented(lines: list[str]) -> list[str]:
    return [INDENT + line for line in lines]


def _synopsis(info: CommandInfo) -> list[str]:
    return _section("SYNOPSIS", [*wrap(info.metadata.synopsis, WIDTH), "", ""])


def _syntax(info: CommandInfo) -> list[str]:
    lines: list[str] = []
    for set_name in set_names(info.metadata):
        line = f"{info.metadata.name} {set_syntax(info.metadata, set_name, core=info.core)}"
        lines += [line, ""]
    return _section("SYNTAX", [*lines, ""])


def _description(info: CommandInfo) -> list[str]:
    lines: list[str] = []
    for paragraph in (info.metadata.description or info.metadata.synopsis).split("\n\n"):
        lines += [*wrap(paragraph, WIDTH), ""]
    return _section("DESCRIPTION", lines)


def _examples(info: CommandInfo) -> list[str]:
    lines: list[str] = []
    for number, example in enumerate(info.metadata.examples, start=1):
        first, *rest = example.removeprefix("PS>").strip().split("\n")
        title = f"-------------------------- EXAMPLE {number} --------------------------"
        lines += [title, "", f"PS > {first}", *rest, "", "", ""]
    return _indented(lines)


def _remarks(name: str) -> list[str]:
    return [
        "REMARKS",
        f'{INDENT}To see the examples, type: "Get-Help {name} -Examples"',
        f'{INDENT}For more information, type: "Get-Help {name} -Detailed"',
        f'{INDENT}For technical information, type: "Get-Help {name} -Full"',
        "",
    ]


def _parameters(info: CommandInfo) -> Iterator[tuple[PlanParameter, SetPart]]:
    """Yield the command's own parameters, each as it is in the first set that has it."""
    seen: set[str] = set()
    for set_name in set_names(info.metadata):
        for parameter, part in parameters_in(info.metadata, set_name, core=info.core):
            if parameter.name not in COMMON_NAMES and parameter.name not in seen:
                seen.add(parameter.name)
                yield parameter, part


def parameter_named(info: CommandInfo) -> Iterator[tuple[PlanParameter, SetPart]]:
    """Yield what Get-Help -Parameter chooses from: the declared ones, in order of declaration."""
    for parameter in plan_of(info.metadata, core=info.core).parameters:
        if not parameter.common:
            yield parameter, parameter.parts[0]


def _clr_name(type_: PSType) -> str:
    """Return a type's own short name, Nullable left out: String[], Int64."""
    if type_.definition is not None and type_.arguments:
        return _clr_name(type_.arguments[0])
    if type_.element is not None:
        return f"{_clr_name(type_.element)}[]"
    return type_.short_name


def _head(parameter: PlanParameter) -> str:
    if parameter.is_switch:
        return f"-{parameter.name} [<SwitchParameter>]"
    return f"-{parameter.name} <{_clr_name(parameter.type)}>"


def _piped(part: SetPart) -> str:
    ways = []
    if part.membership.from_pipeline:
        ways.append("ByValue")
    if part.membership.from_pipeline_by_property_name:
        ways.append("ByPropertyName")
    return f"true ({', '.join(ways)})" if ways else "false"


def parameter_lines(
    info: CommandInfo, parameter: PlanParameter, part: SetPart, *, facts: bool
) -> list[str]:
    """Return the help of one parameter; `facts` adds what is known of it."""
    if not info.metadata.synopsis:
        return made_parameter_lines(info, parameter, part)
    declared = parameter.metadata
    position = part.membership.position
    lines = [*wrap(declared.description, WIDTH), ""]
    if facts:
        shown = "named" if position is None else str(position)
        default = declared.default_text or ("False" if parameter.is_switch else "")
        lines += [
            f"Required?                    {str(part.membership.mandatory).lower()}",
            f"Position?                    {shown}",
            f"Default value                {default}",
            f"Accept pipeline input?       {_piped(part)}",
            f"Aliases                      {', '.join(declared.aliases)}",
            f"Accept wildcard characters?  {str(declared.supports_wildcards).lower()}",
            "",
        ]
    return [_head(parameter), *_indented(lines)]


def made_parameter_lines(info: CommandInfo, parameter: PlanParameter, part: SetPart) -> list[str]:
    """Return what is known of a parameter that nobody explained."""
    declared = parameter.metadata
    position = part.membership.position
    sets = [name for name in declared.sets if name != "__AllParameterSets"]
    shown = "Named" if position in (None, NO_POSITION) else str(position)
    lines = [
        "",
        f"Required?                    {str(part.membership.mandatory).lower()}",
        f"Position?                    {shown}",
        f"Accept pipeline input?       {_piped(part)}",
        f"Parameter set name           {', '.join(sets) or '(All)'}",
        f"Aliases                      {', '.join(declared.aliases) or 'None'}",
        "Dynamic?                     false",
        "Accept wildcard characters?  false",
        "",
    ]
    head = f"-{parameter.name}"
    if not parameter.is_switch:
        head = f"{head} <{type_name(parameter, core=info.core)}>"
    return [head, *_indented(lines)]
