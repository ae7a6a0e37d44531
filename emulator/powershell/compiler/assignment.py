"""Assignments: =, the compound ones, ++ and --, as statements and as values."""

from collections.abc import Callable
from typing import Final

from emulator.objects import arithmetic
from emulator.objects.psobject import AUTOMATION_NULL
from emulator.powershell import tree
from emulator.powershell.compiler.stores import Target, store, target
from emulator.powershell.compiler.succeeding import succeeds
from emulator.powershell.compiler.unit import Unit
from emulator.powershell.compiler.variables import ALIASES, CONSTANTS, split_path
from emulator.powershell.runtime.closures import SCALARS, Emit, Evaluate, Execute
from emulator.powershell.runtime.scope import MISSING, Scope
from emulator.powershell.runtime.signals import Leave

Combine = Callable[[object, object], object]

LEAST: Final = -(1 << 31)
MOST: Final = (1 << 31) - 1

COMBINE: Final[dict[str, Combine]] = {
    "+=": arithmetic.add,
    "-=": arithmetic.subtract,
    "*=": arithmetic.multiply,
    "/=": arithmetic.divide,
    "%=": arithmetic.remainder,
}


def compile_assignment(unit: Unit, node: tree.AssignmentStatement) -> Execute:
    """Compile an assignment as a statement: it writes nothing."""
    assign = assignment_value(unit, node)
    if not succeeds(node.right, core=unit.core):

        def run(scope: Scope, _emit: Emit) -> Leave | None:
            assign(scope)
            return None

        return run

    def run_pure(scope: Scope, _emit: Emit) -> Leave | None:
        assign(scope)
        scope.session.succeeded = True
        return None

    return run_pure


def assignment_value(unit: Unit, node: tree.AssignmentStatement) -> Evaluate:
    """Compile an assignment that also gives the value: `($a = 1)`, `$a = $b = 1`."""
    right = unit.value_of(node.right)
    if node.operator == "=":
        return _plain(unit, node.left, right)
    if node.operator == "??=":
        return _coalescing(target(unit, node.left), right)
    goal = target(unit, node.left, shared=False)
    if node.operator == "+=" and isinstance(node.left, tree.VariableExpression):
        return _adding(goal, right)
    return _compound(goal, COMBINE[node.operator], right)


def _plain(unit: Unit, left: tree.Expression, right: Evaluate) -> Evaluate:
    fast = _local_name(left)
    if fast is not None:
        return _to_variable(*fast, right)
    put = store(unit, left)

    def run(scope: Scope) -> object:
        value = right(scope)
        put(scope, value)
        return value

    return run


def _local_name(left: tree.Expression) -> tuple[str, str] | None:
    """Return name and lower-case name of a plain variable, None for anything else."""
    if not isinstance(left, tree.VariableExpression):
        return None
    qualifier, name = split_path(left.path)
    lower = ALIASES.get(name.lower(), name.lower())
    if qualifier or lower in CONSTANTS:
        return None
    return name, lower


def _to_variable(name: str, lower: str, right: Evaluate) -> Evaluate:
    def run(scope: Scope) -> object:
        value = right(scope)
        values = scope.values
        if lower in values and lower not in scope.traits:
            values[lower] = value
        else:
            scope.assign(name, lower, value)
        return value

    return run


def _coalescing(goal: Target, right: Evaluate) -> Evaluate:
    """`$x ??= value`."""

    def run(scope: Scope) -> object:
        place = goal.locate(scope)
        value = goal.read(scope, place)
        if value is None or value is AUTOMATION_NULL:
            value = right(scope)
            goal.write(scope, place, value)
        return value

    return run


def _compound(goal: Target, combine: Combine, right: Evaluate) -> Evaluate:
    def run(scope: Scope) -> object:
        place = goal.locate(scope)
        left = goal.read(scope, place)
        value = combine(left, right(scope))
        goal.write(scope, place, value)
        return value

    return run


def _adding(goal: Target, right: Evaluate) -> Evaluate:
    """`$x += value`: numbers, texts and lists without a detour."""

    def run(scope: Scope) -> object:
        left = goal.read(scope, ())
        more = right(scope)
        kind = type(left)
        value: object
        if kind is int and type(more) is int:
            value = left + more  # type: ignore[operator]
            if not LEAST <= value <= MOST:
                value = arithmetic.add(left, more)
        elif kind is list and type(more) in SCALARS:
            scope.session.check_length(len(left))  # type: ignore[arg-type]
            value = [*left, more]  # type: ignore[misc]
        else:
            value = arithmetic.add(left, more)
        goal.write(scope, (), value)
        return value

    return run


def compile_increment(unit: Unit, node: tree.UnaryExpression) -> Evaluate:
    """`++$x`, `$x--` and their kin, as values."""
    goal = target(unit, node.operand)
    step = 1 if node.operator.endswith("PlusPlus") else -1
    before = node.operator.startswith("Postfix")
    name = _local_name(node.operand)

    def run(scope: Scope) -> object:
        place = goal.locate(scope)
        old = goal.read(scope, place)
        new = arithmetic.increment(None if old is AUTOMATION_NULL else old, step)
        goal.write(scope, place, new)
        return (0 if old is None else old) if before else new

    if name is None:
        return run
    lower = name[1]

    def fast(scope: Scope) -> object:
        values = scope.values
        old = values.get(lower, MISSING)
        if type(old) is int and lower not in scope.traits:
            new = old + step
            if LEAST <= new <= MOST:
                values[lower] = new
                return old if before else new
        return run(scope)

    return fast
