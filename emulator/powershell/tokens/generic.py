"""Generic words: what a command's name or argument may be, with quotes and variables inside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from emulator.powershell.tokens import characters, strings, variables
from emulator.powershell.tokens.parse_errors import TooComplicatedError
from emulator.powershell.tokens.token import StringPart, StringParts, Token

if TYPE_CHECKING:
    from emulator.powershell.tokens.tokenizer import Tokenizer

_RUN = re.compile(
    rf"[^{characters.NEW_TOKEN}`${characters.SINGLE_QUOTES}{characters.DOUBLE_QUOTES}]++"
)
_ENDS_WORD = re.compile(rf"[{characters.NEW_TOKEN}]")


MAX_PIECES = 2000
"""Quotes, escapes and variables in one word; more is no argument of any command. Assumed."""


def scan_generic(tokens: Tokenizer, start: int) -> Token:
    """Read a word to where the next token must start; its first character is always part."""
    text = tokens.text
    limit = tokens.limit
    found = _RUN.match(text, start, limit)
    pos = start if found is None else found.end()
    if pos > start and (pos >= limit or _ENDS_WORD.match(text, pos)):
        return tokens.token("Generic", start, pos, text[start:pos])
    pieces: list[StringPart] = [text[start:pos]]
    literal = [text[start:pos]]
    for _ in range(MAX_PIECES):
        if pos >= limit or (pos > start and _ENDS_WORD.match(text, pos)):
            break
        pos = _scan_piece(tokens, pos, pieces, literal)
    else:
        raise TooComplicatedError
    word = "".join(literal)
    parts = strings.joined(pieces)
    if any(not isinstance(part, str) for part in parts):
        return tokens.token("Generic", start, pos, StringParts(parts, word))
    return tokens.token("Generic", start, pos, word)


def _scan_piece(tokens: Tokenizer, pos: int, pieces: list[StringPart], literal: list[str]) -> int:
    text = tokens.text
    character = text[pos]
    if character == "`":
        value, end = strings.escaped(tokens, pos)
    elif character in characters.SINGLE_QUOTES:
        value, end = strings.verbatim_value(tokens, pos)
    elif character in characters.DOUBLE_QUOTES:
        parts, inner, end = strings.expandable_parts(tokens, pos)
        pieces.extend(parts)
        literal.append(inner)
        return end
    elif character == "$":
        part = variables.part_in_string(tokens, pos, here=False)
        if part is not None:
            pieces.append(part)
            literal.append(text[pos : part.end])
            return part.end
        value, end = "$", pos + 1
    else:
        found = _RUN.match(text, pos, tokens.limit)
        end = pos + 1 if found is None else found.end()
        value = text[pos:end]
    pieces.append(value)
    literal.append(value)
    return end
