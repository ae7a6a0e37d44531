"""Operators on texts, collections and types: -match, -like, -replace, -split, -in, -is, -as."""

from collections.abc import Callable
from typing import Final

from emulator.objects import comparison, text_operators
from emulator.objects.conversion import convert_or_null, is_instance
from emulator.objects.errors import ErrorCategory
from emulator.objects.exceptions import runtime_error
from emulator.objects.psobject import AUTOMATION_NULL
from emulator.objects.text import to_string
from emulator.objects.types import PSType
from emulator.powershell import tree
from emulator.powershell.compiler.unit import Unit
from emulator.powershell.runtime.closures import Evaluate
from emulator.powershell.runtime.matching import matched, parted, replaced
from emulator.powershell.runtime.scope import Scope

Rule = Callable[[Unit, tree.BinaryExpression], Evaluate]
Compute = Callable[[Scope, object, object], object]


def _rule(compute: Compute) -> Rule:
    """Return the rule of an operator that computes both sides first."""

    def rule(unit: Unit, node: tree.BinaryExpression) -> Evaluate:
        left = unit.expression(node.left)
        right = unit.expression(node.right)

        def run(scope: Scope) -> object:
            one = left(scope)
            two = right(scope)
            return compute(
                scope,
                None if one is AUTOMATION_NULL else one,
                None if two is AUTOMATION_NULL else two,
            )

        return run

    return rule


def _match(*, case_sensitive: bool, negated: bool) -> Rule:
    return _rule(
        lambda scope, left, right: matched(
            scope, left, right, case_sensitive=case_sensitive, negated=negated
        )
    )


def _like(*, case_sensitive: bool, negated: bool) -> Rule:
    return _rule(
        lambda _scope, left, right: text_operators.like(
            left, right, case_sensitive=case_sensitive, negated=negated
        )
    )


def _replace(*, case_sensitive: bool) -> Rule:
    return _rule(
        lambda scope, left, right: replaced(scope, left, right, case_sensitive=case_sensitive)
    )


def _split(*, case_sensitive: bool) -> Rule:
    return _rule(
        lambda scope, left, right: parted(scope, left, right, case_sensitive=case_sensitive)
    )


def _contains(*, case_sensitive: bool, negated: bool) -> Rule:
    return _rule(
        lambda _scope, left, right: (
            comparison.contains(left, right, case_sensitive=case_sensitive) is not negated
        )
    )


def _in(*, case_sensitive: bool, negated: bool) -> Rule:
    return _rule(
        lambda _scope, left, right: (
            comparison.is_in(left, right, case_sensitive=case_sensitive) is not negated
        )
    )


def _join(scope: Scope, left: object, right: object) -> object:
    scope.session.check_joined(left)
    return text_operators.join(left, right)


def wanted_type(scope: Scope, right: object) -> PSType:
    """Return the type on the right of -is and -as, given as a type or by its name."""
    if isinstance(right, PSType):
        return right
    text = to_string(right)
    found = scope.session.resolve_type(text) if isinstance(right, str) else None
    if found is None:
        raise runtime_error(
            f'Cannot convert the "{text}" value of type "{scope.session.type_name(right)}" '
            'to type "System.Type".'
            if not isinstance(right, str)
            else f"Unable to find type [{text}].",
            "IsOperatorRequiresType" if not isinstance(right, str) else "TypeNotFound",
            ErrorCategory.InvalidOperation,
        )
    return found


def _is(*, negated: bool) -> Rule:
    return _rule(
        lambda scope, left, right: is_instance(left, wanted_type(scope, right)) is not negated
    )


def _as(scope: Scope, left: object, right: object) -> object:
    return convert_or_null(left, wanted_type(scope, right))


def _both(name: str, make: Callable[..., Rule], **more: bool) -> dict[str, Rule]:
    return {
        f"I{name}": make(case_sensitive=False, **more),
        f"C{name}": make(case_sensitive=True, **more),
    }


MATCHING: Final[dict[str, Rule]] = {
    **_both("match", _match, negated=False),
    **_both("notmatch", _match, negated=True),
    **_both("like", _like, negated=False),
    **_both("notlike", _like, negated=True),
    **_both("contains", _contains, negated=False),
    **_both("notcontains", _contains, negated=True),
    **_both("in", _in, negated=False),
    **_both("notin", _in, negated=True),
    **_both("replace", _replace),
    **_both("split", _split),
    "Join": _rule(_join),
    "Is": _is(negated=False),
    "IsNot": _is(negated=True),
    "As": _rule(_as),
}
