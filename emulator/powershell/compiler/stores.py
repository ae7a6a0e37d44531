"""The left side of an assignment: what can be assigned to, and how to read it first."""

from collections.abc import Callable
from dataclasses import dataclass

from emulator.objects.conversion import convert
from emulator.objects.errors import NotEmulated
from emulator.objects.psobject import AUTOMATION_NULL
from emulator.objects.types import PSType
from emulator.powershell import tree
from emulator.powershell.compiler.parameters import compile_attributes
from emulator.powershell.compiler.type_names import type_reader
from emulator.powershell.compiler.unit import Unit
from emulator.powershell.compiler.variables import reader, split_path, writer
from emulator.powershell.runtime.body import AttributeUse
from emulator.powershell.runtime.closures import Evaluate, Store
from emulator.powershell.runtime.indexing import get_index, set_index
from emulator.powershell.runtime.membership import (
    get_member,
    get_static,
    set_member,
    set_static,
)
from emulator.powershell.runtime.scope import Scope
from emulator.powershell.runtime.typed_variables import Constraint, constrain

Place = tuple[object, ...]
"""What a target computed of itself once: the object and the key, so that += does it once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Something that can be assigned to: where it is, what is there, and how to put a value."""

    locate: Callable[[Scope], Place]
    read: Callable[[Scope, Place], object]
    write: Callable[[Scope, Place, object], None]


def store(unit: Unit, node: tree.Expression) -> Store:
    """Return the store that a plain assignment uses."""
    if isinstance(node, tree.VariableExpression):
        return writer(node.path)
    if isinstance(node, tree.ArrayLiteral):
        return _several(tuple(store(unit, one) for one in node.elements))
    if isinstance(node, tree.ParenExpression):
        inner = _inside(node)
        if inner is not None:
            return store(unit, inner)
    goal = target(unit, node)

    def write(scope: Scope, value: object) -> None:
        goal.write(scope, goal.locate(scope), value)

    return write


def _inside(node: tree.ParenExpression) -> tree.Expression | None:
    pipeline = node.pipeline
    if isinstance(pipeline, tree.Pipeline) and len(pipeline.elements) == 1:
        only = pipeline.elements[0]
        if isinstance(only, tree.CommandExpression):
            return only.expression
    return None


def _several(stores: tuple[Store, ...]) -> Store:
    """Return the store of `$a, $b = ...`: one value each, the rest to the last."""
    last = len(stores) - 1

    def write(scope: Scope, value: object) -> None:
        values = scope.session.as_list(value)
        for at, put in enumerate(stores):
            if at < last or len(values) == last + 1:
                put(scope, values[at] if at < len(values) else None)
            else:
                rest = values[at:]
                put(scope, rest or None)

    return write


def target(unit: Unit, node: tree.Expression, *, shared: bool = True) -> Target:
    """Return the target that += and ++ use as well.

    `shared` says that a variable of an outer scope counts when the old value is read.
    """
    match node:
        case tree.VariableExpression():
            return _variable(unit, node, shared=shared)
        case tree.MemberExpression():
            return _member(unit, node)
        case tree.IndexExpression():
            return _index(unit, node)
        case tree.ConvertExpression() | tree.AttributedExpression():
            return _typed(unit, node)
        case tree.ParenExpression():
            inner = _inside(node)
            if inner is not None:
                return target(unit, inner)
        case _:
            pass
    raise NotEmulated(f"an assignment to {node.kind}")


def _own_reader(unit: Unit, path: str) -> Evaluate:
    """Return what += reads: the variable of this scope only. Source: language-basic-003."""
    qualifier, name = split_path(path)
    if qualifier:
        return reader(unit, path)
    lower = name.lower()
    return lambda scope: scope.values.get(lower)


def _variable(unit: Unit, node: tree.VariableExpression, *, shared: bool) -> Target:
    read = reader(unit, node.path) if shared else _own_reader(unit, node.path)
    write = writer(node.path)
    return Target(
        locate=lambda _scope: (),
        read=lambda scope, _place: read(scope),
        write=lambda scope, _place, value: write(scope, value),
    )


def _member(unit: Unit, node: tree.MemberExpression) -> Target:
    name = member_name(unit, node.member)
    if node.static:
        owner = unit.expression(node.operand)
        return Target(
            locate=lambda scope: (owner(scope), name(scope)),
            read=lambda scope, place: get_static(scope, place[0], str(place[1])),
            write=lambda scope, place, value: set_static(scope, place[0], str(place[1]), value),
        )
    operand = unit.expression(node.operand)
    return Target(
        locate=lambda scope: (operand(scope), name(scope)),
        read=lambda scope, place: get_member(scope, place[0], str(place[1])),
        write=lambda scope, place, value: set_member(scope, place[0], str(place[1]), value),
    )


def member_name(unit: Unit, node: tree.Expression) -> Callable[[Scope], str]:
    """Return the closure that gives a member's name."""
    if isinstance(node, tree.StringConstantExpression):
        text = node.value
        return lambda _scope: text
    value = unit.expression(node)
    return lambda scope: scope.session.text_of(value(scope))


def _index(unit: Unit, node: tree.IndexExpression) -> Target:
    operand = unit.expression(node.operand)
    index = unit.expression(node.index)
    return Target(
        locate=lambda scope: (operand(scope), index(scope)),
        read=lambda scope, place: get_index(scope, place[0], place[1]),
        write=lambda scope, place, value: set_index(scope, place[0], place[1], value),
    )


def _typed(unit: Unit, node: tree.ConvertExpression | tree.AttributedExpression) -> Target:
    """`[int]$x = ...`, `[ValidateSet(...)][string]$x = ...`."""
    types: list[Evaluate] = []
    attributes: list[AttributeUse] = []
    inner: tree.Expression = node
    while isinstance(inner, tree.ConvertExpression | tree.AttributedExpression):
        if isinstance(inner, tree.ConvertExpression):
            types.append(type_reader(unit, inner.type_constraint.type_name))
            inner = inner.operand
        else:
            attributes.extend(compile_attributes(unit, (inner.attribute,)))
            inner = inner.operand
    if not isinstance(inner, tree.VariableExpression):
        return _converting(types, target(unit, inner))
    qualifier, name = split_path(inner.path)
    if qualifier not in {"", "local", "private", "script", "global"}:
        return _converting(types, target(unit, inner))
    read = reader(unit, inner.path)
    constraint = Constraint(
        qualifier=qualifier, name=name, types=tuple(types), uses=tuple(attributes)
    )

    def write(scope: Scope, _place: Place, value: object) -> None:
        constrain(scope, constraint, value)

    return Target(locate=lambda _scope: (), read=lambda scope, _place: read(scope), write=write)


def _converting(types: list[Evaluate], goal: Target) -> Target:
    def write(scope: Scope, place: Place, value: object) -> None:
        for one in reversed(types):
            wanted = one(scope)
            assert isinstance(wanted, PSType), "a type name gives a type"
            value = convert(value, wanted)
        goal.write(scope, place, value)

    return Target(locate=goal.locate, read=goal.read, write=write)


def plain(value: object) -> object:
    """Return what is stored for `value`: nothing written is $null inside a collection."""
    return None if value is AUTOMATION_NULL else value
