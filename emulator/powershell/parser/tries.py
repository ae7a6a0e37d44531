"""The statements that handle errors: try and trap."""

from emulator.powershell import tree
from emulator.powershell.parser import checks, statements, types
from emulator.powershell.parser.state import Border, Parser
from emulator.powershell.tokens.token import Token


def trap_statement(p: Parser, keyword: Token) -> tree.Statement:
    """Parse a trap; the keyword is taken already."""
    tokens = p.tokens
    first = tokens.place()
    tokens.skip_newlines()
    constraint = types.attribute_or_type(p)
    if isinstance(constraint, tree.Attribute):
        tokens.rewind(first)
        constraint = None
    p.flow.append(Border.BLOCK)
    body = statements.statement_block(p)
    p.flow.pop()
    if body is None:
        end = keyword.end if constraint is None else constraint.end
        tokens.errors.report_incomplete("MissingTrapStatement", end, end)
        return tree.ErrorStatement(start=keyword.start, end=end)
    return tree.TrapStatement(start=keyword.start, end=body.end, trap_type=constraint, body=body)


def try_statement(p: Parser, keyword: Token) -> tree.Statement:
    """Parse try, catch and finally; the first keyword is taken already."""
    tokens = p.tokens
    body = statements.statement_block(p)
    if body is None:
        p.incomplete_after(keyword, "MissingTryStatementBlock")
        return tree.ErrorStatement(start=keyword.start, end=keyword.end)
    reader = _CatchReader(p)
    while reader.read():
        pass
    error_end = reader.error_end
    tokens.skip_newlines()
    word = tokens.peek()
    finally_block: tree.StatementBlock | None = None
    if word.kind == "Finally":
        tokens.skip()
        p.flow.append(Border.FINALLY)
        finally_block = statements.statement_block(p)
        p.flow.pop()
        if finally_block is None:
            error_end = word.end
            p.incomplete_after(word, "MissingFinallyStatementBlock")
    if not reader.catches and finally_block is None and error_end is None:
        error_end = body.end
        p.incomplete_after(body, "MissingCatchOrFinally")
    if error_end is not None:
        return tree.ErrorStatement(
            start=keyword.start, end=error_end, nested=(body, *reader.catches)
        )
    checks.catches(p, reader.catches)
    return tree.TryStatement(
        start=keyword.start,
        end=reader.catches[-1].end if finally_block is None else finally_block.end,
        body=body,
        catches=tuple(reader.catches),
        finally_block=finally_block,
    )


class _CatchReader:
    """The catch clauses of one try; `error_end` is set where one breaks off."""

    __slots__ = ("catches", "error_end", "p")

    def __init__(self, p: Parser) -> None:
        self.p = p
        self.catches: list[tree.CatchClause] = []
        self.error_end: int | None = None

    def read(self) -> bool:
        """Read one clause; False where there is none, or no more can follow."""
        p = self.p
        tokens = p.tokens
        tokens.skip_newlines()
        keyword = tokens.next()
        if keyword.kind != "Catch":
            tokens.unget(keyword)
            return False
        constraints, broken = self._read_types()
        body = statements.statement_block(p)
        if body is None:
            if not broken:
                self.error_end = constraints[-1].end if constraints else keyword.end
                tokens.errors.report_incomplete(
                    "MissingCatchHandlerBlock", self.error_end, self.error_end
                )
            return False
        self.catches.append(
            tree.CatchClause(start=keyword.start, end=body.end, types=tuple(constraints), body=body)
        )
        return True

    def _read_types(self) -> tuple[list[tree.TypeConstraint], bool]:
        tokens = self.p.tokens
        constraints: list[tree.TypeConstraint] = []
        comma: Token | None = None
        while True:
            first = tokens.place()
            tokens.skip_newlines()
            constraint = types.attribute_or_type(self.p)
            if constraint is None:
                if comma is not None:
                    self.error_end = comma.end
                    self.p.incomplete_after(comma, "MissingTypeLiteralToken")
                return constraints, comma is not None
            if isinstance(constraint, tree.Attribute):
                tokens.rewind(first)
                return constraints, False
            constraints.append(constraint)
            tokens.skip_newlines()
            comma = tokens.peek()
            if comma.kind != "Comma":
                return constraints, False
            tokens.skip()
