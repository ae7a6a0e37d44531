"""Get-Command, Get-Help and Set-StrictMode in a session. Source: conformance discovery/*."""

import pytest

from emulator.formatting.formatter import format_lines
from tests.conformance.running import Collected, bench
from tests.scripts import printed

LAB = """
function Get-LabVM {
  [CmdletBinding(DefaultParameterSetName='ByName')]
  param([Parameter(ParameterSetName='ByName', Position=0)] [Alias('VMName')] [string[]]$Name,
        [Parameter(ParameterSetName='ById', Mandatory)] [guid]$Id,
        [ValidateSet('Running','Off')] [string]$State)
  'body'
}
function plain($Name, [switch]$All) { }
"""


def answer(script: str, *, core: bool = False) -> tuple[tuple[str, ...], list[str]]:
    """Return the lines that the script prints and the ids of its errors."""
    here = bench(core=core)
    streams = Collected()
    with here.baton.turn() as turn:
        outcome = here.session.run(LAB + script, streams, turn)
    errors = [*streams.errors, *([outcome.error] if outcome.error else [])]
    lines = format_lines(streams.values, here.views, width=120, edition_core=core)
    return printed("\n".join(lines)), [one.fully_qualified_error_id for one in errors]


@pytest.mark.parametrize(
    ("script", "lines"),
    [
        ("(Get-Command Get-LabVM).CommandType", ["Function"]),
        ("(Get-Command Get-Lab*).Name", ["Get-LabVM"]),
        ("(Get-Command -Noun LabVM -Verb get).Name", ["Get-LabVM"]),
        ("(Get-Command gcm).ResolvedCommandName", ["Get-Command"]),
        ("(Get-Command Get-LabVM -ParameterName VMName).Name", ["Get-LabVM"]),
        ("(Get-Command Sort-Object).Parameters['Property'].ParameterType.FullName",
         ["System.Object[]"]),
        ("(Get-Command Get-LabVM).ParameterSets.Name -join ','", ["ByName,ById"]),
        ("(Get-Command Get-LabVM).Parameters['State'].Attributes.ValidValues -join ','",
         ["Running,Off"]),
        ("Get-Command plain -Syntax", ["plain [[-Name] <Object>] [-All]"]),
        ("& (Get-Command Get-LabVM)", ["body"]),
        ("Get-Command -Syntax Get-LabVM", [
            "Get-LabVM [[-Name] <string[]>] [-State <string>]  [<CommonParameters>]",
            "Get-LabVM -Id <guid> [-State <string>]  [<CommonParameters>]",
        ]),
    ],
)  # fmt: skip
def test_get_command_reads_the_declarations(script: str, lines: list[str]) -> None:
    assert answer(script) == (tuple(lines), [])


@pytest.mark.parametrize(
    ("script", "error_id"),
    [
        ("Get-Command Nope", "CommandNotFoundException"),
        ("Get-Command Get-Lab* -ParameterName Nope", "CommandParameterNotFound"),
    ],
)
def test_a_command_that_is_not_there_is_an_error(script: str, error_id: str) -> None:
    expected = [f"{error_id},Microsoft.PowerShell.Commands.GetCommandCommand"]
    assert answer(script) == ((), expected)


def test_help_of_a_cmdlet_comes_from_its_declaration() -> None:
    lines, _ = answer("Get-Help Start-Sleep")
    assert lines[:4] == ("NAME", "    Start-Sleep", "SYNOPSIS", lines[3])
    assert "SYNTAX" in lines
    full, _ = answer("Get-Help Start-Sleep -Full")
    assert "    -Seconds <Double>" in full
    assert "        Accept pipeline input?       true (ByValue, ByPropertyName)" in full
    examples, _ = answer("Get-Help Start-Sleep -Examples")
    assert "    PS > Start-Sleep 300" in examples
    parameter, _ = answer("Get-Help Start-Sleep -Parameter mil*")
    assert parameter[0] == "-Milliseconds <Int32>"


def test_help_of_a_function_is_its_syntax() -> None:
    lines, _ = answer("Get-Help Get-LabVM")
    assert "    Get-LabVM -Id <guid> [-State {Running | Off}]  [<CommonParameters>]" in lines


def test_help_is_an_object_with_a_synopsis() -> None:
    lines, _ = answer("(Get-Help Start-Sleep).Synopsis; (Get-Help Write-*).Count -gt 5")
    assert lines == ("Wait; on the emulator's clock, which may make it cost nothing.", "True")


def test_unknown_topics_and_help_in_comments_say_so() -> None:
    _, errors = answer("Get-Help Nope")
    assert errors == ["HelpNotFound,Microsoft.PowerShell.Commands.GetHelpCommand"]
    _, errors = answer("function f { <# .SYNOPSIS\n x #> }; Get-Help f")
    assert errors == ["NotEmulated,Microsoft.PowerShell.Commands.GetHelpCommand"]


def test_strict_mode_holds_for_its_scope() -> None:
    lines, errors = answer(
        "function f { Set-StrictMode -Version Latest; $nope }; f; $nope; 'after'\n"
        "Set-StrictMode -Version 1; $nope; Set-StrictMode -Off; $nope; 'end'"
    )
    assert lines == ("after", "end")
    assert errors == ["VariableIsUndefined", "VariableIsUndefined"]
