"""What goes on after an error and what does not; what $?, $Error and catch see."""

import pytest

from tests.powershell.runtime.scripts import ran

# script, output, ids of the errors in order
CASES = [
    ("1/0; 'on'", "on", ["RuntimeException"]),
    ("Nope-Cmd; 'on'", "on", ["CommandNotFoundException"]),
    ("throw 'x'; 'no'", "", ["x"]),
    ("function f { 1/0; 'in' }; f; 'on'", "in|on", ["RuntimeException"]),
    ("function f { 1/0; 'in' }; try { f } catch { 'c' }", "c", []),
    ("try { throw 'x' } catch { \"$_\" } finally { 'f' }", "x|f", []),
    ("try { try { throw 'i' } catch { throw } } catch { \"o $_\" }", "o i", []),
    ("try { [int]'x' } catch [InvalidCastException] { 'cast' }", "cast", []),
    ("try { 1/0 } catch [DivideByZeroException] { $_.Exception.GetType().Name }",
     "DivideByZeroException", []),
    ("try { [int]::Parse('x') } catch [FormatException] { 'f' }", "f", []),
    ("try { Write-Error 'e' -ErrorAction Stop } catch { \"c $_\" }", "c e", []),
    ("try { Write-Error 'e'; 'on' } catch { 'no' }", "on",
     ["Microsoft.PowerShell.Commands.WriteErrorException"]),
    ("$ErrorActionPreference = 'Stop'; 1/0; 'no'", "", ["RuntimeException"]),
    ("$ErrorActionPreference = 'SilentlyContinue'; 1/0; throw 'x'; $Error.Count", "2", []),
    ("trap { 't'; continue }; 1/0; 'on'", "t|on", []),
    ("trap { 't'; break }; 1/0; 'no'", "t", ["RuntimeException"]),
    ("1/0 2>$null; $?; 1; $?", "False|1|True", ["RuntimeException"]),
    ("$null = Write-Error 'e' 2>$null; $?", "False", []),
    ("function f { Write-Error 'e' 2>$null }; f; $?", "True", []),
    ("Write-Error 'e' -ErrorAction Ignore; $Error.Count", "0", []),
    ("Write-Error 'e' -ErrorAction SilentlyContinue -ErrorVariable v; $v.Count", "1", []),
    (("function f { [CmdletBinding()] param() Write-Error 'a' }; f -ErrorAction SilentlyContinue;"
     " $Error[0].FullyQualifiedErrorId"), "Microsoft.PowerShell.Commands.WriteErrorException,f", []),
    ("function f { [CmdletBinding()] param() throw 'x' }; f -ErrorAction SilentlyContinue; 'on'",
     "on", []),
    ("1..3 | ForEach-Object { if ($_ -eq 2) { throw 'two' }; $_ }", "1", ["two"]),
    ("exit 3; 'no'", "", []),
    ('foreach ($i in 1..3) { try { if ($i -eq 2) { continue }; $i } finally { "f$i" } }',
     "1|f1|f2|3|f3", []),
]  # fmt: skip


@pytest.mark.parametrize(("script", "output", "ids"), CASES, ids=[one[0] for one in CASES])
def test_a_failure_ends_what_it_ends_and_nothing_else(
    script: str, output: str, ids: list[str]
) -> None:
    found = ran(script)
    assert ("|".join(found.texts), found.ids) == (output, ids)


def test_exit_gives_its_code() -> None:
    assert ran("exit 3").outcome.exit_code == 3


def test_an_error_that_ends_the_script_is_not_written_to_the_stream() -> None:
    found = ran("throw 'x'")
    assert found.streams.errors == []
    assert found.outcome.error is not None
    assert not found.outcome.succeeded


def test_a_record_knows_its_place_and_its_calls() -> None:
    found = ran("function f {\n  1/0\n}\nf")
    record = found.streams.errors[0]
    assert record.invocation is not None
    assert (record.invocation.line_number, record.invocation.offset_in_line) == (2, 3)
    assert record.script_stack_trace == (
        "at f, <No file>: line 2\nat <ScriptBlock>, <No file>: line 4"
    )
