"""How .NET writes numbers: ToString() and the standard format strings."""

import math
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Final

from emulator.objects.cultures import INVARIANT, Culture
from emulator.objects.custom_number_formats import custom_number
from emulator.objects.exceptions import fail
from emulator.objects.numbers import (
    BigInteger,
    Byte,
    Int16,
    Int64,
    SByte,
    Single,
    UInt16,
    UInt32,
    UInt64,
)

Number = int | float | Decimal

_WIDTHS: Final[dict[type, int]] = {
    SByte: 8, Byte: 8, Int16: 16, UInt16: 16, int: 32, UInt32: 32, Int64: 64, UInt64: 64,
}  # fmt: skip
_PRECISION_LIMIT: Final = 999_999_999  # .NET's own limit on a precision specifier
_DIGITS_LIMIT: Final = 100_000  # ours: more digits than that is a mistake or an attack
_WIDE: Final = Context(prec=400)
_INVALID: Final = "Format specifier was invalid."


def double_text(value: float, *, digits: int = 15) -> str:
    """Return a double in the general format with at most `digits` digits, invariant.

    PowerShell shows, casts and expands doubles with 15 digits in both editions.
    """
    if math.isnan(value):
        return "NaN"
    if value in (float("inf"), float("-inf")):
        return "Infinity" if value > 0 else "-Infinity"
    return f"{value:.{digits}G}"


def shortest_text(value: float, *, single: bool = False) -> str:
    """Return the shortest text that reads back as the same double (ToString of .NET Core)."""
    if math.isnan(value) or value in (float("inf"), float("-inf")):
        return double_text(value)
    plain = _shortest_single(value) if single else repr(float(value))
    sign, digits, exponent = Decimal(plain).as_tuple()
    assert isinstance(exponent, int)
    text = "".join(map(str, digits)).rstrip("0")
    point = len(digits) + exponent
    if not text:
        return "-0" if sign else "0"
    limit = 7 if single else 15
    if -5 < point <= limit:
        body = _plain(text, point)
    else:
        mantissa = text[0] + (f".{text[1:]}" if len(text) > 1 else "")
        body = f"{mantissa}E{'+' if point > 0 else '-'}{abs(point - 1):02}"
    return f"-{body}" if sign else body


def _shortest_single(value: float) -> str:
    for digits in range(6, 10):
        text = f"{value:.{digits}g}"
        if Single(text) == value or _as_single(float(text)) == value:
            return text
    return repr(float(value))


def _as_single(value: float) -> float:
    import struct  # noqa: PLC0415 - rare

    return float(struct.unpack("<f", struct.pack("<f", value))[0])


def _plain(digits: str, point: int) -> str:
    if point <= 0:
        return f"0.{'0' * -point}{digits}"
    if point >= len(digits):
        return digits + "0" * (point - len(digits))
    return f"{digits[:point]}.{digits[point:]}"


def decimal_text(value: Decimal) -> str:
    """Return a decimal as .NET writes it: no exponent, trailing zeros kept."""
    return format(value, "f")


def number_text(value: Number, culture: Culture = INVARIANT) -> str:
    """Return ToString() of a number in `culture`."""
    if isinstance(value, Decimal):
        return decimal_text(value).replace(".", culture.decimal_separator)
    if isinstance(value, float):
        single = type(value) is Single
        if culture.exact_digits:
            text = shortest_text(value, single=single)
        else:
            text = double_text(value, digits=7 if single else 15)
        text = text.replace("Infinity", culture.infinity)
        return text.replace(".", culture.decimal_separator)
    return int.__repr__(value)


def format_number(value: Number, template: str, culture: Culture) -> str:
    """Return `value` in a standard (N2, X8, ...) or custom (#,##0.0) format."""
    if not template:
        return number_text(value, culture)
    letter, digits = template[0], template[1:]
    if not (letter.isascii() and letter.isalpha() and (not digits or digits.isdigit())):
        return custom_number(value, template, culture)
    precision = int(digits) if digits else None
    if precision is not None and precision > _DIGITS_LIMIT:
        if precision > _PRECISION_LIMIT:
            fail("System.FormatException", _INVALID)
        fail("System.OutOfMemoryException", "Insufficient memory to continue.")
    if isinstance(value, float) and (math.isnan(value) or abs(value) == float("inf")):
        return number_text(value, culture)
    handler = _STANDARD.get(letter.upper())
    if handler is None:
        fail("System.FormatException", _INVALID)
    return handler(value, letter, precision, culture)


def fixed_digits(value: Number, places: int, culture: Culture) -> tuple[bool, str, str]:
    """Return (negative, whole digits, fraction digits) of `value` rounded to `places`."""
    if isinstance(value, float) and culture.exact_digits and type(value) is not Single:
        text = f"{abs(value):.{places}f}"
    else:
        exact = _decimal_of(value)
        text = format(
            abs(exact).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _wide(places)), "f"
        )
    whole, _, fraction = text.partition(".")
    negative = value < 0 and (whole.strip("0") + fraction.strip("0")) != ""
    return negative, whole, fraction


def _wide(places: int) -> Context:
    return _WIDE if places < 40 else Context(prec=places + 400)


def _decimal_of(value: Number) -> Decimal:
    if isinstance(value, Single):
        return Decimal(f"{float(value):.7g}")
    if isinstance(value, float):
        return Decimal(f"{value:.15g}")
    return Decimal(value)


def grouped(whole: str, separator: str) -> str:
    """Return the digits in groups of three."""
    return f"{int(whole):,}".replace(",", separator) if whole else "0"


def _number(value: Number, _letter: str, precision: int | None, culture: Culture) -> str:
    places = culture.number_digits if precision is None else precision
    negative, whole, fraction = fixed_digits(value, places, culture)
    body = grouped(whole, culture.group_separator)
    if fraction:
        body += culture.decimal_separator + fraction
    return f"-{body}" if negative else body


def _fixed(value: Number, _letter: str, precision: int | None, culture: Culture) -> str:
    places = culture.number_digits if precision is None else precision
    negative, whole, fraction = fixed_digits(value, places, culture)
    body = whole + (culture.decimal_separator + fraction if fraction else "")
    return f"-{body}" if negative else body


def _percent(value: Number, _letter: str, precision: int | None, culture: Culture) -> str:
    places = culture.percent_digits if precision is None else precision
    hundredfold: Number
    if isinstance(value, float):
        hundredfold = Decimal(repr(float(value))) * 100
    else:
        hundredfold = Decimal(value) * 100
    negative, whole, fraction = fixed_digits(hundredfold, places, culture)
    body = grouped(whole, culture.group_separator)
    if fraction:
        body += culture.decimal_separator + fraction
    text = culture.percent_pattern.replace("n", body)
    return f"-{text}" if negative else text


def _currency(value: Number, _letter: str, precision: int | None, culture: Culture) -> str:
    places = 2 if precision is None else precision
    negative, whole, fraction = fixed_digits(value, places, culture)
    body = grouped(whole, culture.group_separator)
    if fraction:
        body += culture.decimal_separator + fraction
    pattern = culture.currency_negative if negative else culture.currency_pattern
    return pattern.replace("n", body)


def _integer(value: Number) -> int:
    if not isinstance(value, int):
        fail("System.FormatException", _INVALID)
    return value


def _decimal_digits(value: Number, _letter: str, precision: int | None, _c: Culture) -> str:
    whole = _integer(value)
    body = int.__repr__(abs(int(whole))).zfill(precision or 0)
    return f"-{body}" if whole < 0 else body


def _unsigned(value: int) -> int:
    if type(value) is BigInteger:
        return int(value) & ((1 << (int(value).bit_length() // 8 * 8 + 8)) - 1)
    return int(value) & ((1 << _WIDTHS.get(type(value), 32)) - 1)


def _hexadecimal(value: Number, letter: str, precision: int | None, _c: Culture) -> str:
    text = f"{_unsigned(_integer(value)):{letter}}"
    return text.zfill(precision or 0)


def _binary(value: Number, _letter: str, precision: int | None, _c: Culture) -> str:
    return f"{_unsigned(_integer(value)):b}".zfill(precision or 0)


def _scientific(value: Number, letter: str, precision: int | None, culture: Culture) -> str:
    places = 6 if precision is None else precision
    text = f"{Decimal(value) if isinstance(value, int) else value:.{places}e}"
    mantissa, _, exponent = text.partition("e")
    mantissa = mantissa.replace(".", culture.decimal_separator)
    return f"{mantissa}{letter}{exponent[0]}{exponent[1:].zfill(3)}"


def _general(value: Number, letter: str, precision: int | None, culture: Culture) -> str:
    if not precision:
        return number_text(value, culture)
    text = f"{Decimal(value) if isinstance(value, int) else value:.{precision}G}"
    if isinstance(value, int | Decimal):
        text = _general_decimal(Decimal(value), precision)
    if letter == "g":
        text = text.replace("E", "e")
    return text.replace(".", culture.decimal_separator)


def _general_decimal(value: Decimal, precision: int) -> str:
    rounded = Context(prec=precision, rounding=ROUND_HALF_UP).plus(value)
    exponent = rounded.adjusted()
    digits = "".join(map(str, rounded.as_tuple().digits)).rstrip("0") or "0"
    sign = "-" if rounded.is_signed() else ""
    if -5 <= exponent < precision:
        return sign + _plain(digits, exponent + 1)
    mantissa = digits[0] + (f".{digits[1:]}" if len(digits) > 1 else "")
    return f"{sign}{mantissa}E{'+' if exponent >= 0 else '-'}{abs(exponent):02}"


def _round_trip(value: Number, _letter: str, _precision: int | None, culture: Culture) -> str:
    if isinstance(value, float):
        return shortest_text(value, single=type(value) is Single)
    return number_text(value, culture)


_STANDARD: Final[dict[str, Callable[[Number, str, int | None, Culture], str]]] = {
    "B": _binary,
    "C": _currency,
    "D": _decimal_digits,
    "E": _scientific,
    "F": _fixed,
    "G": _general,
    "N": _number,
    "P": _percent,
    "R": _round_trip,
    "X": _hexadecimal,
}
