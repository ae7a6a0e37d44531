"""Comparison and truth (conformance operators/comparison, operators/compare-mixed, conversion/bool)."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emulator.objects import comparison as op
from emulator.objects.collections import Hashtable
from emulator.objects.common_enums import DAY_OF_WEEK
from emulator.objects.conversion import convert
from emulator.objects.culture_order import compare_text
from emulator.objects.enums import EnumValue
from emulator.objects.errors import ClrError
from emulator.objects.identifiers import VERSION
from emulator.objects.moments import DATE_TIME
from emulator.objects.numbers import Char, Int64
from emulator.objects.psobject import PSObject
from emulator.objects.truth import is_true

GB = 1 << 30
EQUAL = [
    (1, 1.0, True), ("1", 1, True), (1, "1", True), (1, "1.0", True), ("1.0", 1, False),
    ("a", "A", True), (True, "x", True), ("x", True, False), (True, 1, True), (2, True, False),
    (True, 2, True), (None, 0, False), (0, None, False), (None, "", False), ("", None, False),
    (None, False, False), (None, None, True), ("5", 5.0, True), (5, "5.0", True),
    (True, "false", True), ("false", False, True), (False, "", True), ("", False, False),
    (0, "", True), ("", 0, False), (Char("5"), 5, False), (5, Char("5"), False),
    (Char("a"), "A", True), (GB, "1gb", True), ("1gb", GB, False), ("0x10", 16, False),
    (16, "0x10", True), (1.5, "1.5", True), (1, "abc", False), (Decimal("1.0"), 1, True),
    (EnumValue(DAY_OF_WEEK, 2), "Tuesday", True), ("tuesday", EnumValue(DAY_OF_WEEK, 2), True),
    (EnumValue(DAY_OF_WEEK, 2), 2, True), (EnumValue(DAY_OF_WEEK, 2), "Nope", False),
    (2, [2, 3], False), (PSObject("a"), "A", True), (Int64(5), 5, True),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right", "expected"), EQUAL)
def test_equality_goes_by_the_left_operand(left: object, right: object, expected: bool) -> None:
    assert op.equal(left, right) is expected
    assert op.not_equal(left, right) is not expected


LESS = [
    (10, 9, False), ("10", "9", True), (10, "9", False), ("10", 9, True), ("abc", "abd", True),
    ("a", "A", False), ("vm10", "vm9", True), (None, 1, True), (-1, None, True), ("", "a", True),
    ("x", 1, False),
]  # fmt: skip


@pytest.mark.parametrize(("left", "right", "expected"), LESS)
def test_order_goes_by_the_left_operand(left: object, right: object, expected: bool) -> None:
    assert op.less(left, right) is expected


def test_case_sensitive_order_puts_small_letters_first() -> None:
    assert op.less("a", "A", case_sensitive=True) is True
    assert op.greater("A", "a", case_sensitive=True) is True
    assert op.less("a", "B", case_sensitive=True) is True


def test_null_stands_where_zero_stands() -> None:
    assert op.greater(None, -1) is True
    assert op.greater(1, None) is True


def test_a_collection_on_the_left_is_filtered() -> None:
    assert op.equal([1, 2, 3, 2], 2) == [2, 2]
    assert op.greater([1, 2, 3], 1) == [2, 3]
    assert op.equal(["a", "B", "b"], "b", case_sensitive=True) == ["b"]
    assert op.equal([], None) == []
    assert op.equal(["1", 2], 1) == ["1"]
    assert op.not_equal([1, "a", None, 2], None) == [1, "a", 2]


def test_dates_and_versions_convert_what_stands_on_the_right() -> None:
    assert op.greater(convert("2024-05-01", DATE_TIME), "2024-04-30") is True
    assert op.less("2024-04-30", convert("2024-05-01", DATE_TIME)) is False
    assert op.greater(convert("1.10", VERSION), "1.9") is True
    assert op.equal(convert("1.2", VERSION), "1.2.0") is False


def test_contains_and_in_look_for_one_element() -> None:
    assert op.contains(["a", "b"], "B") is True
    assert op.contains(["a", "b"], "B", case_sensitive=True) is False
    assert op.is_in(None, []) is False
    assert op.is_in(None, [1, None]) is True
    assert op.contains("abc", "b") is False
    assert op.contains(Hashtable([("a", 1)]), "a") is False


def test_what_has_no_order_is_refused() -> None:
    with pytest.raises(ClrError) as caught:
        op.less(PSObject(), 1)
    assert caught.value.error_id == "NotIcomparable"
    with pytest.raises(ClrError) as number:
        op.less(1, "abc")
    assert number.value.error_id == "InvalidCastFromStringToInteger"


TRUTH: list[tuple[object, bool]] = [
    (None, False), (0, False), (0.0, False), ("", False), ([], False), ("0", True),
    ("False", True), ([0], False), ([1], True), ([None], False), (["false"], True),
    ([0, 0], True), ([[]], False), ([[0]], True), (Hashtable(), True), (PSObject(), True),
    (Char("\0"), False), (EnumValue(DAY_OF_WEEK, 0), False), (PSObject(0), False), (Decimal(0), False),
]  # fmt: skip


@pytest.mark.parametrize(("value", "expected"), TRUTH)
def test_truth_is_powershells(value: object, expected: bool) -> None:
    assert is_true(value) is expected


@given(st.text(), st.text(), st.booleans())
def test_text_order_is_an_order(one: str, two: str, case_sensitive: bool) -> None:
    forth = compare_text(one, two, case_sensitive=case_sensitive)
    assert forth == -compare_text(two, one, case_sensitive=case_sensitive)
    assert compare_text(one, one, case_sensitive=case_sensitive) == 0


@given(st.integers(), st.integers())
def test_integers_compare_as_integers(one: int, two: int) -> None:
    assert op.compare(one, two) == (one > two) - (one < two)
