"""System.Math."""

import math
from collections.abc import Callable
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from typing import Any, Final

from emulator.dotnet.signatures import Row, Surface, constant, table
from emulator.objects.basic_types import OBJECT
from emulator.objects.enums import EnumValue
from emulator.objects.exceptions import fail, fail_argument
from emulator.objects.numbers import Int64
from emulator.objects.references import Reference
from emulator.objects.types import PSType

MATH: Final = PSType(name="System.Math", base=OBJECT, abstract=True)

_WRITTEN: Final = (
    "sbyte", "byte", "int16", "uint16", "int", "uint32", "long", "uint64", "float", "double",
    "decimal",
)  # fmt: skip
_TO_ZERO: Final = 2
_AWAY: Final = 1


def _round(value: float, digits: int = 0, mode: EnumValue | None = None) -> float:
    """Round as .NET does: scale, round to even, scale back (2.345 to 2 digits is 2.35)."""
    if not 0 <= digits <= 15:
        fail_argument(
            "System.ArgumentOutOfRangeException",
            "Rounding digits must be between 0 and 15, inclusive.",
            "digits",
        )
    if math.isnan(value) or abs(value) >= 1e16:
        return value
    scale = 10.0**digits
    scaled = value * scale
    number = 0 if mode is None else mode.number
    return _whole(scaled, number) / scale


def _whole(value: float, mode: int) -> float:
    if mode == _AWAY:
        truncated = float(math.trunc(value))
        step = math.copysign(1.0, value) if abs(value - truncated) >= 0.5 else 0.0
        return truncated + step
    if mode == _TO_ZERO:
        return float(math.trunc(value))
    if mode == 3:
        return float(math.floor(value))
    if mode == 4:
        return float(math.ceil(value))
    return float(round(value))


def _round_mode(value: float, mode: EnumValue) -> float:
    return _round(value, 0, mode)


def _round_decimal(value: Decimal, digits: int = 0, mode: EnumValue | None = None) -> Decimal:
    away = mode is not None and mode.number == _AWAY
    places = Decimal(1).scaleb(-digits)
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and -exponent <= digits:
        return value
    return value.quantize(places, ROUND_HALF_UP if away else ROUND_HALF_EVEN)


def _round_decimal_mode(value: Decimal, mode: EnumValue) -> Decimal:
    return _round_decimal(value, 0, mode)


def _for_double(compute: Callable[[float], float]) -> Callable[[float], float]:
    def guarded(value: float) -> float:
        try:
            return float(compute(value))
        except ValueError:
            return float("nan")
        except OverflowError:
            return value if math.isnan(value) or math.isinf(value) else float("inf")

    return guarded


def _log(value: float) -> float:
    if value == 0:
        return float("-inf")
    return float("nan") if value < 0 else math.log(value)


def _pow(base: float, exponent: float) -> float:
    try:
        result = base**exponent
    except OverflowError:
        return float("inf")
    except ZeroDivisionError:
        return float("inf")
    return float("nan") if isinstance(result, complex) else float(result)


def _abs(value: object) -> object:
    assert isinstance(value, int | float | Decimal)
    if isinstance(value, int) and value < 0 and value == -(1 << (value.bit_length())):
        fail(
            "System.OverflowException",
            "Negating the minimum value of a twos complement number is invalid.",
        )
    return _like(value, abs(value))


def _like(value: object, result: object) -> object:
    make: Callable[[object], object] = type(value)
    return make(result)


def _sign(value: float | Decimal) -> int:
    return (value > 0) - (value < 0)


def _clamp(value: Any, least: Any, greatest: Any) -> object:
    if least > greatest:
        fail("System.ArgumentException", f"'{least}' cannot be greater than {greatest}.")
    return max(least, min(value, greatest))


def _div_rem(one: int, two: int, rest: Reference) -> int:
    if two == 0:
        fail("System.DivideByZeroException", "Attempted to divide by zero.")
    quotient = abs(one) // abs(two) * (1 if (one < 0) == (two < 0) else -1)
    rest.value = type(one)(one - quotient * two)
    return type(one)(quotient)


def _quantized(rounding: str) -> Callable[[Decimal], Decimal]:
    return lambda value: value.quantize(Decimal(1), rounding)


def _pairs(name: str, compute: Callable[..., object]) -> tuple[Row, ...]:
    return tuple((f"static {kind} {name}({kind} val1, {kind} val2)", compute) for kind in _WRITTEN)


_SINGLE_ARGUMENT: Final[tuple[tuple[str, Callable[[float], float]], ...]] = (
    ("Sqrt", math.sqrt), ("Exp", math.exp), ("Sin", math.sin), ("Cos", math.cos),
    ("Tan", math.tan), ("Asin", math.asin), ("Acos", math.acos), ("Atan", math.atan),
    ("Sinh", math.sinh), ("Cosh", math.cosh), ("Tanh", math.tanh), ("Cbrt", lambda it: math.copysign(abs(it) ** (1 / 3), it)),
)  # fmt: skip


def _big_mul(one: int, two: int) -> Int64:
    return Int64(int(one) * int(two))


def _remainder(one: float, two: float) -> float:
    return float("nan") if two == 0 else math.remainder(one, two)


MATH_SURFACE: Final = Surface(
    type=MATH,
    static_properties=(
        constant("PI", "double", math.pi),
        constant("E", "double", math.e),
        constant("Tau", "double", math.tau),
    ),
    statics=table(
        *((f"static {kind} Abs({kind} value)", _abs) for kind in ("decimal", "double", "int16", "int", "long", "sbyte", "float")),
        *_pairs("Max", max),
        *_pairs("Min", min),
        *((f"static int Sign({kind} value)", _sign) for kind in ("decimal", "double", "int16", "int", "long", "sbyte", "float")),
        *((f"static {kind} Clamp({kind} value, {kind} min, {kind} max)", _clamp) for kind in _WRITTEN),
        ("static decimal Ceiling(decimal d)", _quantized("ROUND_CEILING")),
        ("static double Ceiling(double a)", _for_double(math.ceil)),
        ("static decimal Floor(decimal d)", _quantized("ROUND_FLOOR")),
        ("static double Floor(double d)", _for_double(math.floor)),
        ("static decimal Truncate(decimal d)", _quantized("ROUND_DOWN")),
        ("static double Truncate(double d)", _for_double(math.trunc)),
        ("static decimal Round(decimal d)", _round_decimal),
        ("static decimal Round(decimal d, int decimals)", _round_decimal),
        ("static decimal Round(decimal d, System.MidpointRounding mode)", _round_decimal_mode),
        ("static decimal Round(decimal d, int decimals, System.MidpointRounding mode)", _round_decimal),
        ("static double Round(double a)", _round),
        ("static double Round(double value, int digits)", _round),
        ("static double Round(double value, System.MidpointRounding mode)", _round_mode),
        ("static double Round(double value, int digits, System.MidpointRounding mode)", _round),
        *((f"static double {name}(double d)", _for_double(compute)) for name, compute in _SINGLE_ARGUMENT),
        ("static double Log(double d)", _log),
        ("static double Log(double a, double newBase)", lambda a, b: _log(a) / _log(b)),
        ("static double Log10(double d)", lambda it: math.log10(it) if it > 0 else _log(it)),
        ("static double Log2(double x)", lambda it: math.log2(it) if it > 0 else _log(it)),
        ("static double Pow(double x, double y)", _pow),
        ("static double Atan2(double y, double x)", math.atan2),
        ("static double IEEERemainder(double x, double y)", _remainder),
        ("static int DivRem(int a, int b, [ref] int result)", _div_rem),
        ("static long DivRem(long a, long b, [ref] long result)", _div_rem),
        ("static long BigMul(int a, int b)", _big_mul),
    ),
)  # fmt: skip

SURFACES: Final = (MATH_SURFACE,)
