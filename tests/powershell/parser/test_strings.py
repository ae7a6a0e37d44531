"""Strings: their values, and the places of what expands in them."""

import pytest

from emulator.powershell import tree
from emulator.powershell.parser import parse


def _expression(script: str) -> tree.Expression:
    result = parse(script)
    assert not result.errors
    assert result.tree.end_block is not None
    (pipeline,) = result.tree.end_block.statements
    assert isinstance(pipeline, tree.Pipeline)
    (element,) = pipeline.elements
    assert isinstance(element, tree.CommandExpression)
    return element.expression


VALUES = [
    # script                     value                 why it is here
    ("'it''s'", "it's", "a doubled quote is one"),
    ("'a$b`n'", "a$b`n", "nothing expands in single quotes"),
    ('"a`tb`"c""d"', 'a\tb"c"d', "escapes and doubled quotes"),
    ('"`0`a`b`f`n`r`v``"', "\0\a\b\f\n\r\v`", "all escapes"),
    ('"`u{1F600}`e["', "\U0001f600\x1b[", "escapes of PowerShell 6 and later"),
    ('"costs 5$ or $ 5"', "costs 5$ or $ 5", "a dollar without a name is text"),
    ("@'\na\n'b'\n'@", "a\n'b'", "a here-string without its first and last line end"),
    ("@'\n'@", "", "an empty here-string"),
    ('@"\na "b" c\n"@', 'a "b" c', "quotes in a here-string"),
    ("‘a’", "a", "typographic quotes"),
]


@pytest.mark.parametrize(("script", "value", "why"), VALUES, ids=[row[2] for row in VALUES])
def test_a_constant_string_has_its_value(script: str, value: str, why: str) -> None:
    constant = _expression(script)
    assert isinstance(constant, tree.StringConstantExpression)
    assert constant.value == value


PARTS = [
    # script                        pieces: texts, or what is written there
    ('"$x.y"', ["<$x>", ".y"]),
    ('"${a b}c"', ["<${a b}>", "c"]),
    ('"$env:a$script:b"', ["<$env:a>", "<$script:b>"]),
    ('"a$($x.y[0])b"', ["a", "<$($x.y[0])>", "b"]),
    ('"$($x -f ""a"", `"b`")!"', ['<$($x -f ""a"", `"b`")>', "!"]),
    ('"$(1)$$$?"', ["<$(1)>", "<$$>", "<$?>"]),
    ('@"\n$a\n$(1)\n"@', ["<$a>", "\n", "<$(1)>"]),
    ('"a`$b$c"', ["a$b", "<$c>"]),
]


@pytest.mark.parametrize(("script", "pieces"), PARTS, ids=[row[0] for row in PARTS])
def test_an_expandable_string_has_its_pieces(script: str, pieces: list[str]) -> None:
    string = _expression(script)
    assert isinstance(string, tree.ExpandableStringExpression)
    assert pieces == [
        part if isinstance(part, str) else f"<{script[part.start : part.end]}>"
        for part in string.parts
    ]


def test_places_inside_doubled_quotes_are_places_of_the_whole_text() -> None:
    script = '"$(f ""a"" $b)"'
    string = _expression(script)
    found = [
        script[node.start : node.end]
        for node in _below(string)
        if isinstance(node, tree.StringConstantExpression | tree.VariableExpression)
    ]
    assert found == ["f", '"a""', "$b"]


def _below(node: tree.Node) -> list[tree.Node]:
    return [node, *(inner for child in node.children() for inner in _below(child))]
