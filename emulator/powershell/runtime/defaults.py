"""$PSDefaultParameterValues: arguments that a call did not give."""

from typing import TYPE_CHECKING

from emulator.objects.collections import Hashtable
from emulator.objects.text import to_string
from emulator.objects.truth import is_true
from emulator.objects.wildcards import is_match
from emulator.powershell.binder.argument import Argument
from emulator.powershell.metadata import CommandMetadata
from emulator.powershell.runtime.calls import Call
from emulator.powershell.runtime.closures import collected
from emulator.powershell.runtime.scriptblock import ScriptBlock

if TYPE_CHECKING:
    from emulator.powershell.runtime.session import Session


def with_defaults(session: "Session", metadata: CommandMetadata, call: Call) -> list[Argument]:
    """Return the arguments of `call` and the defaults for what it does not name."""
    table = session.scope.find("psdefaultparametervalues")
    if not isinstance(table, Hashtable) or not len(table):
        return call.arguments
    if "disabled" in table and is_true(table["disabled"]):
        return call.arguments
    given = {one.name.lower() for one in call.arguments if one.name}
    found = list(call.arguments)
    for key, value in table.items():
        command, _, parameter = to_string(key).partition(":")
        if not parameter or not is_match(command, metadata.name):
            continue
        if _is_given(metadata, parameter.lower(), given):
            continue
        if isinstance(value, ScriptBlock):
            value = collected(value.run_with_item(session.scope, None))  # noqa: PLW2901
        found.append(Argument(name=parameter, value=value, is_default=True))
    return found


def _is_given(metadata: CommandMetadata, parameter: str, given: set[str]) -> bool:
    """Whether the call names the parameter, or the command has none of that name."""
    if parameter in given:
        return True
    for one in metadata.parameters:
        names = {one.name.lower(), *(alias.lower() for alias in one.aliases)}
        if parameter in names:
            return any(name in names for name in given)
    return not metadata.common_parameters
