"""Binary operators: whole numbers and texts without a detour, everything else by `objects`."""

from collections.abc import Callable
from typing import Final

from emulator.objects import arithmetic, comparison
from emulator.objects.cultures import current_culture
from emulator.objects.text import format_operator
from emulator.powershell import tree
from emulator.powershell.compiler.literals import elements_of
from emulator.powershell.compiler.logic import LOGIC
from emulator.powershell.compiler.matching import MATCHING
from emulator.powershell.compiler.unit import Unit
from emulator.powershell.runtime.closures import Evaluate
from emulator.powershell.runtime.scope import Scope

Operation = Callable[[object, object], object]

LEAST: Final = -(1 << 31)
MOST: Final = (1 << 31) - 1


def compile_binary(unit: Unit, node: tree.BinaryExpression) -> Evaluate:
    """`left operator right`."""
    for rules in (FAST, LOGIC, MATCHING):
        rule = rules.get(node.operator)
        if rule is not None:
            return rule(unit, node)
    return _general(unit, node, OPERATIONS[node.operator])


def _general(unit: Unit, node: tree.BinaryExpression, operation: Operation) -> Evaluate:
    left = unit.expression(node.left)
    right = unit.expression(node.right)

    def run(scope: Scope) -> object:
        return operation(left(scope), right(scope))

    return run


def _add(unit: Unit, node: tree.BinaryExpression) -> Evaluate:
    left = unit.expression(node.left)
    right = unit.expression(node.right)
    add = arithmetic.add

    def run(scope: Scope) -> object:
        a = left(scope)
        b = right(scope)
        kind = type(a)
        if kind is int and type(b) is int:
            total: int = a + b  # type: ignore[operator]
            if LEAST <= total <= MOST:
                return total
        elif kind is str and type(b) is str:
            scope.session.check_text(len(a) + len(b))  # type: ignore[arg-type]
            return a + b  # type: ignore[operator]
        return add(a, b)

    return run


def _subtract(unit: Unit, node: tree.BinaryExpression) -> Evaluate:
    left = unit.expression(node.left)
    right = unit.expression(node.right)
    subtract = arithmetic.subtract

    def run(scope: Scope) -> object:
        a = left(scope)
        b = right(scope)
        if type(a) is int and type(b) is int:
            total = a - b
            if LEAST <= total <= MOST:
                return total
        return subtract(a, b)

    return run


def _multiply(unit: Unit, node: tree.BinaryExpression) -> Evaluate:
    left = unit.expression(node.left)
    right = unit.expression(node.right)
    multiply = arithmetic.multiply

    def run(scope: Scope) -> object:
        a = left(scope)
        b = right(scope)
        if type(a) is int and type(b) is int:
            product = a * b
            if LEAST <= product <= MOST:
                return product
        else:
            scope.session.check_repetition(a, b)
        return multiply(a, b)

    return run


def _remainder(unit: Unit, node: tree.BinaryExpression) -> Evaluate:
    left = unit.expression(node.left)
    right = unit.expression(node.right)
    remainder = arithmetic.remainder

    def run(scope: Scope) -> object:
        a = left(scope)
        b = right(scope)
        if type(a) is int and type(b) is int and a >= 0 and b > 0:
            return a % b
        return remainder(a, b)

    return run


def _range(unit: Unit, node: tree.BinaryExpression) -> Evaluate:
    """`first..last`."""
    left = unit.expression(node.left)
    right = unit.expression(node.right)

    def run(scope: Scope) -> object:
        a = left(scope)
        b = right(scope)
        if type(a) is int and type(b) is int:
            scope.session.check_length(abs(b - a))
            return list(range(a, b + 1)) if a <= b else list(range(a, b - 1, -1))
        return arithmetic.range_of(a, b)

    return run


def _equal(
    *, case_sensitive: bool, negated: bool
) -> Callable[[Unit, tree.BinaryExpression], Evaluate]:
    slow = comparison.not_equal if negated else comparison.equal

    def rule(unit: Unit, node: tree.BinaryExpression) -> Evaluate:
        left = unit.expression(node.left)
        right = unit.expression(node.right)

        def run(scope: Scope) -> object:
            a = left(scope)
            b = right(scope)
            kind = type(a)
            if kind is type(b):
                if kind is int:
                    return (a == b) is not negated
                if kind is str and a == b:
                    return not negated
            return slow(a, b, case_sensitive=case_sensitive)

        return run

    return rule


def _ordered(
    fast: Callable[[int, int], bool], slow: Callable[..., object], *, case_sensitive: bool
) -> Callable[[Unit, tree.BinaryExpression], Evaluate]:
    def rule(unit: Unit, node: tree.BinaryExpression) -> Evaluate:
        left = unit.expression(node.left)
        right = unit.expression(node.right)

        def run(scope: Scope) -> object:
            a = left(scope)
            b = right(scope)
            if type(a) is int and type(b) is int:
                return fast(a, b)
            return slow(a, b, case_sensitive=case_sensitive)

        return run

    return rule


def _format(unit: Unit, node: tree.BinaryExpression) -> Evaluate:
    """`template -f arguments`."""
    culture = current_culture(core=unit.core)
    left = unit.expression(node.left)
    right = unit.expression(node.right)

    def run(scope: Scope) -> object:
        template = scope.session.text_of(left(scope))
        return format_operator(template, elements_of(right(scope)), culture)

    return run


def _rules(prefix: str, *, case_sensitive: bool) -> dict[str, Callable[..., Evaluate]]:
    return {
        f"{prefix}eq": _equal(case_sensitive=case_sensitive, negated=False),
        f"{prefix}ne": _equal(case_sensitive=case_sensitive, negated=True),
        f"{prefix}lt": _ordered(int.__lt__, comparison.less, case_sensitive=case_sensitive),
        f"{prefix}le": _ordered(int.__le__, comparison.less_equal, case_sensitive=case_sensitive),
        f"{prefix}gt": _ordered(int.__gt__, comparison.greater, case_sensitive=case_sensitive),
        f"{prefix}ge": _ordered(
            int.__ge__, comparison.greater_equal, case_sensitive=case_sensitive
        ),
    }


FAST: Final[dict[str, Callable[[Unit, tree.BinaryExpression], Evaluate]]] = {
    "Plus": _add,
    "Minus": _subtract,
    "Multiply": _multiply,
    "Rem": _remainder,
    "DotDot": _range,
    "Format": _format,
    **_rules("I", case_sensitive=False),
    **_rules("C", case_sensitive=True),
}
"""Operators with a way of their own for the common types."""

OPERATIONS: Final[dict[str, Operation]] = {
    "Divide": arithmetic.divide,
    "Band": arithmetic.bitwise_and,
    "Bor": arithmetic.bitwise_or,
    "Bxor": arithmetic.bitwise_xor,
    "Shl": arithmetic.shift_left,
    "Shr": arithmetic.shift_right,
}
"""Operators that `objects` computes from the two values and nothing else."""
