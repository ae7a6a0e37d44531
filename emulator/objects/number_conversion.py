"""Conversion to the number types, to char and to bool."""

import math
import struct
from decimal import ROUND_HALF_EVEN, Decimal
from typing import Final

from emulator.objects.basic_types import (
    BIG_INTEGER,
    BYTE,
    CHAR,
    DECIMAL,
    DOUBLE,
    INT16,
    INT32,
    INT64,
    INTEGERS,
    SBYTE,
    SINGLE,
    UINT16,
    UINT32,
    UINT64,
)
from emulator.objects.conversion_failures import inner_failure, no_conversion, text_failure_id
from emulator.objects.enums import EnumValue
from emulator.objects.errors import ClrError
from emulator.objects.exceptions import fail
from emulator.objects.number_text import (
    RANGE_MESSAGES,
    bad_format,
    convert_integer,
    decimal_in_range,
    in_range,
    literal_value,
    parse_decimal,
    parse_real,
)
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
from emulator.objects.types import PSType

CLASSES: Final[dict[PSType, type[int]]] = {
    SBYTE: SByte, BYTE: Byte, INT16: Int16, UINT16: UInt16, INT32: int, UINT32: UInt32,
    INT64: Int64, UINT64: UInt64, BIG_INTEGER: BigInteger,
}  # fmt: skip


def as_type(value: int, type_: PSType) -> int:
    """Return an integer, known to be in range, as a value of the integer type."""
    return CLASSES[type_](value)


def to_number(value: object, type_: PSType) -> object:
    """Return `value` as a number of `type_`."""
    if isinstance(value, str) and not isinstance(value, Char):
        return _from_text(value, type_)
    try:
        return _from_scalar(value, type_)
    except ClrError as error:
        if error.error_id is not None:
            raise
        raise inner_failure(value, type_, error, "InvalidCastIConvertible") from error


def _from_scalar(value: object, type_: PSType) -> object:
    number: int | float | Decimal
    if value is None:
        number = 0
    elif isinstance(value, Char):
        if type_ not in INTEGERS:
            raise no_conversion(value, type_)
        number = ord(value)
    elif isinstance(value, EnumValue):
        number = value.number
    elif isinstance(value, int | float | Decimal):
        number = value
    else:
        raise no_conversion(value, type_)
    return number_as(number, type_)


def number_as(number: float | Decimal, type_: PSType) -> object:
    """Return a number as one of `type_`, halves to even; ClrError where it does not fit."""
    if type_ is DOUBLE:
        return float(number)
    if type_ is SINGLE:
        return single(float(number))
    if type_ is DECIMAL:
        return _to_decimal(number)
    if isinstance(number, float):
        if math.isnan(number) or abs(number) == float("inf"):
            fail("System.OverflowException", RANGE_MESSAGES.get(type_.short_name, ""))
        number = round(number)
    elif isinstance(number, Decimal):
        number = int(number.to_integral_value(ROUND_HALF_EVEN))
    if type_ is BIG_INTEGER:
        return BigInteger(number)
    return as_type(in_range(int(number), type_), type_)


def single(value: float) -> Single:
    """Return the nearest System.Single."""
    try:
        return Single(struct.unpack("<f", struct.pack("<f", value))[0])
    except OverflowError:
        return Single("inf") if value > 0 else Single("-inf")


def _to_decimal(number: float | Decimal) -> Decimal:
    if isinstance(number, float):
        if math.isnan(number) or abs(number) == float("inf"):
            fail("System.OverflowException", RANGE_MESSAGES["Decimal"])
        digits = 7 if isinstance(number, Single) else 15
        exact = Decimal(f"{number:.{digits}g}")
        if exact == exact.to_integral_value():
            exact = exact.quantize(Decimal(1)) if abs(exact) < Decimal(10) ** 27 else exact
        return decimal_in_range(exact)
    return decimal_in_range(Decimal(number))


def _from_text(text: str, type_: PSType) -> object:
    if not text.strip():
        return number_as(0, type_)
    try:
        return _text_as(text, type_)
    except ClrError as error:
        raise inner_failure(text, type_, error, text_failure_id(type_)) from error


def _text_as(text: str, type_: PSType) -> object:
    if type_ in INTEGERS:
        return _text_as_integer(text, type_)
    literal = literal_value(text)
    if isinstance(literal, int | float | Decimal):
        return number_as(literal, type_)
    if type_ is DECIMAL:
        return parse_decimal(text)
    return number_as(parse_real(text), type_)


def _text_as_integer(text: str, type_: PSType) -> int:
    try:
        return as_type(convert_integer(text, type_), type_)
    except ClrError as error:
        if error.exception.type_name != "System.FormatException":
            raise
        refused = error
    literal = literal_value(text)
    try:
        number = literal if isinstance(literal, int | float | Decimal) else parse_real(text)
        converted = number_as(number, type_)
    except ClrError:
        raise refused from None
    assert isinstance(converted, int)
    return converted


def to_char(value: object) -> Char:
    """Return `value` as System.Char: a text of one unit, or a code."""
    if isinstance(value, str):
        if len(value) != 1:
            error = _refusal("System.FormatException", "String must be exactly one character long.")
            raise inner_failure(value, CHAR, error, "InvalidCastParseTargetInvocation")
        return Char(value)
    if value is None:
        return Char("\0")
    if isinstance(value, EnumValue):
        value = value.number
    if isinstance(value, bool) or not isinstance(value, int):
        raise no_conversion(value, CHAR)
    if not 0 <= value <= 0xFFFF:
        error = _refusal("System.OverflowException", RANGE_MESSAGES["Char"])
        raise inner_failure(value, CHAR, error, "InvalidCastIConvertible")
    return Char(chr(value))


def _refusal(type_name: str, message: str) -> ClrError:
    from emulator.objects.exceptions import exception  # noqa: PLC0415 - one use

    return ClrError(exception(type_name, message))


def operand_number(text: str) -> int | float | Decimal:
    """Return the number that a text is for an operator: a literal of its own type.

    The error of a text that is none speaks of Int32, as PowerShell's does.
    """
    if not text.strip():
        return 0
    literal = literal_value(text)
    if isinstance(literal, int | float | Decimal):
        return literal
    try:
        return parse_real(text)
    except ClrError:
        error = _refusal("System.FormatException", bad_format(text))
        raise inner_failure(text, INT32, error, "InvalidCastFromStringToInteger") from None
