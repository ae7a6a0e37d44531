"""From a name to a command: aliases, functions, cmdlets, Get- before a noun; or not found."""

from typing import TYPE_CHECKING, Final

from emulator.objects.errors import ErrorCategory, ErrorRecord, NotEmulated, PowerShellError
from emulator.objects.exceptions import exception
from emulator.powershell.ports import Command
from emulator.powershell.runtime.calls import Call
from emulator.powershell.runtime.cmdlet_stage import CmdletStage
from emulator.powershell.runtime.failures import invocation_at
from emulator.powershell.runtime.functions import Function
from emulator.powershell.runtime.scope import Scope
from emulator.powershell.runtime.script_stage import ScriptStage
from emulator.powershell.runtime.scriptblock import ScriptBlock

if TYPE_CHECKING:
    from emulator.powershell.runtime.session import Session
    from emulator.powershell.runtime.stage import Stage

SMA: Final = "System.Management.Automation."
ALIAS_CHAIN_MOST: Final = 32
"""Aliases of aliases followed; a longer chain is a cycle."""
NAMED_SCOPES: Final = ("global", "script", "local", "private")


def stage_of(scope: Scope, call: Call) -> "Stage":
    """Return the stage that runs `call`; raises CommandNotFoundException."""
    found = call.command
    dotted = call.site.operator == "."
    if isinstance(found, str):
        command = find(scope, found)
        if command is None:
            raise not_found(scope.session, call, found)
        found = command
    if isinstance(found, ScriptBlock):
        return ScriptStage(scope, call, block_function(found), dotted=dotted)
    if isinstance(found, Function):
        return ScriptStage(scope, call, found, dotted=dotted)
    return CmdletStage(scope, call, found)  # type: ignore[arg-type]


def block_function(block: ScriptBlock) -> Function:
    """Return a script block as a nameless function."""
    return block.session.function_of(block)


def find(scope: Scope, name: str) -> Command | None:
    """Return the command that `name` means in `scope`, None where there is none."""
    session = scope.session
    cached = session.found_commands.get(name)
    if cached is not None and cached[0] == session.commands_version and cached[1] is scope.home:
        return cached[2]
    command, local = _search(scope, name.lower())
    if command is not None and not local:
        session.found_commands[name] = (session.commands_version, scope.home, command)
    return command


def _search(scope: Scope, lower: str) -> tuple[Command | None, bool]:
    """Return the command, and whether a scope below the global one gave it."""
    local = False
    for _ in range(ALIAS_CHAIN_MOST):
        target = _alias(scope, lower)
        if target is None:
            break
        local = True
        lower = target.lower()
    qualifier, colon, rest = lower.partition(":")
    if colon and qualifier in NAMED_SCOPES:
        lower = rest
    function = _function(scope, lower)
    if function is not None:
        return function, local or scope.session.has_local_commands
    table = scope.session.commands
    found = table.find(lower)
    if found is None and "-" not in lower and "\\" not in lower:
        found = _function(scope, f"get-{lower}") or table.find(f"get-{lower}")
    return found, local


def _alias(scope: Scope, lower: str) -> str | None:
    here: Scope | None = scope
    while here is not None:
        if here.aliases is not None and lower in here.aliases:
            return here.aliases[lower]
        here = here.parent
    return scope.session.commands.alias(lower)


def _function(scope: Scope, lower: str) -> Command | None:
    here: Scope | None = scope
    while here is not None:
        if here.functions is not None:
            found = here.functions.get(lower)
            if found is not None:
                return found
        here = here.parent
    return None


def not_found(session: "Session", call: Call, name: str) -> PowerShellError:
    """Return the error of a command that does not exist, as each edition words it.

    One that the real PowerShell has is not emulated, which is another thing.
    """
    known = session.commands.known_elsewhere.get(name.lower())
    if known is not None:
        record = NotEmulated(known).record()
        record.invocation = invocation_at(call.site.name_extent, invocation_name=name)
        return PowerShellError(record)
    if session.core:
        noun = "a name of a cmdlet"
        rest = "executable program"
    else:
        noun = "the name of a cmdlet"
        rest = "operable program"
    message = (
        f"The term '{name}' is not recognized as {noun}, function, script file, or {rest}."
        + ("\n" if session.core else " ")
        + "Check the spelling of the name, or if a path was included, verify that the path is "
        "correct and try again."
    )
    return PowerShellError(
        ErrorRecord(
            exception=exception(
                SMA + "CommandNotFoundException", message, None, (("CommandName", name),)
            ),
            error_id="CommandNotFoundException",
            category=ErrorCategory.ObjectNotFound,
            target=name,
            invocation=invocation_at(call.site.name_extent, invocation_name=name),
        )
    )
