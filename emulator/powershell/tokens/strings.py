"""Strings: verbatim and expandable, in quotes and as here-strings, and what starts with @."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from emulator.powershell.tokens import characters, variables
from emulator.powershell.tokens.token import StringPart, StringParts, Token

if TYPE_CHECKING:
    from emulator.powershell.tokens.tokenizer import Tokenizer

_SINGLE = characters.SINGLE_QUOTES
_DOUBLE = characters.DOUBLE_QUOTES

_VERBATIM = re.compile(rf"[{_SINGLE}]((?:[^{_SINGLE}]|[{_SINGLE}]{{2}})*+)[{_SINGLE}]")
_DOUBLED_SINGLE = re.compile(rf"[{_SINGLE}]([{_SINGLE}])")
_PLAIN = re.compile(rf"[{_DOUBLE}]([^{_DOUBLE}$`]*+)[{_DOUBLE}](?![{_DOUBLE}])")
_RUN = re.compile(rf"[^{_DOUBLE}$`]++")
_HERE_RUN = re.compile(r"[^$`\r\n]++")
_HEADER = re.compile(rf"[{characters.BLANKS}]*+(\r\n?|\n)?")
_LINE_END = re.compile(r"\r\n?|\n")
_VERBATIM_FOOTER = re.compile(rf"(?:\r\n?|\n)[{_SINGLE}]@")
_FALSE_VERBATIM_FOOTER = re.compile(rf"(?:\r\n?|\n)[{characters.BLANKS}]++([{_SINGLE}])@")
_FOOTER = re.compile(rf"(?:\r\n?|\n)[{_DOUBLE}]@")
_FALSE_FOOTER = re.compile(rf"(?:\r\n?|\n)[{characters.BLANKS}]++([{_DOUBLE}])@")
_UNICODE = re.compile(r"`u\{([0-9A-Fa-f]{1,6})\}")

_LAST_CODE_POINT = 0x10FFFF


def joined(pieces: list[StringPart]) -> tuple[StringPart, ...]:
    """Put neighbouring texts together and drop empty ones."""
    parts: list[StringPart] = []
    for piece in pieces:
        if isinstance(piece, str):
            if not piece:
                continue
            last = parts[-1] if parts else None
            if isinstance(last, str):
                parts[-1] = last + piece
                continue
        parts.append(piece)
    return tuple(parts)


def escaped(tokens: Tokenizer, pos: int) -> tuple[str, int]:
    """Read the escape that starts with the backtick at `pos`: its value and where it ends."""
    text = tokens.text
    after = pos + 1
    if after >= tokens.limit:
        return "`", after
    letter = text[after]
    if letter in characters.CORE_ESCAPES and not tokens.core:
        return letter, after + 1
    if letter == "u":
        return _unicode_escape(tokens, pos)
    return characters.ESCAPES.get(letter, letter), after + 1


def _unicode_escape(tokens: Tokenizer, pos: int) -> tuple[str, int]:
    found = _UNICODE.match(tokens.text, pos, tokens.limit)
    if found is None:
        # What is none stands for the letter.
        return "u", pos + 2
    number = int(found.group(1), 16)
    if number > _LAST_CODE_POINT:
        tokens.errors.report("InvalidUnicodeEscapeSequenceValue", pos + 3, found.end() - 1)
        return "\0", found.end()
    return chr(number), found.end()


def scan_verbatim(tokens: Tokenizer, start: int) -> Token:
    """Read 'a string'."""
    value, end = verbatim_value(tokens, start)
    return tokens.token("StringLiteral", start, end, value)


def verbatim_value(tokens: Tokenizer, start: int) -> tuple[str, int]:
    """Read a verbatim string: its value and where it ends."""
    found = _VERBATIM.match(tokens.text, start, tokens.limit)
    if found is None:
        limit = tokens.limit
        tokens.errors.report_incomplete("TerminatorExpectedAtEndOfString", start, limit, "'")
        return _DOUBLED_SINGLE.sub(r"\1", tokens.text[start + 1 : limit]), limit
    return _DOUBLED_SINGLE.sub(r"\1", found.group(1)), found.end()


def scan_expandable(tokens: Tokenizer, start: int) -> Token:
    """Read "a string"."""
    found = _PLAIN.match(tokens.text, start, tokens.limit)
    if found is not None:
        return tokens.token("StringExpandable", start, found.end(), found.group(1))
    parts, literal, end = expandable_parts(tokens, start)
    return tokens.token("StringExpandable", start, end, _string_value(parts, literal))


def _string_value(parts: list[StringPart], literal: str) -> str | StringParts:
    for part in parts:
        if not isinstance(part, str):
            return StringParts(joined(parts), literal)
    return literal


def expandable_parts(tokens: Tokenizer, start: int) -> tuple[list[StringPart], str, int]:
    """Read an expandable string: its pieces, its text, and where it ends."""
    text = tokens.text
    limit = tokens.limit
    pieces: list[StringPart] = []
    literal: list[str] = []
    pos = start + 1
    while pos < limit:
        character = text[pos]
        if character in _DOUBLE:
            if pos + 1 >= limit or text[pos + 1] not in _DOUBLE:
                return pieces, "".join(literal), pos + 1
            value, pos = text[pos + 1], pos + 2
        elif character == "$":
            part = variables.part_in_string(tokens, pos, here=False)
            if part is not None:
                pieces.append(part)
                literal.append(text[pos : part.end])
                pos = part.end
                continue
            value, pos = "$", pos + 1
        elif character == "`":
            value, pos = escaped(tokens, pos)
        else:
            found = _RUN.match(text, pos, limit)
            assert found is not None
            value, pos = found.group(), found.end()
        pieces.append(value)
        literal.append(value)
    tokens.errors.report_incomplete("TerminatorExpectedAtEndOfString", start, limit, '"')
    return pieces, "".join(literal), limit


def scan_at(tokens: Tokenizer, start: int) -> Token:
    """Read what starts with @: an array, a hash literal, a here-string, a splatted variable."""
    after = start + 1
    character = tokens.text[after] if after < tokens.limit else "\0"
    if character == "{":
        return tokens.token("AtCurly", start, after + 1)
    if character == "(":
        return tokens.token("AtParen", start, after + 1)
    if character in _SINGLE:
        return _scan_verbatim_here(tokens, start)
    if character in _DOUBLE:
        return _scan_expandable_here(tokens, start)
    if variables.starts_variable(character):
        return variables.scan_splatted(tokens, start)
    tokens.errors.report("UnrecognizedToken", start, after)
    return tokens.token("Unknown", start, after)


def _after_header(tokens: Tokenizer, start: int, quote: str) -> tuple[int, bool]:
    """Find the line end of the header; False where something else stands on its line."""
    text = tokens.text
    found = _HEADER.match(text, start + 2, tokens.limit)
    assert found is not None
    if found.group(1) is not None:
        return found.start(1), True
    end = found.end()
    if end >= tokens.limit:
        tokens.errors.report_incomplete("TerminatorExpectedAtEndOfString", start, end, quote + "@")
        return end, False
    tokens.errors.report("UnexpectedCharactersAfterHereStringHeader", end, end + 1)
    while end < tokens.limit and text[end] not in "\r\n":
        if text[end] == quote and text[end + 1] == "@":
            return end + 2, False
        end += 1
    return end, False


def _scan_verbatim_here(tokens: Tokenizer, start: int) -> Token:
    text = tokens.text
    first, is_header = _after_header(tokens, start, "'")
    if not is_header:
        return tokens.token("HereStringLiteral", start, first, "")
    footer = _VERBATIM_FOOTER.search(text, first, tokens.limit)
    if footer is None:
        _report_missing_footer(tokens, start, _FALSE_VERBATIM_FOOTER, "'@")
        return tokens.token("HereStringLiteral", start, tokens.limit, text[first : tokens.limit])
    line_end = _LINE_END.match(text, first)
    assert line_end is not None
    return tokens.token(
        "HereStringLiteral", start, footer.end(), text[line_end.end() : footer.start()]
    )


def _scan_expandable_here(tokens: Tokenizer, start: int) -> Token:
    first, is_header = _after_header(tokens, start, '"')
    if not is_header:
        return tokens.token("HereStringExpandable", start, first, "")
    pieces: list[StringPart] = []
    literal: list[str] = []
    line_end = _LINE_END.match(tokens.text, first)
    assert line_end is not None
    pos = first if _FOOTER.match(tokens.text, first, tokens.limit) else line_end.end()
    while pos < tokens.limit:
        footer = _FOOTER.match(tokens.text, pos, tokens.limit)
        if footer is not None:
            return tokens.token(
                "HereStringExpandable", start, footer.end(), _string_value(pieces, "".join(literal))
            )
        pos = _scan_here_piece(tokens, pos, pieces, literal)
    _report_missing_footer(tokens, start, _FALSE_FOOTER, '"@')
    return tokens.token(
        "HereStringExpandable", start, tokens.limit, _string_value(pieces, "".join(literal))
    )


def _scan_here_piece(
    tokens: Tokenizer, pos: int, pieces: list[StringPart], literal: list[str]
) -> int:
    text = tokens.text
    character = text[pos]
    if character == "$":
        part = variables.part_in_string(tokens, pos, here=True)
        if part is not None:
            pieces.append(part)
            literal.append(text[pos : part.end])
            return part.end
        value, end = "$", pos + 1
    elif character == "`":
        value, end = escaped(tokens, pos)
    else:
        found = _LINE_END.match(text, pos, tokens.limit) or _HERE_RUN.match(text, pos, tokens.limit)
        assert found is not None
        value, end = found.group(), found.end()
    pieces.append(value)
    literal.append(value)
    return end


def _report_missing_footer(
    tokens: Tokenizer, start: int, false_footer: re.Pattern[str], footer: str
) -> None:
    limit = tokens.limit
    found = false_footer.search(tokens.text, start, limit)
    if found is None:
        tokens.errors.report_incomplete("TerminatorExpectedAtEndOfString", start, limit, footer)
        return
    at = found.start(1)
    tokens.errors.report_incomplete("WhitespaceBeforeHereStringFooter", at, limit)
