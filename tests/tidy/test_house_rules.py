"""House rules that no tool knows: lengths, sources, registration. The message names the fix."""

import ast
from pathlib import Path

import pytest

from cmdlets.registry import cmdlet_classes
from tests.tidy.house import ROOT, files_of_tests, functions_in, name_of, product_files, tree_of

FILE_LINES_MOST = 400
FUNCTION_LINES_MOST = 50
TEST_FILE_LINES_MOST = 450
BANNED_NAMES = frozenset({"utils", "util", "helpers", "helper", "manager", "common", "misc"})


def id_of(path: Path) -> str:
    return name_of(path)


@pytest.mark.parametrize("path", [*product_files()], ids=id_of)
def test_a_file_is_short_enough_to_be_one_idea(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= FILE_LINES_MOST, f"{name_of(path)} has {lines} lines: split it by meaning"


@pytest.mark.parametrize("path", [*files_of_tests()], ids=id_of)
def test_a_test_file_is_short_enough_to_be_read(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= TEST_FILE_LINES_MOST, f"{name_of(path)} has {lines} lines: split it by meaning"


def test_a_function_fits_a_screen() -> None:
    long = [
        f"{name_of(path)}:{function.lineno} {function.name}"
        for path in product_files()
        for function in functions_in(tree_of(path))
        if (function.end_lineno or 0) - function.lineno + 1 > FUNCTION_LINES_MOST
    ]
    assert not long, f"over {FUNCTION_LINES_MOST} lines, split by meaning: {long}"


def test_every_module_says_in_a_line_what_is_here() -> None:
    silent = [name_of(path) for path in product_files() if not ast.get_docstring(tree_of(path))]
    assert not silent, f"give these a module docstring: {silent}"


def test_no_file_has_a_name_that_says_nothing() -> None:
    vague = [name_of(path) for path in product_files() if path.stem in BANNED_NAMES]
    assert not vague, f"name these after the idea in them: {vague}"


def test_every_rule_of_the_engine_names_its_source() -> None:
    rules = sorted((ROOT / "emulator" / "engine" / "rules").glob("*.py"))
    nameless = [
        f"{path.name}:{function.name}"
        for path in rules
        for function in tree_of(path).body
        if isinstance(function, ast.FunctionDef)
        and not function.name.startswith("_")
        and "Source:" not in (ast.get_docstring(function) or "")
    ]
    assert rules
    assert not nameless, f"end these docstrings with 'Source: ...' or 'Source: assumed': {nameless}"


def test_no_todo_stands_without_an_issue_or_decision() -> None:
    marks = [
        f"{name_of(path)}:{number}"
        for path in product_files()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if ("TODO" in line or "FIXME" in line) and "decision" not in line and "issue" not in line
    ]
    assert not marks, f"write a decision or do it: {marks}"


def test_no_room_prints_but_the_command_line() -> None:
    printing = [
        f"{name_of(path)}:{node.lineno}"
        for path in product_files()
        if "cli" not in path.parts
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "print"
    ]
    assert not printing


def test_every_cmdlet_file_is_registered() -> None:
    declared = {
        keyword.value.value
        for path in product_files()
        if "cmdlets" in path.relative_to(ROOT).parts[:1]
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ClassDef)
        for keyword in node.keywords
        if keyword.arg == "name" and isinstance(keyword.value, ast.Constant)
    }
    registered = {cmdlet.declaration.name for cmdlet in cmdlet_classes()}
    assert declared == registered, "list these in their folder's CMDLETS"
