"""Every wrong script is refused with the real parser's ids, places and messages."""

import json
from collections.abc import Iterator

import pytest

from emulator.powershell.parser import parse
from tests.conformance import trees


def _recorded() -> Iterator[tuple[str, list[list[object]]]]:
    scripts = {case.id: case.script for case in trees.cases() if case.first_error is not None}
    with (trees.FOLDER / "trees.jsonl").open(encoding="utf-8", newline="\n") as lines:
        for line in lines:
            record = json.loads(line)
            if record["id"] in scripts:
                yield scripts[record["id"]], record["errors"]


def test_wrong_scripts_have_all_the_errors_of_the_real_parser() -> None:
    # `class B1 : NoSuchBase` needs to know all types, which the parser's caller does.
    differing = [
        script
        for script, errors in _recorded()
        if [
            [error.error_id, error.start, error.end, error.message]
            for error in parse(script, knows_module=lambda _: False).errors
        ]
        != errors
    ]
    assert differing == ["class B1 : NoSuchBase { }"]


def test_a_base_class_that_nobody_knows_is_an_error() -> None:
    (error,) = parse("class B1 : NoSuchBase { }", knows_type=lambda _: False).errors
    assert (error.error_id, error.start, error.end, error.message) == (
        "TypeNotFound",
        11,
        21,
        "Unable to find type [NoSuchBase].",
    )


def test_a_class_knows_itself_its_neighbours_and_namespaces_in_use() -> None:
    script = "using namespace A.B\nclass C { [C]$c; [D]$d; [E[]]$e; [string]$s }\nclass D { }"
    known = {"A.B.E", "string"}
    assert not parse(script, knows_type=known.__contains__).errors


INCOMPLETE = [
    # script           incomplete   why it is here
    ("if (1) {", True, "a brace may follow"),
    ("'abc", True, "a quote may follow"),
    ("1 +", True, "an operand may follow"),
    ("Get-VM |", True, "a command may follow"),
    ("1 + # more", True, "a comment does not complete it"),
    ("1 + )", False, "nothing can mend this"),
    ("foo(1 2", False, "the first error is in the middle"),
]


@pytest.mark.parametrize(("script", "incomplete", "why"), INCOMPLETE)
def test_what_more_text_may_mend_is_incomplete(script: str, incomplete: bool, why: str) -> None:
    assert parse(script).errors[0].incomplete is incomplete, why


DEFINITIONS = [
    # script                                           id                     start
    ("class A { [int]$x; [int]$x }", "MemberAlreadyDefined", 19),
    ("enum E { A; A }", "MemberAlreadyDefined", 12),
    ("class A { [int] M() { } }", "MethodHasCodePathNotReturn", 16),
    ("class A { [int] M() { if ($true) { return 1 } } }", "MethodHasCodePathNotReturn", 16),
    ("class A { [void] M() { return 1 } }", "VoidMethodHasReturn", 23),
    ("class A { static M() { $this.x = 1 } }", "NonStaticMemberAccessInStaticMember", 23),
    ("class A { M() { $y } }", "VariableNotLocal", 16),
    ("class A { M() { foreach ($i in 1) { break out } } }", "LabelNotFound", 36),
]


@pytest.mark.parametrize(("script", "error_id", "start"), DEFINITIONS)
def test_classes_are_checked_before_anything_runs(script: str, error_id: str, start: int) -> None:
    result = parse(script)
    (error,) = result.errors + result.definition_errors
    assert (error.error_id, error.start) == (error_id, start)


FINE = [
    "class A { [int] M() { if ($true) { return 1 } else { throw 'x' } } }",
    "class A { [int] M() { while ($true) { return 1 } } }",
    "class A { [int] M() { switch (1) { 1 { return 1 } default { return 2 } } } }",
    "class A { [int] M() { try { return 1 } catch { return 2 } } }",
    "class A { M() { $y = 1; $y; $this.x; $script:z; $env:p; $true; foreach ($i in 1) { $i } } }",
    "class A { M([int]$a) { } M([string]$a) { } static M([int]$a) { } }",
    "try { } finally { foreach ($i in 1) { break } }",
    "try { } catch [A] { } catch [B] { } catch { }",
    "$a.b, $c[0], $script:d = 1, 2, 3",
    "[int]$x = 1; ($y) = 2; $a.b.c() = 1",
    "[CmdletBinding()]\nparam\n(\n[Parameter(Mandatory)]\n[string]\n$Name\n)\nprocess { }",
    "function f([int]$a = 1, $b) { $a }",
    "@{ a = 1; 'b' = 2; (1 + 2) = 3; if = 4 }",
    "$x = if (1) { 2 } else { 3 }",
    "Get-VM | Where-Object { $_.State -eq 'Running' } |\n  ForEach-Object { $_.Name }",
    "$null = [void]$list.Add(1), 'x'.Trim().Length",
    "[ordered]@{ a = 1 }",
    "data { 'x' } ; data d -SupportedCommand Get-X { Get-X }",
    "f -a:$b, $c -- -d; & 'x' @args 2>&1 > $null",
    "workflow w { parallel { f } sequence { g } }",
    "configuration c { Node localhost { File f { Ensure = 'Present' } } }",
]


@pytest.mark.parametrize("script", FINE)
def test_right_scripts_have_no_errors(script: str) -> None:
    result = parse(script)
    assert (result.errors, result.definition_errors) == ((), ())
