"""Words: keywords, names, names of types, and the plain words of commands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from emulator.powershell.tokens import characters, generic
from emulator.powershell.tokens.kinds import CORE_KEYWORDS, KEYWORDS, TokenKind
from emulator.powershell.tokens.token import Token

if TYPE_CHECKING:
    from emulator.powershell.tokens.tokenizer import Tokenizer

_NAME = re.compile(r"\w++")
_TYPE_NAME = re.compile(r"[\w.`+#\\]++")
_PLAIN_WORD = re.compile(
    rf"[^{characters.NEW_TOKEN}\0`${characters.SINGLE_QUOTES}{characters.DOUBLE_QUOTES}]++"
)
_ENDS_WORD = re.compile(rf"[{characters.NEW_TOKEN}\0]")

_VERBATIM = re.compile(
    rf"[{characters.BLANKS}]*+((?:[^\r\n|&{characters.DOUBLE_QUOTES}]"
    rf"|[{characters.DOUBLE_QUOTES}][^\r\n{characters.DOUBLE_QUOTES}]*+"
    rf"[{characters.DOUBLE_QUOTES}]?|&(?!&))*+)"
)

_ASSEMBLY = re.compile(rf"[{characters.BLANKS}]*+([^\r\n\]\[]*+)")

_COMMAND, _EXPRESSION, _TYPE_MODE, _SIGNATURE = range(4)


def scan_word(tokens: Tokenizer, start: int) -> Token:
    """Read what starts with a letter or an underscore."""
    text = tokens.text
    mode = tokens.mode
    if mode == _COMMAND and not tokens.simple_names:
        found = _PLAIN_WORD.match(text, start, tokens.limit)
        assert found is not None
        word = found.group()
        end = found.end()
        if end < tokens.limit and not _ENDS_WORD.match(text, end):
            return generic.scan_generic(tokens, start)
        if not word.isidentifier():
            return tokens.token("Generic", start, end, word)
        return tokens.token(_keyword(tokens, word), start, end, word)
    pattern = _TYPE_NAME if mode == _TYPE_MODE else _NAME
    found = pattern.match(text, start, tokens.limit)
    assert found is not None
    word = found.group()
    if mode == _SIGNATURE and not tokens.simple_names:
        return tokens.token(_keyword(tokens, word), start, found.end(), word)
    return tokens.token("Identifier", start, found.end(), word)


def _keyword(tokens: Tokenizer, word: str) -> TokenKind:
    kind = KEYWORDS.get(word.lower(), "Identifier")
    return kind if tokens.core or kind not in CORE_KEYWORDS else "Identifier"


def scan_verbatim_argument(tokens: Tokenizer) -> Token:
    """Read what follows --%: the rest of the line, up to a pipe outside of quotes."""
    found = _VERBATIM.match(tokens.text, min(tokens.place(), tokens.limit), tokens.limit)
    assert found is not None
    tokens.rewind(found.start(1))
    return tokens.token("Generic", found.start(1), found.end(1), found.group(1))


def scan_assembly_name(tokens: Tokenizer) -> str:
    """Read the assembly of a type's name, with version and the like, up to the bracket."""
    found = _ASSEMBLY.match(tokens.text, tokens.pos, tokens.limit)
    assert found is not None
    tokens.rewind(found.start(1))
    if found.group(1):
        tokens.token("Identifier", found.start(1), found.end(1), found.group(1))
    return found.group(1)
