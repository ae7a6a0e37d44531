"""Format-* and Out-* in scripts. Expected answers: conformance format."""

import pytest

from tests.cmdlets.utility.evaluator import ran
from tests.formatting.answers import answer, cases

SCRIPTS = (
    "format-table-basic-001",
    "format-table-basic-008",
    "format-table-basic-011",
    "format-table-basic-012",
    "format-table-basic-016",
    "format-table-basic-022",
    "format-table-basic-032",
    "format-table-basic-033",
    "format-table-calculated-001",
    "format-table-calculated-005",
    "format-table-calculated-014",
    "format-table-calculated-015",
    "format-table-calculated-016",
    "format-table-calculated-017",
    "format-table-calculated-019",
    "format-table-calculated-022",
    "format-table-groupby-004",
    "format-table-groupby-007",
    "format-table-groupby-008",
    "format-list-009",
    "format-list-011",
    "format-list-025",
    "format-list-029",
    "format-list-030",
    "format-wide-007",
    "format-wide-009",
    "format-custom-002",
    "format-mixed-010",
    "format-mixed-012",
    "format-outstring-003",
    "format-outstring-008",
    "format-outstring-014",
    "format-outstring-016",
)


@pytest.mark.parametrize("case", SCRIPTS)
def test_a_recorded_script_prints_what_7_printed(case: str) -> None:
    assert ran(str(cases("format")[case]["script"]), core=True).text == answer(case)


@pytest.mark.parametrize(
    ("script", "error_id", "message"),
    [
        (
            "Format-Table -Property @{Nme='Name'}",
            "DictionaryKeyIllegal,Microsoft.PowerShell.Commands.FormatTableCommand",
            "The Nme key is not valid.",
        ),
        (
            "Format-Table -Property @{Label='L'}",
            "DictionaryKeyMandatoryEntry,Microsoft.PowerShell.Commands.FormatTableCommand",
            "A mandatory entry for expression is missing.",
        ),
        (
            "Format-Table -Property @{e='Name';align='middle'}",
            "AlignmentIllegalValue,Microsoft.PowerShell.Commands.FormatTableCommand",
            (
                'The value "middle" for key "alignment" is not valid; valid values are'
                " {left, center, right}."
            ),
        ),
        (
            "Format-Table -View nosuch",
            "FormatViewNotFound,Microsoft.PowerShell.Commands.FormatTableCommand",
            (
                "The view name nosuch cannot be found. There are no existing Table views for"
                " System.Management.Automation.PSCustomObject objects."
            ),
        ),
        (
            "Format-Table Name -View x",
            "FormatCannotSpecifyViewAndProperty,Microsoft.PowerShell.Commands.FormatTableCommand",
            "Cmdlet parameters View and Property are mutually exclusive.",
        ),
        (
            "Format-Wide Name -Column 2 -AutoSize",
            "FormatCannotSpecifyAutosizeAndColumns,Microsoft.PowerShell.Commands.FormatWideCommand",
            "Cmdlet parameters AutoSize and Column are mutually exclusive.",
        ),
        (
            "Format-Table -Property @()",
            "System.NullReferenceException,Microsoft.PowerShell.Commands.FormatTableCommand",
            "Object reference not set to an instance of an object.",
        ),
    ],
)
def test_what_cannot_be_formatted_is_refused(script: str, error_id: str, message: str) -> None:
    result = ran(f"[pscustomobject]@{{Name='x'}} | {script}", core=True)
    assert result.error_ids == [error_id]
    assert result.errors[0].message == message


@pytest.mark.parametrize(
    "script",
    [
        "1 | Out-String -NoNewline",
        "[pscustomobject]@{A=1} | Format-Table -RepeatHeader",
        "1 | ConvertTo-Json -AsArray",
        "1 | ConvertTo-Json -EnumsAsStrings",
        "'1' | ConvertFrom-Json -AsHashtable",
        "1 | ConvertTo-Csv -NoHeader",
    ],
)
def test_5_1_does_not_know_the_parameters_of_7(script: str) -> None:
    assert ran(script).error_ids[0].startswith("NamedParameterNotFound,")
    assert ran(script, core=True).errors == []


def test_desktop_ends_a_table_with_two_blank_lines() -> None:
    assert ran("[pscustomobject]@{A=1} | Format-Table").text == "\nA\n-\n1\n\n\n"
    script = "([pscustomobject]@{A=1} | Format-Table | Out-String).Replace(\"`r`n\", '|')"
    assert ran(script).values == ["|A|-|1|||"]


def test_the_enumeration_limit_is_that_of_the_session() -> None:
    script = "$FormatEnumerationLimit = 2; [pscustomobject]@{L=1..5} | Format-Table"
    assert ran(script).text == "\nL        \n-        \n{1, 2...}\n\n\n"


def test_out_null_drops_everything() -> None:
    assert ran("1..3 | Out-Null; 'y'").values == ["y"]
