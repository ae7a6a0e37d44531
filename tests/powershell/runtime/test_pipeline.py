"""Order in pipelines: begin before process, one object at a time, early ends."""

import pytest

from tests.powershell.runtime.scripts import printed, ran

CASES = [
    # objects go through one by one
    (("$log = ''; function a { process { $script:log += \"a$_ \"; $_ } };"
     ' function b { process { $script:log += "b$_ " } }; 1..2 | a | b; $log'), "a1 b1 a2 b2 "),
    # all begin blocks run first, end blocks in order
    (("$log = ''; function a { begin { $script:log += 'ba ' } process { $_ } end { $script:log += 'ea ' } };"
     " function b { begin { $script:log += 'bb ' } process { } end { $script:log += 'eb ' } };"
     " 1 | a | b; $log"), "ba bb ea eb "),
    # an early stop leaves the end blocks before it out
    (("$log = ''; function a { process { $script:log += \"$_ \"; $_ } end { $script:log += 'end' } };"
     " 1..9 | a | Select-Object -First 2; $log"), "1|2|1 2 "),
    # output before an error is kept
    ("try { 1..3 | ForEach-Object { $_; if ($_ -eq 2) { throw 'x' } } } catch { 'c' }", "1|2|c"),
    # break without a loop ends the script
    ("1..3 | ForEach-Object { if ($_ -eq 2) { break }; $_ }; 'no'", "1"),
    ("foreach ($i in 1..3) { 1..3 | ForEach-Object { if ($_ -eq 2) { break }; \"$i$_\" } }; 'on'",
     "11|on"),
    # the caller's scope
    ("$sum = 0; 1..3 | ForEach-Object { $sum += $_ }; $sum", "6"),
    ('1..2 | ForEach-Object { $n = $_; 3..4 | ForEach-Object { "$n$_" } }', "13|14|23|24"),
    # $_ is what it was
    ("1 | ForEach-Object { 2 | ForEach-Object { }; $_ }", "1"),
    ("1..2 | ForEach-Object -Begin { 'b' } -Process { $_ } -End { 'e' }", "b|1|2|e"),
    ("function f { [CmdletBinding()] param() 1; 2 }; f -OutVariable o; $o.Count", "1|2|2"),
]  # fmt: skip


@pytest.mark.parametrize(("script", "expected"), CASES, ids=[script for script, _ in CASES])
def test_a_pipeline_keeps_its_order(script: str, expected: str) -> None:
    assert printed(script) == expected


def test_redirected_streams_come_as_records() -> None:
    found = ran(
        "function f { [CmdletBinding()] param() Write-Error 'e'; Write-Warning 'w'; 'o' }; f *>&1"
    )
    assert found.texts == ["e", "w", "o"]
    assert found.streams.errors == []


def test_what_a_redirected_command_writes_does_not_redirect_the_next() -> None:
    found = ran("function f { 'o' }; f 2>$null | ForEach-Object { Write-Error 'behind' }")
    assert found.ids == ["Microsoft.PowerShell.Commands.WriteErrorException"]


def test_what_if_is_shown_and_nothing_is_done() -> None:
    found = ran(
        "function f { [CmdletBinding(SupportsShouldProcess)] param($n)"
        " if ($PSCmdlet.ShouldProcess($n)) { 'done' } else { 'not' } }; f vm1 -WhatIf; f vm1"
    )
    assert found.texts == ["not", "done"]
