"""The loops: foreach, for, while, do."""

from emulator.powershell import tree
from emulator.powershell.parser import commands, names, pipelines, primaries, statements
from emulator.powershell.parser.state import Parser
from emulator.powershell.tokens.token import ParameterName, Token


def _label_text(label: Token | None) -> str | None:
    return label.value if label is not None and isinstance(label.value, str) else None


def _loop_body(p: Parser, label: Token | None) -> tree.StatementBlock | None:
    p.flow.append(_label_text(label) or "")
    body = statements.statement_block(p)
    p.flow.pop()
    return body


def _broken(first: Token, end: int, *nested: tree.Node | None) -> tree.ErrorStatement:
    kept = tuple(each for each in nested if each is not None)
    return tree.ErrorStatement(start=first.start, end=max(end, first.end), nested=kept)


def foreach_statement(p: Parser, keyword: Token, label: Token | None = None) -> tree.Statement:
    """Parse a foreach loop; the keyword is taken already."""
    tokens = p.tokens
    first = label or keyword
    tokens.skip_newlines()
    flags = _foreach_flags(p)
    opening = tokens.next()
    if opening.kind != "LParen":
        tokens.unget(opening)
        p.incomplete_after(keyword, "MissingOpenParenthesisAfterKeyword", "foreach")
        return _broken(first, keyword.end)
    tokens.skip_newlines()
    token = tokens.next()
    if token.kind not in ("Variable", "SplattedVariable"):
        tokens.unget(token)
        p.incomplete_after(opening, "MissingVariableNameAfterForeach")
        return _broken(first, opening.end)
    variable = primaries.plain_variable(p, token)
    tokens.skip_newlines()
    word = tokens.next()
    if word.kind != "In":
        tokens.unget(word)
        p.incomplete_after(variable, "MissingInInForeach")
        return _broken(first, variable.end, variable)
    return _foreach_rest(p, first, variable, flags, word)


def _foreach_rest(
    p: Parser,
    first: Token,
    variable: tree.VariableExpression,
    flags: "_ForeachFlags",
    word: Token,
) -> tree.Statement:
    """Parse a foreach loop after its `in`."""
    tokens = p.tokens
    tokens.skip_newlines()
    condition = pipelines.pipeline_chain(p)
    if condition is None:
        p.incomplete_after(word, "MissingForeachExpression")
        return _broken(first, word.end, variable)
    tokens.skip_newlines()
    closing = tokens.next()
    if closing.kind != "RParen":
        tokens.unget(closing)
        p.incomplete_after(condition, "MissingEndParenthesisAfterForeach")
        return _broken(first, condition.end, variable, condition)
    label = first if first.kind == "Label" else None
    body = _loop_body(p, label)
    if body is None:
        p.incomplete_after(closing, "MissingForeachStatement")
        return _broken(first, closing.end, variable, condition)
    if flags.is_error:
        return _broken(first, body.end, variable, condition, body)
    return tree.ForEachStatement(
        start=first.start,
        end=body.end,
        label=_label_text(label),
        variable=variable,
        condition=condition,
        body=body,
        parallel=flags.parallel,
        throttle_limit=flags.throttle_limit,
    )


class _ForeachFlags:
    """What stands between foreach and its parenthesis."""

    __slots__ = ("is_error", "parallel", "throttle_limit")

    def __init__(self) -> None:
        self.parallel = False
        self.throttle_limit: tree.Expression | None = None
        self.is_error = False


def _foreach_flags(p: Parser) -> _ForeachFlags:
    tokens = p.tokens
    flags = _ForeachFlags()
    while tokens.peek().kind == "Parameter":
        token = tokens.next()
        if names.is_parameter(token, "parallel"):
            flags.parallel = True
            p.note(token, "KeywordParameterReservedForFutureUse", "foreach", "parallel")
        elif names.is_parameter(token, "throttlelimit"):
            tokens.skip_newlines()
            flags.throttle_limit = commands.single_argument(p, commands.Place.ARGUMENT)
            if flags.throttle_limit is None:
                p.incomplete_after(token, "MissingThrottleLimit")
            p.note(token, "KeywordParameterReservedForFutureUse", "foreach", "throttlelimit")
        else:
            flags.is_error = True
            assert isinstance(token.value, ParameterName)
            p.error_at(token, "InvalidForeachFlag", token.value.name)
        tokens.skip_newlines()
    return flags


def for_statement(p: Parser, keyword: Token, label: Token | None = None) -> tree.Statement:
    """Parse a for loop; the keyword is taken already."""
    tokens = p.tokens
    first = label or keyword
    tokens.skip_newlines()
    opening = tokens.next()
    if opening.kind != "LParen":
        tokens.unget(opening)
        p.incomplete_after(keyword, "MissingOpenParenthesisAfterKeyword", "for")
        return _broken(first, keyword.end)
    last_end = opening.end
    parts: list[tree.Statement | None] = []
    for number in range(3):
        tokens.skip_newlines()
        part = pipelines.pipeline_chain(p)
        parts.append(part)
        if part is not None:
            last_end = part.end
        if number < 2 and tokens.peek().kind == "Semi":
            last_end = tokens.next().end
    tokens.skip_newlines()
    closing = tokens.next()
    if closing.kind != "RParen":
        tokens.unget(closing)
        tokens.errors.report_incomplete(
            "MissingEndParenthesisAfterStatement", last_end, last_end, "for"
        )
        return _broken(first, last_end, *parts)
    body = _loop_body(p, label)
    if body is None:
        p.incomplete_after(closing, "MissingLoopStatement", "for")
        return _broken(first, closing.end, *parts)
    return tree.ForStatement(
        start=first.start,
        end=body.end,
        label=_label_text(label),
        initializer=parts[0],
        condition=parts[1],
        iterator=parts[2],
        body=body,
    )


def while_statement(p: Parser, keyword: Token, label: Token | None = None) -> tree.Statement:
    """Parse a while loop; the keyword is taken already."""
    tokens = p.tokens
    first = label or keyword
    tokens.skip_newlines()
    opening = tokens.next()
    if opening.kind != "LParen":
        tokens.unget(opening)
        word = tokens.text_of(keyword)
        p.incomplete_after(keyword, "MissingOpenParenthesisAfterKeyword", word)
        return _broken(first, keyword.end)
    tokens.skip_newlines()
    condition = pipelines.pipeline_chain(p)
    missing = condition is None
    if condition is None:
        p.incomplete_after(opening, "MissingExpressionAfterKeyword", "while")
        condition = tree.ErrorStatement(start=opening.end, end=opening.end)
    tokens.skip_newlines()
    closing = tokens.next()
    if closing.kind != "RParen":
        tokens.unget(closing)
        if not missing:
            p.incomplete_after(condition, "MissingEndParenthesisAfterStatement", "while")
        return _broken(first, condition.end, condition)
    body = _loop_body(p, label)
    if body is None:
        p.incomplete_after(closing, "MissingLoopStatement", "while")
        return _broken(first, closing.end, condition)
    return tree.WhileStatement(
        start=first.start,
        end=body.end,
        label=_label_text(label),
        condition=condition,
        body=body,
    )


def do_statement(p: Parser, keyword: Token, label: Token | None = None) -> tree.Statement:
    """Parse a do loop; the keyword is taken already."""
    tokens = p.tokens
    first = label or keyword
    body = _loop_body(p, label)
    if body is None:
        p.incomplete_after(keyword, "MissingLoopStatement", "do")
        return _broken(first, keyword.end)
    tokens.skip_newlines()
    word = tokens.next()
    if word.kind not in ("While", "Until"):
        tokens.unget(word)
        p.incomplete_after(body, "MissingWhileOrUntilInDoWhile")
        return _broken(first, body.end, body)
    tokens.skip_newlines()
    opening = tokens.next()
    if opening.kind != "LParen":
        tokens.unget(opening)
        p.incomplete_after(word, "MissingOpenParenthesisAfterKeyword", word.kind.lower())
        return _broken(first, word.end, body)
    tokens.skip_newlines()
    condition = pipelines.pipeline_chain(p)
    if condition is None:
        p.incomplete_after(opening, "MissingExpressionAfterKeyword", word.kind.lower())
    tokens.skip_newlines()
    closing = tokens.next()
    if closing.kind != "RParen":
        tokens.unget(closing)
        if condition is not None:
            text = word.kind.lower()
            p.incomplete_after(condition, "MissingEndParenthesisAfterStatement", text)
    if condition is None or closing.kind != "RParen":
        return _broken(first, opening.end if condition is None else condition.end, body, condition)
    kind = tree.DoUntilStatement if word.kind == "Until" else tree.DoWhileStatement
    return kind(
        start=first.start,
        end=closing.end,
        label=_label_text(label),
        condition=condition,
        body=body,
    )
