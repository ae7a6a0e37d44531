"""What every node has: its place in the text and its children.

Nodes are written once by the parser and read by everybody else. For the type checker they are
frozen; at run time they are not, because a frozen dataclass takes three times as long to make
and a parser does little else.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import TypeVar, dataclass_transform

_Class = TypeVar("_Class")


@dataclass_transform(kw_only_default=True, eq_default=False, frozen_default=True)
def node(cls: type[_Class]) -> type[_Class]:
    """Make a slotted dataclass with keyword arguments; equal only to itself."""
    return dataclass(slots=True, kw_only=True, eq=False)(cls)


@node
class Node:
    """A piece of the tree; `start` and `end` are offsets into the script text (end exclusive)."""

    start: int
    end: int

    @property
    def kind(self) -> str:
        """The .NET name of the node's class without "Ast"."""
        return type(self).__name__

    def children(self) -> Iterator["Node"]:
        """Yield the nodes right below this one, in the order of the fields."""
        for entry in fields(self):
            value = getattr(self, entry.name)
            if isinstance(value, Node):
                yield value
            elif isinstance(value, tuple):
                yield from _nodes_in(value)


def _nodes_in(values: tuple[object, ...]) -> Iterator[Node]:
    for value in values:
        if isinstance(value, Node):
            yield value
        elif isinstance(value, tuple):
            yield from _nodes_in(value)


class Statement(Node):
    """Anything that can stand in a statement list."""

    __slots__ = ()


class Expression(Node):
    """Anything with a value."""

    __slots__ = ()
