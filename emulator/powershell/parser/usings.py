"""The using statements."""

from emulator.powershell import tree
from emulator.powershell.parser import commands
from emulator.powershell.parser.state import Parser
from emulator.powershell.tokens.kinds import TokenKind
from emulator.powershell.tokens.token import Token

_KINDS: dict[TokenKind, tree.UsingKind | None] = {
    "Namespace": tree.UsingKind.NAMESPACE,
    "Module": tree.UsingKind.MODULE,
    "Assembly": tree.UsingKind.ASSEMBLY,
    "Type": None,
    "Command": None,
}
"""The words after using; None for those that no version supports yet."""

_LINE_ENDS: frozenset[TokenKind] = frozenset({"Semi", "NewLine"})


def using_statements(p: Parser) -> tuple[tree.UsingStatement, ...]:
    """Parse the using statements at the top of a script."""
    tokens = p.tokens
    found: list[tree.UsingStatement] = []
    while tokens.ahead is not None or tokens.text[tokens.pos] in "uU":
        token = tokens.peek()
        if token.kind != "Using":
            tokens.rewind(token.start)
            break
        tokens.skip()
        statement = using_statement(p, token)
        tokens.skip_newlines(semicolons=True)
        if isinstance(statement, tree.UsingStatement):
            found.append(statement)
    return tuple(found)


def using_statement(p: Parser, keyword: Token) -> tree.UsingStatement | tree.ErrorStatement:
    """Parse one using statement; the keyword is taken already."""
    tokens = p.tokens
    word = tokens.next()
    if word.kind not in _KINDS:
        tokens.unget(word)
        p.incomplete_after(keyword, "MissingUsingStatementDirective")
        return tree.ErrorStatement(start=keyword.start, end=keyword.end)
    item = tokens.next()
    if item.kind in ("EndOfInput", "NewLine", "Comma", "Semi"):
        p.incomplete_after(word, "MissingUsingItemName")
        if item.kind == "EndOfInput":
            tokens.unget(item)
        return tree.ErrorStatement(start=keyword.start, end=word.end)
    name = commands.argument(p, commands.Place.ARGUMENT, item)
    if name is None:
        p.error_at(item, "InvalidValueForUsingItemName", tokens.text_of(item))
        p.sync_on_error(_LINE_ENDS, consume=True)
        return tree.ErrorStatement(start=keyword.start, end=item.end)
    return _with_name(p, keyword, word, name)


def _with_name(
    p: Parser, keyword: Token, word: Token, name: tree.Expression
) -> tree.UsingStatement | tree.ErrorStatement:
    tokens = p.tokens
    kind = _KINDS[word.kind]
    is_hashtable = word.kind == "Module" and isinstance(name, tree.Hashtable)
    if not isinstance(name, tree.StringConstantExpression) and not is_hashtable:
        text = tokens.text[name.start : name.end]
        p.error_at(name, "InvalidValueForUsingItemName", text)
        return tree.ErrorStatement(start=keyword.start, end=name.end)
    equals = tokens.peek()
    if word.kind != "Assembly" and not is_hashtable and equals.kind == "Equals":
        return _aliased(p, keyword, equals)
    if kind is None:
        p.incomplete_after(name, "MissingEqualsInUsingAlias")
        return tree.ErrorStatement(start=keyword.start, end=name.end)
    _terminator(p)
    return tree.UsingStatement(
        start=keyword.start,
        end=name.end,
        using_kind=kind,
        name=name if isinstance(name, tree.StringConstantExpression) else None,
        module_specification=name if isinstance(name, tree.Hashtable) else None,
    )


def _aliased(p: Parser, keyword: Token, equals: Token) -> tree.ErrorStatement:
    """Parse `= name`, which no version supports."""
    tokens = p.tokens
    tokens.skip()
    token = tokens.next()
    if token.kind == "EndOfInput":
        tokens.unget(token)
        p.incomplete_after(equals, "MissingNamespaceAlias")
        return tree.ErrorStatement(start=keyword.start, end=equals.end)
    value = commands.argument(p, commands.Place.ARGUMENT, token)
    end = token.end if value is None else value.end
    _terminator(p)
    result = tree.ErrorStatement(start=keyword.start, end=end)
    p.note(result, "UsingStatementNotSupported")
    return result


def _terminator(p: Parser) -> None:
    token = p.tokens.peek()
    if token.kind in _LINE_ENDS:
        p.tokens.skip()
    elif token.kind != "EndOfInput":
        p.incomplete_at(token, "MissingStatementTerminator")
