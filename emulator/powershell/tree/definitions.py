"""The statements that define: functions, classes, enums, data sections, using."""

from __future__ import annotations

from typing import TYPE_CHECKING

from emulator.powershell.tree.nodes import Node, Statement, node

if TYPE_CHECKING:
    from emulator.powershell.tree.expressions import (
        Hashtable,
        StringConstantExpression,
    )
    from emulator.powershell.tree.kinds import (
        FunctionKind,
        TypeKind,
        UsingKind,
    )
    from emulator.powershell.tree.nodes import (
        Expression,
    )
    from emulator.powershell.tree.script_blocks import (
        Parameter,
        ScriptBlock,
        StatementBlock,
    )
    from emulator.powershell.tree.type_names import (
        Attribute,
        TypeConstraint,
    )


@node
class DataStatement(Statement):
    """`data name -SupportedCommand commands { body }`."""

    variable: str | None
    supported_commands: tuple[Expression, ...]
    body: StatementBlock


@node
class UsingStatement(Statement):
    """`using namespace System.IO`."""

    using_kind: UsingKind
    name: StringConstantExpression | None
    module_specification: Hashtable | None = None


@node
class FunctionDefinition(Statement):
    """`function name(parameters) { body }`; a class's methods hold one too."""

    function_kind: FunctionKind
    name: str
    parameters: tuple[Parameter, ...] | None
    body: ScriptBlock


@node
class PropertyMember(Node):
    """A class's property or an enum's value (`initial`)."""

    name: str
    type_constraint: TypeConstraint | None
    attributes: tuple[Attribute, ...]
    initial: Expression | None
    static: bool = False
    hidden: bool = False


@node
class FunctionMember(Node):
    """A class's method or constructor.

    `base_arguments` where it calls : base(...), and `base_call` the place of that call.
    """

    name: str
    return_type: TypeConstraint | None
    attributes: tuple[Attribute, ...]
    function: FunctionDefinition
    static: bool = False
    hidden: bool = False
    constructor: bool = False
    base_arguments: tuple[Expression, ...] | None = None
    base_call: tuple[int, int] | None = None


@node
class TypeDefinition(Statement):
    """`class` or `enum`."""

    type_kind: TypeKind
    name: str
    attributes: tuple[Attribute, ...]
    base_types: tuple[TypeConstraint, ...]
    members: tuple[PropertyMember | FunctionMember, ...]


@node
class BlockStatement(Statement):
    """`parallel { }`, `sequence { }` and the like: workflow only, refused by the compiler."""

    keyword: str
    body: StatementBlock
