"""Variables: reading them by name, scope or drive, and the stores that assign to them."""

from collections.abc import Callable
from typing import Final

from emulator.objects.errors import ClrError, ErrorCategory
from emulator.objects.exceptions import runtime_error
from emulator.powershell import tree
from emulator.powershell.compiler.unit import Unit, failing
from emulator.powershell.runtime.closures import Evaluate, Store
from emulator.powershell.runtime.drives import read_drive, write_drive
from emulator.powershell.runtime.scope import MISSING, Scope

SCOPES: Final = frozenset({"global", "local", "script", "private", "using", "workflow"})
"""What stands before a colon and is a scope, not a drive."""
CONSTANTS: Final[dict[str, object]] = {"true": True, "false": False, "null": None}
"""Variables that cannot be assigned, and so are known when compiling."""
ALIASES: Final = {"psitem": "_"}
"""Names of which the language has two."""


def split_path(path: str) -> tuple[str, str]:
    """Return what stands before the first colon of a variable's path (or "") and the name."""
    qualifier, colon, name = path.partition(":")
    if not colon or not qualifier:
        return "", path
    return qualifier.lower(), name


def compile_variable(unit: Unit, node: tree.VariableExpression) -> Evaluate:
    """`$name`, `$scope:name`, `$drive:name`."""
    return reader(unit, node.path)


def reader(unit: Unit, path: str) -> Evaluate:
    """Return the closure that reads the variable at `path`."""
    qualifier, name = split_path(path)
    lower = ALIASES.get(name.lower(), name.lower())
    if not qualifier:
        return _plain_reader(unit, name, lower)
    if qualifier in SCOPES:
        return _scoped_reader(qualifier, name, lower)
    return _drive_reader(qualifier, name)


def _plain_reader(unit: Unit, name: str, lower: str) -> Evaluate:
    if lower in CONSTANTS:
        value = CONSTANTS[lower]
        return lambda _scope: value
    special = _SPECIAL.get(lower)
    if special is not None:
        return special
    del unit

    def read(scope: Scope) -> object:
        value = scope.values.get(lower, MISSING)
        if value is MISSING:
            value = scope.find(lower)
            if value is MISSING:
                return scope.session.undefined(scope, name)
        return value

    return read


def _status(scope: Scope) -> object:
    return scope.session.succeeded


def _first_token(scope: Scope) -> object:
    return scope.session.first_token


def _last_token(scope: Scope) -> object:
    return scope.session.last_token


_SPECIAL: Final[dict[str, Evaluate]] = {
    "?": _status,
    "^": _first_token,
    "$": _last_token,
}


def _scoped_reader(qualifier: str, name: str, lower: str) -> Evaluate:
    if qualifier == "using":
        return failing(using_here)
    place = PLACES[qualifier]

    def read(scope: Scope) -> object:
        value = place(scope).values.get(lower, MISSING)
        return scope.session.undefined(scope, name) if value is MISSING else value

    return read


def _drive_reader(qualifier: str, name: str) -> Evaluate:
    def read(scope: Scope) -> object:
        return read_drive(scope, qualifier, name)

    return read


def using_here() -> ClrError:
    """Return the error of `$using:x` in a block that is not sent anywhere."""
    return runtime_error(
        "A Using variable cannot be retrieved. A Using variable can be used only with "
        "Invoke-Command, Start-Job, or InlineScript in the script workflow. When it is used with "
        "Invoke-Command, the Using variable is valid only if the script block is invoked on a "
        "remote computer.",
        "UsingWithoutInvokeCommand",
        ErrorCategory.InvalidOperation,
    )


def _here(scope: Scope) -> Scope:
    return scope


def _global(scope: Scope) -> Scope:
    return scope.home


def _script(scope: Scope) -> Scope:
    return scope.script


PLACES: Final[dict[str, Callable[[Scope], Scope]]] = {
    "global": _global,
    "local": _here,
    "private": _here,
    "script": _script,
    "using": _here,
    "workflow": _here,
}
"""Which scope a scope's name means, seen from the running one."""


def writer(path: str) -> Store:
    """Return the store that assigns to the variable at `path`."""
    qualifier, name = split_path(path)
    lower = ALIASES.get(name.lower(), name.lower())
    if not qualifier:
        return _plain_writer(name, lower)
    if qualifier in SCOPES:
        return _scoped_writer(qualifier, name, lower)

    def write_to_drive(scope: Scope, value: object) -> None:
        write_drive(scope, qualifier, name, value)

    return write_to_drive


def _plain_writer(name: str, lower: str) -> Store:
    def write(scope: Scope, value: object) -> None:
        values = scope.values
        if lower in values and lower not in scope.traits:
            values[lower] = value
        else:
            scope.assign(name, lower, value)

    return write


def _scoped_writer(qualifier: str, name: str, lower: str) -> Store:
    place = PLACES[qualifier]

    def write(scope: Scope, value: object) -> None:
        target = place(scope)
        if lower in target.values and lower not in target.traits:
            target.values[lower] = value
        else:
            target.assign(name, lower, value)
            if qualifier == "private":
                target.make_private(name, lower)

    return write
