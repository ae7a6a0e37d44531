"""+ - * / % and .., with PowerShell's rules for the type of the result.

int32 that overflows becomes double, int64 too; int with decimal is decimal; a text on the left
of + and * stays text. Source: conformance operators/arithmetic, errors arith/error.
"""

import math
import operator
from collections.abc import Callable
from decimal import Decimal, localcontext
from typing import Final, NoReturn

from emulator.objects.bitwise import (
    bitwise_and,
    bitwise_not,
    bitwise_or,
    bitwise_xor,
    shift_left,
    shift_right,
)
from emulator.objects.collections import Hashtable
from emulator.objects.conversion import convert
from emulator.objects.enumeration import enumerate_value
from emulator.objects.enums import EnumValue
from emulator.objects.errors import ClrError, ErrorCategory
from emulator.objects.exceptions import exception, fail, runtime_error
from emulator.objects.moment_arithmetic import divided, moved, scaled
from emulator.objects.moments import DateTime, TimeSpan
from emulator.objects.number_conversion import operand_number, single
from emulator.objects.number_text import decimal_in_range
from emulator.objects.numbers import (
    BigInteger,
    Byte,
    Char,
    Int16,
    Int64,
    SByte,
    Single,
    UInt16,
    UInt32,
    UInt64,
)
from emulator.objects.psobject import AutomationNull, PSObject
from emulator.objects.text import to_string
from emulator.objects.type_values import full_name
from emulator.objects.typing_of import type_of

__all__ = [
    "add", "bitwise_and", "bitwise_not", "bitwise_or", "bitwise_xor", "divide",
    "divided_by_zero", "increment", "is_number", "multiply", "negate", "no_operator", "plus",
    "range_of", "remainder", "shift_left", "shift_right", "subtract",
]  # fmt: skip

Number = int | float | Decimal

_INT_MIN: Final = -(1 << 31)
_INT_MAX: Final = (1 << 31) - 1
_LONG_MIN: Final = -(1 << 63)
_LONG_MAX: Final = (1 << 63) - 1
_ULONG_MAX: Final = (1 << 64) - 1
LENGTH_LIMIT: Final = 256 * 1024 * 1024  # elements or characters; .NET would run out of memory
RANGE_LIMIT: Final = 50_000_000  # elements of a range held in memory; .NET's own limit is higher

_SMALL: Final = frozenset({bool, int, SByte, Byte, Int16, UInt16})
_OPERATIONS: Final[dict[str, Callable[[Number, Number], Number]]] = {
    "op_Addition": operator.add,
    "op_Subtraction": operator.sub,
    "op_Multiply": operator.mul,
}


def add(left: object, right: object) -> object:
    """Return left + right: numbers, text, arrays, dictionaries, moments."""
    if type(left) is int and type(right) is int:
        total = left + right
        return total if _INT_MIN <= total <= _INT_MAX else float(total)
    if type(left) is str:
        return left + (right if type(right) is str else to_string(right))
    left, right = _bare(left), _bare(right)
    if left is None:
        return right
    if isinstance(left, list):
        return _joined(left, right)
    if isinstance(left, Hashtable):
        return _merged(left, right)
    if isinstance(left, Char) and not isinstance(right, int | float | Decimal):
        return str(left) + to_string(right)
    return _binary("op_Addition", left, right)


def subtract(left: object, right: object) -> object:
    """Return left - right."""
    if type(left) is int and type(right) is int:
        total = left - right
        return total if _INT_MIN <= total <= _INT_MAX else float(total)
    return _binary("op_Subtraction", _bare(left), _bare(right))


def multiply(left: object, right: object) -> object:
    """Return left * right: numbers, or a text or array repeated."""
    if type(left) is int and type(right) is int:
        total = left * right
        return total if _INT_MIN <= total <= _INT_MAX else float(total)
    left, right = _bare(left), _bare(right)
    if isinstance(left, str) and not isinstance(left, Char):
        return _repeated(str(left), right)
    if isinstance(left, list):
        return _repeated_list(left, right)
    if left is None:
        return None
    return _binary("op_Multiply", left, right)


def divide(left: object, right: object) -> object:
    """Return left / right: an integer where it leaves nothing, else a double."""
    first, second = _bare(left), _bare(right)
    if isinstance(first, TimeSpan):
        if isinstance(second, TimeSpan):
            return _float_division(float(first.ticks), float(second.ticks), float, float)
        return divided(first, float(_number(second, first, "op_Division")))
    one, two = _operands(first, second, "op_Division")
    if isinstance(one, float) or isinstance(two, float):
        return _float_division(float(one), float(two), type(one), type(two))
    if two == 0:
        raise divided_by_zero()
    if isinstance(one, Decimal) or isinstance(two, Decimal):
        with localcontext() as context:
            context.prec = 29
            return decimal_in_range(Decimal(one) / Decimal(two))
    if type(one) is BigInteger or type(two) is BigInteger:
        return BigInteger(_truncated(one, two))
    if one % two == 0:
        return _integer_result(_truncated(one, two), type(one), type(two))
    return one / two


def remainder(left: object, right: object) -> object:
    """Return left % right; the sign is that of the left operand."""
    one, two = _operands(_bare(left), _bare(right), "op_Modulus")
    if isinstance(one, float) or isinstance(two, float):
        return _float_remainder(float(one), float(two))
    if two == 0:
        raise divided_by_zero()
    if isinstance(one, Decimal) or isinstance(two, Decimal):
        return Decimal(one) % Decimal(two)
    return _integer_result(one - two * _truncated(one, two), type(one), type(two))


def negate(value: object) -> object:
    """Return -value."""
    bare = _bare(value)
    if isinstance(bare, TimeSpan):
        return TimeSpan(-bare.ticks)
    if isinstance(bare, float):
        return Single(-bare) if type(bare) is Single else -bare
    return subtract(0, bare)


def plus(value: object) -> object:
    """Return +value: the value as a number."""
    return add(0, _bare(value))


def is_number(value: object) -> bool:
    """Whether `value` is of a number type; a bool, a character and an enum are none."""
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool)


def increment(value: object, step: int) -> object:
    """Return the value of ++ (step 1) or -- (step -1); numbers and $null only."""
    if type(value) is int:
        return add(value, step)
    bare = _bare(value)
    if bare is None:
        return step
    if is_number(bare):
        return add(bare, step)
    sign = "++" if step > 0 else "--"
    raise runtime_error(
        f"The '{sign}' operator works only on numbers. "
        f"The operand is a '{full_name(type_of(bare))}'.",
        "OperatorRequiresNumber",
    )


def range_of(left: object, right: object) -> list[object]:
    """Return left..right, up or down; two single letters give characters."""
    first, last = _bare(left), _bare(right)
    if _is_letter(first) and _is_letter(last):
        start, stop = ord(str(first)), ord(str(last))
        step = 1 if stop >= start else -1
        return [Char(chr(code)) for code in range(start, stop + step, step)]
    start, stop = _bound(first), _bound(last)
    if abs(stop - start) > RANGE_LIMIT:
        fail("System.OutOfMemoryException", "Array dimensions exceeded supported range.")
    step = 1 if stop >= start else -1
    return list(range(start, stop + step, step))


def _is_letter(value: object) -> bool:
    if isinstance(value, Char):
        return True
    return isinstance(value, str) and len(value) == 1 and not value.isdigit()


def _bound(value: object) -> int:
    from emulator.objects.basic_types import INT32  # noqa: PLC0415 - one use

    try:
        found = convert(value, INT32)
    except ClrError as error:
        if error.exception.inner is not None:
            raise ClrError(error.exception.inner) from error
        raise
    assert isinstance(found, int)
    return int(found)


def divided_by_zero() -> ClrError:
    """Return the error of a division by zero."""
    message = "Attempted to divide by zero."
    return runtime_error(
        message,
        "RuntimeException",
        ErrorCategory.NotSpecified,
        inner=exception("System.DivideByZeroException", message),
    )


def no_operator(value: object, method: str) -> ClrError:
    """Return the error of an operand whose type has no such operator."""
    return runtime_error(
        f"Method invocation failed because [{full_name(type_of(value))}] "
        f"does not contain a method named '{method}'.",
        "MethodNotFound",
    )


def _bare(value: object) -> object:
    if type(value) is PSObject:
        return value if value.base is None else value.base
    return None if isinstance(value, AutomationNull) else value


def _joined(left: list[object], right: object) -> object:
    items = None if isinstance(right, str | int | float) else enumerate_value(right)
    if items is None:
        return [*left, right]
    return [*left, *items]


def _merged(left: Hashtable, right: object) -> Hashtable:
    if not isinstance(right, Hashtable):
        raise runtime_error(
            "A hash table can only be added to another hash table.", "AddHashTableToNonHashTable"
        )
    merged = left.copy()
    for key, value in right.items():
        merged.add(key, value)
    return merged


def _times(value: object) -> int:
    from emulator.objects.basic_types import INT32  # noqa: PLC0415 - one use

    times = convert(value, INT32)
    assert isinstance(times, int)
    if times < 0:
        fail(
            "System.ArgumentOutOfRangeException",
            f"times ('{times}') must be a non-negative value. (Parameter 'times')\n"
            f"Actual value was {times}.",
        )
    return int(times)


def _too_long() -> NoReturn:
    fail("System.OutOfMemoryException", "Insufficient memory to continue the execution.")


def _repeated(text: str, count: object) -> str:
    times = _times(count)
    if len(text) * times > LENGTH_LIMIT:
        _too_long()
    return text * times


def _repeated_list(items: list[object], count: object) -> list[object]:
    times = _times(count)
    if len(items) * times > LENGTH_LIMIT:
        _too_long()
    return list(items) * times


def _binary(method: str, left: object, right: object) -> object:
    if isinstance(left, DateTime | TimeSpan):
        if method != "op_Multiply":
            return moved(method, left, right)
        if isinstance(left, DateTime):
            raise no_operator(left, method)
        return scaled(left, float(_number(right, left, method)))
    if isinstance(left, EnumValue):
        result = _binary(method, left.number, right)
        return EnumValue(left.type, result) if isinstance(result, int) else result
    if method == "op_Multiply" and isinstance(right, TimeSpan):
        return scaled(right, float(_number(left, left, method)))
    one, two = _operands(left, right, method)
    return _computed(method, one, two)


def _operands(left: object, right: object, method: str) -> tuple[Number, Number]:
    return _number(left, left, method), _number(right, left, method)


def _number(value: object, left: object, method: str) -> Number:
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, int | float | Decimal):
        return value
    if value is None:
        return 0
    if isinstance(value, Char):
        return ord(value)
    if isinstance(value, str):
        return operand_number(value)
    if isinstance(value, EnumValue):
        return value.number
    raise no_operator(left if value is left else _culprit(left, value), method)


def _culprit(left: object, right: object) -> object:
    """Return whom to blame: after a number it is the right operand's type."""
    return right if isinstance(left, int | float | Decimal) or left is None else left


def _computed(method: str, one: Number, two: Number) -> object:
    compute = _OPERATIONS[method]
    if isinstance(one, float) or isinstance(two, float):
        both_single = isinstance(one, Single) and isinstance(two, Single | int)
        result = _float(compute, float(one), float(two))
        return single(result) if both_single else result
    if isinstance(one, Decimal) or isinstance(two, Decimal):
        return _decimal(compute, Decimal(one), Decimal(two))
    return _integer_result(compute(int(one), int(two)), type(one), type(two))


def _float(compute: Callable[[Number, Number], Number], one: float, two: float) -> float:
    try:
        return float(compute(one, two))
    except OverflowError:
        return float("inf")


def _decimal(compute: Callable[[Number, Number], Number], one: Decimal, two: Decimal) -> Decimal:
    with localcontext() as context:
        context.prec = 60
        result = compute(one, two)
    assert isinstance(result, Decimal)
    return decimal_in_range(result)


def _integer_result(value: Number, one: type, two: type) -> object:
    """Return the whole result in the wider operand's type; one that does not fit is a double."""
    whole = int(value)
    if one is BigInteger or two is BigInteger:
        return BigInteger(whole)
    if one in _SMALL and two in _SMALL:
        return whole if _INT_MIN <= whole <= _INT_MAX else float(whole)
    if one is UInt64 or two is UInt64:
        return UInt64(whole) if 0 <= whole <= _ULONG_MAX else float(whole)
    if one is UInt32 and two is UInt32:
        return UInt32(whole) if 0 <= whole <= 0xFFFFFFFF else float(whole)
    return Int64(whole) if _LONG_MIN <= whole <= _LONG_MAX else float(whole)


def _truncated(one: Number, two: Number) -> int:
    quotient = abs(int(one)) // abs(int(two))
    return quotient if (one < 0) == (two < 0) else -quotient


def _float_division(one: float, two: float, first: type, second: type) -> float:
    if two == 0:
        if one == 0 or math.isnan(one):
            return float("nan")
        negative = (one < 0) != (str(two)[0] == "-")
        return float("-inf") if negative else float("inf")
    result = one / two
    return single(result) if first is Single and second in (Single, int) else result


def _float_remainder(one: float, two: float) -> float:
    if two == 0 or math.isnan(one) or math.isnan(two) or abs(one) == float("inf"):
        return float("nan")
    return math.fmod(one, two)
