"""How Windows reads command lines: arguments, and cmd.exe's own rules."""

import pytest

from emulator.console.cmd_line import LineTooLong, expanded, inside_c, steps
from emulator.console.command_line import split
from emulator.objects.errors import NotEmulated


@pytest.mark.parametrize(("line", "arguments"), [
    # the documented examples
    (r'prog "a b c" d e',               ["prog", "a b c", "d", "e"]),
    (r'prog "ab\"c" "\\" d',            ["prog", 'ab"c', "\\", "d"]),
    (r'prog a\\\b d"e f"g h',           ["prog", r"a\\\b", "de fg", "h"]),
    (r'prog a\\\"b c d',                ["prog", r'a\"b', "c", "d"]),
    (r'prog a\\\\"b c" d e',            ["prog", r"a\\b c", "d", "e"]),
    # the rest
    (r'"C:\with blank\prog.exe" x',     [r"C:\with blank\prog.exe", "x"]),
    ('prog "a""b" c',                   ["prog", 'a"b', "c"]),
    ('prog ""',                         ["prog", ""]),
    ("  prog \t a ",                    ["prog", "a"]),
    ("",                                [""]),
    ('powershell -c "Get-VM | ? { $_.Name -eq \\"web01\\" }"',
     ["powershell", "-c", 'Get-VM | ? { $_.Name -eq "web01" }']),
])  # fmt: skip
def test_a_line_splits_as_programs_see_it(line: str, arguments: list[str]) -> None:
    assert split(line) == arguments


@pytest.mark.parametrize(("line", "inside"), [
    ('echo "x"',                                 'echo "x"'),
    ('"echo x"',                                 "echo x"),
    ('"C:\\Program Files\\a b.exe"',             '"C:\\Program Files\\a b.exe"'),
    ('"C:\\Program Files\\a.exe" "b c"',         'C:\\Program Files\\a.exe" "b c'),
    ('"echo "a" "b""',                           'echo "a" "b"'),
])  # fmt: skip
def test_the_outer_quotes_of_slash_c_go(line: str, inside: str) -> None:
    assert inside_c(line) == inside


@pytest.mark.parametrize(("line", "result"), [
    ("%NAME% %name%",   "value value"),
    ("%OTHER% 100%",    "%OTHER% 100%"),   # unknown names stay, as on a command line
    ("%a%b%",           "%a%b%"),
])  # fmt: skip
def test_variables_expand(line: str, result: str) -> None:
    assert expanded(line, {"Name": "value"}) == result


@pytest.mark.parametrize(("line", "texts", "whens"), [
    ("echo a",                    ["echo a"],                ["&"]),
    ("echo a&echo b",             ["echo a", "echo b"],      ["&", "&"]),
    ("a && b || c",               ["a ", "b ", "c"],         ["&", "&&", "||"]),
    ('echo "a & b"',              ['echo "a & b"'],          ["&"]),
    ("echo a ^& b",               ["echo a & b"],            ["&"]),
    ("@echo a",                   ["echo a"],                ["&"]),
    (" & ",                       [],                        []),
])  # fmt: skip
def test_a_line_is_commands(line: str, texts: list[str], whens: list[str]) -> None:
    found = steps(line)
    assert [step.text for step in found] == texts
    assert [step.when.value for step in found] == whens


@pytest.mark.parametrize(("line", "text", "nul", "nul_errors", "merged"), [
    ("echo a >nul",          "echo a ",   True,  False, False),
    ("echo a > NUL 2>&1",    "echo a  ",  True,  False, True),
    ("echo a 2>nul",         "echo a ",   False, True,  False),
    ("echo a2>nul",          "echo a2",   True,  False, False),   # the 2 belongs to the word
])  # fmt: skip
def test_redirections_to_nul(
    line: str, text: str, nul: bool, nul_errors: bool, merged: bool
) -> None:
    (step,) = steps(line)
    assert (step.text, step.output_to_nul) == (text, nul)
    assert (step.errors_to_nul, step.errors_to_output) == (nul_errors, merged)


@pytest.mark.parametrize("line", ["dir | more", "echo a > C:\\x", "(echo a)", "echo a >> b"])
def test_what_is_not_emulated_is_loud(line: str) -> None:
    with pytest.raises(NotEmulated):
        steps(line)


def test_a_modifier_is_not_emulated() -> None:
    with pytest.raises(NotEmulated):
        expanded("%NAME:~0,2%", {"NAME": "x"})


def test_a_line_has_8191_characters() -> None:
    assert steps("x" * 8191)
    with pytest.raises(LineTooLong):
        steps("x" * 8192)
