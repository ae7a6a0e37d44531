"""ConvertFrom-Json's values and errors in both editions."""

from decimal import Decimal

import pytest

from emulator.objects.errors import ClrError
from emulator.objects.json_reader import DateKind, OrderedHashtable, ReadOptions, from_json
from emulator.objects.members import get_property
from emulator.objects.moments import UTC, DateTime
from emulator.objects.numbers import BigInteger, Int64

CORE = ReadOptions(core=True)
DESKTOP = ReadOptions(core=False)


@pytest.mark.parametrize(
    ("text", "core", "desktop"),
    [
        ("1", Int64(1), 1),
        ("4294967296", Int64(4294967296), Int64(4294967296)),
        ("12345678901234567890", BigInteger(12345678901234567890), Decimal(12345678901234567890)),
        ("0.5", 0.5, Decimal("0.5")),
        ("1e3", 1000.0, 1000.0),
        ("true", True, True),
        ("null", None, None),
        ('"a\\u00e9\\n"', "aé\n", "aé\n"),
        ("", None, None),
        ("[]", [], []),
    ],
)
def test_values_have_the_types_of_the_edition(text: str, core: object, desktop: object) -> None:
    for options, expected in ((CORE, core), (DESKTOP, desktop)):
        found = from_json(text, options)
        assert (type(found), found) == (type(expected), expected)


def test_dates_are_read_as_the_edition_does() -> None:
    # Source: conformance cmdlets-fromjson-010.
    moment = DateTime(638448840000000000, UTC)
    assert from_json('"2024-03-01T10:00:00Z"', CORE) == moment
    assert from_json('"2024-03-01T10:00:00Z"', DESKTOP) == "2024-03-01T10:00:00Z"
    assert from_json('"2024-03-01"', CORE) == "2024-03-01"
    assert isinstance(from_json('"\\/Date(1704164645000)\\/"', DESKTOP), DateTime)
    kept = ReadOptions(core=True, dates=DateKind.STRING)
    assert from_json('"2024-03-01T10:00:00Z"', kept) == "2024-03-01T10:00:00Z"


def test_an_object_keeps_the_case_and_order_of_its_keys() -> None:
    value = from_json('{"Name":"web01","opt":{"x":1}}', CORE)
    assert get_property(value, "name") == "web01"
    assert get_property(get_property(value, "OPT"), "x") == 1


def test_7_reads_comments_single_quotes_bare_names_and_trailing_commas() -> None:
    text = "{a:1, // note\n 'b':2 /* x */,}"
    value = from_json(text, CORE)
    assert (get_property(value, "a"), get_property(value, "b")) == (1, 2)
    with pytest.raises(ClrError):
        from_json(text, DESKTOP)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{bad", "Unexpected end while parsing unquoted property name. Path '', line 1, position 4."),
        ("{bad json}", "Invalid character after parsing property name. Expected ':' but got: j. Path '', line 1, position 5."),
        ('{"a":}', "Unexpected character encountered while parsing value: }. Path 'a', line 1, position 5."),
        ("not json", "Unexpected character encountered while parsing value: n. Path '', line 0, position 0."),
    ],
)  # fmt: skip
def test_7_says_where_a_text_is_no_json(text: str, message: str) -> None:
    with pytest.raises(ClrError) as raised:
        from_json(text, CORE)
    assert raised.value.exception.type_name == "System.ArgumentException"
    assert raised.value.exception.message == f"Conversion from JSON failed with error: {message}"


def test_5_1_names_the_primitive_it_does_not_know() -> None:
    with pytest.raises(ClrError) as raised:
        from_json("not json", DESKTOP)
    assert raised.value.exception.message == "Invalid JSON primitive: not."


def test_the_depth_is_limited() -> None:
    with pytest.raises(ClrError) as raised:
        from_json('{"a":[[[1]]]}', ReadOptions(core=True, depth=2))
    assert "The reader's MaxDepth of 2 has been exceeded. Path 'a[0]'" in str(raised.value)
    with pytest.raises(ClrError):
        from_json("[" * 5000 + "]" * 5000, CORE)


@pytest.mark.parametrize(
    ("text", "error_id"),
    [('{"a":1,"A":2}', "KeysWithDifferentCasingInJsonString"), ('{"":1}', "EmptyKeyInJsonString")],
)
def test_keys_that_an_object_cannot_have_are_refused(text: str, error_id: str) -> None:
    with pytest.raises(ClrError) as raised:
        from_json(text, CORE)
    assert raised.value.error_id == error_id
    table = from_json(text, ReadOptions(core=True, as_hashtable=True))
    assert isinstance(table, OrderedHashtable)
    assert len(table) == text.count(":")
