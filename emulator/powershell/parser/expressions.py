"""Expressions: operators and their precedence, array literals, casts, ternaries."""

from emulator.powershell import tree
from emulator.powershell.parser import checks, members, primaries, types
from emulator.powershell.parser.state import Parser
from emulator.powershell.tokens.kinds import BINARY_PRECEDENCE, UNARY_OPERATORS
from emulator.powershell.tokens.token import ParameterName, Token
from emulator.powershell.tokens.tokenizer import EXPRESSION


def expression(p: Parser) -> tree.Expression | None:
    """Parse an expression; None, with nothing taken, where none starts."""
    tokens = p.tokens
    before = tokens.mode
    if before is not EXPRESSION:
        tokens.set_mode(EXPRESSION)
    p.deeper()
    result = _binary(p)
    if result is not None and tokens.peek().kind == "QuestionMark":
        result = _ternary(p, result)
    p.depth -= 1
    if before is not EXPRESSION:
        tokens.set_mode(before)
    return result


def _ternary(p: Parser, condition: tree.Expression) -> tree.Expression:
    tokens = p.tokens
    question = tokens.next()
    numbers_end = tokens.end_number_at_ternary
    tokens.end_number_at_ternary = True
    tokens.skip_newlines()
    if_true = expression(p)
    if if_true is None:
        p.incomplete_after(question, "ExpectedValueExpression", "?")
        if_true = tree.ErrorExpression(start=question.end, end=question.end)
    tokens.skip_newlines()
    colon = tokens.next()
    if colon.kind != "Colon":
        tokens.unget(colon)
        tokens.end_number_at_ternary = numbers_end
        p.incomplete_at(colon, "MissingColonInTernaryExpression")
        return tree.ErrorExpression(
            start=condition.start, end=if_true.end, nested=(condition, if_true)
        )
    tokens.skip_newlines()
    tokens.end_number_at_ternary = numbers_end
    if_false = expression(p)
    if if_false is None:
        p.incomplete_after(colon, "ExpectedValueExpression", ":")
        if_false = tree.ErrorExpression(start=colon.end, end=colon.end)
    return tree.TernaryExpression(
        start=condition.start,
        end=if_false.end,
        condition=condition,
        if_true=if_true,
        if_false=if_false,
    )


def _binary(p: Parser) -> tree.Expression | None:
    operand = _array_literal(p)
    if operand is None:
        return None
    operator = p.tokens.peek()
    if operator.kind not in BINARY_PRECEDENCE:
        if operator.kind == "Parameter":
            return _stray_parameter(p, operator, operand)
        return operand
    return _binary_from(p, operand, operator)


def _binary_from(p: Parser, first: tree.Expression, operator: Token) -> tree.Expression:
    """Go on after the first operand; the stacks hold what waits for a weaker operator."""
    tokens = p.tokens
    tokens.skip()
    operands = [first]
    operators = [operator]
    while True:
        tokens.skip_newlines()
        operand = _array_literal(p)
        if operand is None:
            end = operator.end
            p.incomplete_after(operator, "ExpectedValueExpression", tokens.text_of(operator))
            operand = tree.ErrorExpression(start=end, end=end)
        operands.append(operand)
        operator = tokens.peek()
        precedence = BINARY_PRECEDENCE.get(operator.kind)
        if precedence is None:
            break
        tokens.skip()
        while operators and precedence <= BINARY_PRECEDENCE[operators[-1].kind]:
            _combine(operands, operators)
        operators.append(operator)
    while operators:
        _combine(operands, operators)
    if operator.kind == "Parameter":
        return _stray_parameter(p, operator, operands[0])
    return operands[0]


def _combine(operands: list[tree.Expression], operators: list[Token]) -> None:
    right = operands.pop()
    left = operands.pop()
    operator = operators.pop()
    operands.append(
        tree.BinaryExpression(
            start=left.start,
            end=right.end,
            left=left,
            operator=operator.kind,
            right=right,
            operator_start=operator.start,
            operator_end=operator.end,
        )
    )


def _stray_parameter(p: Parser, token: Token, operand: tree.Expression) -> tree.Expression:
    """Eat what looks like a parameter: an operator that does not exist, or is not finished."""
    p.error_at(token, "UnexpectedToken", p.tokens.text_of(token))
    p.tokens.skip()
    assert isinstance(token.value, ParameterName)
    parameter = tree.CommandParameter(
        start=token.start, end=token.end, name=token.value.name, argument=None
    )
    return tree.ErrorExpression(start=operand.start, end=token.end, nested=(operand, parameter))


def _array_literal(p: Parser) -> tree.Expression | None:
    first = unary(p)
    tokens = p.tokens
    comma = tokens.peek()
    if first is None or comma.kind != "Comma" or p.comma_separates:
        return first
    elements = [first]
    while comma.kind == "Comma":
        tokens.skip()
        tokens.skip_newlines()
        element = unary(p)
        if element is None:
            p.incomplete_after(comma, "MissingExpressionAfterToken", ",")
            elements.append(tree.ErrorExpression(start=comma.start, end=comma.end))
            break
        elements.append(element)
        comma = tokens.peek()
    return tree.ArrayLiteral(start=first.start, end=elements[-1].end, elements=tuple(elements))


def unary(p: Parser) -> tree.Expression | None:
    """Parse an operand with the operators and casts before it and ++ or -- after it."""
    tokens = p.tokens
    ahead = tokens.ahead
    if ahead is not None and ahead.kind == "Minus":
        tokens.rewind(ahead.start)
    tokens.signed_numbers = True
    token = tokens.peek()
    tokens.signed_numbers = False
    kind = token.kind
    operand: tree.Expression | None
    if kind in UNARY_OPERATORS:
        if kind == "Comma" and p.comma_separates:
            return None
        operand = _prefixed(p, token)
    elif kind == "LBracket":
        operand = _cast_or_type(p)
    else:
        operand = primaries.primary(p)
    if operand is None:
        return None
    token = tokens.peek()
    if token.kind == "PlusPlus":
        return _postfixed(p, operand, token, "PostfixPlusPlus")
    if token.kind == "MinusMinus":
        return _postfixed(p, operand, token, "PostfixMinusMinus")
    return operand


def _postfixed(p: Parser, operand: tree.Expression, token: Token, operator: str) -> tree.Expression:
    p.tokens.skip()
    checks.step_target(p, operand, operator)
    return tree.UnaryExpression(
        start=operand.start, end=token.end, operator=operator, operand=operand
    )


def _prefixed(p: Parser, token: Token) -> tree.Expression:
    p.deeper()
    p.tokens.skip()
    p.tokens.skip_newlines()
    operand = unary(p)
    p.depth -= 1
    if operand is None:
        p.incomplete_after(token, "MissingExpressionAfterOperator", p.tokens.text_of(token))
        return tree.ErrorExpression(start=token.start, end=token.end)
    if token.kind == "Comma":
        return tree.ArrayLiteral(start=token.start, end=operand.end, elements=(operand,))
    if token.kind in ("PlusPlus", "MinusMinus"):
        checks.step_target(p, operand, token.kind)
    return tree.UnaryExpression(
        start=token.start, end=operand.end, operator=token.kind, operand=operand
    )


def _cast_or_type(p: Parser) -> tree.Expression | None:
    attributes = types.attribute_list(p, in_expression=True)
    if not attributes:
        return None
    last = attributes[-1]
    innermost = _innermost(p, last)
    if innermost is None:
        p.incomplete_at(last, "UnexpectedAttribute", types.full_name(last.type_name))
        return tree.ErrorExpression(start=attributes[0].start, end=last.end)
    result: tree.Expression = innermost
    for attribute in reversed(attributes[:-1]):
        if isinstance(attribute, tree.TypeConstraint):
            result = _converted(p, attribute, result)
        else:
            result = _attributed(p, attribute, result)
    return result


def _innermost(p: Parser, last: tree.Attribute | tree.TypeConstraint) -> tree.Expression | None:
    """Parse what follows the last bracket; None where an attribute has nothing after it."""
    if isinstance(last, tree.TypeConstraint):
        return _after_type(p, last)
    p.tokens.skip_newlines()
    p.deeper()
    operand = unary(p)
    p.depth -= 1
    return None if operand is None else _attributed(p, last, operand)


def _after_type(p: Parser, constraint: tree.TypeConstraint) -> tree.Expression:
    tokens = p.tokens
    literal = tree.TypeExpression(
        start=constraint.start, end=constraint.end, type_name=constraint.type_name
    )
    if tokens.ahead is None:
        operator = tokens.member_access(index=False)
        if operator is not None:
            return members.accesses(p, literal, operator)
    if tokens.peek().kind in ("NewLine", "Comma"):
        return literal
    p.deeper()
    operand = unary(p)
    p.depth -= 1
    if operand is None:
        return literal
    return _converted(p, constraint, operand)


def _converted(
    p: Parser, constraint: tree.TypeConstraint, operand: tree.Expression
) -> tree.Expression:
    checks.conversion(p, constraint, operand)
    return tree.ConvertExpression(
        start=constraint.start, end=operand.end, type_constraint=constraint, operand=operand
    )


def _attributed(p: Parser, attribute: tree.Attribute, operand: tree.Expression) -> tree.Expression:
    checks.attributed(p, attribute, operand)
    return tree.AttributedExpression(
        start=attribute.start, end=operand.end, attribute=attribute, operand=operand
    )
