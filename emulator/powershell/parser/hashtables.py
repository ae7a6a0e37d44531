"""Hash literals."""

from emulator.powershell import tree
from emulator.powershell.parser import checks, names, statements
from emulator.powershell.parser.state import EXPRESSION, Parser, in_mode
from emulator.powershell.tokens.kinds import TokenKind
from emulator.powershell.tokens.token import Token
from emulator.powershell.tokens.tokenizer import COMMAND

_ENTRY_ENDS: frozenset[TokenKind] = frozenset({"RCurly", "Semi", "NewLine"})

_Entry = tuple[tree.Expression, tree.Statement]


def hashtable(p: Parser, opening: Token) -> tree.Expression:
    """Parse a hash literal; `@{` is taken already."""
    tokens = p.tokens
    comma_separates = p.comma_separates
    entries: list[_Entry] = []
    tokens.skip_newlines()
    while True:
        entry = _entry(p)
        if entry is None:
            break
        entries.append(entry)
        if tokens.peek().kind not in ("NewLine", "Semi"):
            break
        tokens.skip_newlines(semicolons=True)
    closing = tokens.next()
    end = closing.end
    if closing.kind != "RCurly":
        tokens.unget(closing)
        tokens.errors.report_incomplete(
            "MissingEndCurlyBrace", opening.end, opening.end, seen_at=closing.end
        )
        end = max(opening.start, closing.start - 1)
    p.comma_separates = comma_separates
    checks.hash_keys(p, entries)
    return tree.Hashtable(start=opening.start, end=end, entries=tuple(entries))


def _entry(p: Parser) -> _Entry | None:
    tokens = p.tokens
    before = in_mode(p, EXPRESSION)
    key = names.label_or_key(p)
    if key is None:
        tokens.set_mode(before)
        return None
    equals = tokens.next()
    tokens.set_mode(before)
    if equals.kind != "Equals":
        tokens.unget(equals)
        p.error("MissingEqualsInHashLiteral", key.end, key.end)
        p.sync_on_error(_ENTRY_ENDS, consume=False)
        return key, tree.ErrorStatement(start=key.end, end=key.end)
    comma_separates = p.comma_separates
    p.comma_separates = False
    tokens.set_mode(COMMAND)
    tokens.skip_newlines()
    value = statements.statement(p)
    if value is None:
        p.incomplete_after(equals, "MissingStatementInHashLiteral")
        value = tree.ErrorStatement(start=equals.end, end=equals.end)
    tokens.set_mode(before)
    p.comma_separates = comma_separates
    return key, value
