"""Where-Object and ForEach-Object. Expected answers: conformance cmdlets/where, /foreach."""

import pytest

from cmdlets.core.for_each_object import ForEachObject
from cmdlets.core.where_object import WhereObject
from emulator.objects.collections import Hashtable
from emulator.objects.psobject import custom_object
from tests.cmdlets.direct import Block, run

MACHINES = [
    custom_object(Name="web01", State="Running", Cpu=12, Tag=None),
    custom_object(Name="web02", State="Off", Cpu=0, Tag="x"),
    custom_object(Name="SQL01", State="Running", Cpu=55, Tag=""),
    custom_object(Name="dc01", State="Saved", Cpu=0, Tag="core"),
]


def places(output: list[object]) -> list[int]:
    return [MACHINES.index(item) for item in output]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ({"Property": "State", "EQ": True, "Value": "running"}, [0, 2]),
        ({"Property": "State", "CEQ": True, "Value": "running"}, []),
        ({"Property": "State", "NE": True, "Value": "Running"}, [1, 3]),
        ({"Property": "Name", "Like": True, "Value": "web*"}, [0, 1]),
        ({"Property": "Name", "NotLike": True, "Value": "web*"}, [2, 3]),
        ({"Property": "Name", "Match": True, "Value": r"^(web|sql)\d+$"}, [0, 1, 2]),
        ({"Property": "Name", "CNotMatch": True, "Value": "SQL"}, [0, 1, 3]),
        ({"Property": "Cpu", "GT": True, "Value": "9"}, [0, 2]),
        ({"Property": "Cpu", "LE": True, "Value": 12}, [0, 1, 3]),
        ({"Property": "State", "In": True, "Value": ["Off", "Saved"]}, [1, 3]),
        ({"Property": "State", "NotIn": True, "Value": ["Off", "Saved"]}, [0, 2]),
        ({"Property": "Tag"}, [1, 3]),
        ({"Property": "Tag", "Not": True}, [0, 2]),
        ({"Property": "Tag", "EQ": True, "Value": None}, [0]),
        ({"Property": "NoSuch", "EQ": True, "Value": None}, [0, 1, 2, 3]),
        ({"Property": "Cpu", "Is": True, "Value": "[int]"}, [0, 1, 2, 3]),
        ({"FilterScript": Block(lambda it: it is MACHINES[2])}, [2]),
    ],
)
def test_it_lets_pass_what_fits(named: dict[str, object], expected: list[int]) -> None:
    assert places(run(WhereObject, piped=MACHINES, **named).output) == expected


def test_several_results_of_a_block_are_true() -> None:
    assert run(WhereObject, Block(lambda it: [it == 2, False]), piped=[1, 2]).output == [1, 2]
    assert run(WhereObject, Block(lambda _: []), piped=[1]).output == []


@pytest.mark.parametrize(
    ("positional", "named", "error_id"),
    [
        (("Length",), {"EQ": True}, "ValueNotSpecifiedForWhereObject"),
        (("Length", 3), {}, "OperatorNotSpecified"),
        ((), {}, "MissingMandatoryParameter"),
    ],
)
def test_half_a_comparison_is_an_error(
    positional: tuple[object, ...], named: dict[str, object], error_id: str
) -> None:
    result = run(WhereObject, *positional, piped=["a"] if positional else None, **named)
    assert result.error_ids == [f"{error_id},Microsoft.PowerShell.Commands.WhereObjectCommand"]


def block(text: str) -> Block:
    return Block(lambda it: text if it is None else f"{text}{it}")


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (1, ["a1", "a2"]),
        (2, ["a", "b1", "b2"]),
        (3, ["a", "b1", "b2", "c"]),
        (4, ["a", "b1", "c1", "b2", "c2", "d"]),
    ],
)
def test_the_first_of_several_blocks_begins_and_the_last_of_three_ends(
    count: int, expected: list[str]
) -> None:
    blocks = [block(letter) for letter in "abcd"[:count]]
    assert run(ForEachObject, *blocks, piped=[1, 2]).output == expected


@pytest.mark.parametrize(
    ("positional", "items", "expected"),
    [
        (("Length",), ["abc", "de"], [3, 2]),
        (("ToUpper",), ["abc"], ["ABC"]),
        (("Substring", 1), ["abc", "de"], ["bc", "e"]),
        (("Replace", "e", "x"), ["de"], ["dx"]),
        (("x",), [Hashtable([("x", 1)])], [1]),
        (("NoSuch",), ["a"], [None]),
        (("L",), [custom_object(L=[1, 2])], [1, 2]),
    ],
)
def test_a_member_is_read_or_called(
    positional: tuple[object, ...], items: list[object], expected: list[object]
) -> None:
    assert run(ForEachObject, *positional, piped=items).output == expected


def test_parallel_is_not_emulated_and_says_so() -> None:
    result = run(ForEachObject, piped=[1], core=True, Parallel=block("a"))
    assert result.error_ids == ["NotEmulated,Microsoft.PowerShell.Commands.ForEachObjectCommand"]
    assert "parameter -Parallel of ForEach-Object" in result.errors[0].message
