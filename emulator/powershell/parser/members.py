"""What is accessed of a value: members, calls of methods, elements."""

from emulator.powershell import tree
from emulator.powershell.parser import commands, expressions, names, primaries, types
from emulator.powershell.parser.state import Parser
from emulator.powershell.tokens.kinds import UNARY_OPERATORS
from emulator.powershell.tokens.token import Token


def accesses(p: Parser, target: tree.Expression, operator: Token | None) -> tree.Expression:
    """Parse one access after another, as long as they follow without a gap."""
    tokens = p.tokens
    while operator is not None:
        tokens.skip_newlines()
        kind = operator.kind
        if kind in ("LBracket", "QuestionLBracket"):
            target = _element(p, target, operator)
        else:
            target = _member(p, target, operator)
        operator = tokens.member_access(index=True)
    return target


def _member_name(p: Parser) -> tree.Expression | None:
    name = names.simple_name(p)
    if name is not None:
        return name
    token = p.tokens.peek()
    if token.kind in UNARY_OPERATORS or token.kind == "LBracket":
        p.deeper()
        result = expressions.unary(p)
        p.depth -= 1
        return result
    return primaries.primary(p, with_members=False)


def _member(p: Parser, target: tree.Expression, operator: Token) -> tree.Expression:
    static = operator.kind == "ColonColon"
    null_conditional = operator.kind == "QuestionDot"
    member = _member_name(p)
    if member is None:
        p.incomplete_after(operator, "MissingPropertyName")
        member = commands.single_argument(p, commands.Place.ARGUMENT)
        if member is None:
            member = tree.ErrorExpression(start=target.start, end=operator.end)
    else:
        generic_arguments = _generic_arguments(p)
        opening = p.tokens.invocation_start()
        if opening is not None:
            return _invocation(
                p, target, member, opening, operator=operator, generics=generic_arguments
            )
    return tree.MemberExpression(
        start=target.start,
        end=member.end,
        operand=target,
        member=member,
        static=static,
        null_conditional=null_conditional,
    )


def _generic_arguments(p: Parser) -> tuple[tree.TypeName, ...]:
    """Parse `[int, string]` between a method's name and its parenthesis; PowerShell 7.3.

    What turns out to be an element access instead is put back.
    """
    tokens = p.tokens
    if not tokens.core or tokens.ahead is not None or tokens.text[tokens.pos] != "[":
        return ()
    first = tokens.pos
    saved = len(tokens.errors.errors)
    arguments = types.method_type_arguments(p)
    if arguments and len(tokens.errors.errors) == saved and tokens.text[tokens.pos] == "(":
        return arguments
    tokens.errors.forget(saved)
    tokens.rewind(first)
    return ()


def _invocation(
    p: Parser,
    target: tree.Expression,
    member: tree.Expression,
    opening: Token,
    *,
    operator: Token,
    generics: tuple[tree.TypeName, ...],
) -> tree.Expression:
    if opening.kind == "LParen":
        arguments, end = argument_list(p, opening)
    else:
        block = primaries.script_block_expression(p, opening)
        arguments, end = (block,), block.end
    return tree.InvokeMemberExpression(
        start=target.start,
        end=end,
        operand=target,
        member=member,
        arguments=arguments,
        static=operator.kind == "ColonColon",
        null_conditional=operator.kind == "QuestionDot",
        generic_arguments=generics,
    )


def argument_list(p: Parser, opening: Token) -> tuple[tuple[tree.Expression, ...], int]:
    """Parse the arguments of a call up to its parenthesis; also return where they end."""
    tokens = p.tokens
    comma_separates = p.comma_separates
    p.comma_separates = True
    arguments: list[tree.Expression] = []
    comma: Token | None = None
    reported = False
    while True:
        tokens.skip_newlines()
        argument = expressions.expression(p)
        if argument is None:
            if comma is not None:
                p.incomplete_after(comma, "MissingExpressionAfterToken", ",")
                reported = True
            break
        arguments.append(argument)
        tokens.skip_newlines()
        comma = tokens.peek()
        if comma.kind != "Comma":
            break
        tokens.skip()
    tokens.skip_newlines()
    closing = tokens.next()
    end = closing.end
    if closing.kind != "RParen":
        tokens.unget(closing)
        last = arguments[-1] if arguments else opening
        if not reported:
            p.incomplete_after(last, "MissingEndParenthesisInMethodCall")
        end = last.end
    p.comma_separates = comma_separates
    return tuple(arguments), end


def _element(p: Parser, target: tree.Expression, opening: Token) -> tree.Expression:
    tokens = p.tokens
    comma_separates = p.comma_separates
    p.comma_separates = False
    tokens.skip_newlines()
    index = expressions.expression(p)
    missing = index is None
    if index is None:
        p.incomplete_after(opening, "MissingArrayIndexExpression")
        index = tree.ErrorExpression(start=opening.start, end=opening.end)
    tokens.skip_newlines()
    closing = tokens.next()
    end = closing.end
    p.comma_separates = comma_separates
    if closing.kind != "RBracket":
        tokens.unget(closing)
        if not missing:
            p.incomplete_after(index, "MissingEndSquareBracket")
        end = index.end
    return tree.IndexExpression(
        start=target.start,
        end=end,
        operand=target,
        index=index,
        null_conditional=opening.kind == "QuestionLBracket",
    )
