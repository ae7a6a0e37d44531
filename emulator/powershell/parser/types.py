"""Types and attributes between brackets."""

import re

from emulator.powershell import tree
from emulator.powershell.parser import checks, expressions, names
from emulator.powershell.parser.state import (
    EXPRESSION,
    MAX_NESTING,
    Parser,
    TooComplicatedError,
    in_mode,
)
from emulator.powershell.tokens import words
from emulator.powershell.tokens.kinds import TokenKind
from emulator.powershell.tokens.token import Token
from emulator.powershell.tokens.tokenizer import TYPE_NAME

AttributeList = list[tree.Attribute | tree.TypeConstraint]

_PLAIN_TYPES = re.compile(r"\[[\w.,+\[\] \t]++(?:(?<=\])|(?<=\][ \t]))(?=[^\s\w\[#<`])")
_ARGUMENT_ENDS: frozenset[TokenKind] = frozenset({"Comma", "RParen", "RBracket", "NewLine"})
_BRACKET_END: frozenset[TokenKind] = frozenset({"RBracket"})


def full_name(name: tree.TypeName) -> str:
    """Write a type as PowerShell names it in its messages."""
    if name.element is not None:
        return f"{full_name(name.element)}[{',' * (name.rank - 1)}]"
    if name.generic_arguments:
        return f"{name.name}[{','.join(full_name(each) for each in name.generic_arguments)}]"
    return name.name


def starts_plain_expression(text: str, offset: int) -> bool:
    """Tell quickly that the bracket at `offset` starts a cast or a type, not an attribute."""
    return _PLAIN_TYPES.match(text, offset) is not None


def attribute_list(p: Parser, *, in_expression: bool) -> AttributeList | None:
    """Parse attributes and types one after the other; None for none."""
    attributes: AttributeList = []
    attribute = attribute_or_type(p)
    while attribute is not None:
        attributes.append(attribute)
        if len(attributes) > MAX_NESTING:
            raise TooComplicatedError
        if not in_expression or isinstance(attribute, tree.Attribute):
            p.tokens.skip_newlines()
        attribute = attribute_or_type(p)
    return attributes or None


def attribute_or_type(p: Parser) -> tree.Attribute | tree.TypeConstraint | None:
    """Parse `[int]` or `[Parameter(...)]`; None where no bracket follows."""
    tokens = p.tokens
    opening = tokens.left_bracket()
    if opening is None:
        return None
    tokens.skip_newlines()
    name = type_name(p, allow_assembly=True)
    if name is None:
        tokens.rewind(opening.start)
        p.incomplete_after(opening, "MissingTypename")
        return None
    closing = tokens.next()
    if closing.kind == "LParen":
        return _attribute(p, opening, name, closing)
    end = closing.end
    if closing.kind != "RBracket":
        tokens.unget(closing)
        before = max(closing.start - 1, 0)
        p.error("EndSquareBracketExpectedAtEndOfAttribute", before, before)
        end = name.end
    return tree.TypeConstraint(start=opening.start, end=end, type_name=name)


def _attribute(
    p: Parser, opening: Token, name: tree.TypeName, parenthesis: Token
) -> tree.Attribute:
    tokens = p.tokens
    tokens.skip_newlines()
    before = in_mode(p, EXPRESSION)
    comma_separates = p.comma_separates
    p.comma_separates = True
    reader = _AttributeReader(p, parenthesis.end)
    reader.read()
    p.comma_separates = comma_separates
    tokens.set_mode(before)
    tokens.skip_newlines()
    closing = tokens.next()
    end = closing.end
    closed = closing.kind == "RParen"
    if not closed:
        tokens.unget(closing)
        end = reader.end
        tokens.errors.report_incomplete("MissingEndParenthesisInExpression", end, end)
    tokens.skip_newlines()
    bracket = tokens.next()
    if bracket.kind != "RBracket":
        tokens.unget(bracket)
        if closed:
            p.incomplete_after(closing, "EndSquareBracketExpectedAtEndOfAttribute")
    else:
        end = bracket.end
    result = tree.Attribute(
        start=opening.start,
        end=end,
        type_name=name,
        positional_arguments=tuple(reader.positional),
        named_arguments=tuple(reader.named),
    )
    checks.attribute_arguments(p, result)
    return result


class _AttributeReader:
    """The arguments of one attribute, as far as they are read; `end` is the last one's."""

    __slots__ = ("end", "named", "p", "positional", "seen")

    def __init__(self, p: Parser, end: int) -> None:
        self.p = p
        self.end = end
        self.positional: list[tree.Expression] = []
        self.named: list[tree.NamedAttributeArgument] = []
        self.seen: set[str] = set()

    def read(self) -> None:
        """Read arguments up to what cannot be one."""
        tokens = self.p.tokens
        comma: Token | None = None
        while True:
            tokens.skip_newlines()
            name = names.simple_name(self.p)
            if name is not None:
                self._add_named(name)
            else:
                self._add_positional(comma)
            tokens.skip_newlines()
            comma = tokens.peek()
            if comma.kind != "Comma":
                return
            self.end = comma.end
            tokens.skip()

    def _add_named(self, name: tree.StringConstantExpression) -> None:
        p = self.p
        equals = p.tokens.peek()
        omitted = equals.kind != "Equals"
        value: tree.Expression
        if omitted:
            value = tree.ConstantExpression(
                start=name.start, end=name.end, value=True, text=name.value
            )
        else:
            value = self._named_value(equals)
        if name.value in self.seen:
            p.error_at(name, "DuplicateNamedArgument", name.value)
            return
        self.seen.add(name.value)
        self.named.append(
            tree.NamedAttributeArgument(
                start=name.start,
                end=value.end,
                name=name.value,
                argument=value,
                expression_omitted=omitted,
            )
        )

    def _named_value(self, equals: Token) -> tree.Expression:
        p = self.p
        p.tokens.skip()
        p.tokens.skip_newlines()
        value = expressions.expression(p)
        if value is None:
            p.incomplete_after(equals, "MissingExpressionInNamedArgument")
            value = tree.ErrorExpression(start=equals.end, end=equals.end)
            p.sync_on_error(_ARGUMENT_ENDS, consume=True)
        self.end = value.end
        return value

    def _add_positional(self, comma: Token | None) -> None:
        p = self.p
        value = expressions.expression(p)
        if value is not None:
            self.positional.append(value)
            self.end = value.end
        elif comma is not None:
            p.incomplete_after(comma, "MissingExpressionAfterToken", ",")
            self.positional.append(tree.ErrorExpression(start=comma.end, end=comma.end))
            self.end = comma.end


def type_name(p: Parser, *, allow_assembly: bool) -> tree.TypeName | None:
    """Parse the name of a type, with its generic arguments and array ranks; None for none."""
    before = in_mode(p, TYPE_NAME)
    token = p.tokens.next()
    result: tree.TypeName | None = None
    if token.kind == "Identifier":
        result = _finished(p, token, in_arguments=False, allow_assembly=allow_assembly)
    else:
        p.tokens.unget(token)
    p.tokens.set_mode(before)
    return result


def _simple(p: Parser, token: Token, assembly: str | None = None) -> tree.TypeName:
    return tree.TypeName(
        start=token.start,
        end=token.end if assembly is None else p.tokens.pos,
        name=p.tokens.text_of(token),
        assembly=assembly,
    )


def _finished(
    p: Parser, name: Token, *, in_arguments: bool, allow_assembly: bool = True
) -> tree.TypeName:
    tokens = p.tokens
    token = tokens.peek()
    if token.kind == "LBracket":
        tokens.skip()
        tokens.skip_newlines()
        first = tokens.next()
        if first.kind in ("RBracket", "Comma"):
            return _array(p, _simple(p, name), first)
        if first.kind in ("LBracket", "Identifier"):
            return _generic(p, name, first, in_arguments=in_arguments)
        if first.kind == "EndOfInput":
            tokens.unget(first)
            p.incomplete_after(token, "MissingTypename")
        else:
            p.error_at(first, "UnexpectedToken", tokens.text_of(first))
            p.sync_on_error(_BRACKET_END, consume=True)
        return _simple(p, name)
    if token.kind == "Comma" and allow_assembly and not in_arguments:
        return _simple(p, name, _assembly(p))
    return _simple(p, name)


def _assembly(p: Parser) -> str | None:
    """Parse the assembly after a type's name; the comma is looked at."""
    comma = p.tokens.next()
    assembly = words.scan_assembly_name(p.tokens)
    if not assembly:
        p.error("MissingAssemblyNameSpecification", comma.end, comma.end)
        return None
    return assembly


def _generic(p: Parser, name: Token, first: Token, *, in_arguments: bool) -> tree.TypeName:
    tokens = p.tokens
    p.deeper()
    arguments, closing = _type_arguments(p, first)
    p.depth -= 1
    end = arguments[-1].end
    if closing.kind == "RBracket":
        end = closing.end
    else:
        tokens.unget(closing)
        before = max(closing.start - 1, 0)
        tokens.errors.report_incomplete("EndSquareBracketExpectedAtEndOfAttribute", before, before)
    after = tokens.peek()
    assembly = _assembly(p) if after.kind == "Comma" and not in_arguments else None
    result = tree.TypeName(
        start=name.start,
        end=end,
        name=tokens.text_of(name),
        generic_arguments=tuple(arguments),
        assembly=assembly,
    )
    if after.kind == "LBracket":
        tokens.skip()
        return _array(p, result, tokens.next())
    return result


def _type_arguments(p: Parser, first: Token) -> tuple[list[tree.TypeName], Token]:
    tokens = p.tokens
    arguments = [_type_argument(p, first)]
    while True:
        tokens.skip_newlines()
        comma = tokens.next()
        if comma.kind != "Comma":
            return arguments, comma
        tokens.skip_newlines()
        token = tokens.peek()
        if token.kind in ("Identifier", "LBracket"):
            tokens.skip()
            arguments.append(_type_argument(p, token))
        else:
            p.incomplete_after(comma, "MissingTypename")
            arguments.append(
                tree.TypeName(start=comma.start, end=comma.end, name=":ErrorTypeName:")
            )


def _type_argument(p: Parser, first: Token) -> tree.TypeName:
    tokens = p.tokens
    if first.kind == "Identifier":
        return _finished(p, first, in_arguments=True)
    token = tokens.next()
    if token.kind != "Identifier":
        tokens.unget(token)
        p.incomplete_after(token, "MissingTypename")
        return tree.TypeName(start=first.start, end=first.end, name=":ErrorTypeName:")
    result = _finished(p, token, in_arguments=False)
    closing = tokens.next()
    if closing.kind != "RBracket":
        tokens.unget(closing)
        before = max(closing.start - 1, 0)
        tokens.errors.report_incomplete("EndSquareBracketExpectedAtEndOfType", before, before)
    return result


def _array(p: Parser, element: tree.TypeName, token: Token) -> tree.TypeName:
    """Parse array ranks; `token` is what follows the first bracket."""
    tokens = p.tokens
    start = element.start
    while True:
        rank = 1
        while token.kind == "Comma":
            rank += 1
            token = tokens.next()
        end = token.end
        if token.kind != "RBracket":
            end = element.end
            if token.kind == "EndOfInput":
                tokens.unget(token)
                before = max(token.start - 1, 0)
                p.error("EndSquareBracketExpectedAtEndOfAttribute", before, before)
            else:
                p.error_at(token, "UnexpectedToken", tokens.text_of(token))
                p.sync_on_error(_BRACKET_END, consume=True)
        element = tree.TypeName(start=start, end=end, name="", element=element, rank=rank)
        after = tokens.peek()
        if after.kind == "Comma":
            assembly = _assembly(p)
            return tree.TypeName(
                start=start, end=end, name="", element=element.element, rank=rank,
                assembly=assembly,
            )  # fmt: skip
        if after.kind != "LBracket":
            return element
        tokens.skip()
        token = tokens.next()


def method_type_arguments(p: Parser) -> tuple[tree.TypeName, ...]:
    """Parse `[int, string]` after a method's name; empty where it is something else."""
    tokens = p.tokens
    before = in_mode(p, TYPE_NAME)
    tokens.next()
    tokens.skip_newlines()
    first = tokens.next()
    arguments: list[tree.TypeName] = []
    if first.kind in ("Identifier", "LBracket"):
        arguments, closing = _type_arguments(p, first)
        if closing.kind != "RBracket":
            arguments = []
    tokens.set_mode(before)
    return tuple(arguments)
