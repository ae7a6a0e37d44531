"""ConvertTo-Json's text in both editions."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emulator.objects.collections import Hashtable, OrderedDictionary
from emulator.objects.common_enums import DAY_OF_WEEK
from emulator.objects.enums import EnumValue
from emulator.objects.errors import ClrError
from emulator.objects.identifiers import Guid
from emulator.objects.json_reader import ReadOptions, from_json
from emulator.objects.json_writer import Escapes, JsonOptions, to_json
from emulator.objects.moments import UTC, DateTime
from emulator.objects.numbers import Byte, Int64, Single
from emulator.objects.psobject import PSObject, custom_object


def written(value: object, *, core: bool = True, **options: object) -> str:
    """Return the JSON with LF line ends."""
    chosen = JsonOptions(core=core, **options)  # type: ignore[arg-type]
    return to_json(value, chosen).text.replace("\r\n", "\n")


VM = custom_object(Name="vm1", Cpu=2, On=True, Note=None, Tags=["a", "b"])


def test_7_indents_by_two() -> None:
    # Source: conformance cmdlets-tojson-001.
    assert written(VM) == (
        '{\n  "Name": "vm1",\n  "Cpu": 2,\n  "On": true,\n  "Note": null,\n'
        '  "Tags": [\n    "a",\n    "b"\n  ]\n}'
    )


def test_5_1_aligns_values_under_their_key() -> None:
    # Source: conformance cmdlets-tojson-001, desktop.
    assert written(VM, core=False) == (
        '{\n    "Name":  "vm1",\n    "Cpu":  2,\n    "On":  true,\n    "Note":  null,\n'
        '    "Tags":  [\n                 "a",\n                 "b"\n             ]\n}'
    )


def test_empty_containers_take_three_lines_in_5_1() -> None:
    assert written(custom_object(D=[]), core=False) == '{\n    "D":  [\n\n          ]\n}'
    assert written(custom_object(D=[], E=Hashtable())) == '{\n  "D": [],\n  "E": {}\n}'


@pytest.mark.parametrize(
    ("value", "core", "desktop"),
    [
        (1.0, "1.0", "1"),
        (1.5, "1.5", "1.5"),
        (1e20, "1E+20", "1E+20"),
        (1e-7, "1E-07", "1E-07"),
        (Decimal("2.50"), "2.50", "2.50"),
        (Decimal(3), "3.0", "3"),
        (Single(1.1), "1.1", "1.1"),
        (Byte(5), "5", "5"),
        (Int64(4294967296), "4294967296", "4294967296"),
        (float("nan"), '"NaN"', "NaN"),
        (True, "true", "true"),
        (EnumValue(DAY_OF_WEEK, 5), "5", "5"),
        ("<a href='x'>&é\u0001", "\"<a href='x'>&é\\u0001\"", '"\\u003ca href=\\u0027x\\u0027\\u003e\\u0026é\\u0001"'),
        (DateTime(638397614450000000, UTC), '"2024-01-02T03:04:05Z"', '"\\/Date(1704164645000)\\/"'),
        (Guid("11112222-3333-4444-5555-666677778888"), '"11112222-3333-4444-5555-666677778888"', '"11112222-3333-4444-5555-666677778888"'),
    ],
)  # fmt: skip
def test_scalars_are_written_as_the_edition_does(value: object, core: str, desktop: str) -> None:
    assert written(value, core=True) == core
    assert written(value, core=False) == desktop


@pytest.mark.parametrize(
    ("depth", "expected"),
    [
        (2, '{"L1":{"L2":{"L3":"System.Collections.Hashtable"}}}'),
        (3, '{"L1":{"L2":{"L3":{"L4":"deep"}}}}'),
        (1, '{"L1":{"L2":"System.Collections.Hashtable"}}'),
        (0, '{"L1":"System.Collections.Hashtable"}'),
    ],
)
def test_what_is_below_the_depth_becomes_text(depth: int, expected: str) -> None:
    # Source: conformance cmdlets-tojson-005.
    inner: object = "deep"
    for name in ("L4", "L3", "L2", "L1"):
        inner = Hashtable([(name, inner)])
    result = to_json(inner, JsonOptions(core=True, depth=depth, compress=True))
    assert (result.text, result.truncated) == (expected, depth < 3)


def test_an_object_that_holds_itself_ends_at_the_depth() -> None:
    # Source: conformance cmdlets-tojson-017.
    value = custom_object(N="a")
    value.add_note("Me", value)
    assert written(value, compress=True) == (
        '{"N":"a","Me":{"N":"a","Me":{"N":"a","Me":"@{N=a; Me=}"}}}'
    )


def test_added_members_are_written_beside_the_value() -> None:
    wrapped = PSObject(5)
    wrapped.add_note("Tag", "x")
    assert written(wrapped, compress=True) == '{"value":5,"Tag":"x"}'
    text = PSObject("line1")
    text.add_note("ReadCount", 1)
    assert written(text, compress=True) == '"line1"'
    assert written(text, core=False, compress=True) == '{"value":"line1","ReadCount":1}'


def test_a_key_that_is_no_string_is_refused() -> None:
    with pytest.raises(ClrError) as raised:
        written(OrderedDictionary([(1, "one")]))
    assert raised.value.error_id == "NonStringKeyInDictionary"


def test_escapes_and_enumerations_are_written_as_asked() -> None:
    assert written("<é&", escapes=Escapes.HTML) == '"\\u003cé\\u0026"'
    assert written("<é&", escapes=Escapes.NON_ASCII) == '"<\\u00e9&"'
    assert written(EnumValue(DAY_OF_WEEK, 1), enums_as_strings=True) == '"Monday"'


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**31), 2**31 - 1) | st.text(alphabet="ab\"\\\né<'"),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["a", "b", "c"]), inner, max_size=3).map(
            lambda pairs: custom_object(**pairs)
        )
    ),
    max_leaves=8,
)


@given(JSON_VALUES, st.booleans(), st.booleans())
def test_what_is_written_reads_back_as_the_same(value: object, core: bool, compress: bool) -> None:
    options = JsonOptions(core=core, depth=100, compress=compress)
    first = to_json(value, options).text
    again = to_json(from_json(first, ReadOptions(core=core)), options).text
    assert again == first
