"""Script blocks, their parameters and named blocks, and the blocks of statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from emulator.powershell.tree.nodes import Node, node

if TYPE_CHECKING:
    from emulator.powershell.tree.definitions import (
        UsingStatement,
    )
    from emulator.powershell.tree.expressions import (
        VariableExpression,
    )
    from emulator.powershell.tree.flow import (
        TrapStatement,
    )
    from emulator.powershell.tree.kinds import (
        BlockKind,
    )
    from emulator.powershell.tree.nodes import (
        Expression,
        Statement,
    )
    from emulator.powershell.tree.type_names import (
        Attribute,
        TypeConstraint,
    )


@node
class Parameter(Node):
    """One parameter of a param block or of a function's parentheses."""

    attributes: tuple[Attribute | TypeConstraint, ...]
    name: VariableExpression
    default: Expression | None


@node
class ParamBlock(Node):
    """`[CmdletBinding()] param(...)`."""

    attributes: tuple[Attribute | TypeConstraint, ...]
    parameters: tuple[Parameter, ...]


@node
class StatementBlock(Node):
    """`{ ... }` of a statement: the traps it holds and the other statements, in source order."""

    statements: tuple[Statement, ...]
    traps: tuple[TrapStatement, ...] = ()


@node
class NamedBlock(Node):
    """begin, process, end, clean or dynamicparam; `unnamed` where the text has no keyword."""

    block_kind: BlockKind
    unnamed: bool
    statements: tuple[Statement, ...]
    traps: tuple[TrapStatement, ...] = ()


@node
class ScriptRequirements:
    """What the #Requires lines of a script ask for; None and empty mean "not asked"."""

    modules: tuple[str, ...] = ()
    version: str | None = None
    editions: tuple[str, ...] = ()
    run_as_administrator: bool = False


@node
class ScriptBlock(Node):
    """A whole script, a function body or `{ ... }` as a value."""

    usings: tuple[UsingStatement, ...] = ()
    attributes: tuple[Attribute, ...] = ()
    param_block: ParamBlock | None
    dynamicparam: NamedBlock | None = None
    begin: NamedBlock | None = None
    process: NamedBlock | None = None
    end_block: NamedBlock | None
    clean: NamedBlock | None = None
    requirements: ScriptRequirements | None = None
