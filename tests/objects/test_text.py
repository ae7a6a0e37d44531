"""Text: "$x", -f and the format strings of .NET (conformance operators/format, number/format)."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emulator.objects.basic_types import STRING
from emulator.objects.collections import Hashtable, TypedArray
from emulator.objects.common_enums import DAY_OF_WEEK, FILE_ATTRIBUTES
from emulator.objects.conversion import convert
from emulator.objects.cultures import DE_DE, EN_US_CORE, EN_US_FRAMEWORK, INVARIANT, Culture
from emulator.objects.date_formats import format_date, format_span
from emulator.objects.enums import EnumValue
from emulator.objects.errors import ClrError
from emulator.objects.moments import DATE_TIME, TIME_SPAN, DateTime, TimeSpan
from emulator.objects.number_formats import shortest_text
from emulator.objects.psobject import PSObject, custom_object
from emulator.objects.text import format_operator, format_value, plain_text, to_string

TEXTS = [
    (0.1 + 0.2, "0.3"), (1 / 3, "0.333333333333333"), (1e20, "1E+20"), (1e-5, "1E-05"),
    (100.0, "100"), (Decimal("1.10"), "1.10"), (True, "True"), (None, ""),
    ([1, [2, 3]], "1 System.Object[]"), (Hashtable(), "System.Collections.Hashtable"),
    (custom_object(a=1, b=None, c=[1]), "@{a=1; b=; c=System.Object[]}"), (PSObject(), ""),
    (custom_object(p=custom_object(q=1)), "@{p=}"), (EnumValue(DAY_OF_WEEK, 1), "Monday"),
    (EnumValue(FILE_ATTRIBUTES, 6), "Hidden, System"), (EnumValue(DAY_OF_WEEK, 9), "9"),
    (TypedArray(STRING, ["a", "b"]), "a b"), (STRING, "string"), (PSObject(5), "5"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "expected"), TEXTS)
def test_a_value_in_a_string_reads_as_in_powershell(value: object, expected: str) -> None:
    assert to_string(value) == expected


NUMBERS = [
    (1234.567, "N", "1,234.567"), (1234.567, "N1", "1,234.6"), (1234.567, "F2", "1234.57"),
    (1234.567, "E3", "1.235E+003"), (1234.567, "G3", "1.23E+03"), (1234.567, "P", "123,456.700%"),
    (1234.567, "C0", "$1,235"), (1234.567, "0.00", "1234.57"), (1234.567, "#,##0.0", "1,234.6"),
    (1234.567, "0.##", "1234.57"), (1234.567, "0%", "123457%"), (1234, "D5", "01234"),
    (1234, "x8", "000004d2"), (-1, "X", "FFFFFFFF"), (1234.5, "N0", "1,234"), (0.5, ".00", ".50"),
    (1234567, "#,##0,K", "1,235K"), (1234567, '0.0,,"M"', "1234567.0M"), (12, "\\#0", "#12"),
    (5, "0' GB'", "5 GB"), (1500, "0.#E+0", "1.5E+3"), (10, "b8", "00001010"), (-5, "0;(0)", "(5)"),
    (0, "0;(0);zero", "zero"), (Decimal("2.345"), "F2", "2.35"), (7, "N", "7.000"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "template", "expected"), NUMBERS)
def test_a_number_format_gives_nets_text(value: object, template: str, expected: str) -> None:
    assert format_value(value, template, EN_US_CORE) == expected


@pytest.mark.parametrize(
    ("value", "template", "culture", "expected"),
    [
        (1234.5, "N2", DE_DE, "1.234,50"),
        (1234.5, "", DE_DE, "1234,5"),
        (0.5, "P1", INVARIANT, "50.0 %"),
        (1234.5, "N", EN_US_FRAMEWORK, "1,234.50"),
        (1234.5, "N0", EN_US_FRAMEWORK, "1,235"),
        (2 / 3, "", EN_US_FRAMEWORK, "0.666666666666667"),
        (2 / 3, "", EN_US_CORE, "0.6666666666666666"),
    ],
)
def test_cultures_and_editions_differ_where_net_does(
    value: object, template: str, culture: Culture, expected: str
) -> None:
    assert format_value(value, template, culture) == expected


MOMENT = convert("2024-03-05 14:05:09.078", DATE_TIME)
DATES = [
    ("d", "3/5/2024"), ("D", "Tuesday, March 5, 2024"), ("f", "Tuesday, March 5, 2024 2:05\u202fPM"),
    ("O", "2024-03-05T14:05:09.0780000"), ("R", "Tue, 05 Mar 2024 14:05:09 GMT"),
    ("s", "2024-03-05T14:05:09"), ("u", "2024-03-05 14:05:09Z"), ("y", "March 2024"),
    ("yyyy-MM-dd HH:mm:ss", "2024-03-05 14:05:09"), ("dd.MM.yy", "05.03.24"), ("hh:mm tt", "02:05 PM"),
    ("h:m:s", "2:5:9"), ("fff", "078"), ("%d", "5"), ("'week' dd", "week 05"), ("\\d", "d"),
    ("yyyyMMddTHHmmssZ", "20240305T140509Z"), ("MMM d, yyyy", "Mar 5, 2024"), ("dddd", "Tuesday"),
]  # fmt: skip


@pytest.mark.parametrize(("template", "expected"), DATES)
def test_a_date_format_gives_nets_text(template: str, expected: str) -> None:
    assert isinstance(MOMENT, DateTime)
    assert format_date(MOMENT, template, EN_US_CORE) == expected


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("c", "1.02:03:04.5670000"), ("g", "1:2:03:04.567"), ("G", "1:02:03:04.5670000"),
        ("hh\\:mm\\:ss", "02:03:04"), ("d'd 'h'h'", "1d 2h"), ("%d", "1"), ("dd\\.hh\\:mm", "01.02:03"),
    ],
)  # fmt: skip
def test_a_span_format_gives_nets_text(template: str, expected: str) -> None:
    span = convert("1.02:03:04.567", TIME_SPAN)
    assert isinstance(span, TimeSpan)
    assert format_span(span, template) == expected


FORMATS = [
    ("{0} {1} {0}", ["a", 2], "a 2 a"), ("{0,6}|", [42], "    42|"), ("{0,-6}|", [42], "42    |"),
    ("{{{0}}}", ["b"], "{b}"), ("{0}", [None], ""), ("{0}", [[1, 2]], "System.Object[]"),
    ("{0,8:N1}|", [3.14159], "     3.1|"), ("{0:b}", ["str"], "str"), ("no holes", [1], "no holes"),
    ("{0:X2}", [10], "0A"), ("{0:hh\\:mm}", [TimeSpan.of(hours=5, minutes=6)], "05:06"),
]  # fmt: skip


@pytest.mark.parametrize(("template", "arguments", "expected"), FORMATS)
def test_the_format_operator_gives_powershells_text(
    template: str, arguments: list[object], expected: str
) -> None:
    assert format_operator(template, arguments, EN_US_CORE) == expected


PREFIX = "Error formatting a string: "
BAD = "Input string was not in a correct format. Failure to parse near offset "


@pytest.mark.parametrize(
    ("template", "argument", "message"),
    [
        ("{0} {1}", "a", "Index (zero based) must be greater than or equal to zero and less than the size of the argument list.."),
        ("{0", 1, BAD + "2. Format item ends prematurely.."),
        ("{a}", 1, BAD + "1. Expected an ASCII digit.."),
        ("{0:D}", 1.5, "Format specifier was invalid.."),
        ("{0:Q}", 5, "Format specifier was invalid.."),
    ],
)  # fmt: skip
def test_a_bad_format_is_a_format_error(template: str, argument: object, message: str) -> None:
    with pytest.raises(ClrError) as caught:
        format_operator(template, [argument], EN_US_CORE)
    assert caught.value.error_id == "FormatError"
    assert caught.value.exception.message == PREFIX + message


def test_a_plain_text_of_a_collection_is_its_type() -> None:
    assert plain_text([1]) == "System.Object[]"
    assert plain_text(STRING) == "System.String"


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_the_shortest_text_reads_back_as_the_same_double(number: float) -> None:
    assert float(shortest_text(number)) == number


@given(st.integers(-(1 << 62), 1 << 62))
def test_a_span_reads_back_from_its_text(ticks: int) -> None:
    assert convert(TimeSpan(ticks).to_text(), TIME_SPAN) == TimeSpan(ticks)


@given(st.integers(0, 3155378975999999999))
def test_a_moment_reads_back_from_its_round_trip_text(ticks: int) -> None:
    moment = DateTime(ticks)
    assert convert(format_date(moment, "o"), DATE_TIME) == moment


@given(st.text(alphabet="{}0123,:-Nx ", max_size=12))
def test_no_template_fails_otherwise_than_with_a_format_error(template: str) -> None:
    assert error_id_of_format(template) in {None, "FormatError"}


def error_id_of_format(template: str) -> str | None:
    try:
        format_operator(template, [1, 2.5], EN_US_CORE)
    except ClrError as error:
        return error.error_id
    return None
