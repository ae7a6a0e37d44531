"""Commands: names, parameters, arguments."""

from enum import Enum

from emulator.powershell import tree
from emulator.powershell.parser import expandable, names, pipelines, primaries
from emulator.powershell.parser.state import Parser, in_mode
from emulator.powershell.tokens import words
from emulator.powershell.tokens.kinds import COMMAND_ENDERS, TokenKind
from emulator.powershell.tokens.token import ParameterName, StringParts, Token
from emulator.powershell.tokens.tokenizer import COMMAND


class Place(Enum):
    """Where an argument stands, which decides what it may be."""

    NAME = "name"
    NAME_AFTER_OPERATOR = "name after & or ."
    FILE_NAME = "file name"
    ARGUMENT = "argument"
    SWITCH = "switch condition"


_NO_ARGUMENT: frozenset[TokenKind] = COMMAND_ENDERS | {
    "Redirection", "RedirectInStd", "Ampersand", "MinusMinus", "Comma",
}  # fmt: skip

_PRIMARY_STARTS: frozenset[TokenKind] = frozenset(
    {
        "SplattedVariable", "Variable", "Number", "HereStringExpandable", "StringExpandable",
        "HereStringLiteral", "StringLiteral", "LParen", "DollarParen", "AtParen", "AtCurly",
        "LCurly",
    }
)  # fmt: skip

_KEEPS_KIND: frozenset[TokenKind] = frozenset({"Identifier", "Default"})
"""Words that stay what they are as arguments; others are plain words there."""

_NAME_PLACES = (Place.NAME, Place.NAME_AFTER_OPERATOR)

_VERBATIM_MARK = "--%"

_CommandElement = tree.Expression | tree.CommandParameter


def single_argument(p: Parser, place: Place) -> tree.Expression | None:
    """Parse one argument where no command is: a file name, a switch's condition."""
    tokens = p.tokens
    if tokens.peek().kind in ("Comma", "EndOfInput"):
        return None
    before = in_mode(p, COMMAND)
    result = argument(p, place, tokens.next())
    tokens.set_mode(before)
    return result


def argument(p: Parser, place: Place, token: Token) -> tree.Expression | None:
    """Parse an argument that starts with `token`, with the list that commas make of it."""
    tokens = p.tokens
    first = _one_argument(p, place, token)
    if first is None or place is not Place.ARGUMENT:
        return first
    if token.kind == "Generic" and token.value == _VERBATIM_MARK:
        return first
    if tokens.peek().kind != "Comma":
        return first
    elements = [first]
    while tokens.peek().kind == "Comma":
        comma = tokens.next()
        tokens.skip_newlines()
        element = _one_argument(p, place, tokens.next())
        if element is None:
            p.incomplete_after(comma, "MissingExpression", ",")
            return tree.ErrorExpression(start=first.start, end=comma.end, nested=tuple(elements))
        elements.append(element)
    for element in elements:
        if isinstance(element, tree.VariableExpression) and element.splatted:
            p.note(element, "SplattingNotPermittedInArgumentList", element.path)
    return tree.ArrayLiteral(start=first.start, end=elements[-1].end, elements=tuple(elements))


def _one_argument(p: Parser, place: Place, token: Token) -> tree.Expression | None:
    kind = token.kind
    if kind in _PRIMARY_STARTS:
        p.tokens.unget(token)
        return primaries.primary(p)
    if kind in _NO_ARGUMENT:
        p.tokens.unget(token)
        return None
    if kind != "Generic":
        if kind not in _KEEPS_KIND and place not in _NAME_PLACES:
            token.kind = "Generic"
        return names.bare_word(p, token)
    value = token.value
    if isinstance(value, StringParts):
        if place is not Place.NAME:
            return expandable.expandable_string(
                p, token.start, token.end, value, tree.StringKind.BAREWORD
            )
        value = value.literal
    assert isinstance(value, str)
    return tree.StringConstantExpression(
        start=token.start, end=token.end, value=value, string_kind=tree.StringKind.BAREWORD
    )


def command(p: Parser) -> tree.Command | None:
    """Parse a command with its elements; None where none starts."""
    tokens = p.tokens
    before = in_mode(p, COMMAND)
    p.deeper()
    first = tokens.next()
    invocation = tree.InvocationOperator.NONE
    token = first
    place = Place.NAME
    if first.kind in ("Dot", "Ampersand"):
        dot = first.kind == "Dot"
        invocation = tree.InvocationOperator.DOT if dot else tree.InvocationOperator.CALL
        token = tokens.next()
        place = Place.NAME_AFTER_OPERATOR
    reader = _CommandReader(p, place, first.end)
    while reader.read(token):
        token = tokens.next()
    p.depth -= 1
    tokens.set_mode(before)
    if not reader.elements:
        if invocation is not tree.InvocationOperator.NONE:
            p.error_at(first, "MissingExpression", tokens.text_of(first))
        return None
    return tree.Command(
        start=first.start,
        end=reader.end,
        invocation=invocation,
        elements=tuple(reader.elements),
        redirections=tuple(reader.redirections),
    )


class _CommandReader:
    """The elements of one command, as far as they are read."""

    __slots__ = ("dash_dash_seen", "elements", "end", "p", "place", "redirections")

    def __init__(self, p: Parser, place: Place, end: int) -> None:
        self.p = p
        self.place = place
        self.end = end
        self.elements: list[_CommandElement] = []
        self.redirections: list[tree.Redirection] = []
        self.dash_dash_seen = False

    def read(self, token: Token) -> bool:
        """Add the element that starts with `token`; False where the command ends."""
        kind = token.kind
        if kind in COMMAND_ENDERS or (kind == "Ampersand" and self.p.tokens.core):
            self.p.tokens.unget(token)
            return False
        if kind == "Ampersand":
            self.end = token.end
            self.p.error_at(token, "AmpersandNotAllowed")
        elif kind == "Parameter":
            self._add_parameter(token)
        elif kind in ("Redirection", "RedirectInStd"):
            self._add_redirection(token)
        elif kind == "Comma":
            self.end = token.end
            self.p.error_at(token, "MissingArgument")
            self.p.tokens.skip_newlines()
        elif kind == "MinusMinus":
            self._add_dash_dash(token)
        else:
            element = argument(self.p, self.place, token)
            assert element is not None
            self._add(element)
            if token.value == _VERBATIM_MARK and kind == "Generic":
                self._add_verbatim()
                return False
        self.place = Place.ARGUMENT
        return True

    def _add(self, element: _CommandElement) -> None:
        self.elements.append(element)
        self.end = element.end

    def _add_parameter(self, token: Token) -> None:
        p = self.p
        if self.place is not Place.ARGUMENT or self.dash_dash_seen:
            self._add(names.bare_word(p, token))
            return
        written = token.value
        assert isinstance(written, ParameterName)
        value: tree.Expression | None = None
        if written.used_colon and p.tokens.peek().kind != "Comma":
            value = argument(p, Place.ARGUMENT, p.tokens.next())
            if value is None:
                text = p.tokens.text_of(token)
                p.error("ParameterRequiresArgument", token.end, token.end, text)
        self._add(
            tree.CommandParameter(
                start=token.start,
                end=token.end if value is None else value.end,
                name=written.name,
                argument=value,
            )
        )

    def _add_redirection(self, token: Token) -> None:
        if self.place is Place.ARGUMENT:
            self.end = pipelines.redirection(self.p, token, self.redirections)
        else:
            self._add(names.bare_word(self.p, token))

    def _add_dash_dash(self, token: Token) -> None:
        if self.dash_dash_seen:
            self._add(names.bare_word(self.p, token))
            return
        self.dash_dash_seen = True
        self._add(tree.CommandParameter(start=token.start, end=token.end, name="-", argument=None))

    def _add_verbatim(self) -> None:
        token = words.scan_verbatim_argument(self.p.tokens)
        self._add(names.bare_word(self.p, token))
