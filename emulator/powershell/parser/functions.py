"""Functions, filters, workflows, configurations, and their parameters."""

from emulator.powershell import tree
from emulator.powershell.parser import (
    checks,
    commands,
    expressions,
    primaries,
    script_blocks,
    types,
)
from emulator.powershell.parser.state import EXPRESSION, Parser, in_mode
from emulator.powershell.tokens.kinds import TokenKind
from emulator.powershell.tokens.token import StringParts, Token

_NO_FUNCTION_NAME: frozenset[TokenKind] = frozenset(
    {
        "Pipe", "LParen", "LCurly", "AtParen", "AtCurly", "RCurly", "RParen", "EndOfInput", "Semi",
        "Redirection", "RedirectInStd", "AndAnd", "OrOr", "Ampersand", "Variable",
        "SplattedVariable", "HereStringExpandable", "HereStringLiteral", "StringLiteral",
        "StringExpandable",
    }
)  # fmt: skip

_FUNCTION_KINDS: dict[TokenKind, tree.FunctionKind] = {
    "Function": tree.FunctionKind.FUNCTION,
    "Filter": tree.FunctionKind.FILTER,
    "Workflow": tree.FunctionKind.WORKFLOW,
}

_RIGHT_PARENTHESIS: frozenset[TokenKind] = frozenset({"RParen"})


def function_definition(p: Parser, keyword: Token) -> tree.Statement:
    """Parse a function, filter or workflow; the keyword is taken already."""
    tokens = p.tokens
    tokens.skip_newlines()
    name = tokens.next()
    if name.kind in _NO_FUNCTION_NAME:
        tokens.unget(name)
        p.incomplete_after(keyword, "MissingNameAfterKeyword", tokens.text_of(keyword))
        return tree.ErrorStatement(start=keyword.start, end=keyword.end)
    declared = declared_parameters(p)
    opening = tokens.next()
    if opening.kind != "LCurly" or declared.error_end is not None:
        if opening.kind != "LCurly" and declared.error_end is None:
            end = name.end if declared.end is None else declared.end
            tokens.errors.report_incomplete("MissingFunctionBody", end, end)
        elif declared.error_end is not None:
            end = declared.error_end
        else:
            end = name.end
        tokens.unget(opening)
        return tree.ErrorStatement(
            start=keyword.start, end=end, nested=tuple(declared.parameters or ())
        )
    in_workflow = p.in_workflow
    p.in_workflow = keyword.kind == "Workflow"
    body = script_blocks.script_block(p, opening)
    p.in_workflow = in_workflow
    checks.function_parameters(p, declared.parameters, body)
    return tree.FunctionDefinition(
        start=keyword.start,
        end=body.end,
        function_kind=_FUNCTION_KINDS[keyword.kind],
        name=_name_text(p, name),
        parameters=declared.parameters,
        body=body,
    )


def _name_text(p: Parser, name: Token) -> str:
    value = name.value
    if name.kind == "Generic":
        if isinstance(value, StringParts):
            return value.literal
        assert isinstance(value, str)
        return value
    return p.tokens.text_of(name)


def configuration_definition(p: Parser, keyword: Token) -> tree.Statement:
    """Parse `configuration name { ... }`, which the compiler refuses."""
    tokens = p.tokens
    tokens.skip_newlines()
    if tokens.peek().kind in ("LCurly", "EndOfInput"):
        p.incomplete_after(keyword, "MissingConfigurationName")
        return tree.ErrorStatement(start=keyword.start, end=keyword.end)
    name = commands.single_argument(p, commands.Place.FILE_NAME)
    if name is None:
        p.incomplete_after(keyword, "MissingConfigurationName")
        return tree.ErrorStatement(start=keyword.start, end=keyword.end)
    tokens.skip_newlines()
    opening = tokens.next()
    if opening.kind != "LCurly":
        tokens.unget(opening)
        p.incomplete_after(opening, "MissingCurlyInConfigurationStatement")
        return tree.ErrorStatement(start=keyword.start, end=name.end)
    body = primaries.script_block_expression(p, opening).script_block
    return tree.FunctionDefinition(
        start=keyword.start,
        end=body.end,
        function_kind=tree.FunctionKind.CONFIGURATION,
        name=name.value if isinstance(name, tree.StringConstantExpression) else "",
        parameters=None,
        body=body,
    )


class Declared:
    """What stands in a function's parentheses; all None without any.

    `end` is where the parenthesis closes, `error_end` where a declaration without one breaks off.
    """

    __slots__ = ("end", "error_end", "parameters")

    def __init__(self) -> None:
        self.parameters: tuple[tree.Parameter, ...] | None = None
        self.end: int | None = None
        self.error_end: int | None = None


def declared_parameters(p: Parser) -> Declared:
    """Parse the parentheses after a function's name, if there are any."""
    tokens = p.tokens
    declared = Declared()
    tokens.skip_newlines()
    opening = tokens.peek()
    if opening.kind != "LParen":
        return declared
    tokens.skip()
    parameters, closed, end = _parameters(p, opening)
    declared.parameters = parameters
    if closed:
        declared.end = end
    else:
        declared.error_end = end
    tokens.skip_newlines()
    return declared


def parameters_in_parentheses(p: Parser, opening: Token) -> tuple[tuple[tree.Parameter, ...], int]:
    """Parse the parameters of a param block, and return also where its parenthesis closes."""
    parameters, closed, end = _parameters(p, opening)
    if not closed:
        end = max(p.tokens.peek().start - 1, 0)
    checks.duplicate_parameters(p, parameters)
    return parameters, end


def _parameters(p: Parser, opening: Token) -> tuple[tuple[tree.Parameter, ...], bool, int]:
    """Parse parameters and the closing parenthesis: them, whether it is there, the end."""
    tokens = p.tokens
    parameters = _parameter_list(p)
    tokens.skip_newlines()
    closing = tokens.next()
    if closing.kind == "RParen":
        return parameters, True, closing.end
    tokens.unget(closing)
    end = parameters[-1].end if parameters else opening.end
    tokens.errors.report_incomplete("MissingEndParenthesisInFunctionParameterList", end, end)
    return parameters, False, end


def _parameter_list(p: Parser) -> tuple[tree.Parameter, ...]:
    tokens = p.tokens
    parameters: list[tree.Parameter] = []
    comma: Token | None = None
    while True:
        parameter = _parameter(p)
        if parameter is None:
            if comma is not None:
                p.incomplete_after(comma, "MissingExpressionAfterToken", ",")
            return tuple(parameters)
        parameters.append(parameter)
        tokens.skip_newlines()
        comma = tokens.peek()
        if comma.kind != "Comma":
            return tuple(parameters)
        tokens.skip()


def _parameter(p: Parser) -> tree.Parameter | None:
    tokens = p.tokens
    before = in_mode(p, EXPRESSION)
    comma_separates = p.comma_separates
    p.comma_separates = True
    tokens.skip_newlines()
    attributes = types.attribute_list(p, in_expression=False) or []
    tokens.skip_newlines()
    token = tokens.next()
    result: tree.Parameter | None
    if token.kind in ("Variable", "SplattedVariable"):
        result = _named_parameter(p, token, attributes)
    else:
        tokens.unget(token)
        result = _nameless_parameter(p, attributes)
    p.comma_separates = comma_separates
    tokens.set_mode(before)
    return result


def _named_parameter(p: Parser, token: Token, attributes: types.AttributeList) -> tree.Parameter:
    tokens = p.tokens
    name = primaries.plain_variable(p, token)
    default: tree.Expression | None = None
    tokens.skip_newlines()
    equals = tokens.peek()
    if equals.kind == "Equals":
        tokens.skip()
        tokens.skip_newlines()
        default = expressions.expression(p)
        if default is None:
            p.incomplete_after(equals, "MissingExpressionAfterToken", "=")
    return tree.Parameter(
        start=attributes[0].start if attributes else name.start,
        end=name.end if default is None else default.end,
        attributes=tuple(attributes),
        name=name,
        default=default,
    )


def _nameless_parameter(p: Parser, attributes: types.AttributeList) -> tree.Parameter | None:
    if not attributes:
        return None
    start, end = attributes[0].start, attributes[-1].end
    p.incomplete_after(attributes[-1], "InvalidFunctionParameter")
    p.sync_on_error(_RIGHT_PARENTHESIS, consume=True)
    return tree.Parameter(
        start=start,
        end=end,
        attributes=tuple(attributes),
        name=tree.VariableExpression(start=start, end=end, path="__error__"),
        default=None,
    )
