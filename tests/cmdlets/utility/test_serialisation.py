"""ConvertTo-* and ConvertFrom-* in scripts. Expected answers: conformance cmdlets."""

import pytest

from cmdlets.utility.serialisation.ps_serializer import PS_SERIALIZER
from emulator.dotnet.lists import GrowingList
from emulator.dotnet.statics import invoke_static
from emulator.objects.errors import ClrError
from emulator.objects.psobject import PSObject
from tests.cmdlets.utility.evaluator import ran
from tests.formatting.answers import cases

SCRIPTS = (
    "cmdlets-tojson-002",
    "cmdlets-tojson-003",
    "cmdlets-tojson-004",
    "cmdlets-tojson-005",
    "cmdlets-tojson-006",
    "cmdlets-tojson-008",
    "cmdlets-tojson-009",
    "cmdlets-tojson-010",
    "cmdlets-tojson-011",
    "cmdlets-tojson-015",
    "cmdlets-tojson-018",
    "cmdlets-fromjson-002",
    "cmdlets-fromjson-004",
    "cmdlets-fromjson-005",
    "cmdlets-fromjson-006",
    "cmdlets-fromjson-008",
    "cmdlets-fromjson-010",
    "cmdlets-fromjson-012",
    "cmdlets-fromjson-014",
    "cmdlets-tocsv-001",
    "cmdlets-tocsv-003",
    "cmdlets-tocsv-006",
    "cmdlets-tocsv-007",
    "cmdlets-tocsv-009",
    "cmdlets-fromcsv-002",
    "cmdlets-fromcsv-004",
    "cmdlets-fromcsv-005",
    "cmdlets-fromcsv-006",
    "cmdlets-fromcsv-007",
    "cmdlets-fromcsv-008",
)


@pytest.mark.parametrize("case", SCRIPTS)
def test_a_recorded_script_answers_as_7_did(case: str) -> None:
    recorded = cases("cmdlets")[case]
    result = ran(str(recorded["script"]), core=True)
    expected = recorded["answer"]
    assert result.text.replace("\r\n", "\n") == expected["text"]
    assert result.error_ids == [error["fqid"] for error in expected.get("errors", [])]
    assert result.warnings == expected.get("warning", [])


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        ("[pscustomobject]@{Name='a';Size=1} | ConvertTo-Csv", ["#TYPE System.Management.Automation.PSCustomObject", '"Name","Size"', '"a","1"']),
        ("@('[1,2,3]' | ConvertFrom-Json).Count", [1]),
        ("('{\"a\":1}' | ConvertFrom-Json).a.GetType().Name", ["Int32"]),
        ("@{L1=@{L2=@{L3=@{L4=1}}}} | ConvertTo-Json -Compress", ['{"L1":{"L2":{"L3":"System.Collections.Hashtable"}}}']),
    ],
)  # fmt: skip
def test_5_1_serialises_in_its_own_way(script: str, expected: list[object]) -> None:
    result = ran(script)
    assert (result.values, result.errors, result.warnings) == (expected, [], [])


def test_the_serializer_brings_arrays_back_as_array_lists() -> None:
    text = invoke_static(PS_SERIALIZER, "Serialize", [[1, "b"]])
    back = invoke_static(PS_SERIALIZER, "Deserialize", [text])
    assert isinstance(back, PSObject)
    assert isinstance(back.base, GrowingList)
    assert back.base.items == [1, "b"]


@pytest.mark.parametrize(
    ("method", "arguments", "message"),
    [
        ("Serialize", [1, 0], "Value of depth parameter must be greater than or equal to 1."),
        ("Deserialize", ["<Objs"], 'Exception calling "Deserialize" with "1" argument'),
    ],
)
def test_the_serializer_refuses_what_it_cannot_use(
    method: str, arguments: list[object], message: str
) -> None:
    with pytest.raises(ClrError) as raised:
        invoke_static(PS_SERIALIZER, method, arguments)
    assert message in raised.value.exception.message
