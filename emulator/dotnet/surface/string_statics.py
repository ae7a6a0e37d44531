"""Static members and constructors of System.String, and System.Char."""

from collections.abc import Callable
from typing import Final

from emulator.dotnet.overloads import Call
from emulator.dotnet.signatures import Row, Surface, constant, overloads, table
from emulator.dotnet.surface.string_methods import STRING_SURFACE, folded, lower, upper
from emulator.objects.basic_types import CHAR, STRING
from emulator.objects.culture_order import compare_text
from emulator.objects.enumeration import enumerate_value
from emulator.objects.enums import EnumValue
from emulator.objects.exceptions import fail
from emulator.objects.numbers import Char
from emulator.objects.text import format_composite, plain_text

_LENGTH_LIMIT: Final = 64 * 1024 * 1024  # characters


def _format(call: Call, template: str, *arguments: object) -> str:
    if template is None:
        fail("System.ArgumentNullException", "Value cannot be null. (Parameter 'format')")
    return format_composite(template, list(arguments), call.culture)


def _format_many(call: Call, template: str, arguments: list[object]) -> str:
    return format_composite(template, arguments, call.culture)


def _format_with(call: Call, _provider: object, template: str, arguments: list[object]) -> str:
    return format_composite(template, arguments, call.culture)


def _texts(values: object) -> list[str]:
    items = enumerate_value(values)
    return [plain_text(item) for item in ([values] if items is None else items)]


def _join(separator: str | None, values: object) -> str:
    return (separator or "").join(_texts(values))


def _join_part(separator: str, values: list[object], start: int, count: int) -> str:
    if start + count > len(values):
        fail(
            "System.ArgumentOutOfRangeException",
            f"startIndex ('{start}') must be less than or equal to '{len(values) - count}'. "
            f"(Parameter 'startIndex')\nActual value was {start}.",
        )
    return (separator or "").join(_texts(values[start : start + count]))


def _compare(one: str | None, two: str | None) -> int:
    return compare_text(one or "", two or "", case_sensitive=True)


def _compare_cased(one: str | None, two: str | None, ignore: bool) -> int:  # noqa: FBT001
    return compare_text(one or "", two or "", case_sensitive=not ignore)


def _compare_by(one: str | None, two: str | None, comparison: EnumValue) -> int:
    first, second = one or "", two or ""
    if comparison.number >= 4:
        return _ordinal(folded(first, comparison), folded(second, comparison))
    return compare_text(first, second, case_sensitive=comparison.number % 2 == 0)


def _ordinal(one: str | None, two: str | None) -> int:
    first, second = one or "", two or ""
    for mine, other in zip(first, second, strict=False):
        if mine != other:
            return ord(mine) - ord(other)
    return len(first) - len(second)


def _repeated(letter: str, count: int) -> str:
    if not 0 <= count <= _LENGTH_LIMIT:
        fail(
            "System.ArgumentOutOfRangeException",
            f"count ('{count}') must be a non-negative value. (Parameter 'count')\n"
            f"Actual value was {count}.",
        )
    return str(letter) * count


STATICS: Final = Surface(
    type=STRING,
    methods=STRING_SURFACE.methods,
    static_properties=(constant("Empty", "string", ""),),
    statics=table(
        ("static int Compare(string strA, string strB)", _compare),
        ("static int Compare(string strA, string strB, bool ignoreCase)", _compare_cased),
        (
            "static int Compare(string strA, string strB, System.StringComparison comparisonType)",
            _compare_by,
        ),
        ("static int CompareOrdinal(string strA, string strB)", _ordinal),
        (
            "static string Concat(System.Object arg0)",
            plain_text,
        ),
        ("static string Concat(Params System.Object[] args)", lambda args: "".join(_texts(args))),
        ("static string Copy(string str)", lambda text: text),
        ("static bool Equals(string a, string b)", lambda one, two: one == two),
        (
            "static bool Equals(string a, string b, System.StringComparison comparisonType)",
            lambda one, two, how: folded(one or "", how) == folded(two or "", how),
        ),
        ("static string Format(string format, System.Object arg0)", _format, True),
        (
            "static string Format(string format, System.Object arg0, System.Object arg1)",
            _format,
            True,
        ),
        (
            (
                "static string Format(string format, System.Object arg0, System.Object arg1, "
                "System.Object arg2)"
            ),
            _format,
            True,
        ),
        ("static string Format(string format, Params System.Object[] args)", _format_many, True),
        (
            (
                "static string Format(System.IFormatProvider provider, string format, "
                "Params System.Object[] args)"
            ),
            _format_with,
            True,
        ),
        ("static bool IsNullOrEmpty(string value)", lambda text: not text),
        (
            "static bool IsNullOrWhiteSpace(string value)",
            lambda text: text is None or not text.strip(),
        ),
        ("static string Join(char separator, Params string[] value)", _join),
        ("static string Join(string separator, Params string[] value)", _join),
        (
            "static string Join(string separator, string[] value, int startIndex, int count)",
            _join_part,
        ),
        ("static string Join(string separator, Params System.Object[] values)", _join),
    ),
    constructors=overloads(
        ("string new(char[] value)", lambda letters: "".join(letters or [])),
        ("string new(char c, int count)", _repeated),
        (
            "string new(char[] value, int startIndex, int length)",
            lambda letters, start, length: "".join(letters[start : start + length]),
        ),
    ),
)


def _at(text: str, at: int) -> str:
    if not 0 <= at < len(text):
        fail("System.ArgumentOutOfRangeException", "Specified argument was out of the range.")
    return text[at]


def _test(name: str, test: Callable[[str], bool]) -> tuple[Row, Row]:
    return (
        (f"static bool {name}(char c)", test),
        (f"static bool {name}(string s, int index)", lambda text, at: test(_at(text, at))),
    )


_TESTS: Final = (
    _test("IsDigit", str.isdigit),
    _test("IsLetter", str.isalpha),
    _test("IsLetterOrDigit", str.isalnum),
    _test("IsNumber", str.isnumeric),
    _test("IsUpper", str.isupper),
    _test("IsLower", str.islower),
    _test("IsWhiteSpace", str.isspace),
    _test("IsControl", lambda one: ord(one) < 32 or 127 <= ord(one) < 160),
    _test("IsPunctuation", lambda one: one in "!\"#%&'()*,-./:;?@[\\]_{}"),
    _test("IsSymbol", lambda one: one in "$+<=>^`|~"),
    _test("IsSeparator", lambda one: one in " \u00a0\u2028\u2029"),
)

CHAR_SURFACE: Final = Surface(
    type=CHAR,
    methods=table(
        ("int CompareTo(char value)", lambda one, two: ord(one) - ord(two)),
        ("bool Equals(char obj)", lambda one, two: str(one) == str(two)),
        ("string ToString()", str),
    ),
    static_properties=(
        constant("MaxValue", "char", Char("\uffff")),
        constant("MinValue", "char", Char("\0")),
    ),
    statics=table(
        *(row for rows in _TESTS for row in rows),
        ("static char ToUpper(char c)", lambda one: Char(upper(one))),
        ("static char ToLower(char c)", lambda one: Char(lower(one))),
        ("static char ToUpperInvariant(char c)", lambda one: Char(upper(one))),
        ("static char ToLowerInvariant(char c)", lambda one: Char(lower(one))),
        ("static string ToString(char c)", str),
        (
            "static double GetNumericValue(char c)",
            lambda one: float(one) if one.isdigit() else -1.0,
        ),
        ("static char Parse(string s)", Char),
        ("static string ConvertFromUtf32(int utf32)", chr),
    ),
)

SURFACES: Final = (STATICS, CHAR_SURFACE)
