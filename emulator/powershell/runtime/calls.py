"""One command of a pipeline as it is called: what was found, and with which arguments."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from emulator.objects.collections import Hashtable
from emulator.objects.enumeration import enumerate_value
from emulator.objects.errors import ClrError, ErrorCategory
from emulator.objects.exceptions import runtime_error
from emulator.objects.psobject import AUTOMATION_NULL, PSObject
from emulator.objects.text import to_string
from emulator.powershell.binder.argument import Argument
from emulator.powershell.runtime.positions import Extent
from emulator.powershell.runtime.redirecting import Redirect
from emulator.powershell.runtime.scope import Scope
from emulator.powershell.runtime.scriptblock import ScriptBlock


@dataclass(frozen=True, slots=True, kw_only=True)
class CallSite:
    """The part of a call that is the same every time; `operator` is "", "&" or "."."""

    extent: Extent
    name_extent: Extent
    operator: str
    redirections: tuple[Redirect, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A call about to happen: `command` is a name, a script block or a command object."""

    site: CallSite
    command: object
    name: str
    arguments: list[Argument]


def called_name(scope: Scope, value: object) -> tuple[object, str]:
    """Return what `& value` calls, and its name as written."""
    bare = value.base if isinstance(value, PSObject) and value.base is not None else value
    if isinstance(bare, str):
        return bare, bare
    if isinstance(bare, ScriptBlock):
        return bare, ""
    command = scope.session.command_behind(bare)
    if command is not None:
        return command, command.metadata.name
    if bare is None or bare is AUTOMATION_NULL or isinstance(bare, Hashtable | list):
        raise runtime_error(
            "The expression after '&' in a pipeline element produced an object that was not "
            "valid. It must result in a command name, a script block, or a CommandInfo object.",
            "BadExpression",
            ErrorCategory.InvalidOperation,
        )
    return to_string(bare), to_string(bare)


def called_like_a_method() -> ClrError:
    """Return the error of strict mode for `f(1, 2)` where `f 1 2` was meant."""
    return runtime_error(
        "The function or command was called as if it were a method. Parameters should be "
        "separated by spaces. For information about parameters, see the about_Parameters Help "
        "topic.",
        "StrictModeFunctionCallWithParens",
        ErrorCategory.InvalidOperation,
    )


def splatted(value: object, start: int, end: int, names: Sequence[int] = ()) -> Iterator[Argument]:
    """Yield the arguments that `@value` stands for.

    `names` are the positions of a spread $args whose elements were written as parameters.
    """
    bare = value.base if isinstance(value, PSObject) and value.base is not None else value
    if isinstance(bare, Hashtable):
        for key, item in bare.items():
            yield Argument(name=to_string(key), value=item, start=start, end=end, is_splatted=True)
        return
    if bare is AUTOMATION_NULL:
        return
    items = enumerate_value(bare)
    for at, item in enumerate([bare] if items is None else items):
        if at in names:
            yield Argument(name=to_string(item).lstrip("-"), start=start, end=end, is_splatted=True)
        else:
            yield Argument(value=item, start=start, end=end, is_splatted=True)
