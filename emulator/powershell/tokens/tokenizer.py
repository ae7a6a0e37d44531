"""The tokenizer: reads one token at a time, in the mode the grammar asks for.

PowerShell reads the same characters differently where a command may stand (`a-b` is a word) and
inside an expression (`a -b`), so the grammar sets the mode and a token that was looked at in the
other mode is scanned again. One token of look-ahead is kept.
"""

import re
from collections.abc import Callable
from enum import IntEnum

from emulator.powershell.tokens import (
    characters,
    generic,
    numbers,
    operators,
    strings,
    trivia,
    variables,
    words,
)
from emulator.powershell.tokens.kinds import MODE_INVARIANT, TokenKind
from emulator.powershell.tokens.parse_errors import ErrorLog
from emulator.powershell.tokens.token import Token


class Mode(IntEnum):
    """What the grammar expects."""

    COMMAND = 0
    EXPRESSION = 1
    TYPE_NAME = 2
    SIGNATURE = 3


COMMAND, EXPRESSION, TYPE_NAME, SIGNATURE = Mode

Scanner = Callable[["Tokenizer", int], Token | None]
"""Reads the token that starts at an offset; None where there was nothing but trivia."""


class Tokenizer:
    """The script text, the place in it, the mode, and the tokens read so far.

    `text` ends with NULs that are not part of the script, so that looking one character ahead
    needs no test; `limit` is where scanning ends (the end of the script, or of a sub-expression
    inside a string). `core` reads as PowerShell 7 does, else as 5.1; `parser.editions` lists where
    that makes a difference.
    """

    __slots__ = (
        "ahead", "core", "end_number_at_ternary", "errors", "limit", "mode", "pos", "saved",
        "signed_numbers", "simple_names", "text",
    )  # fmt: skip

    def __init__(self, script: str, *, core: bool = True) -> None:
        self.core = core
        self.text = script + "\0\0"
        self.limit = len(script)
        self.pos = 0
        self.mode: Mode = COMMAND
        self.ahead: Token | None = None
        self.saved: list[Token] = []
        self.errors = ErrorLog(self.text, core=core)
        self.signed_numbers = False
        self.simple_names = False
        self.end_number_at_ternary = False

    def next(self) -> Token:
        """Take the next token."""
        token = self.ahead
        if token is None:
            return self.scan()
        self.ahead = None
        return token

    def peek(self) -> Token:
        """Look at the next token."""
        token = self.ahead
        if token is None:
            token = self.ahead = self.scan()
        return token

    def skip(self) -> None:
        """Take the token that was looked at."""
        self.ahead = None

    def unget(self, token: Token) -> None:
        """Put back the token just taken."""
        self.ahead = token

    def set_mode(self, mode: Mode) -> None:
        """Read on in another mode; a token looked at is read again where modes differ."""
        if mode is not self.mode:
            ahead = self.ahead
            if ahead is not None and ahead.kind not in MODE_INVARIANT:
                self.rewind(ahead.start)
            self.mode = mode

    def rewind(self, offset: int) -> None:
        """Go back to `offset` and forget what was read from there on."""
        self.ahead = None
        self.pos = offset
        saved = self.saved
        while saved and saved[-1].start >= offset:
            saved.pop()

    def place(self) -> int:
        """Return where the next token will be read from, with the blanks before it."""
        ahead = self.ahead
        return self.pos if ahead is None else ahead.start

    def text_of(self, token: Token) -> str:
        """Return the characters of a token."""
        return self.text[token.start : token.end]

    def token(self, kind: TokenKind, start: int, end: int, value: object = None) -> Token:
        """Make a token, keep it, and go on behind it."""
        token = Token(kind, start, end, value)
        self.saved.append(token)
        self.pos = end
        return token

    def scan(self) -> Token:
        """Read the next token in the current mode; EndOfInput again and again at the end."""
        text = self.text
        while True:
            pos = self.pos
            character = text[pos]
            if character == " ":
                pos += 1
                character = text[pos]
            if pos >= self.limit:
                return self._end_of_input()
            scanner = _SCANNERS.get(character)
            if scanner is None:
                scanner = _rare_scanner(character)
            token = scanner(self, pos)
            if token is not None:
                return token

    def _end_of_input(self) -> Token:
        # It stands one behind the end, as in the real parser, whose errors show it.
        end = self.limit + 1
        token = self.token("EndOfInput", end, end)
        self.pos = self.limit
        return token

    def skip_newlines(self, *, semicolons: bool = False) -> None:
        """Pass over blanks, comments and line ends, and over semicolons where asked."""
        ahead = self.ahead
        if ahead is not None:
            if ahead.kind != "NewLine" and not (semicolons and ahead.kind == "Semi"):
                return
            self.ahead = None
        character = self.text[self.pos]
        if character in _TRIVIA_STARTS or character > "\x7f":
            trivia.skip_newlines(self, semicolons=semicolons)

    def member_access(self, *, index: bool) -> Token | None:
        """Take `.`, `::`, `?.` and, where `index`, `[` and `?[`, if one follows at once."""
        if self.ahead is not None or self.text[self.pos] not in ".:[?<":
            return None
        return operators.scan_member_access(self, index=index)

    def invocation_start(self) -> Token | None:
        """Take `(` or `{` if one follows a member's name at once."""
        character = self.text[self.pos]
        if self.ahead is not None or self.pos >= self.limit:
            return None
        if character == "(":
            return self.token("LParen", self.pos, self.pos + 1)
        if character == "{":
            return self.token("LCurly", self.pos, self.pos + 1)
        return None

    def left_bracket(self) -> Token | None:
        """Take the `[` of an attribute or type if one follows on this line."""
        ahead = self.ahead
        if ahead is not None:
            return self.next() if ahead.kind == "LBracket" else None
        return operators.scan_left_bracket(self)


_TRIVIA_STARTS = frozenset(" \t\f\v\r\n#;<`")

_BLANK = re.compile(rf"[{characters.BLANKS}]")


def _rare_scanner(character: str) -> Scanner:
    if character.isalpha():
        return words.scan_word
    if _BLANK.match(character):
        return trivia.scan_blanks
    return generic.scan_generic


def _scanners() -> dict[str, Scanner]:
    table: dict[str, Scanner] = {
        "\n": trivia.scan_newline,
        "\r": trivia.scan_newline,
        "#": trivia.scan_line_comment,
        "`": trivia.scan_backtick,
        "<": trivia.scan_less,
        "@": strings.scan_at,
        "$": variables.scan_dollar,
        ".": operators.scan_dot,
        ":": operators.scan_colon,
        "?": operators.scan_question,
        "!": operators.scan_exclaim,
        "[": operators.scan_open_bracket,
        "*": operators.scan_star,
        ">": operators.scan_greater,
        "_": words.scan_word,
    }
    table.update(dict.fromkeys(" \t\f\v\u00a0\u0085", trivia.scan_blanks))
    table.update(dict.fromkeys(characters.SINGLE_QUOTES, strings.scan_verbatim))
    table.update(dict.fromkeys(characters.DOUBLE_QUOTES, strings.scan_expandable))
    table.update(dict.fromkeys(characters.DASHES, operators.scan_dash))
    table.update(dict.fromkeys("=+/%", operators.scan_arithmetic))
    table.update(dict.fromkeys("(){}];,", operators.scan_single))
    table.update(dict.fromkeys("|&", operators.scan_pipe_or_ampersand))
    table.update(dict.fromkeys("0123456789", numbers.scan_digit))
    table.update(
        dict.fromkeys("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", words.scan_word)
    )
    return table


_SCANNERS = _scanners()
