"""Conversion: values and errors as a real PowerShell gives them (conformance conversion/*, cast/error)."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emulator.objects.basic_types import (
    BIG_INTEGER,
    BOOLEAN,
    BYTE,
    CHAR,
    DECIMAL,
    DOUBLE,
    INT32,
    INT64,
    OBJECT_ARRAY,
    RANGES,
    STRING,
    STRING_ARRAY,
    array_of,
    nullable_of,
)
from emulator.objects.collections import HASHTABLE, Hashtable, OrderedDictionary, TypedArray
from emulator.objects.common_enums import DAY_OF_WEEK, FILE_ATTRIBUTES
from emulator.objects.conversion import convert, convert_or_null, is_instance
from emulator.objects.enums import EnumValue
from emulator.objects.errors import ClrError
from emulator.objects.identifiers import GUID, VERSION
from emulator.objects.moments import DATE_TIME, TIME_SPAN
from emulator.objects.numbers import Char, Int64
from emulator.objects.psobject import AUTOMATION_NULL, PSObject
from emulator.objects.text import to_string
from emulator.objects.types import PSType
from emulator.objects.typing_of import type_of

INT_ARRAY = array_of(INT32)

VALUES = [
    # value, type, as text, why
    (2.5, INT32, "2", "halves go to the even number"),
    (3.5, INT32, "4", "halves go to the even number"),
    (-2.5, INT32, "-2", "halves go to the even number"),
    ("2.5", INT32, "2", "a text goes through double"),
    (" 42 ", INT32, "42", "blanks around do not count"),
    ("0x1F", INT32, "31", "hexadecimal"),
    ("-0x10", INT32, "-16", "hexadecimal with a sign"),
    ("1e3", INT32, "1000", "exponent"),
    ("1,000", INT32, "1000", "thousands"),
    ("1kb", INT32, "1024", "size suffix"),
    ("+7", INT32, "7", "sign"),
    (True, INT32, "1", "bool"),
    (None, INT32, "0", "null"),
    ("", INT32, "0", "empty text"),
    (" ", INT32, "0", "blank text"),
    (Char("A"), INT32, "65", "code of a character"),
    (EnumValue(DAY_OF_WEEK, 5), INT32, "5", "number of an enum"),
    ("0xFF", BYTE, "255", "hexadecimal byte"),
    (3.5, BYTE, "4", "double to byte"),
    ("5GB", INT64, "5368709120", "size suffix of long"),
    ("9999999999", INT64, "9999999999", "long"),
    ("1.5", DOUBLE, "1.5", "double"),
    ("1,234.5", DOUBLE, "1234.5", "thousands in a double"),
    ("1e400", DOUBLE, "Infinity", "too large"),
    ("NaN", DOUBLE, "NaN", "no number"),
    ("1.10", DECIMAL, "1.1", "a text becomes a decimal by way of double"),
    (0.1, DECIMAL, "0.1", "double to decimal"),
    ("123456789012345678901234567890", BIG_INTEGER, "123456789012345677877719597056", "by way of double"),
    ("false", BOOLEAN, "True", "any text is true"),
    ([], BOOLEAN, "False", "empty array"),
    (65, CHAR, "A", "code"),
    ("x", CHAR, "x", "one letter"),
    (1.5, STRING, "1.5", "double"),
    (1e10, STRING, "10000000000", "fifteen digits"),
    (1e15, STRING, "1E+15", "beyond fifteen digits"),
    (None, STRING, "", "null is empty"),
    ([1, 2], STRING, "1 2", "array"),
    (INT32, STRING, "int", "a type by its short name"),
    ("monday", DAY_OF_WEEK, "Monday", "any case"),
    ("mon", DAY_OF_WEEK, "Monday", "a beginning that is enough"),
    ("3", DAY_OF_WEEK, "Wednesday", "a number as text"),
    (2, DAY_OF_WEEK, "Tuesday", "a number"),
    ("ReadOnly, Hidden", FILE_ATTRIBUTES, "ReadOnly, Hidden", "flags"),
    (3, FILE_ATTRIBUTES, "ReadOnly, Hidden", "flags by number"),
    (["Hidden", "System"], FILE_ATTRIBUTES, "Hidden, System", "flags by array"),
    ("2024-02-03", DATE_TIME, "02/03/2024 00:00:00", "ISO"),
    ("2/3/2024", DATE_TIME, "02/03/2024 00:00:00", "American"),
    ("3 Feb 2024 14:05", DATE_TIME, "02/03/2024 14:05:00", "named month"),
    ("5 March 2024 2:30 PM", DATE_TIME, "03/05/2024 14:30:00", "afternoon"),
    ("2024-03-05T10:00:00+02:00", DATE_TIME, "03/05/2024 08:00:00", "zone"),
    (0, DATE_TIME, "01/01/0001 00:00:00", "ticks"),
    ("1:30", TIME_SPAN, "01:30:00", "hours and minutes"),
    ("1.02:03:04.5", TIME_SPAN, "1.02:03:04.5000000", "days and fraction"),
    ("5", TIME_SPAN, "5.00:00:00", "a number as text is days"),
    (5, TIME_SPAN, "00:00:00.0000005", "a number is ticks"),
    ("24:00:00", TIME_SPAN, "24.00:00:00", "no hour 24, so days"),
    ("{0F8FAD5B-D9CB-469F-A165-70867728950E}", GUID, "0f8fad5b-d9cb-469f-a165-70867728950e", "braces"),
    ("1.2.3", VERSION, "1.2.3", "version"),
    (["1", 2.6, True], INT_ARRAY, "1 3 1", "element by element"),
    ("5", INT_ARRAY, "5", "a scalar is wrapped"),
    ("hey", array_of(CHAR), "h e y", "a text is its characters"),
    ("a", OBJECT_ARRAY, "a", "a scalar is wrapped"),
]  # fmt: skip


@pytest.mark.parametrize(("value", "type_", "expected", "why"), VALUES)
def test_a_cast_gives_what_powershell_gives(
    value: object, type_: PSType, expected: str, why: str
) -> None:
    assert to_string(convert(value, type_)) == expected, why


FORMAT = "The input string '{}' was not in a correct format."
REFUSED = [
    # value, type, error id, end of the message
    ("abc", INT32, "InvalidCastFromStringToInteger", 'type "System.Int32". Error: "' + FORMAT.format("abc") + '"'),
    ("2147483648", INT32, "InvalidCastFromStringToInteger", 'Error: "Value was either too large or too small for an Int32."'),
    (Int64(99999999999), INT32, "InvalidCastIConvertible", '"99999999999" to type "System.Int32". Error: "Value was either too large or too small for an Int32."'),
    (3e9, INT32, "InvalidCastIConvertible", 'value "3000000000" to type "System.Int32". Error: "Value was either too large or too small for an Int32."'),
    (256, BYTE, "InvalidCastIConvertible", 'Error: "Value was either too large or too small for an unsigned byte."'),
    ("1e30", INT64, "InvalidCastFromStringToInteger", 'Error: "' + FORMAT.format("1e30") + '"'),
    ("abc", DOUBLE, "InvalidCastFromStringToDoubleOrSingle", FORMAT.format("abc") + '"'),
    ("x", DECIMAL, "InvalidCastFromStringToDecimal", FORMAT.format("x") + '"'),
    ([1, 2], INT32, "ConvertToFinalInvalidCastException", 'Cannot convert the "System.Object[]" value of type "System.Object[]" to type "System.Int32".'),
    (Hashtable(), INT32, "ConvertToFinalInvalidCastException", 'Cannot convert the "System.Collections.Hashtable" value of type "System.Collections.Hashtable" to type "System.Int32".'),
    ("ab", CHAR, "InvalidCastParseTargetInvocation", 'Error: "String must be exactly one character long."'),
    (70000, CHAR, "InvalidCastIConvertible", 'Error: "Value was either too large or too small for a character."'),
    ("hello", DATE_TIME, "InvalidCastParseTargetInvocationWithFormatProvider", "There is an unknown word starting at index '0'.\""),
    ("13/13/2024", DATE_TIME, "InvalidCastParseTargetInvocationWithFormatProvider", "Error: \"String '13/13/2024' was not recognized as a valid DateTime.\""),
    ("", DATE_TIME, "InvalidCastParseTargetInvocationWithFormatProvider", "Error: \"String '' was not recognized as a valid DateTime.\""),
    (None, DATE_TIME, "nullToObjectInvalidCast", 'Cannot convert null to type "System.DateTime".'),
    ("0:0:90", TIME_SPAN, "InvalidCastParseTargetInvocationWithFormatProvider", 'out of range or contains too many digits."'),
    ("zz", GUID, "InvalidCastParseTargetInvocationWithFormatProvider", 'Error: "Unrecognized Guid format."'),
    ("x", VERSION, "InvalidCastParseTargetInvocation", "too short or too long. (Parameter 'input')\""),
    ("1.x", VERSION, "InvalidCastParseTargetInvocation", 'Error: "' + FORMAT.format("x") + '"'),
    ([1, 2], HASHTABLE, "ConvertToFinalInvalidCastException", 'to type "System.Collections.Hashtable".'),
    ("Foo", DAY_OF_WEEK, "SubstringDisambiguationEnumParseThrewAnException", 'Error: "Unable to match the identifier name Foo to a valid enumerator name. Specify one of the following enumerator names and try again:\nSunday, Monday, Tuesday, Wednesday, Thursday, Friday, Saturday"'),
    ("S", DAY_OF_WEEK, "SubstringDisambiguationEnumParseThrewAnException", 'either too similar or identical to the following enumerator names: Sunday, Saturday. Use a more specific identifier name."'),
    (12, DAY_OF_WEEK, "UndefinedIntegerToEnum", 'The possible enumeration values are "Sunday,Monday,Tuesday,Wednesday,Thursday,Friday,Saturday".'),
    (None, DAY_OF_WEEK, "nullToEnumInvalidCast", '"Sunday,Monday,Tuesday,Wednesday,Thursday,Friday,Saturday".'),
    (["1", "x"], INT_ARRAY, "InvalidCastFromStringToInteger", FORMAT.format("x") + '"'),
]  # fmt: skip


@pytest.mark.parametrize(("value", "type_", "error_id", "ending"), REFUSED)
def test_a_refused_cast_has_powershells_id_and_words(
    value: object, type_: PSType, error_id: str, ending: str
) -> None:
    with pytest.raises(ClrError) as caught:
        convert(value, type_)
    assert caught.value.error_id == error_id
    assert caught.value.exception.message.endswith(ending)


def test_a_failed_as_gives_null() -> None:
    assert convert_or_null("x", INT32) is None
    assert convert_or_null("5", INT32) == 5


def test_null_stays_null_for_arrays_and_nullables() -> None:
    assert convert(None, STRING_ARRAY) is None
    assert convert(None, nullable_of(INT32)) is None
    assert convert(AUTOMATION_NULL, STRING) == ""


def test_an_ordered_dictionary_becomes_a_hashtable_and_is_none() -> None:
    ordered = OrderedDictionary([("a", 1)])
    assert not is_instance(ordered, HASHTABLE)
    made = convert(ordered, HASHTABLE)
    assert type(made) is Hashtable
    assert made["A"] == 1


def test_a_wrapped_value_converts_like_its_base() -> None:
    assert convert(PSObject("7"), INT32) == 7
    assert convert(PSObject("text"), STRING) == "text"


def test_a_typed_array_keeps_its_element_type() -> None:
    made = convert([1, "2"], INT_ARRAY)
    assert isinstance(made, TypedArray)
    assert made.element is INT32
    assert type_of(made).name == "System.Int32[]"


def converted_or_error(value: object, type_: PSType) -> object:
    try:
        return convert(value, type_)
    except ClrError as error:
        return error


@given(st.integers(-(1 << 63), (1 << 63) - 1))
def test_a_whole_number_survives_its_text(number: int) -> None:
    assert convert(str(number), INT64) == number


@given(st.floats(allow_nan=False, allow_infinity=False, width=32))
def test_rounding_to_an_integer_is_to_even_and_within_range(number: float) -> None:
    least, greatest = RANGES[INT32]
    if least <= round(number) <= greatest:
        assert convert(number, INT32) == round(number)
    else:
        with pytest.raises(ClrError):
            convert(number, INT32)


@given(st.sampled_from([INT32, INT64, DOUBLE, DECIMAL, DATE_TIME, TIME_SPAN, GUID, VERSION, DAY_OF_WEEK]), st.text())  # fmt: skip
def test_no_text_makes_a_cast_fail_otherwise_than_with_a_powershell_error(
    type_: PSType, text: str
) -> None:
    outcome = converted_or_error(text, type_)
    if isinstance(outcome, ClrError):
        assert outcome.error_id is not None
    else:
        assert outcome is None or type_of(outcome) is type_


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-10**15, max_value=10**15))  # fmt: skip
def test_a_decimal_stays_a_decimal(number: Decimal) -> None:
    assert convert(number, DECIMAL) == number
