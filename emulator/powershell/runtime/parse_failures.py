"""The error record of a text that is no script: all its errors in one message."""

from typing import TYPE_CHECKING, Final

from emulator.objects.errors import ErrorCategory, ErrorRecord
from emulator.objects.exceptions import exception
from emulator.powershell.runtime.failures import invocation_at
from emulator.powershell.runtime.positions import Extent, position_message

if TYPE_CHECKING:
    from emulator.powershell.compiler.compiler import CompiledText

SHOWN_MOST: Final = 10
"""Parse errors that the message shows. Source: ParseException.Message of PowerShell."""
MANY: Final = "Not all parse errors were reported.  Correct the reported errors and try again."


def parse_failure(compiled: "CompiledText", *, whole: bool = False) -> ErrorRecord:
    """Return the ParserError record of `compiled`, which has errors.

    A text that only breaks off has the first message alone, unless `whole` asks for all of it.
    """
    source = compiled.source
    first = compiled.errors[0]
    if first.incomplete and not whole:
        return _record(compiled, "IncompleteParseException", first.message)
    parts: list[str] = []
    for error in compiled.errors[:SHOWN_MOST]:
        place = Extent(source=source, start=error.start, end=error.end)
        parts.append(f"{position_message(place)}\n{error.message}")
    if len(compiled.errors) > SHOWN_MOST:
        parts.append(MANY)
    return _record(compiled, "ParseException", "\n\n".join(parts))


def _record(compiled: "CompiledText", name: str, message: str) -> ErrorRecord:
    source = compiled.source
    first = compiled.errors[0]
    return ErrorRecord(
        exception=exception(
            f"System.Management.Automation.{name}",
            message,
            None,
            (("Errors", [error.message for error in compiled.errors]),),
        ),
        error_id=first.error_id,
        category=ErrorCategory.ParserError,
        invocation=invocation_at(Extent(source=source, start=first.start, end=first.end)),
    )
