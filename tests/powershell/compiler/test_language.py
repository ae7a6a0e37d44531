"""What scripts mean: small scripts with what they write, one construct each."""

import pytest

from tests.powershell.runtime.scripts import printed, ran

CASES = [
    # literals, strings, groupings
    ("1 + 1", "2"),
    ('$x = 5; "v=$x"', "v=5"),
    ("'a', 'b'", "a|b"),
    ('"$(1..3)"', "1 2 3"),
    ("$OFS = '-'; \"$(1..3)\"", "1-2-3"),
    ("@(1).Count; @().Count; @(1, 2).Count", "1|0|2"),
    (",(1, 2) | ForEach-Object { $_.Count }", "2"),
    ("$h = @{ a = 1; 'b c' = 2 }; $h.a; $h['b c']", "1|2"),
    ("([ordered]@{ z = 1; a = 2 }).Keys -join ','", "z,a"),
    ("([pscustomobject]@{ n = 1; m = 2 }).m", "2"),
    ("{ 1 + 1 }", " 1 + 1 "),
    # variables and assignment
    ('$a, $b = 1, 2, 3; "$a/$b"', "1/2 3"),
    ("($a = 3); $a", "3|3"),
    ("$a = $b = 4; $a + $b", "8"),
    ("$a = 1; $a += 2; $a *= 5; $a", "15"),
    ("$i = 1; $i++; ++$i; $i; ($i--); $i", "3|3|2"),
    ("$n = $null; $n ??= 7; $n", "7"),
    ("$x = if ($true) { 'y' } else { 'n' }; $x", "y"),
    ("$x = foreach ($i in 1..3) { $i * 2 }; $x -join ','", "2,4,6"),
    ("$env:FOO = 'bar'; \"$env:foo\"", "bar"),
    ("$global:g = 1; & { $g = 2; $global:g }", "1"),
    ("function f { $script:s = 9 }; f; $s", "9"),
    ("function f { $x = 2; g }; function g { $x }; $x = 1; f", "2"),
    # operators
    ("1..3 -join '+'", "1+2+3"),
    ("5 / 2; 6 / 2; 7 % 4", "2.5|3|3"),
    ("'{0:N1}/{1}' -f 1234.5, 'a'", "1,234.5/a"),
    ("'abc' -match 'b(.)'; $Matches[1]", "True|c"),
    ("'a1b2' -replace '\\d', { [int]$_.Value + 1 }", "a2b3"),
    ("1 -eq 1 -and -not $false", "True"),
    ("2147483647 + 1; (2147483647 + 1).GetType().Name", "2147483648|Double"),
    ("3 -in 1..5; 'x' -is [string]; '5' -as [int]", "True|True|5"),
    ("$false ? 'a' : 'b'; $null ?? 'd'", "b|d"),
    # members, methods, indices
    ("'abc'.ToUpper().Length", "3"),
    ("(1, 2, 3)[-1]; (1, 2, 3)[0, 2] -join ','", "3|1,3"),
    ("$n = 'Length'; 'abcd'.$n", "4"),
    ("@(@{ n = 1 }, @{ n = 2 }).n -join ','", "1,2"),
    ("[math]::Max(2, 3); [int]::MaxValue", "3|2147483647"),
    ("(1..4).Where({ $_ -gt 2 }) -join ','", "3,4"),
    ('$a = 1, 2; $a[1] = 9; "$a"', "1 9"),
    ("$null.Foo; $null.Count", "|0"),
    # flow
    ("for ($i = 0; $i -lt 3; $i++) { if ($i -eq 1) { continue }; $i }", "0|2"),
    (":o foreach ($i in 1..3) { foreach ($j in 1..3) { if ($j -eq 2) { continue o }; $j } }",
     "1|1|1"),
    ("$i = 0; while ($true) { if (++$i -gt 2) { break }; $i }", "1|2"),
    ("$i = 5; do { $i-- } until ($i -le 3); $i", "3"),
    ("switch (1, 2, 3) { 1 { 'one' } { $_ -gt 1 } { 'more' } default { 'no' } }",
     "one|more|more"),
    ("switch -Wildcard ('web01') { 'web*' { 'w' } 'db*' { 'd' } }", "w"),
    ("switch -Regex ('a7') { '(\\d)' { $Matches[1] } }", "7"),
    ("foreach ($x in $null) { 'never' }; 'end'", "end"),
    # functions and script blocks
    ('function f($a, $b = $a + 1) { "$a $b" }; f 1; f 1 5; f -b 2 -a 0', "1 2|1 5|0 2"),
    ("function f { $args.Count; $args[0] }; f 7 8", "2|7"),
    ("function f { param([int]$n) $n.GetType().Name }; f '5'", "Int32"),
    ("function f { process { $_ * 2 } }; 1..3 | f", "2|4|6"),
    ("function f { begin { 'b' } process { $_ } end { 'e' } }; 1, 2 | f", "b|1|2|e"),
    ('function f { "$input" }; 1..3 | f', "1 2 3"),
    ("filter d { $_ + $_ }; 1, 2 | d", "2|4"),
    ("function f { return 1; 2 }; f", "1"),
    ("& { param($a, $b) $b } 1 2", "2"),
    ("function f { $x = $(return 5); 'no' }; f; 'on'", "5|on"),
    (". { $dotted = 3 }; $dotted", "3"),
    ('$h = @{ a = 1 }; function f($a, $b) { "$a,$b" }; f @h -b 2', "1,2"),
    ("$n = 1; $c = { $n }.GetNewClosure(); $n = 2; & $c", "1"),
    (('function f { [CmdletBinding()] param([Parameter(ValueFromPipeline)]$x) process { "<$x>" } };'
     " 1, 2 | f"), "<1>|<2>"),
    ("function f { [CmdletBinding()] param($x) $PSBoundParameters.Keys }; f -x 1", "x"),
    ("function f([switch]$s) { $s.IsPresent }; f; f -s", "False|True"),
    # pipelines and streams
    ("1..5 | Where-Object { $_ % 2 } | ForEach-Object { $_ * 10 }", "10|30|50"),
    ("1..9 | Select-Object -First 2", "1|2"),
    ("$r = Write-Error 'x' 2>&1; $r.GetType().Name", "ErrorRecord"),
    ("Write-Warning 'w' 3>$null; 'on'", "on"),
    ("$e = & { }; @($e).Count; $null -eq $e", "0|True"),
    ("1 && 2; 'a' || 'b'", "1|2|a"),
]  # fmt: skip


@pytest.mark.parametrize(("script", "expected"), CASES, ids=[script for script, _ in CASES])
def test_a_script_writes_what_it_means(script: str, expected: str) -> None:
    assert printed(script) == expected


REFUSED = [
    "class Vm { [string]$Name }",
    "enum State { On }",
    "1 > file.txt",
    "data { 1 }",
    "Get-Date &",
]


@pytest.mark.parametrize("script", REFUSED)
def test_what_is_not_emulated_says_so_when_it_runs(script: str) -> None:
    found = ran(f"'before'\n{script}")
    assert (found.texts, found.ids) == (["before"], ["NotEmulated"])


def test_nothing_runs_where_the_text_has_an_error() -> None:
    found = ran("'before'\n$x = 1 +* 2")
    assert found.texts == []
    assert found.outcome.error is not None
    assert found.outcome.error.category.name == "ParserError"
