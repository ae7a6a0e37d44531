"""Classes and enums: their members."""

from emulator.powershell import tree
from emulator.powershell.parser import (
    class_checks,
    expressions,
    functions,
    members,
    names,
    primaries,
    script_blocks,
    types,
)
from emulator.powershell.parser.state import EXPRESSION, Border, Parser, in_mode
from emulator.powershell.tokens.kinds import KEYWORD_KINDS, TokenKind
from emulator.powershell.tokens.token import Token
from emulator.powershell.tokens.tokenizer import COMMAND, SIGNATURE

_Member = tree.PropertyMember | tree.FunctionMember

_LINE_ENDS: frozenset[TokenKind] = frozenset({"NewLine", "Semi", "RCurly"})
_RIGHT_CURLY: frozenset[TokenKind] = frozenset({"RCurly"})


def class_definition(
    p: Parser, keyword: Token, attributes: tuple[tree.Attribute, ...] = ()
) -> tree.Statement:
    """Parse a class; the keyword is taken already."""
    tokens = p.tokens
    tokens.skip_newlines()
    name = names.simple_name(p)
    if name is None:
        p.incomplete_after(keyword, "MissingNameAfterKeyword", tokens.text_of(keyword))
        return tree.ErrorStatement(start=keyword.start, end=keyword.end)
    tokens.skip_newlines()
    before = in_mode(p, SIGNATURE)
    bases = _base_types(p)
    opening = tokens.next()
    if opening.kind != "LCurly":
        tokens.unget(opening)
        last = bases[-1] if bases else name
        p.incomplete_after(last, "MissingTypeBody", "class")
        tokens.set_mode(before)
        return tree.ErrorStatement(start=keyword.start, end=last.end, nested=tuple(bases))
    reader = _MemberReader(p, name.value)
    end = opening.end
    while reader.read():
        end = reader.end
    closing = tokens.next()
    if closing.kind == "RCurly":
        end = closing.end
    else:
        tokens.unget(closing)
        tokens.errors.report_incomplete(
            "MissingEndCurlyBrace", opening.end, opening.end, seen_at=closing.end
        )
    tokens.set_mode(before)
    result = tree.TypeDefinition(
        start=attributes[0].start if attributes else keyword.start,
        end=end,
        type_kind=tree.TypeKind.CLASS,
        name=name.value,
        attributes=attributes,
        base_types=tuple(bases),
        members=tuple(reader.members),
    )
    p.defined.append(result)
    class_checks.definition(p, result)
    return result


def _base_types(p: Parser) -> list[tree.TypeConstraint]:
    tokens = p.tokens
    bases: list[tree.TypeConstraint] = []
    separator = tokens.peek()
    if separator.kind != "Colon":
        return bases
    tokens.skip()
    while True:
        tokens.skip_newlines()
        name = types.type_name(p, allow_assembly=False)
        if name is None:
            p.incomplete_after(separator, "TypeNameExpected")
            return bases
        bases.append(tree.TypeConstraint(start=name.start, end=name.end, type_name=name))
        tokens.skip_newlines()
        separator = tokens.peek()
        if separator.kind != "Comma":
            return bases
        tokens.skip()


class _MemberReader:
    """The members of one class; `end` is the last one's."""

    __slots__ = ("class_name", "end", "members", "p")

    def __init__(self, p: Parser, class_name: str) -> None:
        self.p = p
        self.class_name = class_name
        self.members: list[_Member] = []
        self.end = 0

    def read(self) -> bool:
        """Read one member; False where none follows."""
        p = self.p
        head = _MemberHead(p)
        token = head.read()
        member: _Member | None = None
        if token.kind == "Variable":
            p.tokens.skip()
            member = _property(p, token, head)
        elif token.kind == "Identifier" or token.kind in KEYWORD_KINDS:
            p.tokens.skip()
            member = self._method(token, head)
            if member is None:
                p.sync_on_error(_RIGHT_CURLY, consume=False)
                return False
        elif head.last_end is not None:
            p.tokens.errors.report_incomplete(
                "IncompleteMemberDefinition", head.last_end, head.last_end
            )
            return False
        if member is None:
            return False
        self.members.append(member)
        self.end = member.end
        return True

    def _method(self, name: Token, head: "_MemberHead") -> tree.FunctionMember | None:
        p = self.p
        text = p.tokens.text_of(name)
        constructor = text.lower() == self.class_name.lower()
        reader = _MethodReader(p, name, calls_base=constructor and not head.static)
        function = reader.read()
        if function is None:
            return None
        result = tree.FunctionMember(
            start=head.start,
            end=function.end,
            name=text,
            return_type=head.constraint,
            attributes=tuple(head.attributes),
            function=function,
            static=head.static,
            hidden=head.hidden,
            constructor=constructor,
            base_arguments=reader.base_arguments,
            base_call=reader.base_call,
        )
        class_checks.method(p, result, name)
        return result


class _MemberHead:
    """What stands before a member's name: attributes, a type, static and hidden."""

    __slots__ = ("attributes", "constraint", "hidden", "last_end", "p", "start", "static")

    def __init__(self, p: Parser) -> None:
        self.p = p
        self.attributes: list[tree.Attribute] = []
        self.constraint: tree.TypeConstraint | None = None
        self.static = False
        self.hidden = False
        self.start = 0
        self.last_end: int | None = None

    def read(self) -> Token:
        """Read up to the name and return the token that stands there, not taken."""
        tokens = self.p.tokens
        while True:
            tokens.skip_newlines()
            attribute = types.attribute_or_type(self.p)
            if attribute is not None:
                self._add(attribute)
                continue
            token = tokens.peek()
            if token.kind == "Static":
                self._qualify(token, repeated=self.static)
                self.static = True
            elif token.kind == "Hidden":
                self._qualify(token, repeated=self.hidden)
                self.hidden = True
            else:
                self._begin_at(token.start)
                return token

    def _begin_at(self, start: int) -> None:
        if self.last_end is None:
            self.start = start

    def _add(self, attribute: tree.Attribute | tree.TypeConstraint) -> None:
        self._begin_at(attribute.start)
        self.last_end = attribute.end
        if isinstance(attribute, tree.Attribute):
            self.attributes.append(attribute)
        elif self.constraint is None:
            self.constraint = attribute
        else:
            self.p.error_at(attribute, "TooManyTypes")

    def _qualify(self, token: Token, *, repeated: bool) -> None:
        self._begin_at(token.start)
        self.last_end = token.end
        if repeated:
            self.p.error_at(token, "DuplicateQualifier", self.p.tokens.text_of(token))
        self.p.tokens.skip()


def _property(p: Parser, token: Token, head: _MemberHead) -> tree.PropertyMember:
    tokens = p.tokens
    name = primaries.plain_variable(p, token)
    initial: tree.Expression | None = None
    if tokens.peek().kind == "Equals":
        tokens.skip()
        tokens.skip_newlines()
        initial = expressions.expression(p)
    end = _line_end(p, name.end if initial is None else initial.end)
    return tree.PropertyMember(
        start=head.start,
        end=end,
        name=name.path,
        type_constraint=head.constraint,
        attributes=tuple(head.attributes),
        initial=initial,
        static=head.static,
        hidden=head.hidden,
    )


def _line_end(p: Parser, end: int, *, silent: bool = False) -> int:
    """See the end of a property, and return where it ends with its semicolon."""
    tokens = p.tokens
    terminator = tokens.peek()
    if terminator.kind not in _LINE_ENDS and not silent:
        tokens.errors.report_incomplete("MissingPropertyTerminator", end, end)
    tokens.skip_newlines(semicolons=True)
    return terminator.end if terminator.kind == "Semi" else end


class _MethodReader:
    """One method or constructor from its parameters on."""

    __slots__ = ("base_arguments", "base_call", "calls_base", "error_end", "name", "p")

    def __init__(self, p: Parser, name: Token, *, calls_base: bool) -> None:
        self.p = p
        self.name = name
        self.calls_base = calls_base
        self.base_arguments: tuple[tree.Expression, ...] | None = None
        self.base_call: tuple[int, int] | None = None
        self.error_end: int | None = None

    def read(self) -> tree.FunctionDefinition | None:
        """Read the method; None where it breaks off."""
        p = self.p
        tokens = p.tokens
        declared = functions.Declared()
        if tokens.peek().kind == "LParen":
            declared = functions.declared_parameters(p)
            self.error_end = declared.error_end
        else:
            p.incomplete_after(self.name, "MissingMethodParameterList")
        if self.calls_base:
            tokens.skip_newlines()
            self._read_base_call()
        tokens.skip_newlines()
        opening = tokens.next()
        if opening.kind != "LCurly":
            tokens.unget(opening)
            if self.error_end is None:
                self.error_end = self.name.end if declared.end is None else declared.end
                tokens.errors.report_incomplete(
                    "MissingFunctionBody", self.error_end, self.error_end
                )
        if self.error_end is not None:
            return None
        before = in_mode(p, COMMAND)
        p.flow.append(Border.METHOD)
        body = script_blocks.script_block(p, opening)
        p.flow.pop()
        tokens.set_mode(before)
        return tree.FunctionDefinition(
            start=self.name.start,
            end=body.end,
            function_kind=tree.FunctionKind.FUNCTION,
            name=tokens.text_of(self.name),
            parameters=declared.parameters or (),
            body=body,
        )

    def _read_base_call(self) -> None:
        p = self.p
        tokens = p.tokens
        before = in_mode(p, SIGNATURE)
        colon = tokens.peek()
        if colon.kind == "Colon":
            tokens.skip()
            tokens.skip_newlines()
            base = tokens.peek()
            if base.kind != "Base":
                self.error_end = colon.end
                p.incomplete_after(colon, "MissingBaseCtorCall")
            else:
                tokens.skip()
                tokens.skip_newlines()
                self._read_base_arguments(base)
        tokens.set_mode(before)

    def _read_base_arguments(self, base: Token) -> None:
        tokens = self.p.tokens
        opening = tokens.peek()
        if opening.kind != "LParen":
            self.error_end = base.end
            self.p.incomplete_after(base, "MissingMethodParameterList")
            return
        tokens.skip()
        self.base_arguments, end = members.argument_list(self.p, opening)
        self.base_call = (base.start, end)
        tokens.skip_newlines()


def enum_definition(
    p: Parser, keyword: Token, attributes: tuple[tree.Attribute, ...] = ()
) -> tree.Statement:
    """Parse an enum; the keyword is taken already."""
    tokens = p.tokens
    tokens.skip_newlines()
    name = names.simple_name(p)
    if name is None:
        p.incomplete_after(keyword, "MissingNameAfterKeyword", tokens.text_of(keyword))
        return tree.ErrorStatement(start=keyword.start, end=keyword.end)
    tokens.skip_newlines()
    before = in_mode(p, SIGNATURE)
    underlying = _base_types(p) if tokens.core else []
    tokens.set_mode(before)
    opening = tokens.next()
    if opening.kind != "LCurly":
        tokens.unget(opening)
        p.incomplete_after(name, "MissingTypeBody", "enum")
        return tree.ErrorStatement(start=keyword.start, end=name.end)
    found: list[tree.PropertyMember] = []
    while (member := _enum_member(p)) is not None:
        found.append(member)
    closing = tokens.next()
    if closing.kind != "RCurly":
        tokens.unget(closing)
        tokens.errors.report_incomplete(
            "MissingEndCurlyBrace", opening.end, opening.end, seen_at=closing.end
        )
    result = tree.TypeDefinition(
        start=attributes[0].start if attributes else keyword.start,
        end=closing.end,
        type_kind=tree.TypeKind.ENUM,
        name=name.value,
        attributes=attributes,
        base_types=tuple(underlying),
        members=tuple(found),
    )
    p.defined.append(result)
    class_checks.definition(p, result)
    return result


def _enum_member(p: Parser) -> tree.PropertyMember | None:
    tokens = p.tokens
    tokens.skip_newlines()
    name = names.simple_name(p)
    if name is None:
        return None
    end = name.end
    initial: tree.Expression | None = None
    before = in_mode(p, EXPRESSION)
    equals = tokens.peek()
    has_value = equals.kind == "Equals"
    if has_value:
        tokens.skip()
        initial = expressions.expression(p)
        if initial is None:
            p.error("ExpectedValueExpression", equals.end, equals.end, "=")
            end = equals.end
        else:
            end = initial.end
    tokens.set_mode(before)
    end = _line_end(p, end, silent=has_value and initial is None)
    return tree.PropertyMember(
        start=name.start,
        end=end,
        name=name.value,
        type_constraint=None,
        attributes=(),
        initial=initial,
        static=True,
    )
