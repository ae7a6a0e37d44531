"""Aliases as objects; also of commands that the emulator does not have."""

from cmdlets.context import Context
from cmdlets.known_elsewhere import ALIASES
from cmdlets.spec import Cmdlet, at, param, switch
from cmdlets.utility.variables.variable_object import ITEM_OPTIONS
from emulator.objects.enums import EnumValue
from emulator.objects.errors import NotEmulated
from emulator.powershell.command_info import CommandInfo
from emulator.powershell.metadata import CommandKind, CommandMetadata
from emulator.powershell.ports import CommandRuntime, Running
from emulator.powershell.runtime.scope import Scope


class NamedCommand:
    """A command of which only the name is known."""

    def __init__(self, name: str) -> None:
        """Know the name."""
        self.name = name
        self.module = ""
        self.metadata = CommandMetadata(
            name=name, kind=CommandKind.CMDLET, parameters=(), implementing_type=""
        )

    def start(self, runtime: CommandRuntime) -> Running:
        """Refuse to run."""
        del runtime
        raise NotEmulated(self.metadata.name)


def targets(ps: Context, scope: Scope | None = None) -> dict[str, tuple[str, str]]:
    """Return name and target of the aliases in sight, or of one scope, by lower-case name."""
    found: dict[str, tuple[str, str]] = {}
    here = ps.scope if scope is None else scope
    while True:
        for lower, target in (here.aliases or {}).items():
            found.setdefault(lower, (lower, target))
        if here.parent is None or scope is not None:
            break
        here = here.parent
    if here.parent is None:
        for name, target in ps.session.commands.aliases.values():
            found.setdefault(name.lower(), (name, target))
        for name, target in ALIASES.items():
            found.setdefault(name.lower(), (name, target))
    return found


def alias_object(ps: Context, name: str, target: str) -> CommandInfo:
    """Return the alias as an object."""
    known = ps.session.find_command(target)
    if known is None or known.metadata.name.lower() != target.lower():
        return CommandInfo(NamedCommand(target), alias=name, core=ps.is_core)
    return CommandInfo(known, alias=name, core=ps.is_core)


class WritesAlias(Cmdlet):
    """What New-Alias and Set-Alias have in common."""

    name: str = param(
        "System.String", "The alias.", sets=at(0, mandatory=True, by_property_name=True)
    )
    value: str = param(
        "System.String",
        "The command it stands for.",
        sets=at(1, mandatory=True, by_property_name=True),
    )
    description: str | None = param("System.String", "What it is for.", not_emulated=True)
    option: EnumValue | None = param(ITEM_OPTIONS, "Read-only, constant or in all scopes.")
    pass_thru: bool = switch("Write the alias.")
    scope: str | None = param(
        "System.String", "The scope to write to: a name or a number of steps up."
    )
    force: bool = switch("Replace a read-only alias.")

    def write(self, ps: Context, scope: Scope) -> list[object]:
        """Set the alias and return what the cmdlet writes."""
        if self.option is not None and self.option.name not in {"None", "AllScope"}:
            raise NotEmulated(f"an alias with the option {self.option.name}")
        ps.session.set_alias(scope, self.name, self.value)
        return [alias_object(ps, self.name, self.value)] if self.pass_thru else []
