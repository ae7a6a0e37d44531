"""-and, -or, -xor, -not, ??, ?: and the unary operators."""

from collections.abc import Callable
from typing import Final

from emulator.objects import arithmetic
from emulator.objects.psobject import AUTOMATION_NULL
from emulator.objects.truth import is_true
from emulator.powershell import tree
from emulator.powershell.compiler.assignment import compile_increment
from emulator.powershell.compiler.unit import Unit
from emulator.powershell.runtime.closures import Evaluate
from emulator.powershell.runtime.scope import Scope


def _and(unit: Unit, node: tree.BinaryExpression) -> Evaluate:
    left = unit.expression(node.left)
    right = unit.expression(node.right)

    def run(scope: Scope) -> object:
        a = left(scope)
        if a is False or (a is not True and not is_true(a)):
            return False
        b = right(scope)
        return b if b is True or b is False else is_true(b)

    return run


def _or(unit: Unit, node: tree.BinaryExpression) -> Evaluate:
    left = unit.expression(node.left)
    right = unit.expression(node.right)

    def run(scope: Scope) -> object:
        a = left(scope)
        if a is True or (a is not False and is_true(a)):
            return True
        b = right(scope)
        return b if b is True or b is False else is_true(b)

    return run


def _xor(unit: Unit, node: tree.BinaryExpression) -> Evaluate:
    left = unit.expression(node.left)
    right = unit.expression(node.right)

    def run(scope: Scope) -> object:
        return is_true(left(scope)) is not is_true(right(scope))

    return run


def _coalesce(unit: Unit, node: tree.BinaryExpression) -> Evaluate:
    """`left ?? right`."""
    left = unit.expression(node.left)
    right = unit.expression(node.right)

    def run(scope: Scope) -> object:
        value = left(scope)
        if value is None or value is AUTOMATION_NULL:
            return right(scope)
        return value

    return run


LOGIC: Final[dict[str, Callable[[Unit, tree.BinaryExpression], Evaluate]]] = {
    "And": _and,
    "Or": _or,
    "Xor": _xor,
    "QuestionQuestion": _coalesce,
}
"""Binary operators that may leave their right side alone."""


def compile_ternary(unit: Unit, node: tree.TernaryExpression) -> Evaluate:
    """`condition ? if_true : if_false`."""
    test = unit.expression(node.condition)
    yes = unit.expression(node.if_true)
    no = unit.expression(node.if_false)

    def run(scope: Scope) -> object:
        return yes(scope) if is_true(test(scope)) else no(scope)

    return run


def compile_unary(unit: Unit, node: tree.UnaryExpression) -> Evaluate:
    """`operator operand`."""
    if node.operator.endswith(("PlusPlus", "MinusMinus")):
        return compile_increment(unit, node)
    return _UNARY[node.operator](unit, unit.expression(node.operand))


def _not(_unit: Unit, operand: Evaluate) -> Evaluate:
    def run(scope: Scope) -> object:
        value = operand(scope)
        return not (value if value is True or value is False else is_true(value))

    return run


def _minus(_unit: Unit, operand: Evaluate) -> Evaluate:
    return lambda scope: arithmetic.negate(operand(scope))


def _plus(_unit: Unit, operand: Evaluate) -> Evaluate:
    return lambda scope: arithmetic.add(0, operand(scope))


def _complement(_unit: Unit, operand: Evaluate) -> Evaluate:
    return lambda scope: arithmetic.bitwise_not(operand(scope))


def _comma(_unit: Unit, operand: Evaluate) -> Evaluate:
    def run(scope: Scope) -> object:
        value = operand(scope)
        return [None if value is AUTOMATION_NULL else value]

    return run


def _join(_unit: Unit, operand: Evaluate) -> Evaluate:
    return lambda scope: scope.session.joined(operand(scope), "")


def _split(_unit: Unit, operand: Evaluate) -> Evaluate:
    return lambda scope: scope.session.split_words(operand(scope))


_UNARY: Final[dict[str, Callable[[Unit, Evaluate], Evaluate]]] = {
    "Not": _not,
    "Exclaim": _not,
    "Minus": _minus,
    "Plus": _plus,
    "Bnot": _complement,
    "Comma": _comma,
    "Join": _join,
    "Isplit": _split,
    "Csplit": _split,
}
