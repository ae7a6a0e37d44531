"""Any text gives a tree or errors, soon, and never an exception of Python's."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emulator.powershell import tree
from emulator.powershell.parser import parse
from emulator.powershell.parser.positions import Utf16Offsets

FRAGMENTS = [
    '"',
    "'",
    "$",
    "$(",
    "@(",
    "@{",
    "{",
    "}",
    "(",
    ")",
    "[",
    "]",
    "`",
    ";",
    "|",
    "&",
    "&&",
    "||",
    '@"\n',
    '"@',
    "@'\n",
    "'@",
    "#",
    "<#",
    "#>",
    "-",
    "--",
    "--%",
    "::",
    ".",
    "..",
    "?",
    "?.",
    "?[",
    "??",
    "if",
    "else",
    "function",
    "param",
    "class",
    "enum",
    "try",
    "catch",
    "switch",
    "foreach",
    "in",
    "begin",
    "end",
    "process",
    "using",
    "data",
    "trap",
    ":x",
    "0x",
    "1e",
    "1kb",
    "\x00",
    "’",
    "“",
    "<",
    ">",
    "2>&1",
    ",",
    "!",
    "$x",
    "${",
    "=",
    "+=",
    "++",
    "static",
    "hidden",
    "base",
    ":",
    "return",
    "break",
    "a",
    "-f",
    "-split",
    "[int]",
    "[A[",
    "\x85",
    "\u3000",
    "😀",
    "[A(",
    "",
]


def _check(node: tree.Node, length: int) -> None:
    assert 0 <= node.start <= node.end <= length + 1
    for child in node.children():
        _check(child, length)


@given(st.text(max_size=80))
def test_any_characters_parse(text: str) -> None:
    _check(parse(text).tree, len(text))


@given(st.lists(st.sampled_from([*FRAGMENTS, " ", "\n"]), max_size=40).map("".join))
def test_any_mixture_of_fragments_parses(text: str) -> None:
    result = parse(text)
    _check(result.tree, len(text))
    starts = [token.start for token in result.tokens]
    assert starts == sorted(starts)


NESTED = [
    "(", "{", "[", "$(", "@(", "@{a=", '"$(', "if(1){", "[A[", "$a[", "$a.b(", "!", "- ", "[int]",
    "$a=", "1 ? ", "function f {", "class A{", "{[A({", "try{", "switch(1){1{",
]  # fmt: skip


@pytest.mark.parametrize("opening", NESTED)
def test_nesting_beyond_the_bound_is_an_error(opening: str) -> None:
    errors = parse(opening * 3000 + "1").errors
    assert errors


def test_deep_nesting_is_too_complicated_in_the_real_words() -> None:
    (error,) = parse("(" * 3000 + "1" + ")" * 3000).errors
    assert error.error_id == "ScriptTooComplicated"
    assert error.message == "Processing was stopped because the script is too complex."


LONG = ["1+", "a|", "$a.b", "[0]", "$$", "`", "elseif(1){}", "<#", '"a"', "'", "#\n", "f;", "a&&"]


@pytest.mark.parametrize("piece", LONG)
def test_long_texts_end(piece: str) -> None:
    assert parse("$x" + piece * 3000).tokens


@given(st.text(max_size=40))
def test_offsets_count_utf_16_units(text: str) -> None:
    offsets = Utf16Offsets(text)
    for index in range(len(text) + 1):
        assert offsets.of(index) == len(text[:index].encode("utf-16-le", "surrogatepass")) // 2
