"""Everything with a value, and how values are combined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from emulator.powershell.tree.nodes import Expression, node

if TYPE_CHECKING:
    from emulator.powershell.tree.kinds import (
        StringKind,
    )
    from emulator.powershell.tree.nodes import (
        Node,
        Statement,
    )
    from emulator.powershell.tree.script_blocks import (
        ScriptBlock,
        StatementBlock,
    )
    from emulator.powershell.tree.type_names import (
        Attribute,
        TypeConstraint,
        TypeName,
    )


@node
class ConstantExpression(Expression):
    """A number (or a switch-like constant): its value and the text it was written with."""

    value: object
    text: str


@node
class StringConstantExpression(Expression):
    """A string without anything to expand, and a bare word."""

    value: str
    string_kind: StringKind


@node
class ExpandableStringExpression(Expression):
    """A string with variables or sub-expressions: `parts` are texts and expressions in order."""

    parts: tuple[str | Expression, ...]
    string_kind: StringKind


@node
class VariableExpression(Expression):
    """`$name`, `${name}`, `$scope:name`, `@name`; `path` is without sigil and braces."""

    path: str
    splatted: bool = False
    braced: bool = False


@node
class TypeExpression(Expression):
    """`[int]` as a value."""

    type_name: TypeName


@node
class BinaryExpression(Expression):
    """`left operator right`; the operator is the token's name, such as Plus, Ieq, Csplit, And."""

    left: Expression
    operator: str
    right: Expression
    operator_start: int
    operator_end: int


@node
class UnaryExpression(Expression):
    """`operator operand` or `operand operator`.

    The operator is Not, Exclaim, Minus, Plus, Bnot, Join, Isplit, Csplit, Comma, PlusPlus,
    MinusMinus, PostfixPlusPlus or PostfixMinusMinus.
    """

    operator: str
    operand: Expression


@node
class TernaryExpression(Expression):
    """`condition ? if_true : if_false`; PowerShell 7."""

    condition: Expression
    if_true: Expression
    if_false: Expression


@node
class ConvertExpression(Expression):
    """`[int] operand`."""

    type_constraint: TypeConstraint
    operand: Expression


@node
class AttributedExpression(Expression):
    """`[ValidateSet(...)] $x`."""

    attribute: Attribute
    operand: Expression


@node
class MemberExpression(Expression):
    """`operand.member`, `operand::member` (static), `operand?.member` (null_conditional)."""

    operand: Expression
    member: Expression
    static: bool
    null_conditional: bool = False


@node
class InvokeMemberExpression(Expression):
    """`operand.member(arguments)`; `generic_arguments` for .M[int](...)."""

    operand: Expression
    member: Expression
    arguments: tuple[Expression, ...]
    static: bool
    null_conditional: bool = False
    generic_arguments: tuple[TypeName, ...] = ()


@node
class IndexExpression(Expression):
    """`operand[index]`."""

    operand: Expression
    index: Expression
    null_conditional: bool = False


@node
class ArrayLiteral(Expression):
    """`a, b, c`."""

    elements: tuple[Expression, ...]


@node
class ArrayExpression(Expression):
    """`@( ... )`."""

    body: StatementBlock


@node
class SubExpression(Expression):
    """`$( ... )`."""

    body: StatementBlock


@node
class ParenExpression(Expression):
    """`( ... )`: a pipeline or an assignment."""

    pipeline: Statement


@node
class Hashtable(Expression):
    """`@{ key = statement }` in source order."""

    entries: tuple[tuple[Expression, Statement], ...]


@node
class ScriptBlockExpression(Expression):
    """`{ ... }` as a value."""

    script_block: ScriptBlock


@node
class UsingExpression(Expression):
    """`$using:name`."""

    operand: Expression


@node
class ErrorExpression(Expression):
    """What the parser put where the text made no expression; only in trees with errors."""

    nested: tuple[Node, ...] = ()
