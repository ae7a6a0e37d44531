"""Arithmetic: values, result types and errors (conformance operators/arithmetic, arith/error)."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emulator.objects import arithmetic as op
from emulator.objects.bitwise import (
    bitwise_and,
    bitwise_not,
    bitwise_or,
    shift_left,
    shift_right,
)
from emulator.objects.collections import Hashtable, OrderedDictionary
from emulator.objects.common_enums import DAY_OF_WEEK
from emulator.objects.conversion import convert
from emulator.objects.enums import EnumValue
from emulator.objects.errors import ClrError
from emulator.objects.moments import DATE_TIME, TIME_SPAN
from emulator.objects.numbers import Byte, Int64, UInt64
from emulator.objects.psobject import PSObject
from emulator.objects.text import to_string
from emulator.objects.typing_of import type_of

Operator = Callable[[object, object], object]
INT_MAX = 2147483647

RESULTS: list[tuple[Operator, object, object, str, str]] = [
    (op.divide, 7, 2, "3.5", "Double"),
    (op.divide, 6, 2, "3", "Int32"),
    (op.remainder, -7, 3, "-1", "Int32"),
    (op.remainder, 7.5, 2, "1.5", "Double"),
    (op.divide, Decimal(10), 4, "2.5", "Decimal"),
    (op.multiply, Int64(5), 2, "10", "Int64"),
    (op.add, Decimal(1), 1, "2", "Decimal"),
    (op.add, "5", 3, "53", "String"),
    (op.add, 5, "3", "8", "Int32"),
    (op.multiply, "5", 3, "555", "String"),
    (op.multiply, 5, "3", "15", "Int32"),
    (op.divide, "10", "4", "2.5", "Double"),
    (op.subtract, "7", 2, "5", "Int32"),
    (op.add, 1, "0x10", "17", "Int32"),
    (op.add, 1, "1e2", "101", "Double"),
    (op.multiply, 2, "1.5", "3", "Double"),
    (op.add, 1, "", "1", "Int32"),
    (op.remainder, "3", 2, "1", "Int32"),
    (op.multiply, "ab", 1.5, "abab", "String"),
    (op.multiply, "ab", None, "", "String"),
    (op.add, INT_MAX, 1, "2147483648", "Double"),
    (op.multiply, INT_MAX, 2, "4294967294", "Double"),
    (op.add, Int64(9223372036854775807), 1, "9.22337203685478E+18", "Double"),
    (op.add, Byte(255), 1, "256", "Int32"),
    (op.divide, 1.0, 0, "Infinity", "Double"),
    (op.divide, 0, 0.0, "NaN", "Double"),
    (op.add, [1, 2], 3, "1 2 3", "Object[]"),
    (op.add, [1, 2], [3, 4], "1 2 3 4", "Object[]"),
    (op.multiply, [1, 2], 2, "1 2 1 2", "Object[]"),
    (op.add, EnumValue(DAY_OF_WEEK, 1), 1, "Tuesday", "DayOfWeek"),
    (op.add, None, 5, "5", "Int32"),
    (bitwise_and, "6", 3, "2", "Int32"),
    (bitwise_and, 5.7, 7, "6", "UInt64"),
    (bitwise_and, True, 1, "1", "Int32"),
    (shift_left, Byte(255), 1, "254", "Byte"),
    (shift_right, 7, 1, "3", "Int32"),
    (bitwise_or, None, 4, "4", "Int32"),
    (bitwise_and, Int64(4294967295), 255, "255", "Int64"),
    (bitwise_or, EnumValue(DAY_OF_WEEK, 1), 2, "Wednesday", "DayOfWeek"),
]


@pytest.mark.parametrize(("operator", "left", "right", "text", "kind"), RESULTS)
def test_an_operator_gives_the_value_and_the_type_of_powershell(
    operator: Operator, left: object, right: object, text: str, kind: str
) -> None:
    result = operator(left, right)
    assert (to_string(result), type_of(result).short_name) == (text, kind)


ERRORS: list[tuple[Operator, object, object, str | None, str]] = [
    (op.divide, 1, 0, "RuntimeException", "Attempted to divide by zero."),
    (op.remainder, 1, 0, "RuntimeException", "Attempted to divide by zero."),
    (op.divide, Decimal(1), 0, "RuntimeException", "Attempted to divide by zero."),
    (op.add, 5, "abc", "InvalidCastFromStringToInteger", 'Cannot convert value "abc" to type "System.Int32". Error: "The input string \'abc\' was not in a correct format."'),
    (op.multiply, "a", "b", "InvalidCastFromStringToInteger", 'Cannot convert value "b" to type "System.Int32". Error: "The input string \'b\' was not in a correct format."'),
    (op.multiply, "ab", -1, None, "times ('-1') must be a non-negative value. (Parameter 'times')\nActual value was -1."),
    (op.add, 1, [2, 3], "MethodNotFound", "Method invocation failed because [System.Object[]] does not contain a method named 'op_Addition'."),
    (op.add, Hashtable([("a", 1)]), 1, "AddHashTableToNonHashTable", "A hash table can only be added to another hash table."),
    (op.add, Hashtable([("a", 1)]), Hashtable([("A", 2)]), None, "Item has already been added. Key in dictionary: 'a'  Key being added: 'A'"),
    (op.subtract, PSObject(), 1, "MethodNotFound", "Method invocation failed because [System.Management.Automation.PSCustomObject] does not contain a method named 'op_Subtraction'."),
    (op.range_of, 1, "x", None, "The input string 'x' was not in a correct format."),
]  # fmt: skip


@pytest.mark.parametrize(("operator", "left", "right", "error_id", "message"), ERRORS)
def test_a_refused_operation_has_powershells_id_and_words(
    operator: Operator, left: object, right: object, error_id: str | None, message: str
) -> None:
    with pytest.raises(ClrError) as caught:
        operator(left, right)
    assert (caught.value.error_id, caught.value.exception.message) == (error_id, message)


def test_ranges_go_up_down_and_over_letters() -> None:
    assert op.range_of(1, 5) == [1, 2, 3, 4, 5]
    assert op.range_of(2, -2) == [2, 1, 0, -1, -2]
    assert op.range_of(1.4, 3.6) == [1, 2, 3, 4]
    assert op.range_of("2", "4") == [2, 3, 4]
    assert to_string(op.range_of("e", "a"), "") == "edcba"


def test_increment_takes_numbers_and_null_only() -> None:
    assert op.increment(None, 1) == 1
    assert op.increment(1.5, 1) == 2.5
    with pytest.raises(ClrError, match="works only on numbers"):
        op.increment("5", 1)


def test_dictionaries_add_and_keep_the_left_kind() -> None:
    made = op.add(OrderedDictionary([("z", 1)]), Hashtable([("y", 2)]))
    assert isinstance(made, OrderedDictionary)
    assert made.keys() == ["z", "y"]


def test_moments_add_and_subtract() -> None:
    day = convert("2024-02-01", DATE_TIME)
    assert to_string(op.subtract(convert("2024-03-01", DATE_TIME), day)) == "29.00:00:00"
    assert to_string(op.add(day, convert("1.00:00:00", TIME_SPAN))) == "02/02/2024 00:00:00"
    assert to_string(op.multiply(convert("01:00", TIME_SPAN), 1.5)) == "01:30:00"
    assert op.divide(convert("1:00", TIME_SPAN), convert("0:30", TIME_SPAN)) == 2
    assert to_string(op.negate(convert("1:00", TIME_SPAN))) == "-01:00:00"


INTS = st.integers(-(1 << 31), (1 << 31) - 1)


@given(INTS, INTS, st.sampled_from([op.add, op.subtract, op.multiply]))
def test_int32_arithmetic_is_exact_or_a_double(left: int, right: int, operator: Operator) -> None:
    result = operator(left, right)
    results = (left + right, left - right, left * right)
    exact = results[(op.add, op.subtract, op.multiply).index(operator)]
    fits = -(1 << 31) <= exact < (1 << 31)
    assert type(result) is (int if fits else float)
    assert result == float(exact) if not fits else result == exact


@given(INTS, INTS.filter(bool))
def test_quotient_and_remainder_belong_together(left: int, right: int) -> None:
    rest = op.remainder(left, right)
    assert isinstance(rest, int)
    assert (left - rest) % right == 0
    assert abs(rest) < abs(right)
    assert rest == 0 or (rest < 0) == (left < 0)


@given(INTS)
def test_bitwise_not_twice_is_the_number_itself(number: int) -> None:
    assert bitwise_not(bitwise_not(number)) == number
    assert bitwise_not(UInt64(0)) == UInt64((1 << 64) - 1)
