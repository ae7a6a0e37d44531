"""What is checked of a value before it is bound: attributes first, then the mandatory check."""

from emulator.objects.basic_types import STRING
from emulator.objects.enumeration import enumerate_value
from emulator.objects.errors import ClrError, PowerShellError
from emulator.objects.types import PSType
from emulator.objects.typing_of import type_names
from emulator.powershell.binder.argument import Argument
from emulator.powershell.binder.binding_errors import Failures
from emulator.powershell.binder.plan import PlanParameter


def check(failures: Failures, argument: Argument, parameter: PlanParameter, value: object) -> None:
    """Raise the error of a value that the parameter refuses."""
    if parameter.type_name is not None and value is not None:
        _check_type_name(failures, argument, parameter, value)
    for validator in parameter.checks:
        assert validator.check is not None
        try:
            validator.check(value)
        except ClrError as error:
            raise failures.invalid(
                argument, parameter.name, error.exception.message, error.exception
            ) from error
        except PowerShellError as error:  # a ValidateScript that throws
            raise failures.invalid(
                argument, parameter.name, error.record.message, error.record.exception
            ) from error
    if parameter.mandatory_somewhere:
        _check_given(failures, argument, parameter, parameter.type, value)


def _check_type_name(
    failures: Failures, argument: Argument, parameter: PlanParameter, value: object
) -> None:
    wanted = parameter.type_name
    assert wanted is not None
    for item in enumerate_value(value) or (value,):
        if wanted.lower() not in (name.lower() for name in type_names(item)):
            raise failures.wrong_shape(argument, parameter.name, wanted)


def _check_given(
    failures: Failures,
    argument: Argument,
    parameter: PlanParameter,
    type_: PSType,
    value: object,
) -> None:
    """Refuse $null, '' and @() for a mandatory parameter unless an Allow attribute says so."""
    allows = parameter.allows
    if value is None:
        if "null" not in allows:
            raise failures.empty(argument, parameter.name, "Null", "null")
        return
    if type_ is STRING:
        if value == "" and "string" not in allows:
            raise failures.empty(argument, parameter.name, "EmptyString", "an empty string")
        return
    if type_.element is None:
        return
    empty = True
    for item in enumerate_value(value) or ():
        empty = False
        if item is None or (type_.element is STRING and item == ""):
            _check_given(failures, argument, parameter, type_.element, item)
    if empty and "collection" not in allows:
        raise failures.empty(argument, parameter.name, "EmptyArray", "an empty array")
