"""Operators, brackets, redirections, labels, and the names of parameters."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from emulator.powershell.tokens import characters, generic, numbers, trivia
from emulator.powershell.tokens.kinds import DASH_OPERATORS, TokenKind
from emulator.powershell.tokens.token import ParameterName, StreamRedirection, Token

if TYPE_CHECKING:
    from emulator.powershell.tokens.tokenizer import Tokenizer

_ENDS_WORD = re.compile(rf"[{characters.NEW_TOKEN}\0]")
_BLANK = re.compile(rf"[{characters.BLANKS}\r\n\0]")
_LETTERS = re.compile(r"[a-zA-Z]++")
_PARAMETER = re.compile(
    rf"[^{characters.BLANKS}{{}}();,|&.\[\r\n\0:{characters.SINGLE_QUOTES}"
    rf"{characters.DOUBLE_QUOTES}]++"
)
_QUOTES = characters.SINGLE_QUOTES + characters.DOUBLE_QUOTES
_LABEL = re.compile(r":([^\W\d]\w*+)")
_DIGITS = "0123456789"

_SINGLES: dict[str, TokenKind] = {
    "(": "LParen", ")": "RParen", "{": "LCurly", "}": "RCurly", "]": "RBracket",
    ";": "Semi", ",": "Comma",
}  # fmt: skip
_ARITHMETIC: dict[str, tuple[TokenKind, TokenKind]] = {
    "+": ("Plus", "PlusEquals"), "/": ("Divide", "DivideEquals"),
    "%": ("Rem", "RemainderEquals"), "*": ("Multiply", "MultiplyEquals"),
}  # fmt: skip

_NULL_CONDITIONAL: frozenset[TokenKind] = frozenset({"QuestionDot", "QuestionLBracket"})

_COMMAND, _EXPRESSION = 0, 1


def scan_single(tokens: Tokenizer, start: int) -> Token:
    """Read a bracket or separator of one character."""
    return tokens.token(_SINGLES[tokens.text[start]], start, start + 1)


def _operator(tokens: Tokenizer, kind: TokenKind, start: int, end: int) -> Token:
    """Read an operator; in a command it is one only if the word ends there."""
    if tokens.mode == _COMMAND and end < tokens.limit and not _ENDS_WORD.match(tokens.text, end):
        return generic.scan_generic(tokens, start)
    return tokens.token(kind, start, end)


def scan_arithmetic(tokens: Tokenizer, start: int) -> Token:
    """Read =, +, ++, /, % and their assignments."""
    text = tokens.text
    character = text[start]
    after = text[start + 1]
    if character == "=":
        return _operator(tokens, "Equals", start, start + 1)
    plain, assignment = _ARITHMETIC[character]
    if after == "=":
        return _operator(tokens, assignment, start, start + 2)
    if character == "+":
        if after == "+":
            return _operator(tokens, "PlusPlus", start, start + 2)
        if tokens.signed_numbers and (after in _DIGITS or after == "."):
            return _signed_number(tokens, plain, start)
    return _operator(tokens, plain, start, start + 1)


def _signed_number(tokens: Tokenizer, kind: TokenKind, start: int) -> Token:
    if tokens.text[start + 1] == "." and tokens.text[start + 2] not in _DIGITS:
        return _operator(tokens, kind, start, start + 1)
    return numbers.scan_number(tokens, start)


def scan_dash(tokens: Tokenizer, start: int) -> Token:
    """Read what starts with a dash: a named operator, a parameter, a number, - or --."""
    text = tokens.text
    after = text[start + 1]
    if after.isalpha() or after in "_?":
        if tokens.mode == _EXPRESSION:
            return _dash_operator(tokens, start)
        return _parameter(tokens, start)
    if after in characters.DASHES:
        return _operator(tokens, "MinusMinus", start, start + 2)
    if after == "=":
        return _operator(tokens, "MinusEquals", start, start + 2)
    if tokens.signed_numbers and (after in _DIGITS or after == "."):
        return _signed_number(tokens, "Minus", start)
    return _operator(tokens, "Minus", start, start + 1)


def _dash_operator(tokens: Tokenizer, start: int) -> Token:
    found = _LETTERS.match(tokens.text, start + 1, tokens.limit)
    if found is None:
        return tokens.token("Minus", start, start + 1)
    name = found.group()
    kind = DASH_OPERATORS.get(name.lower())
    if kind is not None:
        return tokens.token(kind, start, found.end())
    colon = found.end() < tokens.limit and tokens.text[found.end()] == ":"
    return tokens.token("Parameter", start, found.end(), ParameterName(name, used_colon=colon))


def _parameter(tokens: Tokenizer, start: int) -> Token:
    text = tokens.text
    found = _PARAMETER.match(text, start + 1, tokens.limit)
    assert found is not None
    end = found.end()
    if end < tokens.limit:
        if text[end] in _QUOTES:
            return generic.scan_generic(tokens, start)
        if text[end] == ":":
            name = ParameterName(found.group(), used_colon=True)
            return tokens.token("Parameter", start, end + 1, name)
    return tokens.token("Parameter", start, end, ParameterName(found.group(), used_colon=False))


def scan_star(tokens: Tokenizer, start: int) -> Token:
    """Read *, *= and the redirections of all streams."""
    after = tokens.text[start + 1]
    if after == "=":
        return _operator(tokens, "MultiplyEquals", start, start + 2)
    if after == ">":
        return _redirection(tokens, start, start + 1, stream=0, merges="1")
    return _operator(tokens, "Multiply", start, start + 1)


def scan_greater(tokens: Tokenizer, start: int) -> Token:
    """Read > and >>."""
    return _redirection(tokens, start, start, stream=1, merges="")


def scan_numbered_redirection(tokens: Tokenizer, start: int) -> Token:
    """Read 2>, 2>> and 2>&1."""
    return _redirection(tokens, start, start + 1, stream=int(tokens.text[start]), merges="12")


def _redirection(tokens: Tokenizer, start: int, arrow: int, *, stream: int, merges: str) -> Token:
    text = tokens.text
    after = text[arrow + 1]
    if after == ">":
        return tokens.token(
            "Redirection", start, arrow + 2, StreamRedirection(stream, None, append=True)
        )
    if after == "&" and merges and text[arrow + 2] in merges:
        target = StreamRedirection(stream, int(text[arrow + 2]), append=False)
        return tokens.token("Redirection", start, arrow + 3, target)
    return tokens.token(
        "Redirection", start, arrow + 1, StreamRedirection(stream, None, append=False)
    )


def scan_input_redirection(tokens: Tokenizer, start: int) -> Token:
    """Read <, which no version supports."""
    return tokens.token("RedirectInStd", start, start + 1)


def scan_pipe_or_ampersand(tokens: Tokenizer, start: int) -> Token:
    """Read |, ||, & and &&."""
    text = tokens.text
    doubled = text[start + 1] == text[start]
    if text[start] == "|":
        return tokens.token("OrOr" if doubled else "Pipe", start, start + (2 if doubled else 1))
    return tokens.token("AndAnd" if doubled else "Ampersand", start, start + (2 if doubled else 1))


def scan_dot(tokens: Tokenizer, start: int) -> Token:
    """Read . and .. and a number that starts with a dot."""
    text = tokens.text
    after = text[start + 1]
    if after == ".":
        return _operator(tokens, "DotDot", start, start + 2)
    if after in _DIGITS:
        return numbers.scan_number(tokens, start)
    if tokens.mode == _COMMAND and after in "$\"'":
        return tokens.token("Dot", start, start + 1)
    return _operator(tokens, "Dot", start, start + 1)


def scan_colon(tokens: Tokenizer, start: int) -> Token:
    """Read :: and : and a label."""
    text = tokens.text
    in_command = tokens.mode == _COMMAND
    if text[start + 1] == ":":
        if in_command and not tokens.simple_names and not _ENDS_WORD.match(text, start + 2):
            return generic.scan_generic(tokens, start)
        return tokens.token("ColonColon", start, start + 2)
    if not in_command:
        return tokens.token("Colon", start, start + 1)
    found = _LABEL.match(text, start, tokens.limit)
    if found is None:
        return generic.scan_generic(tokens, start)
    end = found.end()
    if end < tokens.limit and not _ENDS_WORD.match(text, end):
        return generic.scan_generic(tokens, start)
    return tokens.token("Label", start, end, found.group(1))


def scan_question(tokens: Tokenizer, start: int) -> Token:
    """Read ?, ?? and ??=; in a command, and everywhere in 5.1, a word."""
    text = tokens.text
    if tokens.mode != _EXPRESSION or not tokens.core:
        return generic.scan_generic(tokens, start)
    if text[start + 1] == "?":
        if text[start + 2] == "=":
            return tokens.token("QuestionQuestionEquals", start, start + 3)
        return tokens.token("QuestionQuestion", start, start + 2)
    return tokens.token("QuestionMark", start, start + 1)


def scan_exclaim(tokens: Tokenizer, start: int) -> Token:
    """Read !; a word where it cannot be the operator."""
    text = tokens.text
    after = text[start + 1] if start + 1 < tokens.limit else "\0"
    if tokens.mode == _COMMAND and not _ENDS_WORD.match(after):
        return generic.scan_generic(tokens, start)
    if tokens.mode == _EXPRESSION:
        if after.isalpha() or after == "_":
            return generic.scan_generic(tokens, start)
        if (after in _DIGITS or after == ".") and numbers.number_at(tokens, start + 1) is None:
            return generic.scan_generic(tokens, start)
    return tokens.token("Exclaim", start, start + 1)


def scan_open_bracket(tokens: Tokenizer, start: int) -> Token:
    """Read [; in a command a word unless it stands alone."""
    return _operator(tokens, "LBracket", start, start + 1)


def scan_member_access(tokens: Tokenizer, *, index: bool) -> Token | None:
    """Read the operator of a member or element access; comments may stand before it."""
    text = tokens.text
    while text.startswith("<#", tokens.pos) and tokens.pos < tokens.limit:
        trivia.scan_block_comment(tokens, tokens.pos)
    pos = tokens.pos
    if pos >= tokens.limit:
        return None
    found = _member_operator(text, pos, index=index)
    if found is None or (found[0] in _NULL_CONDITIONAL and not tokens.core):
        return None
    kind, end = found
    if tokens.mode == _COMMAND and kind in ("Dot", "ColonColon") and _BLANK.match(text, end):
        return None
    return tokens.token(kind, pos, end)


def _member_operator(text: str, pos: int, *, index: bool) -> tuple[TokenKind, int] | None:
    two = text[pos : pos + 2]
    if two[0] == "." and two != "..":
        return "Dot", pos + 1
    if two == "::":
        return "ColonColon", pos + 2
    if two == "?.":
        return "QuestionDot", pos + 2
    if index and two[0] == "[":
        return "LBracket", pos + 1
    if index and two == "?[":
        return "QuestionLBracket", pos + 2
    return None


def scan_left_bracket(tokens: Tokenizer) -> Token | None:
    """Read the [ of an attribute or type, with blanks and comments before it.

    Where blanks stand before `.` or `:` instead, nothing is read, so that a member access after
    a type is still seen to be one, or not.
    """
    text = tokens.text
    first = tokens.pos
    blanks_seen = False
    while tokens.pos < tokens.limit:
        pos = tokens.pos
        character = text[pos]
        if character == "[":
            return tokens.token("LBracket", pos, pos + 1)
        if character == "#":
            blanks_seen = True
            trivia.scan_line_comment(tokens, pos)
        elif character == "<" and text[pos + 1] == "#":
            blanks_seen = False
            trivia.scan_block_comment(tokens, pos)
        elif character not in "\r\n" and _BLANK.match(character):
            blanks_seen = True
            trivia.scan_blanks(tokens, pos)
            if tokens.pos == pos:
                break
        else:
            if character in ".:" and blanks_seen:
                tokens.rewind(first)
            break
    return None
