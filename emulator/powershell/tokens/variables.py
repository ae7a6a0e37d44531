"""Variables: plain, scoped, braced and splatted; in the text and inside strings."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from emulator.powershell.tokens import characters, generic, strings
from emulator.powershell.tokens.kinds import TokenKind
from emulator.powershell.tokens.token import SubExpressionPart, Token, VariablePart

if TYPE_CHECKING:
    from emulator.powershell.tokens.tokenizer import Tokenizer

_NAME = re.compile(r"[$@]([$?^]|[\w:](?:[\w?]|:(?!:))*+)")
_STARTS = re.compile(r"[\w:?^$]")
_ENDS_WORD = re.compile(rf"[{characters.NEW_TOKEN}\0]")
_BRACED_RUN = re.compile(rf"[^}}`{{{characters.DOUBLE_QUOTES}]++")
_SUB_RUN = re.compile(rf"[^()`{characters.DOUBLE_QUOTES}]++")

_COMMAND = 0


def starts_variable(character: str) -> bool:
    """Tell whether a variable's name may start with `character`."""
    return _STARTS.match(character) is not None


def scan_dollar(tokens: Tokenizer, start: int) -> Token:
    """Read what starts with $: a variable, a sub-expression, or a word."""
    text = tokens.text
    found = _NAME.match(text, start, tokens.limit)
    if found is None:
        after = text[start + 1] if start + 1 < tokens.limit else "\0"
        if after == "(":
            return tokens.token("DollarParen", start, start + 2)
        if after == "{":
            return _scan_braced(tokens, start)
        return generic.scan_generic(tokens, start)
    return _variable_token(tokens, "Variable", start, found)


def scan_splatted(tokens: Tokenizer, start: int) -> Token:
    """Read @name."""
    found = _NAME.match(tokens.text, start, tokens.limit)
    assert found is not None
    return _variable_token(tokens, "SplattedVariable", start, found)


def _variable_token(tokens: Tokenizer, kind: TokenKind, start: int, found: re.Match[str]) -> Token:
    path = found.group(1)
    end = found.end()
    if tokens.mode == _COMMAND and end < tokens.limit:
        ends = "" if path in "$?^" else ".[=:"
        if tokens.text[end] not in ends and not _ENDS_WORD.match(tokens.text, end):
            return generic.scan_generic(tokens, start)
    if path[-1] == ":":
        _report_no_name(tokens, path, start, end)
    return tokens.token(kind, start, end, path)


def _report_no_name(tokens: Tokenizer, path: str, start: int, end: int) -> None:
    with_drive = len(path) > 1
    tokens.errors.report(
        "InvalidVariableReferenceWithDrive" if with_drive else "InvalidVariableReference",
        start,
        end,
    )


def _scan_braced(tokens: Tokenizer, start: int) -> Token:
    path, end = _braced_path(tokens, start, in_string=False)
    if tokens.mode == _COMMAND and end < tokens.limit:
        character = tokens.text[end]
        if character not in ".[" and not _ENDS_WORD.match(character):
            return generic.scan_generic(tokens, start)
    return tokens.token("Variable", start, end, path)


def _braced_path(tokens: Tokenizer, start: int, *, in_string: bool) -> tuple[str, int]:
    text = tokens.text
    limit = tokens.limit
    name: list[str] = []
    pos = start + 2
    while pos < limit and text[pos] != "}":
        character = text[pos]
        if character == "`":
            value, pos = strings.escaped(tokens, pos)
        elif character in characters.DOUBLE_QUOTES:
            doubled = in_string and text[pos + 1] in characters.DOUBLE_QUOTES
            value, pos = character, pos + (2 if doubled else 1)
        elif character == "{":
            tokens.errors.report("OpenBraceNeedsToBeBackTickedInVariableName", pos + 1, pos + 2)
            value, pos = character, pos + 1
        else:
            found = _BRACED_RUN.match(text, pos, limit)
            assert found is not None
            value, pos = found.group(), found.end()
        name.append(value)
    path = "".join(name)
    if pos >= limit:
        tokens.errors.report_incomplete("IncompleteDollarVariableReference", start + 1, limit)
        return path or ":Error:", limit
    if not path:
        tokens.errors.report("EmptyVariableReference", pos, pos + 1)
        path = ":Error:"
    elif path[-1] == ":":
        tokens.errors.report("InvalidBracedVariableReference", start, pos + 1)
    return path, pos + 1


def part_in_string(
    tokens: Tokenizer, pos: int, *, here: bool
) -> VariablePart | SubExpressionPart | None:
    """Read the variable or sub-expression that the $ at `pos` inside a string starts."""
    text = tokens.text
    after = text[pos + 1] if pos + 1 < tokens.limit else "\0"
    if after == "(":
        return _sub_expression(tokens, pos, here=here)
    if after == "{":
        path, end = _braced_path(tokens, pos, in_string=True)
        return VariablePart(pos, end, path, braced=True)
    found = _NAME.match(text, pos, tokens.limit)
    if found is None:
        return None
    path = found.group(1)
    if path[-1] == ":":
        _report_no_name(tokens, path, pos, found.end())
    return VariablePart(pos, found.end(), path, braced=False)


def _sub_expression(tokens: Tokenizer, start: int, *, here: bool) -> SubExpressionPart:
    """Find the closing parenthesis by counting, as PowerShell does before it parses the inside.

    Outside here-strings a doubled quote (or a quote after a backtick) counts as one.
    """
    text = tokens.text
    limit = tokens.limit
    skipped: list[int] = []
    depth = 1
    pos = start + 2
    while pos < limit:
        character = text[pos]
        if character == "(":
            depth += 1
            pos += 1
        elif character == ")":
            depth -= 1
            pos += 1
            if depth == 0:
                return SubExpressionPart(start, pos, tuple(skipped))
        elif character == "`" or character in characters.DOUBLE_QUOTES:
            pos += 1
            if not here and pos < limit and text[pos] in characters.DOUBLE_QUOTES:
                skipped.append(pos - 1)
                pos += 1
        else:
            found = _SUB_RUN.match(text, pos, limit)
            assert found is not None
            pos = found.end()
    tokens.errors.report_incomplete("IncompleteDollarSubexpressionReference", start, limit)
    return SubExpressionPart(start, limit, tuple(skipped))
