"""Names that classes and using statements refer to, looked up where the caller knows them."""

from collections.abc import Callable, Iterator, Sequence

from emulator.powershell import tree
from emulator.powershell.parser.state import Parser, Stage

Knows = Callable[[str], bool]
"""Tells whether a type or module of that name exists."""


def same_names(p: Parser, statements: Sequence[tree.Statement]) -> None:
    """Check that a block defines no two types of one name."""
    seen: set[str] = set()
    for statement in statements:
        if isinstance(statement, tree.TypeDefinition):
            name = statement.name.lower()
            if name in seen:
                p.note(statement, "MemberAlreadyDefined", statement.name, stage=Stage.NAMES)
            seen.add(name)


def modules(p: Parser, using: Sequence[tree.UsingStatement], knows_module: Knows) -> None:
    """Check that the modules of using statements exist."""
    for statement in using:
        if statement.using_kind is tree.UsingKind.MODULE and statement.name is not None:
            name = statement.name.value
            if not knows_module(name):
                p.note(statement, "ModuleNotFoundDuringParse", name, stage=Stage.NAMES)


def types(p: Parser, using: Sequence[tree.UsingStatement], knows_type: Knows) -> None:
    """Check that the types which classes speak of exist, in the text or outside."""
    own = {defined.name.lower() for defined in p.defined}
    namespaces = [
        f"{statement.name.value}."
        for statement in using
        if statement.using_kind is tree.UsingKind.NAMESPACE and statement.name is not None
    ]
    for defined in p.defined:
        for name in _type_names(defined):
            known = name.name.lower() in own or knows_type(name.name)
            if not known and not any(knows_type(space + name.name) for space in namespaces):
                p.note(name, "TypeNotFound", name.name, stage=Stage.NAMES)


def _type_names(node: tree.Node) -> Iterator[tree.TypeName]:
    """Yield the plain type names below a node; of a generic type only its arguments."""
    waiting: list[tree.Node] = [node]
    while waiting:
        one = waiting.pop()
        if isinstance(one, tree.TypeConstraint | tree.TypeExpression):
            yield from _leaves(one.type_name)
        waiting.extend(one.children())


def _leaves(name: tree.TypeName) -> Iterator[tree.TypeName]:
    if name.element is not None:
        yield from _leaves(name.element)
    elif name.generic_arguments:
        for argument in name.generic_arguments:
            yield from _leaves(argument)
    elif name.assembly is None:
        yield name
