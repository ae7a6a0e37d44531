"""What PowerShell says when a conversion fails: ids and messages, one function each."""

from emulator.objects.basic_types import CHAR, DECIMAL, DOUBLE, INTEGERS, SINGLE
from emulator.objects.errors import ClrError
from emulator.objects.exceptions import invalid_cast
from emulator.objects.text import to_string
from emulator.objects.type_values import full_name
from emulator.objects.types import PSType
from emulator.objects.typing_of import type_of


def no_conversion(value: object, type_: PSType) -> ClrError:
    """Return the error of a value that no rule leads from to the type."""
    return invalid_cast(
        f'Cannot convert the "{to_string_of_type(value)}" value of type '
        f'"{full_name(type_of(value))}" to type "{full_name(type_)}".',
        "ConvertToFinalInvalidCastException",
    )


def to_string_of_type(value: object) -> str:
    """Return how the value is named in the message: collections by their type."""
    from emulator.objects.text import plain_text  # noqa: PLC0415 - keeps the import list flat

    return plain_text(value) if isinstance(value, list) else to_string(value)


def null_refused(type_: PSType) -> ClrError:
    """Return the error of $null where the type has none."""
    return invalid_cast(
        f'Cannot convert null to type "{full_name(type_)}".', "nullToObjectInvalidCast"
    )


def inner_failure(value: object, type_: PSType, error: ClrError, error_id: str) -> ClrError:
    """Return the error of a .NET conversion that threw `error`."""
    return invalid_cast(
        f'Cannot convert value "{to_string(value)}" to type "{full_name(type_)}". '
        f'Error: "{error.exception.message}"',
        error_id,
        error.exception,
    )


def text_failure_id(type_: PSType) -> str:
    """Return the error id of a text that is no number of that type."""
    if type_ in INTEGERS:
        return "InvalidCastFromStringToInteger"
    if type_ in (DOUBLE, SINGLE):
        return "InvalidCastFromStringToDoubleOrSingle"
    if type_ is DECIMAL:
        return "InvalidCastFromStringToDecimal"
    if type_ is CHAR:
        return "InvalidCastParseTargetInvocation"
    return "InvalidCastParseTargetInvocationWithFormatProvider"
