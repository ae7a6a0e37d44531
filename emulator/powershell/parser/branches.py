"""The statements that choose: if and switch."""

from emulator.powershell import tree
from emulator.powershell.parser import commands, names, pipelines, statements
from emulator.powershell.parser.state import Parser
from emulator.powershell.tokens.token import ParameterName, Token

_SWITCH_FLAGS = ("regex", "wildcard", "exact", "casesensitive", "parallel", "file")

_Clause = tuple[tree.Expression, tree.StatementBlock]


def if_statement(p: Parser, keyword: Token) -> tree.Statement:
    """Parse if, elseif and else; the first keyword is taken already."""
    tokens = p.tokens
    first = keyword
    clauses: list[tuple[tree.Statement, tree.StatementBlock]] = []
    else_clause: tree.StatementBlock | None = None
    while True:
        clause = _if_clause(p, first, keyword)
        if isinstance(clause, tree.ErrorStatement):
            return clause
        clauses.append(clause)
        tokens.skip_newlines()
        keyword = tokens.peek()
        if keyword.kind == "ElseIf":
            tokens.skip()
            continue
        if keyword.kind == "Else":
            tokens.skip()
            else_clause = statements.statement_block(p)
            if else_clause is None:
                p.incomplete_after(keyword, "MissingStatementBlockAfterElse")
                return tree.ErrorStatement(start=first.start, end=keyword.end)
        break
    return tree.IfStatement(
        start=first.start,
        end=clauses[-1][1].end if else_clause is None else else_clause.end,
        clauses=tuple(clauses),
        else_clause=else_clause,
    )


def _if_clause(
    p: Parser, first: Token, keyword: Token
) -> tuple[tree.Statement, tree.StatementBlock] | tree.ErrorStatement:
    tokens = p.tokens
    word = tokens.text_of(keyword)
    tokens.skip_newlines()
    opening = tokens.next()
    if opening.kind != "LParen":
        tokens.unget(opening)
        p.incomplete_after(keyword, "MissingOpenParenthesisInIfStatement", word)
        return tree.ErrorStatement(start=first.start, end=keyword.end)
    tokens.skip_newlines()
    condition = pipelines.pipeline_chain(p)
    if condition is None:
        p.incomplete_after(opening, "IfStatementMissingCondition", word)
    tokens.skip_newlines()
    closing = tokens.next()
    if closing.kind != "RParen":
        tokens.unget(closing)
        if condition is not None and not isinstance(condition, tree.ErrorStatement):
            p.incomplete_at(closing, "MissingEndParenthesisAfterStatement", word)
        return tree.ErrorStatement(start=first.start, end=max(closing.start - 1, first.end))
    body = statements.statement_block(p)
    if body is None:
        p.incomplete_at(closing, "MissingStatementBlock", word)
        return tree.ErrorStatement(start=first.start, end=closing.end)
    if condition is None:
        condition = tree.ErrorStatement(start=opening.end, end=opening.end)
    return condition, body


def switch_statement(p: Parser, keyword: Token, label: Token | None = None) -> tree.Statement:
    """Parse a switch; the keyword is taken already."""
    reader = _SwitchReader(p, keyword, label)
    reader.read_flags()
    reader.read_condition()
    reader.read_body()
    start = (label or keyword).start
    if reader.is_error or reader.condition is None:
        return tree.ErrorStatement(start=start, end=max(reader.last_end, start))
    return tree.SwitchStatement(
        start=start,
        end=reader.end,
        label=reader.label,
        flags=frozenset(reader.flags),
        condition=reader.condition,
        clauses=tuple(reader.clauses),
        default=reader.default,
    )


class _SwitchReader:
    """One switch, as far as it is read; `last_end` is where an error statement would end."""

    __slots__ = (
        "clauses", "condition", "default", "end", "flags", "is_error", "is_incomplete", "label",
        "last_end", "p",
    )  # fmt: skip

    def __init__(self, p: Parser, keyword: Token, label: Token | None) -> None:
        self.p = p
        self.label = label.value if label is not None and isinstance(label.value, str) else None
        self.flags: set[str] = set()
        self.condition: tree.Statement | None = None
        self.clauses: list[_Clause] = []
        self.default: tree.StatementBlock | None = None
        self.is_error = False
        self.is_incomplete = False
        self.last_end = (label or keyword).end
        self.end = keyword.end

    def _missing(self, error_id: str) -> None:
        self.is_error = True
        self.is_incomplete = self.p.tokens.errors.report_incomplete(
            error_id, self.last_end, self.last_end
        )

    def read_flags(self) -> None:
        """Read -regex, -file name and the like."""
        tokens = self.p.tokens
        tokens.skip_newlines()
        while tokens.peek().kind == "Parameter":
            token = tokens.next()
            self.last_end = token.end
            for flag in _SWITCH_FLAGS:
                if names.is_parameter(token, flag):
                    self._set_flag(flag, token)
                    break
            else:
                self.is_error = True
                assert isinstance(token.value, ParameterName)
                self.p.error_at(token, "InvalidSwitchFlag", token.value.name)

    def _set_flag(self, flag: str, token: Token) -> None:
        if flag in ("regex", "wildcard", "exact"):
            self.flags -= {"regex", "wildcard", "exact"}
        self.flags.add(flag)
        if flag == "parallel":
            self.p.note(token, "KeywordParameterReservedForFutureUse", "switch", "parallel")
        if flag != "file":
            return
        self.p.tokens.skip_newlines()
        name = commands.single_argument(self.p, commands.Place.FILE_NAME)
        if name is None:
            self._missing("MissingFilenameOption")
            return
        self.last_end = name.end
        only = tree.CommandExpression(start=name.start, end=name.end, expression=name)
        self.condition = tree.Pipeline(start=name.start, end=name.end, elements=(only,))

    def read_condition(self) -> None:
        """Read the parentheses, unless a file is switched on."""
        p = self.p
        tokens = p.tokens
        opening = tokens.peek()
        if opening.kind != "LParen":
            if self.condition is None and "file" not in self.flags:
                self._missing("PipelineValueRequired")
            return
        tokens.skip()
        self.last_end = opening.end
        if "file" in self.flags:
            self.is_error = True
            p.error_at(opening, "PipelineValueRequired")
        tokens.skip_newlines()
        self.condition = pipelines.pipeline_chain(p)
        if self.condition is None:
            self._missing("PipelineValueRequired")
        else:
            self.last_end = self.condition.end
        tokens.skip_newlines()
        closing = tokens.next()
        if closing.kind == "RParen":
            self.last_end = closing.end
            return
        tokens.unget(closing)
        if not self.is_incomplete:
            self._missing("MissingEndParenthesisInSwitchStatement")

    def read_body(self) -> None:
        """Read the clauses between braces."""
        p = self.p
        tokens = p.tokens
        tokens.skip_newlines()
        opening = tokens.next()
        if opening.kind != "LCurly":
            tokens.unget(opening)
            if not self.is_incomplete:
                self._missing("MissingCurlyBraceInSwitchStatement")
            return
        self.last_end = opening.end
        tokens.skip_newlines()
        p.flow.append(self.label or "")
        while self._read_clause():
            tokens.skip_newlines(semicolons=True)
            closing = tokens.peek()
            if closing.kind == "RCurly":
                self.end = closing.end
                tokens.skip()
                break
            if closing.kind == "EndOfInput":
                if not self.is_incomplete:
                    self.is_error = True
                    tokens.errors.report_incomplete(
                        "MissingEndCurlyBrace", opening.start, opening.end, seen_at=closing.end
                    )
                break
        p.flow.pop()

    def _read_clause(self) -> bool:
        p = self.p
        condition = commands.single_argument(p, commands.Place.SWITCH)
        if condition is None:
            self._missing("MissingSwitchConditionExpression")
            if p.tokens.peek().kind == "RCurly":
                p.tokens.skip()
            return False
        self.last_end = condition.end
        body = statements.statement_block(p)
        if body is None:
            self._missing("MissingSwitchStatementClause")
            return True
        self.last_end = body.end
        if not _is_default(condition):
            self.clauses.append((condition, body))
        else:
            if self.default is not None:
                self.is_error = True
                p.error_at(condition, "MultipleSwitchDefaultClauses")
            self.default = body
        return True


def _is_default(condition: tree.Expression) -> bool:
    return (
        isinstance(condition, tree.StringConstantExpression)
        and condition.string_kind is tree.StringKind.BAREWORD
        and condition.value.lower() == "default"
    )
