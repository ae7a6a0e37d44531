"""Finding commands for Get-Command and Get-Help: by name, pattern, verb, noun and module."""

from collections.abc import Iterator

from cmdlets.context import Context
from emulator.objects.wildcards import has_wildcards, is_match
from emulator.powershell.command_info import CommandInfo
from emulator.powershell.ports import Command
from emulator.powershell.runtime.scope import Scope


def named(ps: Context, name: str) -> CommandInfo | None:
    """Return the command that `name` means where the cmdlet was called, None if there is none."""
    target = ps.session.alias(ps.scope, name)
    command = ps.session.find_command(name)
    if command is None:
        return None
    is_alias = isinstance(target, str)
    if not is_alias and command.metadata.name.lower() != name.rpartition("\\")[2].lower():
        return None  # Get- was put before a noun: that is for calls only
    return CommandInfo(command, alias=name if is_alias else "", core=ps.is_core)


def matching(ps: Context, pattern: str) -> Iterator[CommandInfo]:
    """Yield what a wildcard pattern means, by name: aliases, functions and cmdlets."""
    if not has_wildcards(pattern):
        found = named(ps, pattern)
        if found is not None:
            yield found
        return
    for _, info in sorted(_all(ps, pattern), key=lambda entry: entry[0].lower()):
        yield info


def _all(ps: Context, pattern: str) -> Iterator[tuple[str, CommandInfo]]:
    core = ps.is_core
    for name in aliases(ps):
        if is_match(pattern, name):
            command = ps.session.find_command(name)
            if command is not None:
                yield name, CommandInfo(command, alias=name, core=core)
    for command in functions(ps.scope):
        name = command.metadata.name
        if is_match(pattern, name):
            yield name, CommandInfo(command, core=core)
    for command in ps.session.commands.matching(pattern):
        yield command.metadata.name, CommandInfo(command, core=core)


def aliases(ps: Context) -> Iterator[str]:
    """Yield the names of all aliases in sight, as they were written."""
    here: Scope | None = ps.scope
    while here is not None:
        yield from here.aliases or ()
        here = here.parent
    for name, _ in ps.session.commands.aliases.values():
        yield name


def functions(scope: Scope) -> Iterator[Command]:
    """Yield the functions in sight; an inner one hides an outer one of its name."""
    seen: set[str] = set()
    here: Scope | None = scope
    while here is not None:
        for lower, command in (here.functions or {}).items():
            if lower not in seen:
                seen.add(lower)
                yield command
        here = here.parent
