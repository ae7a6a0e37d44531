"""Arithmetic with System.DateTime and System.TimeSpan."""

from emulator.objects.conversion import convert
from emulator.objects.errors import ClrError, ErrorCategory
from emulator.objects.exceptions import METHOD_EXCEPTION, exception, fail
from emulator.objects.moments import TIME_SPAN, DateTime, TimeSpan
from emulator.objects.text import to_string


def moved(method: str, left: DateTime | TimeSpan, right: object) -> DateTime | TimeSpan:
    """Return left + right or left - right (`method` is op_Addition or op_Subtraction)."""
    adding = method == "op_Addition"
    if not adding and isinstance(left, DateTime) and isinstance(right, DateTime):
        return TimeSpan(left.ticks - right.ticks)
    span = _span(right, method)
    ticks = span.ticks if adding else -span.ticks
    return left.plus(ticks) if isinstance(left, DateTime) else TimeSpan(left.ticks + ticks)


def scaled(span: TimeSpan, factor: float) -> TimeSpan:
    """Return `factor` times `span`."""
    return TimeSpan(round(span.ticks * factor))


def divided(span: TimeSpan, divisor: float) -> TimeSpan:
    """Return `span` divided by a number."""
    if divisor == 0:
        fail("System.OverflowException", "TimeSpan overflowed because the duration is too long.")
    return TimeSpan(round(span.ticks / divisor))


def _span(value: object, method: str) -> TimeSpan:
    try:
        found = convert(value, TIME_SPAN)
    except ClrError as error:
        raise ClrError(
            exception(
                METHOD_EXCEPTION,
                f'Cannot convert argument "1", with value: "{to_string(value)}", for "{method}" '
                f'to type "System.TimeSpan": "{error.exception.message}"',
                error.exception,
            ),
            error_id="MethodArgumentConversionInvalidCastArgument",
            category=ErrorCategory.NotSpecified,
        ) from error
    assert isinstance(found, TimeSpan)
    return found
