"""Running an overload: the exceptions of .NET code wrapped as PowerShell wraps them."""

from collections.abc import Sequence

from emulator.dotnet.overloads import Call, chosen
from emulator.dotnet.signatures import Overload
from emulator.objects.errors import ClrError, ErrorCategory
from emulator.objects.exceptions import METHOD_EXCEPTION, METHOD_INVOCATION, exception

_NO_OWNER = object()


def invoke(
    overloads: Sequence[Overload],
    name: str,
    arguments: Sequence[object],
    call: Call,
    *,
    owner: object = _NO_OWNER,
    shown: str | None = None,
) -> object:
    """Call the overload that fits; `owner` is the object of an instance method.

    `shown` is the name that errors show where it differs (".ctor").
    """
    overload, values = chosen(overloads, name, arguments, call)
    if owner is not _NO_OWNER:
        values.insert(0, owner)
    if overload.aware:
        values.insert(0, call)
    try:
        return overload.call(*values)
    except ClrError as error:
        raise wrapped(error, shown or name, len(arguments)) from error
    except RecursionError:
        raise
    except MemoryError as error:
        inner = ClrError(exception("System.OutOfMemoryException", "Insufficient memory."))
        raise wrapped(inner, shown or name, len(arguments)) from error


def wrapped(error: ClrError, name: str, count: int) -> ClrError:
    """Return MethodInvocationException around an exception that a method threw."""
    thrown = error.exception
    if thrown.type_name in (METHOD_EXCEPTION, METHOD_INVOCATION):
        return error
    return ClrError(
        exception(
            METHOD_INVOCATION,
            f'Exception calling "{name}" with "{count}" argument(s): "{thrown.message}"',
            thrown,
        ),
        error_id=thrown.type_name.rsplit(".", 1)[-1],
        category=ErrorCategory.NotSpecified,
    )
