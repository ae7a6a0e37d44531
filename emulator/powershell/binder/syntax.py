"""The syntax of a command, as Get-Command -Syntax and Get-Help write it.

Source: conformance hyperv-binding metadata/syntax, discovery get-command/syntax and help/auto.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from emulator.objects.accelerators import written_name
from emulator.objects.types import PSType
from emulator.powershell.binder.common_parameters import COMMON_NAMES, SHOULD_PROCESS
from emulator.powershell.binder.plan import Plan, PlanParameter, SetPart, plan_of
from emulator.powershell.metadata import ALL_SETS, CommandMetadata

_LAST: Final = tuple(one.name for one in SHOULD_PROCESS)
_DESKTOP_NAMES: Final[Mapping[str, str]] = {
    "ushort": "uint16",
    "uint": "uint32",
    "ulong": "uint64",
    "short": "int16",
}
"""Types that 5.1 has no short accelerator for. Source: captures; int16 recalled."""

_FULLY_NAMED: Final = frozenset(
    {
        "System.Object",
        "Microsoft.Management.Infrastructure.CimSession",
        "Microsoft.Management.Infrastructure.CimInstance",
    }
)
"""Types whose accelerator the syntax does not use."""


def set_names(metadata: CommandMetadata) -> tuple[str, ...]:
    """Return the parameter sets of a command, the default one first."""
    plan = plan_of(metadata, core=True)
    named = plan.set_names
    used = {name for name in named for one in plan.parameters if one.flags & _flag(plan, name)}
    if named and not used:
        return named
    return tuple(name for name in named if name in used or name == metadata.default_set) or (
        ALL_SETS,
    )


def _flag(plan: Plan, name: str) -> int:
    return 1 << plan.set_names.index(name) if name in plan.set_names else 0


def parameters_in(
    metadata: CommandMetadata, set_name: str, *, core: bool
) -> list[tuple[PlanParameter, SetPart]]:
    """Return the parameters of a set: by position, the mandatory ones, the rest, common ones."""
    plan = plan_of(metadata, core=core)
    flag = _flag(plan, set_name)
    found = [(one, part) for one in plan.parameters for part in one.parts_in(flag)[:1]]
    return sorted(found, key=_rank)


def _rank(entry: tuple[PlanParameter, SetPart]) -> tuple[int, int]:
    parameter, part = entry
    if parameter.common:
        return (3 if parameter.name in _LAST else 4, 0)
    position = part.membership.position
    if position is not None:
        return (0, position)
    return (1 if part.membership.mandatory else 2, 0)


def set_syntax(
    metadata: CommandMetadata, set_name: str, *, core: bool, choices: bool = False
) -> str:
    """Return the parameters of one set in a line, without the command's name.

    `choices` writes the values of a ValidateSet instead of the type, as Get-Help does.
    """
    words = [
        _word(parameter, part, core=core, choices=choices)
        for parameter, part in parameters_in(metadata, set_name, core=core)
        if parameter.name not in COMMON_NAMES
    ]
    line = " ".join(words)
    if not metadata.common_parameters:
        return line
    if not core and line:
        line += " "
    return f"{line} [<CommonParameters>]" if line else "[<CommonParameters>]"


def syntax_lines(metadata: CommandMetadata, *, core: bool, name: str = "") -> Iterator[str]:
    """Yield one line per parameter set, the command's name in front."""
    for set_name in set_names(metadata):
        yield f"{name or metadata.name} {set_syntax(metadata, set_name, core=core)}"


def _word(parameter: PlanParameter, part: SetPart, *, core: bool, choices: bool) -> str:
    membership = part.membership
    name = f"-{parameter.name}"
    if parameter.is_switch:
        return name if membership.mandatory else f"[{name}]"
    type_text = f"<{type_name(parameter, core=core)}>"
    if choices:
        type_text = _choices(parameter) or type_text
    if membership.position is not None:
        name = f"[{name}]"
    word = f"{name} {type_text}"
    return word if membership.mandatory else f"[{word}]"


def _choices(parameter: PlanParameter) -> str:
    for one in parameter.checks:
        if one.attribute.endswith(".ValidateSetAttribute"):
            return "{" + " | ".join(str(value) for value in one.values) + "}"
    members = parameter.type.enum_members
    return "{" + " | ".join(members) + "}" if members else ""


def type_name(parameter: PlanParameter, *, core: bool) -> str:
    """Return a parameter's type as the syntax shows it: short, Nullable left out."""
    if parameter.type_name is not None:
        ending = "[]" if parameter.type.element is not None else ""
        return parameter.type_name.rsplit(".", 1)[-1].rsplit("#", 1)[-1] + ending
    return short_type(parameter.type, core=core)


def short_type(type_: PSType, *, core: bool) -> str:
    """Return the accelerator of a type, else its name without namespace."""
    if type_.definition is not None and type_.definition.name == "System.Nullable`1":
        return short_type(type_.arguments[0], core=core)
    if type_.element is not None:
        return f"{short_type(type_.element, core=core)}[]"
    if type_.arguments and type_.definition is not None:
        inner = ",".join(short_type(one, core=core) for one in type_.arguments)
        return f"{type_.definition.short_name.partition('`')[0]}[{inner}]"
    if type_.name in _FULLY_NAMED:
        return type_.short_name
    written = written_name(type_)
    if not core:
        written = _DESKTOP_NAMES.get(written, written)
    return written.rsplit(".", 1)[-1]
