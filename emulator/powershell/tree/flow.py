"""The statements that steer: branches, loops, try, trap, and the ways out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from emulator.powershell.tree.nodes import Node, Statement, node

if TYPE_CHECKING:
    from emulator.powershell.tree.expressions import (
        VariableExpression,
    )
    from emulator.powershell.tree.nodes import (
        Expression,
    )
    from emulator.powershell.tree.script_blocks import (
        StatementBlock,
    )
    from emulator.powershell.tree.type_names import (
        TypeConstraint,
    )


@node
class IfStatement(Statement):
    """Conditions with their blocks in order, and the else block."""

    clauses: tuple[tuple[Statement, StatementBlock], ...]
    else_clause: StatementBlock | None


@node
class ForStatement(Statement):
    """`for (initializer; condition; iterator) { body }`; any of the three may be missing."""

    label: str | None
    initializer: Statement | None
    condition: Statement | None
    iterator: Statement | None
    body: StatementBlock


@node
class ForEachStatement(Statement):
    """`foreach ($variable in condition) { body }`."""

    label: str | None
    variable: VariableExpression
    condition: Statement
    body: StatementBlock
    parallel: bool = False
    throttle_limit: Expression | None = None


@node
class WhileStatement(Statement):
    """`while (condition) { body }`."""

    label: str | None
    condition: Statement
    body: StatementBlock


@node
class DoWhileStatement(Statement):
    """`do { body } while (condition)`."""

    label: str | None
    condition: Statement
    body: StatementBlock


@node
class DoUntilStatement(Statement):
    """`do { body } until (condition)`."""

    label: str | None
    condition: Statement
    body: StatementBlock


@node
class SwitchStatement(Statement):
    """`switch [flags] (condition) { clauses; default }`.

    `flags` holds lower-case names out of regex, wildcard, exact, casesensitive, parallel, file.
    """

    label: str | None
    flags: frozenset[str]
    condition: Statement
    clauses: tuple[tuple[Expression, StatementBlock], ...]
    default: StatementBlock | None


@node
class CatchClause(Node):
    """`catch [Type] { body }`; no types means any."""

    types: tuple[TypeConstraint, ...]
    body: StatementBlock


@node
class TryStatement(Statement):
    """`try { body } catch ... finally { ... }`."""

    body: StatementBlock
    catches: tuple[CatchClause, ...]
    finally_block: StatementBlock | None


@node
class TrapStatement(Statement):
    """`trap [Type] { body }`."""

    trap_type: TypeConstraint | None
    body: StatementBlock


@node
class BreakStatement(Statement):
    """`break label`."""

    label: Expression | None


@node
class ContinueStatement(Statement):
    """`continue label`."""

    label: Expression | None


@node
class ReturnStatement(Statement):
    """`return pipeline`."""

    pipeline: Statement | None


@node
class ExitStatement(Statement):
    """`exit pipeline`."""

    pipeline: Statement | None


@node
class ThrowStatement(Statement):
    """`throw pipeline`."""

    pipeline: Statement | None


@node
class ErrorStatement(Statement):
    """What the parser put where the text made no statement; only in trees with errors."""

    nested: tuple[Node, ...] = ()
