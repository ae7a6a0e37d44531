"""The number types: Parse and TryParse, ToString with a format, limits; and System.Boolean."""

import math
from collections.abc import Callable
from decimal import Decimal
from typing import Final

from emulator.dotnet.cultures import culture_of
from emulator.dotnet.overloads import Call
from emulator.dotnet.signatures import StaticProperty, Surface, constant, table
from emulator.objects.basic_types import (
    BIG_INTEGER,
    BOOLEAN,
    DECIMAL,
    DOUBLE,
    INTEGERS,
    RANGES,
    SINGLE,
)
from emulator.objects.common_enums import TYPE_CODE
from emulator.objects.comparison import compare
from emulator.objects.enums import EnumValue, member
from emulator.objects.errors import ClrError
from emulator.objects.exceptions import fail
from emulator.objects.number_conversion import CLASSES, number_as, single
from emulator.objects.number_formats import Number, format_number, number_text
from emulator.objects.number_text import (
    bad_format,
    in_range,
    parse_decimal,
    parse_integer,
    parse_real,
)
from emulator.objects.numbers import BigInteger, Single
from emulator.objects.references import Reference
from emulator.objects.types import PSType
from emulator.objects.typing_of import type_of

_HEX: Final = 512
_THOUSANDS: Final = 64


def _parse_whole(text: str | None, type_: PSType) -> int:
    if text is None:
        fail("System.ArgumentNullException", "Value cannot be null. (Parameter 's')")
    return CLASSES[type_](parse_integer(text, type_))


def _parse_styled(text: str, type_: PSType, styles: EnumValue) -> int:
    if styles.number & _HEX:
        try:
            value = int(text.strip(), 16)
        except ValueError:
            fail("System.FormatException", bad_format(text))
        least, greatest = RANGES[type_]
        if least < 0 and greatest < value <= 2 * greatest + 1:
            value -= 2 * (greatest + 1)
        return CLASSES[type_](in_range(value, type_))
    cleaned = text.replace(",", "") if styles.number & _THOUSANDS else text
    return _parse_whole(cleaned, type_)


def parser_of(type_: PSType) -> Callable[[str], object]:
    """Return Parse of a number type."""
    if type_ is DOUBLE:
        return parse_real
    if type_ is SINGLE:
        return lambda text: single(parse_real(text))
    if type_ is DECIMAL:
        return parse_decimal
    if type_ is BIG_INTEGER:
        return lambda text: BigInteger(int(text))
    return lambda text: _parse_whole(text, type_)


def try_parse(
    parse: Callable[[str], object], failed: object
) -> Callable[[str | None, Reference], bool]:
    """Return TryParse: writes the value, or `failed`, into the [ref]."""

    def attempt(text: str | None, result: Reference) -> bool:
        try:
            result.value = failed if text is None else parse(text)
        except (ClrError, ValueError):
            result.value = failed
            return False
        return text is not None

    return attempt


def _to_string(call: Call, value: Number, template: str = "", provider: object = None) -> str:
    return format_number(value, template or "", culture_of(provider, call))


def _plain(call: Call, value: Number) -> str:
    return number_text(value, call.culture)


def _with_provider(call: Call, value: Number, provider: object) -> str:
    return number_text(value, culture_of(provider, call))


def _equal(value: object, other: object) -> bool:
    return type_of(value) is type_of(other) and value == other


def _limits(type_: PSType) -> tuple[StaticProperty, ...]:
    least, greatest = RANGES[type_]
    make = CLASSES[type_]
    return (
        constant("MaxValue", type_.name, make(greatest)),
        constant("MinValue", type_.name, make(least)),
    )


_DOUBLES: Final = (
    constant("MaxValue", "double", 1.7976931348623157e308),
    constant("MinValue", "double", -1.7976931348623157e308),
    constant("Epsilon", "double", 5e-324),
    constant("NaN", "double", float("nan")),
    constant("PositiveInfinity", "double", float("inf")),
    constant("NegativeInfinity", "double", float("-inf")),
)
_SINGLES: Final = (
    constant("MaxValue", "float", Single(3.4028234663852886e38)),
    constant("MinValue", "float", Single(-3.4028234663852886e38)),
    constant("NaN", "float", Single("nan")),
    constant("PositiveInfinity", "float", Single("inf")),
    constant("NegativeInfinity", "float", Single("-inf")),
)
_DECIMALS: Final = (
    constant("MaxValue", "decimal", Decimal(79228162514264337593543950335)),
    constant("MinValue", "decimal", Decimal(-79228162514264337593543950335)),
    constant("Zero", "decimal", Decimal(0)),
    constant("One", "decimal", Decimal(1)),
    constant("MinusOne", "decimal", Decimal(-1)),
)
_BIGS: Final = (
    constant("Zero", "bigint", BigInteger(0)),
    constant("One", "bigint", BigInteger(1)),
    constant("MinusOne", "bigint", BigInteger(-1)),
)


def _surface(type_: PSType, properties: tuple[StaticProperty, ...]) -> Surface:
    written = {"Int32": "int", "Int64": "long"}.get(type_.short_name, type_.name)
    parse = parser_of(type_)
    styled: Callable[..., object] = lambda text, _styles, *_: parse(text)  # noqa: E731
    if type_ in INTEGERS:
        styled = lambda text, styles, *_: _parse_styled(text, type_, styles)  # noqa: E731
    zero = number_as(0, type_)
    rows = (
        (f"static {written} Parse(string s)", parse),
        (f"static {written} Parse(string s, System.Globalization.NumberStyles style)", styled),
        (f"static {written} Parse(string s, System.IFormatProvider provider)",
         lambda text, _: parse(text)),
        ((f"static {written} Parse(string s, System.Globalization.NumberStyles style, "
         "System.IFormatProvider provider)"), styled),
        (f"static bool TryParse(string s, [ref] {written} result)", try_parse(parse, zero)),
        (("static bool TryParse(string s, System.Globalization.NumberStyles style, "
         f"System.IFormatProvider provider, [ref] {written} result)"),
         lambda text, styles, _, result: try_parse(lambda it: styled(it, styles), zero)(
             text, result)),
    )  # fmt: skip
    return Surface(
        type=type_,
        methods=table(
            ("int CompareTo(System.Object value)", compare),
            (f"int CompareTo({written} value)", compare),
            ("bool Equals(System.Object obj)", _equal),
            ("System.TypeCode GetTypeCode()", _type_code),
            ("string ToString()", _plain, True),
            ("string ToString(string format)", _to_string, True),
            ("string ToString(System.IFormatProvider provider)", _with_provider, True),
            ("string ToString(string format, System.IFormatProvider provider)", _to_string, True),
        ),
        statics=table(*rows, *_EXTRA.get(type_, ())),
        static_properties=properties,
    )


def _type_code(value: object) -> EnumValue:
    return member(TYPE_CODE, type_of(value).short_name)


_EXTRA: Final = {
    DOUBLE: (
        ("static bool IsNaN(double d)", math.isnan),
        ("static bool IsInfinity(double d)", lambda it: abs(it) == float("inf")),
        ("static bool IsPositiveInfinity(double d)", lambda it: it == float("inf")),
        ("static bool IsNegativeInfinity(double d)", lambda it: it == float("-inf")),
    ),
    DECIMAL: (
        ("static decimal Truncate(decimal d)", lambda it: it.quantize(Decimal(1), "ROUND_DOWN")),
        ("static decimal Floor(decimal d)", lambda it: it.quantize(Decimal(1), "ROUND_FLOOR")),
        ("static decimal Ceiling(decimal d)", lambda it: it.quantize(Decimal(1), "ROUND_CEILING")),
        ("static decimal Round(decimal d)", lambda it: it.quantize(Decimal(1), "ROUND_HALF_EVEN")),
    ),
    BIG_INTEGER: (
        ("static bigint Pow(bigint value, int exponent)", lambda it, by: BigInteger(int(it) ** min(by, 100_000))),
        ("static bigint Abs(bigint value)", lambda it: BigInteger(abs(int(it)))),
        ("static bigint Add(bigint left, bigint right)", lambda a, b: BigInteger(int(a) + int(b))),
        ("static bigint Multiply(bigint left, bigint right)", lambda a, b: BigInteger(int(a) * int(b))),
    ),
}  # fmt: skip


def _parse_bool(text: str) -> bool:
    cleaned = text.strip().lower()
    if cleaned not in {"true", "false"}:
        fail("System.FormatException", f"String '{text}' was not recognized as a valid Boolean.")
    return cleaned == "true"


SURFACES: Final = (
    *(_surface(type_, _limits(type_)) for type_ in INTEGERS),
    _surface(DOUBLE, _DOUBLES),
    _surface(SINGLE, _SINGLES),
    _surface(DECIMAL, _DECIMALS),
    _surface(BIG_INTEGER, _BIGS),
    Surface(
        type=BOOLEAN,
        methods=table(
            ("int CompareTo(System.Object obj)", compare),
            ("bool Equals(System.Object obj)", _equal),
            ("string ToString()", lambda it: "True" if it else "False"),
        ),
        statics=table(
            ("static bool Parse(string value)", _parse_bool),
            (
                "static bool TryParse(string value, [ref] bool result)",
                try_parse(_parse_bool, failed=False),
            ),
        ),
        static_properties=(
            constant("TrueString", "string", "True"),
            constant("FalseString", "string", "False"),
        ),
    ),
)
"""One surface per number type, and that of System.Boolean."""
