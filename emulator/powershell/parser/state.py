"""What one parse knows besides the place in the text: flags of the grammar, depth, later errors."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, IntEnum

from emulator.powershell.tokens.kinds import TokenKind
from emulator.powershell.tokens.parse_errors import TooComplicatedError
from emulator.powershell.tokens.token import Token
from emulator.powershell.tokens.tokenizer import EXPRESSION, Mode, Tokenizer
from emulator.powershell.tree import Expression, Node, Statement, TypeDefinition, TypeName

MAX_NESTING = 250
"""How deep expressions and blocks may stand in each other.

The real parser stops where its stack ends, at some hundreds to thousands of levels. Assumed.
"""

Placed = Token | Node | TypeName
"""Whatever has a place in the text."""


class Border(Enum):
    """What control may not leave, among the loops around a statement."""

    FINALLY = "finally"
    BLOCK = "block"
    METHOD = "method"


class Stage(IntEnum):
    """When the real one notices an error of meaning: the later, the later it is told."""

    NAMES = 0
    MEANING = 1
    DEFINING = 2
    """Only when the classes of a script are made, after ParseInput found nothing wrong."""


class Note:
    """An error of meaning, found while parsing but told after all errors of grammar."""

    __slots__ = ("arguments", "end", "error_id", "stage", "start")

    def __init__(
        self, stage: Stage, error_id: str, start: int, end: int, arguments: tuple[str, ...]
    ) -> None:
        self.stage = stage
        self.error_id = error_id
        self.start = start
        self.end = end
        self.arguments = arguments


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """The rules by the token they start with; each takes the parser and that token, taken."""

    statements: Mapping[TokenKind, Callable[["Parser", Token], Statement | None]]
    labeled: Mapping[TokenKind, Callable[["Parser", Token, Token | None], Statement]]
    primaries: Mapping[TokenKind, Callable[["Parser", Token], Expression]]


class Parser:
    """The state of one parse; the grammar is functions over it.

    `comma_separates` is true inside argument lists, where a comma makes no array. `flow` names
    the loops around the current place (by label, empty without one) and the borders between.
    `no_param_block` and `no_definition` are the places where brackets were read in vain to see
    whether they belong to one; asking again at each level would double the work with each.
    """

    __slots__ = (
        "comma_separates", "defined", "depth", "flow", "grammar", "in_workflow", "no_definition",
        "no_param_block", "notes", "tokens",
    )  # fmt: skip

    def __init__(self, tokens: Tokenizer, grammar: Grammar) -> None:
        self.tokens = tokens
        self.grammar = grammar
        self.comma_separates = False
        self.depth = 0
        self.flow: list[str | Border] = []
        self.in_workflow = False
        self.notes: list[Note] = []
        self.defined: list[TypeDefinition] = []
        self.no_param_block: set[int] = set()
        self.no_definition: set[int] = set()

    def deeper(self) -> None:
        """Enter one more level; the caller leaves it with `depth -= 1`."""
        self.depth += 1
        if self.depth > MAX_NESTING:
            raise TooComplicatedError

    def error(self, error_id: str, start: int, end: int, *arguments: str) -> None:
        """Report an error of grammar."""
        self.tokens.errors.report(error_id, start, end, *arguments)

    def error_at(self, place: Placed, error_id: str, *arguments: str) -> None:
        """Report an error at a token or node."""
        self.tokens.errors.report(error_id, place.start, place.end, *arguments)

    def incomplete_at(self, place: Placed, error_id: str, *arguments: str) -> bool:
        """Report an error at a token or node that more text may mend."""
        return self.tokens.errors.report_incomplete(error_id, place.start, place.end, *arguments)

    def incomplete_after(self, place: Placed, error_id: str, *arguments: str) -> bool:
        """Report what is missing after a token or node; more text may mend it."""
        return self.tokens.errors.report_incomplete(error_id, place.end, place.end, *arguments)

    def note(
        self, place: Placed, error_id: str, *arguments: str, stage: Stage = Stage.MEANING
    ) -> None:
        """Keep an error of meaning for the end."""
        self.notes.append(Note(stage, error_id, place.start, place.end, arguments))

    def tell_notes(self, *stages: Stage) -> None:
        """Report the errors of meaning of some stages, in the order of the text."""
        for note in sorted(self.notes, key=lambda note: (note.stage, note.start)):
            if note.stage in stages:
                self.error(note.error_id, note.start, note.end, *note.arguments)

    def sync_on_error(self, kinds: frozenset[TokenKind], *, consume: bool) -> None:
        """Skip to one of `kinds` outside of brackets opened on the way, or to the end."""
        tokens = self.tokens
        depth = {closing: 1 if closing in kinds else 0 for closing in _OPENINGS.values()}
        while True:
            token = tokens.next()
            kind = token.kind
            if kind == "EndOfInput":
                tokens.unget(token)
                return
            if kind in _OPENINGS:
                depth[_OPENINGS[kind]] += 1
            elif kind in depth:
                depth[kind] -= 1
                if depth[kind] == 0 and kind in kinds:
                    if not consume:
                        tokens.unget(token)
                    return
            if kind in kinds and not any(depth.values()):
                return


_OPENINGS: dict[TokenKind, TokenKind] = {
    "LParen": "RParen",
    "LCurly": "RCurly",
    "LBracket": "RBracket",
}


def in_mode(parser: Parser, mode: Mode) -> Mode:
    """Change the mode and return the one before."""
    before = parser.tokens.mode
    if before is not mode:
        parser.tokens.set_mode(mode)
    return before


__all__ = [
    "EXPRESSION",
    "MAX_NESTING",
    "Border",
    "Grammar",
    "Parser",
    "Placed",
    "Stage",
    "TooComplicatedError",
    "in_mode",
]
