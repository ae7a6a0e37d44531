"""Simple names: of members, keys, labels, classes and data sections."""

from emulator.powershell import tree
from emulator.powershell.parser import expressions
from emulator.powershell.parser.state import Parser
from emulator.powershell.tokens.token import ParameterName, Token


def simple_name(p: Parser) -> tree.StringConstantExpression | None:
    """Parse a name of letters, digits and underscores, be it a keyword elsewhere or not."""
    tokens = p.tokens
    tokens.simple_names = True
    token = tokens.peek()
    tokens.simple_names = False
    if token.kind != "Identifier":
        return None
    tokens.skip()
    return bare_word(p, token)


def bare_word(p: Parser, token: Token) -> tree.StringConstantExpression:
    """Make the node of a token that stands for its text."""
    return tree.StringConstantExpression(
        start=token.start,
        end=token.end,
        value=p.tokens.text[token.start : token.end],
        string_kind=tree.StringKind.BAREWORD,
    )


def label_or_key(p: Parser) -> tree.Expression | None:
    """Parse the label of break and continue, or the key of a hash literal."""
    name = simple_name(p)
    if name is not None:
        return name
    if p.tokens.peek().kind in ("NewLine", "Semi"):
        return None
    comma_separates = p.comma_separates
    p.comma_separates = True
    p.deeper()
    result = expressions.unary(p)
    p.depth -= 1
    p.comma_separates = comma_separates
    return result


def is_parameter(token: Token, name: str) -> bool:
    """Tell whether a Parameter token is `name` or a start of it."""
    value = token.value
    assert isinstance(value, ParameterName)
    return name.startswith(value.name.lower())
