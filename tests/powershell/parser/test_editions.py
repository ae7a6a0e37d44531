"""Windows PowerShell 5.1 refuses, or reads otherwise, what only PowerShell 7 has."""

import ast
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from emulator.powershell import parser
from emulator.powershell.parser import parse
from emulator.powershell.parser.editions import DIFFERENCES
from tests.conformance import trees

NAMED_BLOCKS = "MissingNamedBlocks"
UNEXPECTED = "UnexpectedToken"

READINGS = [
    # difference                     script                    what 5.1 reads: its errors, or tokens
    ("ternary", "$x ? 1 : 2", [(UNEXPECTED, "?")]),
    ("ternary", "$x ?1:2", [(UNEXPECTED, "?1:2")]),
    ("null coalescing", "$a ?? 'y'", [(UNEXPECTED, "??")]),
    ("null-coalescing assignment", "$a ??= 1", [(UNEXPECTED, "??=")]),
    ("null-conditional access", "${n}?.Length", [(UNEXPECTED, "?.Length")]),
    ("null-conditional access", "${n}?[0]", [(UNEXPECTED, "?[0]")]),
    ("null-conditional access", "(1)?.x", [(UNEXPECTED, "?.x")]),
    ("pipeline chain", "gci && ls", [("InvalidEndOfLine", "&&")]),
    ("pipeline chain", "gci || ls", [("InvalidEndOfLine", "||")]),
    ("pipeline chain", "gci &&", [("InvalidEndOfLine", "&&")]),
    ("pipeline chain", "gci && 2",
     [("InvalidEndOfLine", "&&"), ("ExpressionsMustBeFirstInPipeline", "2")]),
    ("background", "gci &", [("AmpersandNotAllowed", "&")]),
    ("background", "echo bff3dbcb & cd", [("AmpersandNotAllowed", "&")]),
    ("background of an expression", "1 &", [(UNEXPECTED, "&")]),
    ("leading pipe", "gci\n| ls", [("EmptyPipeElement", "|")]),
    ("leading pipe", "gci\n  # why\n  | ls", [("EmptyPipeElement", "|")]),
    ("clean block", "clean { 1 }", "Identifier LCurly Number RCurly"),
    ("clean block", "begin { } clean { }", [(NAMED_BLOCKS, "clean")]),
    ("clean block", "function f { clean { } }",
     "Function Identifier LCurly Identifier LCurly RCurly RCurly"),
    ("names of blocks", "begin { 1 } 2", [(NAMED_BLOCKS, "2")]),
    ("number suffix", "$x = 1u", "Variable Equals Generic"),
    ("number suffix", "echo 1ul 1y 1uy 1s 1us 1n 1l 1d",
     "Identifier Generic Generic Generic Generic Generic Generic Number Number"),
    ("number suffix", "1, 2n", [("MissingExpressionAfterToken", ""), (UNEXPECTED, "2n")]),
    ("binary number", "0b11", "Generic"),
    ("binary number", "1 + 0b11", [("ExpectedValueExpression", ""), (UNEXPECTED, "0b11")]),
    ("sign of a hexadecimal number", "0x0FFFFFFFF", [-1]),
    ("sign of a hexadecimal number", "0xFFFFFFFFL", [0xFFFFFFFF]),
    ("escape", '"`e[0m`u{41}"', ["e[0mu{41}"]),
    ("escape", "echo a`u{41}", "Identifier Generic LCurly Number RCurly"),
    ("type arguments of a method", "$x.M[int](1)",
     [("MissingArrayIndexExpression", ""), (UNEXPECTED, "int]")]),
    ("underlying type of an enum", "enum X : byte { a }", [("MissingTypeBody", "")]),
]  # fmt: skip

SAME = [
    # script                      why it is here
    ("$x?.y", "both read the variable $x?"),
    ("$x?1:2", "both read one variable"),
    ("1?2:3", "both read a word"),
    ("echo ? ?? a?b", "in a command these are words for both"),
    ("& $x", "calling is no background"),
    ("gci\n\n| ls", "a blank line ends the pipeline for both"),
    ("gci |\n ls", "both go on after a pipe"),
    ("0xFFFFFFFF, 0xFFFFFFFFFFFFFFFF, 0x7F, 1kb, 1.5d, 2lmb", "numbers that both have"),
    ('"`t`n`v`0"', "escapes that both have"),
    ("enum X { a = 1 }", "an enum that both have"),
    ("workflow w { parallel { 1 } }", "what 5.1 has and 7 only parses"),
]


def _told(script: str, *, core: bool) -> list[tuple[str, str]]:
    errors = parse(script, core=core).errors
    return [(error.error_id, script[error.start : error.end]) for error in errors]


def _kinds(script: str, *, core: bool) -> str:
    return " ".join(token.kind for token in parse(script, core=core).tokens[:-1])


def _values(script: str, *, core: bool) -> list[object]:
    return [token.value for token in parse(script, core=core).tokens[:-1]]


@pytest.mark.parametrize(("name", "script", "desktop"), READINGS)
def test_windows_powershell_reads_otherwise(name: str, script: str, desktop: object) -> None:
    del name
    if isinstance(desktop, str):
        read: object = _kinds(script, core=False)
        assert _told(script, core=False) == []
        assert _kinds(script, core=True) != desktop
    elif isinstance(desktop, list) and isinstance(desktop[0], tuple):
        read = _told(script, core=False)
        assert parse(script, core=True).errors != parse(script, core=False).errors
    else:
        read = _values(script, core=False)
        assert _values(script, core=True) != desktop
    assert read == desktop


@pytest.mark.parametrize("script", [script for name, script, _ in READINGS if "names" not in name])
def test_powershell_7_reads_all_of_it(script: str) -> None:
    unfinished = script == "gci &&"
    assert [error.incomplete for error in parse(script).errors] == ([True] if unfinished else [])


@pytest.mark.parametrize("script", [script for script, _ in SAME])
def test_both_editions_read_the_rest_alike(script: str) -> None:
    assert _told(script, core=False) == _told(script, core=True)
    assert _kinds(script, core=False) == _kinds(script, core=True)


def test_the_table_and_the_scripts_name_the_same_differences() -> None:
    assert {name for name, _, _ in READINGS} == {each.name for each in DIFFERENCES}
    assert len({each.name for each in DIFFERENCES}) == len(DIFFERENCES)


def test_the_edition_is_asked_for_only_where_the_table_says() -> None:
    handed_on = {"parser.expandable._inside"}
    assert set(_askers()) - handed_on == {each.place for each in DIFFERENCES}


def _askers() -> Iterator[str]:
    """Yield the functions of parser and tokens that read `core` of something."""
    rooms = Path(parser.__file__).parent.parent
    for path in sorted([*(rooms / "parser").glob("*.py"), *(rooms / "tokens").glob("*.py")]):
        module = ast.parse(path.read_text(encoding="utf-8"))
        yield from _askers_in(module, f"{path.parent.name}.{path.stem}")


def _askers_in(node: ast.AST, name: str) -> Iterator[str]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.ClassDef):
            yield from _askers_in(child, f"{name}.{child.name}")
            continue
        if (
            isinstance(child, ast.Attribute)
            and child.attr in ("core", "_core")
            and isinstance(child.ctx, ast.Load)
        ):
            yield name
        yield from _askers_in(child, name)


def _refused_by_windows_powershell() -> Iterator[tuple[str, str, str]]:
    for file in ("language", "errors", "programs"):
        for line in (trees.FOLDER / f"{file}.jsonl").read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            errors = (case.get("desktop") or {}).get("errors") or [{}]
            if errors[0].get("category") == "ParserError":
                yield case["script"], errors[0]["fqid"], errors[0].get("message", "")


def test_the_cases_that_windows_powershell_refuses_are_refused_alike() -> None:
    cases = list(_refused_by_windows_powershell())
    for script, error_id, message in cases:
        first, *_ = parse(script, core=False).errors
        assert first.error_id == error_id
        assert not message or first.message in message
    assert cases


def test_a_sub_expression_in_a_string_is_read_as_its_script_is() -> None:
    assert _told('"$(1 ?? 2)"', core=False) == [(UNEXPECTED, "??")]
    assert _told('"$(""a"" ?? 2)"', core=False) == [(UNEXPECTED, "??")]
