"""How text becomes a number: PowerShell's number literals and .NET's Parse methods."""

import re
from decimal import Decimal, InvalidOperation
from typing import Final

from emulator.objects.basic_types import RANGES
from emulator.objects.exceptions import fail
from emulator.objects.numbers import Int64
from emulator.objects.types import PSType

_LITERAL: Final = re.compile(
    r"""\s*(?P<sign>[+-]?)
    (?: 0x(?P<hex>[0-9a-f]+) | (?P<number>(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?) )
    (?P<type>[ld]?) (?P<size>kb|mb|gb|tb|pb)? \s*""",
    re.VERBOSE | re.IGNORECASE,
)
_INTEGER: Final = re.compile(r"\s*[+-]?[0-9]+\s*")
_HEXADECIMAL: Final = re.compile(r"\s*([+-]?)(?:0x|#|&h)([0-9a-f]+)\s*", re.IGNORECASE)
_REAL: Final = re.compile(
    r"\s*[+-]?(?:[0-9][0-9,]*\.?[0-9]*|\.[0-9]+)(?:e[+-]?[0-9]+)?\s*", re.IGNORECASE
)
_SIZES: Final = {"kb": 1 << 10, "mb": 1 << 20, "gb": 1 << 30, "tb": 1 << 40, "pb": 1 << 50}
_INT_MAX: Final = 0x7FFFFFFF
_LONG_MAX: Final = 0x7FFFFFFFFFFFFFFF
_DECIMAL_MAX: Final = 79228162514264337593543950335
DIGIT_LIMIT: Final = 4000  # longer digit strings are refused; Python itself stops at 4300

RANGE_MESSAGES: Final[dict[str, str]] = {
    "SByte": "Value was either too large or too small for a signed byte.",
    "Byte": "Value was either too large or too small for an unsigned byte.",
    "Int16": "Value was either too large or too small for an Int16.",
    "UInt16": "Value was either too large or too small for a UInt16.",
    "Int32": "Value was either too large or too small for an Int32.",
    "UInt32": "Value was either too large or too small for a UInt32.",
    "Int64": "Value was either too large or too small for an Int64.",
    "UInt64": "Value was either too large or too small for a UInt64.",
    "Char": "Value was either too large or too small for a character.",
    "Decimal": "Value was either too large or too small for a Decimal.",
}
"""What OverflowException says, by short type name. Source: conformance errors-cast-error-006."""


def bad_format(text: str) -> str:
    """Return what FormatException says about a text that is no number."""
    return f"The input string '{text}' was not in a correct format."


def literal_value(text: str) -> object:
    """Return what a number literal stands for, or None when `text` is none.

    The type is that of the literal: int, Int64, Decimal or float; size suffixes multiply.
    """
    if len(text) > DIGIT_LIMIT:
        return None
    found = _LITERAL.fullmatch(text)
    if found is None:
        return None
    negative = found["sign"] == "-"
    factor = _SIZES[found["size"].lower()] if found["size"] else 1
    if found["hex"]:
        return _hexadecimal(found["hex"], factor, negative=negative)
    number, kind = found["number"].lower(), found["type"].lower()
    if kind == "d":
        return (-Decimal(number) if negative else Decimal(number)) * factor
    if number.isdigit():
        whole = int(number) * factor
        return _whole(-whole if negative else whole, long=kind == "l")
    if kind == "l":
        return Int64(int(float(number)) * factor)
    value = float(number) * factor
    return -value if negative else value


def _hexadecimal(digits: str, factor: int, *, negative: bool) -> object:
    value = int(digits, 16)
    if len(digits.lstrip("0")) <= 8:
        value = value - (1 << 32) if value > _INT_MAX else value
    elif len(digits.lstrip("0")) <= 16 and value > _LONG_MAX:
        value -= 1 << 64
    return _whole((-value if negative else value) * factor, long=False)


def _whole(value: int, *, long: bool) -> object:
    if not long and -_INT_MAX - 1 <= value <= _INT_MAX:
        return value
    if -_LONG_MAX - 1 <= value <= _LONG_MAX:
        return Int64(value)
    if -_DECIMAL_MAX <= value <= _DECIMAL_MAX:
        return Decimal(value)
    return float(value)


def parse_integer(text: str, type_: PSType) -> int:
    """Return Int32.Parse and its kin: digits with a sign only, in the range of `type_`."""
    if len(text) > DIGIT_LIMIT or not _INTEGER.fullmatch(text):
        fail("System.FormatException", bad_format(text))
    return in_range(int(text), type_)


def in_range(value: int, type_: PSType) -> int:
    """Return `value`; outside the range of `type_` it is .NET's OverflowException."""
    least, greatest = RANGES[type_]
    if not least <= value <= greatest:
        fail("System.OverflowException", RANGE_MESSAGES[type_.short_name])
    return value


def convert_integer(text: str, type_: PSType) -> int:
    """Return what the type converter of an integer type makes of `text`; it knows 0x, #, &h."""
    found = _HEXADECIMAL.fullmatch(text) if len(text) <= DIGIT_LIMIT else None
    if found is None:
        return parse_integer(text, type_)
    least, greatest = RANGES[type_]
    value = int(found[2], 16)
    if least < 0 and greatest < value <= greatest * 2 + 1:
        value -= 2 * (greatest + 1)
    return in_range(-value if found[1] == "-" else value, type_)


def parse_real(text: str) -> float:
    """Return Double.Parse: thousands separators, exponent, and the names of the non-numbers."""
    cleaned = text.strip()
    named = {"nan": "nan", "infinity": "inf", "-infinity": "-inf", "∞": "inf", "-∞": "-inf"}
    if cleaned.lower() in named:
        return float(named[cleaned.lower()])
    if len(text) > DIGIT_LIMIT or not _REAL.fullmatch(text):
        fail("System.FormatException", bad_format(text))
    return float(cleaned.replace(",", ""))


def parse_decimal(text: str) -> Decimal:
    """Return Decimal.Parse: no exponent; trailing zeros count."""
    cleaned = text.strip().replace(",", "")
    if len(text) > DIGIT_LIMIT or not _REAL.fullmatch(text) or "e" in cleaned.lower():
        fail("System.FormatException", bad_format(text))
    try:
        return decimal_in_range(Decimal(cleaned))
    except InvalidOperation:
        fail("System.FormatException", bad_format(text))


def decimal_in_range(value: Decimal) -> Decimal:
    """Return `value` cut to the 28 or 29 digits of System.Decimal, or OverflowException."""
    if abs(value) > _DECIMAL_MAX:
        fail("System.OverflowException", RANGE_MESSAGES["Decimal"])
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -28:
        value = value.quantize(Decimal(1).scaleb(-28))
    return value
