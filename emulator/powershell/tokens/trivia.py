"""What separates tokens: blanks, line ends, comments and line continuations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from emulator.powershell.tokens import characters, generic, operators
from emulator.powershell.tokens.token import Token

if TYPE_CHECKING:
    from emulator.powershell.tokens.tokenizer import Tokenizer

_BLANKS = re.compile(rf"[{characters.BLANKS}]*+")
_LINE_END = re.compile(r"\r\n?|\n")
_LINE_COMMENT = re.compile(r"#[^\r\n]*+")
_CONTINUATION = re.compile(r"`(?:\r\n?|\n)")

_PIPE_FOLLOWS = re.compile(
    rf"(?:[{characters.BLANKS}]*+(?:#[^\r\n]*+(?:\r\n?|\n)"
    rf"|<\#(?s:.*?)\#>[{characters.BLANKS}]*+(?:\r\n?|\n)?))*+[{characters.BLANKS}]*+\|(?!\|)"
)


def scan_blanks(tokens: Tokenizer, start: int) -> None:
    """Pass over white space."""
    found = _BLANKS.match(tokens.text, start, tokens.limit)
    assert found is not None
    tokens.pos = found.end()


def scan_newline(tokens: Tokenizer, start: int) -> Token:
    """Read one line end."""
    text = tokens.text
    end = start + (2 if text[start] == "\r" and text[start + 1] == "\n" else 1)
    return tokens.token("NewLine", start, end)


def pipe_follows(tokens: Tokenizer, line_start: int) -> bool:
    """Tell whether a line starts with a pipe; lines of comment may stand before it, blank may not.

    Source: PowerShell's own tests of line continuance (LineContinuance.Tests.ps1).
    """
    return _PIPE_FOLLOWS.match(tokens.text, line_start, tokens.limit) is not None


def scan_line_comment(tokens: Tokenizer, start: int) -> None:
    """Read a comment to the end of its line."""
    found = _LINE_COMMENT.match(tokens.text, start, tokens.limit)
    assert found is not None
    tokens.token("Comment", start, found.end())


def scan_less(tokens: Tokenizer, start: int) -> Token | None:
    """Read `<# a comment #>` or the operator `<`."""
    if tokens.text[start + 1] != "#":
        return operators.scan_input_redirection(tokens, start)
    scan_block_comment(tokens, start)
    return None


def scan_block_comment(tokens: Tokenizer, start: int) -> None:
    """Read `<# a comment #>`."""
    end = tokens.text.find("#>", start + 2, tokens.limit)
    if end < 0:
        end = tokens.limit
        tokens.errors.report_incomplete("MissingTerminatorMultiLineComment", start, end)
    else:
        end += 2
    tokens.token("Comment", start, end)


def scan_backtick(tokens: Tokenizer, start: int) -> Token | None:
    """Read a line continuation, an escaped blank, or a word that starts with an escape."""
    text = tokens.text
    after = start + 1
    found = _CONTINUATION.match(text, start, tokens.limit)
    if found is not None:
        tokens.token("LineContinuation", start, found.end())
        return None
    if after >= tokens.limit:
        tokens.errors.report_incomplete("IncompleteString", after + 1, after + 1)
        tokens.pos = after
        return None
    blank = _BLANKS.match(text, after, tokens.limit)
    assert blank is not None
    if blank.end() > after:
        tokens.pos = blank.end()
        return None
    return generic.scan_generic(tokens, start)


def skip_newlines(tokens: Tokenizer, *, semicolons: bool) -> None:
    """Pass over every kind of trivia, line ends and, where asked, semicolons."""
    text = tokens.text
    limit = tokens.limit
    pos = tokens.pos
    while pos < limit:
        character = text[pos]
        if character == "\n":
            tokens.token("NewLine", pos, pos + 1)
        elif character in " \t\f\v\u00a0\u0085" or (character > "\u0085" and character.isspace()):
            scan_blanks(tokens, pos)
        elif character == "\r":
            scan_newline(tokens, pos)
        elif character == "#":
            scan_line_comment(tokens, pos)
        elif character == ";" and semicolons:
            tokens.token("Semi", pos, pos + 1)
        elif character == "<" and text[pos + 1] == "#":
            scan_block_comment(tokens, pos)
        elif character == "`":
            found = _CONTINUATION.match(text, pos, limit)
            if found is None:
                break
            tokens.token("LineContinuation", pos, found.end())
        else:
            break
        pos = tokens.pos
    tokens.pos = pos
