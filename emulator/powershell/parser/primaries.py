"""Primary expressions: literals, variables, and whatever stands in brackets."""

from emulator.powershell import tree
from emulator.powershell.parser import (
    checks,
    expandable,
    members,
    pipelines,
    script_blocks,
    statements,
)
from emulator.powershell.parser.state import Parser
from emulator.powershell.tokens.token import StringParts, Token
from emulator.powershell.tokens.tokenizer import COMMAND


def primary(p: Parser, *, with_members: bool = True) -> tree.Expression | None:
    """Parse a primary expression with what is accessed of it; None where none starts."""
    tokens = p.tokens
    token = tokens.next()
    rule = p.grammar.primaries.get(token.kind)
    if rule is None:
        tokens.unget(token)
        return None
    result = rule(p, token)
    if not with_members:
        return result
    operator = tokens.member_access(index=True)
    if isinstance(result, tree.UsingExpression):
        return _used(p, result, operator)
    if operator is None:
        return result
    return members.accesses(p, result, operator)


def _used(p: Parser, result: tree.UsingExpression, operator: Token | None) -> tree.Expression:
    """$using:x.y means $using:(x.y): the members are taken where the variable is."""
    if operator is None:
        return result
    inner = members.accesses(p, result.operand, operator)
    checks.used(p, inner)
    return tree.UsingExpression(start=inner.start, end=inner.end, operand=inner)


def variable(start: int, end: int, path: str, *, splatted: bool, braced: bool) -> tree.Expression:
    """Make the node of a variable, or of a $using: one."""
    if path[:6].lower() == "using:" and len(path) > 6:
        return tree.UsingExpression(
            start=start,
            end=end,
            operand=tree.VariableExpression(
                start=start, end=end, path=path[6:], splatted=splatted, braced=braced
            ),
        )
    return tree.VariableExpression(
        start=start, end=end, path=path, splatted=splatted, braced=braced
    )


def plain_variable(p: Parser, token: Token) -> tree.VariableExpression:
    """Make the node of a variable token where only a variable may stand."""
    assert isinstance(token.value, str)
    return tree.VariableExpression(
        start=token.start,
        end=token.end,
        path=token.value,
        splatted=token.kind == "SplattedVariable",
        braced=p.tokens.text[token.start + 1] == "{",
    )


def variable_value(p: Parser, token: Token) -> tree.Expression:
    """Parse a variable."""
    path = token.value
    assert isinstance(path, str)
    braced = p.tokens.text[token.start + 1] == "{"
    return variable(token.start, token.end, path, splatted=False, braced=braced)


def splatted_variable(p: Parser, token: Token) -> tree.Expression:
    """Parse @name."""
    path = token.value
    assert isinstance(path, str)
    if p.tokens.mode is not COMMAND:
        p.note(token, "SplattingNotPermitted", path)
    return variable(token.start, token.end, path, splatted=True, braced=False)


def number(p: Parser, token: Token) -> tree.Expression:
    """Parse a number."""
    return tree.ConstantExpression(
        start=token.start,
        end=token.end,
        value=token.value,
        text=p.tokens.text[token.start : token.end],
    )


def string(
    p: Parser, token: Token, kind: tree.StringKind
) -> tree.ExpandableStringExpression | tree.StringConstantExpression:
    """Make the node of a string token."""
    value = token.value
    if isinstance(value, StringParts):
        return expandable.expandable_string(p, token.start, token.end, value, kind)
    assert isinstance(value, str)
    return tree.StringConstantExpression(
        start=token.start, end=token.end, value=value, string_kind=kind
    )


def verbatim_string(_p: Parser, token: Token) -> tree.Expression:
    """Parse 'a string'."""
    value = token.value
    assert isinstance(value, str)
    return tree.StringConstantExpression(
        start=token.start,
        end=token.end,
        value=value,
        string_kind=tree.StringKind.SINGLE_QUOTED,
    )


def verbatim_here_string(p: Parser, token: Token) -> tree.Expression:
    """Parse a verbatim here-string."""
    return string(p, token, tree.StringKind.SINGLE_QUOTED_HERE)


def expandable_string(p: Parser, token: Token) -> tree.Expression:
    """Parse "a string"."""
    return string(p, token, tree.StringKind.DOUBLE_QUOTED)


def expandable_here_string(p: Parser, token: Token) -> tree.Expression:
    """Parse an expandable here-string."""
    return string(p, token, tree.StringKind.DOUBLE_QUOTED_HERE)


def parenthesized(p: Parser, opening: Token) -> tree.Expression:
    """Parse `( ... )`; the parenthesis is taken already."""
    tokens = p.tokens
    before = tokens.mode
    comma_separates = p.comma_separates
    tokens.set_mode(COMMAND)
    p.comma_separates = False
    tokens.skip_newlines()
    pipeline = pipelines.pipeline_chain(p)
    if pipeline is None:
        p.incomplete_after(opening, "ExpectedExpression")
        pipeline = tree.ErrorStatement(start=opening.end, end=opening.end)
    tokens.skip_newlines()
    closing = tokens.next()
    end = closing.end
    if closing.kind != "RParen":
        tokens.unget(closing)
        p.incomplete_after(pipeline, "MissingEndParenthesisInExpression")
        end = pipeline.end
    p.comma_separates = comma_separates
    tokens.set_mode(before)
    return tree.ParenExpression(start=opening.start, end=end, pipeline=pipeline)


def sub_expression(p: Parser, opening: Token) -> tree.Expression:
    """Parse `$( ... )` and `@( ... )`; the opening is taken already."""
    tokens = p.tokens
    before = tokens.mode
    comma_separates = p.comma_separates
    tokens.set_mode(COMMAND)
    p.comma_separates = False
    listed = statements.statement_list(p)
    tokens.skip_newlines()
    closing = tokens.next()
    end = closing.end
    if closing.kind != "RParen":
        tokens.unget(closing)
        p.incomplete_at(closing, "MissingEndParenthesisInSubexpression")
        end = listed.end if listed.found else opening.end
    p.comma_separates = comma_separates
    tokens.set_mode(before)
    body = tree.StatementBlock(
        start=listed.start if listed.found else opening.end,
        end=listed.end if listed.found else opening.end,
        statements=tuple(listed.statements),
        traps=tuple(listed.traps),
    )
    if opening.kind == "DollarParen":
        return tree.SubExpression(start=opening.start, end=end, body=body)
    return tree.ArrayExpression(start=opening.start, end=end, body=body)


def script_block_expression(p: Parser, opening: Token) -> tree.ScriptBlockExpression:
    """Parse `{ ... }` as a value; the brace is taken already."""
    tokens = p.tokens
    before = tokens.mode
    comma_separates = p.comma_separates
    tokens.set_mode(COMMAND)
    p.comma_separates = False
    block = script_blocks.script_block(p, opening)
    p.comma_separates = comma_separates
    tokens.set_mode(before)
    return tree.ScriptBlockExpression(start=block.start, end=block.end, script_block=block)
