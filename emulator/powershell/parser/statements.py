"""Statements: lists of them, and which rule reads which."""

from emulator.powershell import tree
from emulator.powershell.parser import checks, classes, names, pipelines, types, usings
from emulator.powershell.parser.state import Parser
from emulator.powershell.tokens.kinds import ATTRIBUTE_TAKERS, KEYWORD_KINDS, TokenKind
from emulator.powershell.tokens.token import Token
from emulator.powershell.tokens.tokenizer import COMMAND

_Attributes = list[tree.Attribute | tree.TypeConstraint]


class StatementList:
    """The statements of a block, with the traps apart, and where they stand."""

    __slots__ = ("end", "found", "start", "statements", "traps")

    def __init__(self) -> None:
        self.statements: list[tree.Statement] = []
        self.traps: list[tree.TrapStatement] = []
        self.found = False
        self.start = 0
        self.end = 0

    def add(self, statement: tree.Statement) -> None:
        """Append a statement."""
        if isinstance(statement, tree.TrapStatement):
            self.traps.append(statement)
        else:
            self.statements.append(statement)
        if not self.found:
            self.found = True
            self.start = statement.start
        self.end = statement.end


def statement_list(p: Parser, listed: StatementList | None = None) -> StatementList:
    """Parse statements up to a closing bracket or the end."""
    tokens = p.tokens
    if listed is None:
        listed = StatementList()
    tokens.skip_newlines(semicolons=True)
    while True:
        one = statement(p)
        if one is None:
            return listed
        listed.add(one)
        tokens.skip_newlines(semicolons=True)
        ahead = tokens.ahead
        if ahead is None:
            if tokens.text[tokens.pos] in ")}":
                return listed
        elif ahead.kind in ("RParen", "RCurly"):
            return listed


def statement_block(p: Parser) -> tree.StatementBlock | None:
    """Parse `{ statements }`; None where no brace follows."""
    tokens = p.tokens
    tokens.skip_newlines()
    opening = tokens.next()
    if opening.kind != "LCurly":
        tokens.unget(opening)
        return None
    listed = statement_list(p)
    closing = tokens.next()
    end = closing.end
    if closing.kind != "RCurly":
        tokens.unget(closing)
        tokens.errors.report_incomplete(
            "MissingEndCurlyBrace", opening.start, opening.end, seen_at=closing.end
        )
        end = listed.end if listed.found else opening.end
    return tree.StatementBlock(
        start=opening.start,
        end=end,
        statements=tuple(listed.statements),
        traps=tuple(listed.traps),
    )


def statement(p: Parser) -> tree.Statement | None:
    """Parse one statement; None, with nothing taken, where none starts."""
    tokens = p.tokens
    if tokens.mode is not COMMAND:
        tokens.set_mode(COMMAND)
    p.deeper()
    ahead = tokens.ahead
    if ahead is None and tokens.text[tokens.pos] in "$@(\"'":
        result = pipelines.pipeline_chain(p)
    else:
        result = _by_first_token(p, tokens.peek())
    p.depth -= 1
    return result


def _by_first_token(p: Parser, token: Token) -> tree.Statement | None:
    kind = token.kind
    rule = p.grammar.statements.get(kind)
    if rule is not None:
        p.tokens.skip()
        return rule(p, token)
    if kind == "Generic":
        if p.tokens.text[token.start] == "[":
            return _after_attributes(p, token)
    elif kind in _CLOSERS and p.tokens.errors.errors:
        # After an error these are eaten, so that they make no odd command.
        p.tokens.skip()
        p.tokens.skip_newlines()
        return statement(p)
    elif kind == "EndOfInput":
        return None
    return pipelines.pipeline_chain(p)


_CLOSERS: frozenset[TokenKind] = frozenset({"Else", "ElseIf", "Catch", "Until"})


def _after_attributes(p: Parser, token: Token) -> tree.Statement | None:
    """Parse what starts with brackets: an attributed definition, or an expression after all."""
    tokens = p.tokens
    first = token.start
    if first in p.no_definition or types.starts_plain_expression(tokens.text, first):
        return pipelines.pipeline_chain(p)
    known = len(tokens.errors.errors)
    notes = len(p.notes)
    tokens.rewind(first)
    attributes = types.attribute_list(p, in_expression=False) or []
    keyword = tokens.next()
    kind = keyword.kind
    if attributes and kind in KEYWORD_KINDS:
        if kind in ATTRIBUTE_TAKERS:
            return _attributed_definition(p, attributes, keyword)
        if all(isinstance(each, tree.Attribute) for each in attributes):
            name = types.full_name(attributes[0].type_name)
            p.error_at(attributes[0], "UnexpectedAttribute", name)
            tokens.unget(keyword)
            return _by_first_token(p, tokens.peek())
    # What was found wrong on the way is found again by the expression, where it is wrong.
    tokens.errors.forget(known)
    del p.notes[notes:]
    p.no_definition.add(first)
    tokens.rewind(first)
    return pipelines.pipeline_chain(p)


def _attributed_definition(
    p: Parser, attributes: _Attributes, keyword: Token
) -> tree.Statement | None:
    for attribute in attributes:
        if isinstance(attribute, tree.TypeConstraint):
            name = types.full_name(attribute.type_name)
            p.error_at(attribute, "TypeNotAllowedBeforeStatement", name)
            break
    plain = tuple(each for each in attributes if isinstance(each, tree.Attribute))
    if keyword.kind == "Class":
        return classes.class_definition(p, keyword, plain)
    if keyword.kind == "Enum":
        return classes.enum_definition(p, keyword, plain)
    p.tokens.unget(keyword)
    return _by_first_token(p, p.tokens.peek())


def return_statement(p: Parser, token: Token) -> tree.Statement:
    """Parse return."""
    pipeline = pipelines.pipeline_chain(p)
    end = token.end if pipeline is None else pipeline.end
    result = tree.ReturnStatement(start=token.start, end=end, pipeline=pipeline)
    checks.leaving(p, result, label=None)
    return result


def throw_statement(p: Parser, token: Token) -> tree.Statement:
    """Parse throw."""
    pipeline = pipelines.pipeline_chain(p)
    end = token.end if pipeline is None else pipeline.end
    return tree.ThrowStatement(start=token.start, end=end, pipeline=pipeline)


def exit_statement(p: Parser, token: Token) -> tree.Statement:
    """Parse exit."""
    pipeline = pipelines.pipeline_chain(p)
    end = token.end if pipeline is None else pipeline.end
    return tree.ExitStatement(start=token.start, end=end, pipeline=pipeline)


def break_statement(p: Parser, token: Token) -> tree.Statement:
    """Parse break with its label."""
    label = names.label_or_key(p)
    end = token.end if label is None else label.end
    result = tree.BreakStatement(start=token.start, end=end, label=label)
    checks.leaving(p, result, label=checks.label_text(label))
    return result


def continue_statement(p: Parser, token: Token) -> tree.Statement:
    """Parse continue with its label."""
    label = names.label_or_key(p)
    end = token.end if label is None else label.end
    result = tree.ContinueStatement(start=token.start, end=end, label=label)
    checks.leaving(p, result, label=checks.label_text(label))
    return result


def labeled_statement(p: Parser, token: Token) -> tree.Statement | None:
    """Parse the loop or switch after a label, or a command that only looks like one."""
    tokens = p.tokens
    tokens.skip_newlines()
    rule = p.grammar.labeled.get(tokens.peek().kind)
    if rule is None:
        tokens.rewind(token.start)
        return pipelines.pipeline_chain(p)
    return rule(p, tokens.next(), token)


def block_statement(p: Parser, token: Token) -> tree.Statement:
    """Parse parallel and sequence, which only workflows have."""
    keyword = p.tokens.text_of(token)
    body = statement_block(p)
    if body is None:
        p.incomplete_after(token, "MissingStatementAfterKeyword", keyword)
        return tree.ErrorStatement(start=token.start, end=token.end)
    if not p.in_workflow:
        p.note(token, "UnexpectedKeyword", keyword)
    return tree.BlockStatement(start=token.start, end=body.end, keyword=keyword, body=body)


def reserved_keyword(p: Parser, token: Token) -> tree.Statement:
    """Refuse a keyword that is reserved."""
    p.error_at(token, "ReservedKeywordNotAllowed", token.kind.lower())
    return tree.ErrorStatement(start=token.start, end=token.end)


def late_using(p: Parser, token: Token) -> tree.Statement:
    """Refuse a using statement after other statements, but parse it."""
    result = usings.using_statement(p, token)
    p.error_at(result, "UsingMustBeAtStartOfScript")
    return result
