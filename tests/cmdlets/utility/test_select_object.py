"""Select-Object. Expected answers: conformance cmdlets/select."""

import pytest

from cmdlets.utility.select_object import SelectObject
from emulator.objects.collections import Hashtable
from emulator.objects.members import properties
from emulator.objects.psobject import PSObject, custom_object
from emulator.objects.typing_of import type_names
from tests.cmdlets.direct import Block, run

NUMBERS = range(1, 11)


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ({"First": 3}, [1, 2, 3]),
        ({"Last": 3}, [8, 9, 10]),
        ({"Skip": 7}, [8, 9, 10]),
        ({"Skip": 2, "First": 3}, [3, 4, 5]),
        ({"Skip": 2, "Last": 3}, [6, 7, 8]),  # skips from the end
        ({"First": 2, "Last": 2}, [1, 2, 9, 10]),
        ({"SkipLast": 8}, [1, 2]),
        ({"Index": [0, 3, 9, 99]}, [1, 4, 10]),
        ({"Index": [3, 0]}, [1, 4]),
        ({"First": 0}, []),
    ],
)
def test_it_chooses_by_place(named: dict[str, object], expected: list[int]) -> None:
    assert run(SelectObject, piped=NUMBERS, **named).output == expected


def test_first_stops_the_commands_before_it_and_wait_does_not() -> None:
    assert run(SelectObject, piped=NUMBERS, First=2).stopped_upstream
    assert not run(SelectObject, piped=NUMBERS, First=2, Wait=True).stopped_upstream


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ([1, 2, 1, 3, 2], [1, 2, 3]),
        (["a", "A", "b", "a"], ["a", "A", "b"]),  # case counts
        ([1, "1", 1.0], [1]),
        ([None, None, 1], [1]),
    ],
)
def test_unique_keeps_the_first_of_equals(items: list[object], expected: list[object]) -> None:
    assert run(SelectObject, piped=items, Unique=True).output == expected


def shape(value: object) -> dict[str, object]:
    assert isinstance(value, PSObject)
    return dict(properties(value))


def test_it_makes_objects_of_the_chosen_properties() -> None:
    result = run(SelectObject, ["length", "NoSuch"], piped=["abc"])
    assert shape(result.output[0]) == {"Length": 3, "NoSuch": None}
    assert type_names(result.output[0])[0] == "Selected.System.String"


def test_calculated_properties_have_names_values_and_many_spellings() -> None:
    entries: list[object] = [
        Hashtable([("Name", "Busy"), ("Expression", Block(lambda it: it == 1))]),
        Hashtable([("n", "Twice"), ("e", Block(lambda it: it * 2))]),  # type: ignore[operator]
        Hashtable([("l", "None"), ("expr", Block(lambda _: []))]),
        Hashtable([("e", Block(lambda _: 7, "1+6"))]),
    ]
    result = run(SelectObject, entries, piped=[1])
    assert shape(result.output[0]) == {"Busy": True, "Twice": 2, "None": None, "1+6": 7}


def test_an_unknown_key_ends_the_command() -> None:
    entry = Hashtable([("n", "A"), ("x", Block(lambda _: 1))])
    result = run(SelectObject, [entry], piped=[1])
    assert result.error_ids == [
        "DictionaryKeyIllegal,Microsoft.PowerShell.Commands.SelectObjectCommand"
    ]


def test_wildcards_choose_and_exclude() -> None:
    item = custom_object(Name="a", Nam2="b", X=1)
    assert list(shape(run(SelectObject, ["Na*", "X"], piped=[item]).output[0])) == [
        "Name",
        "Nam2",
        "X",
    ]
    left = run(SelectObject, ["*"], piped=[item], ExcludeProperty="Na*").output[0]
    assert shape(left) == {"X": 1}


@pytest.mark.parametrize(("core", "names"), [(True, ["A", "C"]), (False, ["A", "B", "C"])])
def test_excluding_alone_means_all_others_in_7_only(core: bool, names: list[str]) -> None:
    item = custom_object(A=1, B=2, C=3)
    result = run(SelectObject, piped=[item], core=core, ExcludeProperty="B")
    assert list(shape(result.output[0])) == names


def test_expanding_unrolls_and_drops_null() -> None:
    items = [custom_object(Tag=None), custom_object(Tag=[1, 2]), custom_object(Tag="x")]
    assert run(SelectObject, piped=items, ExpandProperty="Tag").output == [1, 2, "x"]


@pytest.mark.parametrize(
    ("named", "error_id"),
    [
        ({"ExpandProperty": "Nope"}, "ExpandPropertyNotFound"),
        ({"ExpandProperty": "*"}, "MutlipleExpandProperties"),
        ({"Property": ["Id"], "ExpandProperty": "Disks"},
         "AlreadyExistingUserSpecifiedPropertyExpand"),
        ({"Property": ["Id", "Id"]}, "AlreadyExistingUserSpecifiedPropertyNoExpand"),
    ],
)  # fmt: skip
def test_what_cannot_be_chosen_is_an_error(named: dict[str, object], error_id: str) -> None:
    item = custom_object(Id=7, Disks=[custom_object(Id=1)])
    result = run(SelectObject, piped=[item], **named)
    assert result.error_ids == [f"{error_id},Microsoft.PowerShell.Commands.SelectObjectCommand"]


def test_a_parameter_of_7_is_unknown_to_5_1() -> None:
    result = run(SelectObject, piped=["a"], Unique=True, CaseInsensitive=True)
    assert result.error_ids[0].startswith("NamedParameterNotFound,")
    assert run(SelectObject, piped=["a", "A"], core=True, Unique=True,
               CaseInsensitive=True).output == ["a"]  # fmt: skip
