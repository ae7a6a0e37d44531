"""Members made of script blocks: what Add-Member puts on an object."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from emulator.objects.errors import ClrError, ErrorCategory, PowerShellError
from emulator.objects.exceptions import METHOD_INVOCATION, runtime_error
from emulator.objects.psobject import AUTOMATION_NULL
from emulator.powershell.runtime.closures import collected

if TYPE_CHECKING:
    from emulator.powershell.runtime.scriptblock import ScriptBlock


def getter(block: "ScriptBlock") -> Callable[[object], object]:
    """Return a property's reader; a block that fails gives $null. Source: errors-method-error-022."""

    def get(owner: object) -> object:
        try:
            found = _run(block, owner, ())
        except (PowerShellError, ClrError):
            return None
        return None if found is AUTOMATION_NULL else found

    return get


def setter(block: "ScriptBlock") -> Callable[[object, object], None]:
    """Return a property's writer; the block has the new value as its argument."""

    def put(owner: object, value: object) -> None:
        _run(block, owner, (value,))

    return put


def method(name: str, block: "ScriptBlock") -> Callable[..., object]:
    """Return a method; what it throws comes as MethodInvocationException."""

    def call(owner: object, *arguments: object) -> object:
        try:
            return _run(block, owner, arguments)
        except PowerShellError as error:
            inner = error.record.exception
        except ClrError as error:
            inner = error.exception
        raise runtime_error(
            f'Exception calling "{name}" with "{len(arguments)}" argument(s): "{inner.message}"',
            "ScriptMethodRuntimeException",
            ErrorCategory.NotSpecified,
            inner=inner,
            type_name=METHOD_INVOCATION,
        )

    return call


def _run(block: "ScriptBlock", owner: object, arguments: tuple[object, ...]) -> object:
    """Run the block with $this set to `owner`; an error inside ends it, as in a try."""
    session = block.session
    scope = block.open_scope(session.scope)
    scope.values["this"] = owner
    found: list[object] = []
    session.guarded += 1
    try:
        block.call(scope, arguments, (), found.append)
    finally:
        session.guarded -= 1
    return collected(found)
