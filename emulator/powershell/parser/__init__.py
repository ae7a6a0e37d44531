"""The parser: from text to tree, by recursive descent.

Each file has the rules of one family; they are functions over `state.Parser` that take tokens
from its tokenizer and return nodes. `checks`, `class_checks` and `data_checks` find errors of
meaning, `positions` counts in UTF-16 units. `parse` is the way in.
"""

from contextlib import suppress
from dataclasses import dataclass, replace

from emulator.powershell import tree
from emulator.powershell.parser import script_blocks, symbols
from emulator.powershell.parser.grammar import GRAMMAR
from emulator.powershell.parser.requirements import script_requirements
from emulator.powershell.parser.state import Parser, Stage, TooComplicatedError
from emulator.powershell.parser.symbols import Knows
from emulator.powershell.tokens.parse_errors import ParseError, TooManyErrors
from emulator.powershell.tokens.token import Token
from emulator.powershell.tokens.tokenizer import Tokenizer

__all__ = ["ParseError", "ParseResult", "Token", "parse"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ParseResult:
    """What a text is: its tree (recovered as far as possible), its tokens, what is wrong.

    `definition_errors` are what ParseInput does not tell but making the script's classes would;
    they stop a script like `errors`.
    """

    tree: tree.ScriptBlock
    tokens: tuple[Token, ...]
    errors: tuple[ParseError, ...]
    definition_errors: tuple[ParseError, ...]
    text: str
    file: str | None


def parse(
    text: str,
    *,
    file: str | None = None,
    core: bool = True,
    knows_type: Knows | None = None,
    knows_module: Knows | None = None,
) -> ParseResult:
    """Parse a script as PowerShell 7 (`core`) or 5.1 reads it; any text gives a result.

    Types of classes and modules of using statements are looked up where the caller knows them.
    """
    tokens = Tokenizer(text, core=core)
    saved = tokens.saved
    log = tokens.errors
    parser = Parser(tokens, GRAMMAR)
    block = _block(parser, len(text))
    found = len(log.errors)
    with suppress(TooManyErrors):
        if knows_module is not None:
            symbols.modules(parser, block.usings, knows_module)
        if knows_type is not None:
            symbols.types(parser, block.usings, knows_type)
        parser.tell_notes(Stage.NAMES, Stage.MEANING)
        found = len(log.errors)
        parser.tell_notes(Stage.DEFINING)
    requirements = script_requirements(text, saved) if "#" in text else None
    if requirements is not None:
        block = replace(block, requirements=requirements)
    return ParseResult(
        tree=block,
        tokens=tuple(saved),
        errors=tuple(log.errors[:found]),
        definition_errors=tuple(log.errors[found:]),
        text=text,
        file=file,
    )


def _block(parser: Parser, length: int) -> tree.ScriptBlock:
    """Parse the whole text; an empty block where it cannot be read to its end."""
    tokens = parser.tokens
    try:
        return script_blocks.script_block(parser, None)
    except TooManyErrors:
        return _empty(length)
    except (TooComplicatedError, RecursionError):
        at = min(tokens.pos, length)
        with suppress(TooManyErrors):
            tokens.errors.report("ScriptTooComplicated", at, at)
        return _empty(length)


def _empty(length: int) -> tree.ScriptBlock:
    end_block = tree.NamedBlock(
        start=0, end=0, block_kind=tree.BlockKind.END, unnamed=True, statements=()
    )
    return tree.ScriptBlock(start=0, end=length, param_block=None, end_block=end_block)
