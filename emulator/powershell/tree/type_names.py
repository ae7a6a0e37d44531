"""Types and attributes as written between brackets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from emulator.powershell.tree.nodes import Node, node

if TYPE_CHECKING:
    from emulator.powershell.tree.nodes import (
        Expression,
    )


@node
class TypeName:
    """A type as written between brackets: `generic_arguments` for List[int], `rank` for int[,].

    `element` is set for an array type, then `name` is empty.
    """

    name: str
    generic_arguments: tuple[TypeName, ...] = ()
    element: TypeName | None = None
    rank: int = 0
    assembly: str | None = None
    start: int
    end: int


@node
class TypeConstraint(Node):
    """`[int]` before a variable, parameter, member or cast."""

    type_name: TypeName


@node
class NamedAttributeArgument(Node):
    """`Mandatory = $true`; with `expression_omitted` the value is true."""

    name: str
    argument: Expression
    expression_omitted: bool


@node
class Attribute(Node):
    """`[Parameter(Mandatory)]`."""

    type_name: TypeName
    positional_arguments: tuple[Expression, ...]
    named_arguments: tuple[NamedAttributeArgument, ...]
