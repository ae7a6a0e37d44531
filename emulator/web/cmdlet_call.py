"""A call of one cmdlet over HTTP: JSON in, through the one binder, objects or a problem out."""

from collections.abc import Mapping
from typing import Final

from emulator.objects.collections import Hashtable
from emulator.objects.errors import ErrorCategory, ErrorRecord
from emulator.powershell.metadata import CommandMetadata
from emulator.powershell.ports import Command
from emulator.web.binding import binding_error
from emulator.web.json_values import from_json
from emulator.web.problem import Problem, error_document
from emulator.web.script_runner import ScriptResult, ScriptRunner
from emulator.web.views.powershell import refuse_unfinished

CALL: Final = "param($Cmdlet, $Parameters) & $Cmdlet @Parameters"
"""The parameters are splatted, so that the language's own binder binds them."""

_STATUS: Final[Mapping[ErrorCategory, int]] = {
    ErrorCategory.ObjectNotFound: 404,
    ErrorCategory.PermissionDenied: 403,
    ErrorCategory.NotImplemented: 501,
    ErrorCategory.ResourceExists: 409,
    ErrorCategory.ResourceBusy: 409,
    ErrorCategory.ResourceUnavailable: 409,
    ErrorCategory.InvalidOperation: 409,
}
"""Which status an error without output gets; every other category is a 422."""


def call(runner: ScriptRunner, command: Command, given: Mapping[str, object]) -> ScriptResult:
    """Call the cmdlet; a problem where it refuses the parameters, or gave errors and no object."""
    parameters = {name: from_json(value) for name, value in given.items()}
    fields = _shape_errors(command.metadata, given)
    refused = binding_error(command.metadata, parameters)
    if refused is not None:
        raise _refusal(refused, fields)
    if fields:
        raise Problem(422, "A parameter has the wrong shape.", fields=fields)
    table = Hashtable(parameters.items())
    result = runner.run(CALL, arguments=[command.metadata.name, table])
    refuse_unfinished(result)
    if result.errors and not result.output:
        raise _refusal(result.errors[0], {})
    return result


def _shape_errors(about: CommandMetadata, given: Mapping[str, object]) -> dict[str, object]:
    if not given:
        return {}
    from marshmallow import ValidationError  # noqa: PLC0415 - a GET has no parameters to check

    from emulator.web.schemas import schema_of  # noqa: PLC0415

    try:
        schema_of(about).load({name.lower(): value for name, value in given.items()})
    except ValidationError as error:
        return dict(error.normalized_messages())  # type: ignore[no-untyped-call]
    return {}


def _refusal(record: ErrorRecord, fields: Mapping[str, object]) -> Problem:
    status = _STATUS.get(record.category, 422)
    more = {"fields": fields} if fields else {}
    return Problem(status, record.message, error=error_document(record, placed=False), **more)
