"""Variables that live on drives: $env:x, $function:f, $variable:x, $alias:a."""

from typing import TYPE_CHECKING, Final

from emulator.objects.errors import ClrError, ErrorCategory, NotEmulated
from emulator.objects.exceptions import runtime_error
from emulator.objects.text import to_string
from emulator.powershell.runtime.scope import MISSING

if TYPE_CHECKING:
    from emulator.powershell.runtime.scope import Scope

SMA: Final = "System.Management.Automation."
FILE_SYSTEM: Final = frozenset("abcdefghijklmnopqrstuvwxyz")
"""Drives that would be a file's content: $c:path."""


def read_drive(scope: "Scope", drive: str, name: str) -> object:
    """Return the value at `name` on `drive`; None where there is nothing."""
    session = scope.session
    match drive:
        case "env":
            return session.environment.get(name)
        case "variable":
            value = scope.find(name.lower())
            return None if value is MISSING else value
        case "function":
            return session.function_block(scope, name)
        case "alias":
            return session.alias(scope, name)
        case _:
            if drive in FILE_SYSTEM:
                raise _no_drive(drive)
            return None


def write_drive(scope: "Scope", drive: str, name: str, value: object) -> None:
    """Put `value` at `name` on `drive`; $null takes it away."""
    session = scope.session
    match drive:
        case "env":
            if value is None or value == "":
                session.environment.pop(name, None)
            else:
                session.environment[name] = to_string(value)
        case "variable":
            scope.assign(name, name.lower(), value)
        case "function":
            session.set_function(scope, name, value)
        case "alias":
            session.set_alias(scope, name, to_string(value))
        case _:
            raise _no_drive(drive)


def _no_drive(drive: str) -> ClrError | NotEmulated:
    if drive in FILE_SYSTEM:
        return NotEmulated(f"a file as a variable (${drive}:...)")
    return runtime_error(
        f"Cannot find drive. A drive with the name '{drive}' does not exist.",
        "DriveNotFound",
        ErrorCategory.ObjectNotFound,
        type_name=SMA + "DriveNotFoundException",
        target=drive,
    )
