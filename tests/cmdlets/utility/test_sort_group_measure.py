"""Sort-, Group- and Measure-Object. Expected answers: conformance cmdlets/sort, group, measure."""

import pytest

from cmdlets.utility.group_object import GroupInfo, GroupObject
from cmdlets.utility.measure_info import MeasureInfo, TextMeasureInfo
from cmdlets.utility.measure_object import MeasureObject
from cmdlets.utility.sort_object import SortObject
from emulator.objects.collections import Hashtable
from emulator.objects.enumeration import as_list
from emulator.objects.psobject import custom_object
from tests.cmdlets.direct import Block, run


@pytest.mark.parametrize(
    ("items", "named", "expected"),
    [
        ([3, 1, 2], {}, [1, 2, 3]),
        ([3, 1, 2], {"Descending": True}, [3, 2, 1]),
        (["b", "A", "c", "B", "a"], {}, ["A", "a", "b", "B", "c"]),
        (["b", "A", "c", "B", "a"], {"CaseSensitive": True}, ["a", "A", "b", "B", "c"]),
        (["10", "9", "100", "1"], {}, ["1", "10", "100", "9"]),
        (["10", "9", "100"], {"Property": Block(lambda it: int(str(it)))}, ["9", "10", "100"]),
        ([3, None, 1, None, 2], {}, [1, 2, 3]),
        (["b", "B", "a"], {"Unique": True}, ["a", "B"]),
    ],
)
def test_it_sorts(items: list[object], named: dict[str, object], expected: list[object]) -> None:
    assert run(SortObject, piped=items, **named).output == expected


@pytest.mark.parametrize(("descending", "expected"), [(False, [2, 0, 1]), (True, [0, 2, 1])])
def test_what_lacks_the_property_comes_last_both_ways(
    descending: bool, expected: list[int]
) -> None:
    items = [custom_object(A=1), custom_object(B=1), custom_object(A=0)]
    result = run(SortObject, "A", piped=items, Descending=descending)
    assert result.output == [items[place] for place in expected]


def test_the_keys_of_an_entry_win_over_descending() -> None:
    items = [custom_object(K=k, V=v) for k, v in (("x", 2), ("a", 1), ("b", 2), ("a", 3))]
    entry = Hashtable([("e", "V"), ("Ascending", True)])
    result = run(SortObject, [entry, "K"], piped=items, Descending=True)
    assert result.output == [items[1], items[0], items[2], items[3]]


@pytest.mark.parametrize(
    ("core", "names"), [(True, ["Off", "Running"]), (False, ["Running", "Off"])]
)
def test_groups_come_sorted_in_7_and_as_met_in_5_1(core: bool, names: list[str]) -> None:
    items = [custom_object(State=state) for state in ("Running", "Off", "running")]
    result = run(GroupObject, "State", piped=items, core=core)
    groups = [one for one in result.output if isinstance(one, GroupInfo)]
    assert [group.name for group in groups] == names
    assert {group.name: len(group.group) for group in groups} == {"Running": 2, "Off": 1}


def test_several_properties_make_one_name() -> None:
    items = [custom_object(L="a", D=1), custom_object(L="a", D=2)]
    result = run(GroupObject, ["L", "D"], piped=items, core=True)
    assert [one.name for one in result.output if isinstance(one, GroupInfo)] == ["a, 1", "a, 2"]


def test_a_hashtable_of_groups_has_their_objects() -> None:
    items = [custom_object(A=1), custom_object(A=2), custom_object(A=1)]
    (table,) = run(GroupObject, "A", piped=items, AsHashTable=True).output
    assert isinstance(table, Hashtable)
    assert as_list(table[1]) == [items[0], items[2]]


def measured(items: list[object], *positional: object, **named: object) -> MeasureInfo:
    (info,) = run(MeasureObject, *positional, piped=items, core=True, **named).output
    assert isinstance(info, MeasureInfo)
    return info


def test_it_counts_and_computes_what_was_asked() -> None:
    info = measured([1, 2, 3, 4], Sum=True, Average=True, Maximum=True, Minimum=True)
    assert (info.count, info.sum, info.average, info.maximum, info.minimum) == (4, 10, 2.5, 4, 1)
    assert measured([1, 2]).sum is None


def test_numbers_in_text_count_as_numbers() -> None:
    assert measured(["5", "6"], Sum=True).sum == 11
    assert measured(["10", "9"], Maximum=True).maximum == 10


def test_text_has_extremes_of_its_own_kind() -> None:
    info = measured(["b", "a", "c"], Maximum=True)
    assert info.maximum == "c"
    assert info.ps_type.short_name == "GenericObjectMeasureInfo"


def test_what_is_no_number_is_an_error_and_spoils_the_sum() -> None:
    items = [custom_object(A="x"), custom_object(A=3)]
    result = run(MeasureObject, "A", piped=items, core=True, Sum=True)
    (info,) = result.output
    assert isinstance(info, MeasureInfo)
    assert (info.count, info.sum) == (2, None)
    assert result.error_ids == [
        "NonNumericInputObject,Microsoft.PowerShell.Commands.MeasureObjectCommand"
    ]


@pytest.mark.parametrize("core", [True, False])
def test_only_7_knows_the_standard_deviation(core: bool) -> None:
    (info,) = run(MeasureObject, piped=[1, 2, 3, 4], core=core).output
    assert isinstance(info, MeasureInfo)
    names = [one.name for one in info.ps_type.properties]
    assert ("StandardDeviation" in names) is core


def test_it_counts_lines_words_and_characters() -> None:
    text = "a b\nc  d\n"
    (info,) = run(MeasureObject, piped=[text], Line=True, Word=True, Character=True).output
    assert isinstance(info, TextMeasureInfo)
    assert (info.lines, info.words, info.characters) == (2, 4, 9)
