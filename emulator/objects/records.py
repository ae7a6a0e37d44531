"""How an error of a conversion, property, method or operator becomes an ErrorRecord."""

import re
from typing import Final

from emulator.objects.errors import ClrError, ClrException, ErrorCategory, ErrorRecord
from emulator.objects.exceptions import INVALID_CAST, RUNTIME_EXCEPTION, exception

# Messages that .NET Framework words otherwise than .NET: (pattern, replacement).
# Source: conformance answers' desktop notes ("recalled").
FRAMEWORK_TEXTS: Final[tuple[tuple[str, str], ...]] = (
    (r"The input string '.*?' was not in a correct format\.",
     "Input string was not in a correct format."),
    ((r"startIndex \('-\d+'\) must be a non-negative value\. \(Parameter 'startIndex'\)\n"
     r"Actual value was -\d+\."),
     "StartIndex cannot be less than zero.\r\nParameter name: startIndex"),
    (r"Invalid pattern '(.*?)' at offset \d+\. ", r'parsing "\1" - '),
    (r"The string '(.*?)' was not recognized as a valid DateTime\. There is an unknown word",
     "The string was not recognized as a valid DateTime. There is an unknown word"),
    (r"String '.*?' was not recognized as a valid DateTime\.",
     "String was not recognized as a valid DateTime."),
    (r"String '.*?' was not recognized as a valid Boolean\.",
     "String was not recognized as a valid Boolean."),
    (r"String '.*?' was not recognized as a valid TimeSpan\.",
     "String was not recognized as a valid TimeSpan."),
    (r"The TimeSpan string '.*?' could not be parsed because",
     "The TimeSpan could not be parsed because"),
    (r" \(Parameter '(\w+)'\)", "\r\nParameter name: \\1"),
    (r'Unable to index into an object of type "(.*?)"\.',
     r"Unable to index into an object of type \1."),
)  # fmt: skip


def framework_message(message: str) -> str:
    """Return `message` as .NET Framework (Windows PowerShell 5.1) words it."""
    for pattern, replacement in FRAMEWORK_TEXTS:
        message = re.sub(pattern, replacement, message, flags=re.DOTALL)
    return message


def record_of(error: ClrError, *, core: bool) -> ErrorRecord:
    """Return the record of an error that left an expression; `core` is the edition.

    PowerShell's own exceptions stand for themselves, a PSInvalidCastException is wrapped in a
    RuntimeException, any other .NET exception is reported under its full name.
    """
    thrown = error.exception if core else _framework(error.exception)
    if thrown.type_name == INVALID_CAST:
        wrapped = exception(RUNTIME_EXCEPTION, thrown.message, thrown)
        category = error.category or ErrorCategory.InvalidArgument
        return _record(error, wrapped, error.error_id or "RuntimeException", category)
    if thrown.type_name == RUNTIME_EXCEPTION or RUNTIME_EXCEPTION in thrown.lineage:
        category = error.category or ErrorCategory.NotSpecified
        return _record(error, thrown, error.error_id or "RuntimeException", category)
    category = error.category or ErrorCategory.OperationStopped
    return _record(error, thrown, error.error_id or thrown.type_name, category)


def _record(
    error: ClrError, thrown: ClrException, error_id: str, category: ErrorCategory
) -> ErrorRecord:
    return ErrorRecord(exception=thrown, error_id=error_id, category=category, target=error.target)


def _framework(thrown: ClrException) -> ClrException:
    return ClrException(
        type_name=_FRAMEWORK_TYPES.get(thrown.type_name, thrown.type_name),
        message=framework_message(thrown.message),
        inner=None if thrown.inner is None else _framework(thrown.inner),
        lineage=thrown.lineage,
        properties=thrown.properties,
        hresult=thrown.hresult,
    )


_FRAMEWORK_TYPES: Final = {
    "System.Text.RegularExpressions.RegexParseException": "System.ArgumentException",
}
