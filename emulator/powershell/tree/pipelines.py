"""Commands, pipelines, chains of pipelines, redirections and assignments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from emulator.powershell.tree.nodes import Node, Statement, node

if TYPE_CHECKING:
    from emulator.powershell.tree.kinds import (
        InvocationOperator,
        StreamName,
    )
    from emulator.powershell.tree.nodes import (
        Expression,
    )


@node
class CommandParameter(Node):
    """`-Name` or `-Name:value` in a command."""

    name: str
    argument: Expression | None


@node
class FileRedirection(Node):
    """`2> file`; `append` for >>."""

    from_stream: StreamName
    append: bool
    location: Expression


@node
class MergingRedirection(Node):
    """`2>&1`."""

    from_stream: StreamName
    to_stream: StreamName


Redirection = FileRedirection | MergingRedirection


@node
class Command(Node):
    """A command with its elements; the first element is the name (or what gives it)."""

    invocation: InvocationOperator
    elements: tuple[Expression | CommandParameter, ...]
    redirections: tuple[Redirection, ...] = ()


@node
class CommandExpression(Statement):
    """An expression that stands where a command could."""

    expression: Expression
    redirections: tuple[Redirection, ...] = ()


@node
class Pipeline(Statement):
    """`a | b | c`; `background` for a trailing &."""

    elements: tuple[Command | CommandExpression, ...]
    background: bool = False


@node
class PipelineChain(Statement):
    """`left && right` (operator "&&" or "||"); PowerShell 7."""

    left: Pipeline | PipelineChain
    right: Pipeline
    operator: str
    background: bool = False


@node
class AssignmentStatement(Statement):
    """`left operator right`; operator is "=", "+=", "-=", "*=", "/=", "%=" or "??="."""

    left: Expression
    operator: str
    right: Statement
