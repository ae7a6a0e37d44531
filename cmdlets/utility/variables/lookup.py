"""Which variables the cmdlets mean: by scope, by name with wildcards; and their errors."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from cmdlets.context import Context
from cmdlets.utility.variables.variable_object import VariableObject
from emulator.objects.errors import ClrError, ErrorCategory, ErrorRecord
from emulator.objects.wildcards import has_wildcards, is_match

if TYPE_CHECKING:
    from emulator.powershell.runtime.scope import Scope

_SMA: Final = "System.Management.Automation."


def scope_named(ps: Context, text: str) -> "Scope":
    """Return the scope that -Scope means: a name, or how many steps up."""
    match text.lower():
        case "global":
            return ps.scope.home
        case "script":
            return ps.scope.script
        case "local" | "private":
            return ps.scope
        case _:
            return _scope_numbered(ps, text)


def _scope_numbered(ps: Context, text: str) -> "Scope":
    if not text.isdecimal():
        ps.throw(
            ps.record(
                f'Cannot process argument because the value of argument "{text}" is not valid. '
                'Change the value of the "scopeID" argument and run the operation again.',
                "Argument",
                ErrorCategory.InvalidArgument,
            )
        )
    found = ps.scope.up(int(text))
    if found is None:
        ps.throw(_beyond(ps, text))
    return found


def _beyond(ps: Context, text: str) -> ErrorRecord:
    message = f"The scope number '{text}' exceeds the number of active scopes."
    if ps.is_core:
        message += f" (Parameter 'Scope')\nActual value was {text}."
    else:
        message += f"\r\nParameter name: Scope\r\nActual value was {text}."
    return ps.record(
        message,
        "ArgumentOutOfRange",
        ErrorCategory.InvalidArgument,
        type_name=_SMA + "PSArgumentOutOfRangeException",
    )


def target_scope(ps: Context, text: str | None) -> "Scope":
    """Return the scope that a writing cmdlet writes to: -Scope, else the caller's."""
    return ps.scope if text is None else scope_named(ps, text)


def visible(ps: Context, scope: str | None) -> dict[str, VariableObject]:
    """Return the variables of -Scope, without it all that the caller sees, by lower-case name."""
    if scope is not None:
        holder = scope_named(ps, scope)
        return {lower: VariableObject(holder, lower) for lower in holder.values}
    found: dict[str, VariableObject] = {}
    here: Scope | None = ps.scope
    while here is not None:
        for lower in here.values:
            if lower not in found and (here is ps.scope or not here.hides(lower)):
                found[lower] = VariableObject(here, lower)
        here = here.parent
    return found


def matching(
    ps: Context,
    names: Iterable[str],
    known: dict[str, VariableObject],
    *,
    include: Sequence[str] | None = None,
    exclude: Sequence[str] | None = None,
) -> Iterator[VariableObject]:
    """Yield the variables that names and wildcards mean, sorted per name.

    A plain name that no variable has is an error of the cmdlet.
    """
    for name in names:
        if not has_wildcards(name):
            one = known.get(name.lower())
            if one is None:
                ps.write_error(not_found(ps, name))
            elif fits(one.name, include, exclude):
                yield one
            continue
        for lower in sorted(known):
            one = known[lower]
            if is_match(name, one.name) and fits(one.name, include, exclude):
                yield one


def fits(name: str, include: Sequence[str] | None, exclude: Sequence[str] | None) -> bool:
    """Whether -Include and -Exclude leave the name in."""
    if include and not any(is_match(one, name) for one in include):
        return False
    return not any(is_match(one, name) for one in exclude or ())


def not_found(ps: Context, name: str) -> ErrorRecord:
    """Return the error of a variable that does not exist."""
    return ps.record(
        f"Cannot find a variable with the name '{name}'.",
        "VariableNotFound",
        ErrorCategory.ObjectNotFound,
        type_name=_SMA + "ItemNotFoundException",
        target=name,
    )


def refused(
    ps: Context,
    name: str,
    message: str,
    error_id: str,
    category: ErrorCategory = ErrorCategory.WriteError,
    *,
    type_name: str = "SessionStateUnauthorizedAccessException",
) -> ErrorRecord:
    """Return the error of a variable that does not allow what was asked."""
    return ps.record(message, error_id, category, type_name=_SMA + type_name, target=name)


def report(ps: Context, error: ClrError) -> None:
    """Report what an assignment raised in the cmdlet's name; a failed conversion ends it."""
    record = ErrorRecord(
        exception=error.exception,
        error_id=error.error_id or error.exception.type_name,
        category=ErrorCategory.NotSpecified if error.category is None else error.category,
        target=error.target,
        command_type=ps.class_name,
        activity=ps.invocation.command_name,
    )
    if error.error_id == "VariableNotWritable":
        ps.write_error(record)
    else:
        ps.throw(record)
