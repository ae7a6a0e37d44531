"""Values of PowerShell as JSON and back."""

from decimal import Decimal

import pytest

from emulator.objects.collections import Hashtable
from emulator.objects.errors import ClrError, ClrException
from emulator.objects.moments import DateTime, TimeSpan
from emulator.objects.numbers import Char, Int64, UInt64
from emulator.objects.psobject import AUTOMATION_NULL, PSObject, ScriptProperty, custom_object
from emulator.web.json_values import from_json, to_json

DAY_TICKS = 864_000_000_000


@pytest.mark.parametrize(("value", "expected"), [
    (None,                          None),
    (AUTOMATION_NULL,               None),
    (True,                          True),
    (Int64(5),                      5),
    (1.5,                           1.5),
    (float("nan"),                  "NaN"),       # JSON has no such number
    (Decimal("2.50"),               2.5),
    ("text",                        "text"),
    (Char("c"),                     "c"),
    ([1, "a", None],                [1, "a", None]),
    ([],                            []),
    (TimeSpan(DAY_TICKS // 24),     "01:00:00"),
    (DateTime(DAY_TICKS, 1),        "0001-01-02T00:00:00Z"),
    (Hashtable([("a", 1)]),         {"a": 1}),
    (custom_object(A=1, B="x"),     {"A": 1, "B": "x"}),
    (PSObject("wrapped"),           "wrapped"),
])  # fmt: skip
def test_a_value_is_json(value: object, expected: object) -> None:
    got = to_json(value)
    assert (type(got), got) == (type(expected), expected)


def test_objects_are_opened_two_levels_deep_and_arrays_always() -> None:
    deep = custom_object(A=custom_object(B=custom_object(C=custom_object(D=1), E=["x"])))
    assert to_json(deep) == {"A": {"B": {"C": "@{D=1}", "E": ["x"]}}}


def test_an_array_that_holds_itself_ends() -> None:
    endless: list[object] = ["x"]
    endless.append(endless)
    assert str(to_json(endless)).count("'x'") == 4


def test_a_property_that_fails_is_null() -> None:
    def fail(_: object) -> object:
        raise ClrError(ClrException(type_name="System.Exception", message="no"))

    broken = custom_object(A=1)
    broken.members["b"] = ScriptProperty("B", fail)
    assert to_json(broken) == {"A": 1, "B": None}


@pytest.mark.parametrize(("value", "kind"), [
    (2**31 - 1, int), (2**31, Int64), (-(2**31) - 1, Int64), (2**63, UInt64), (2**64, float),
    (True, bool), (1.0, float), ("x", str),
])  # fmt: skip
def test_a_number_of_json_has_the_smallest_type_it_fits(value: object, kind: type) -> None:
    assert type(from_json(value)) is kind


def test_objects_of_json_are_hashtables() -> None:
    table = from_json({"Name": ["a", {"B": 1}]})
    assert isinstance(table, Hashtable)
    assert to_json(table) == {"Name": ["a", {"B": 1}]}
