"""Running an overload: the exceptions of .NET code wrapped as PowerShell wraps them.

Which overload a call means is worked out once per kinds of arguments and kept with the type (a
"plan"), since the same few calls happen again and again.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from emulator.dotnet.overloads import Call, Choice, choice, converted
from emulator.dotnet.signature_types import signature_type
from emulator.dotnet.signatures import Overload
from emulator.dotnet.surfaces import bindings_of
from emulator.dotnet.surroundings import StillSurroundings, Surroundings
from emulator.objects.basic_types import OBJECT
from emulator.objects.conversion import convert
from emulator.objects.enums import EnumValue
from emulator.objects.errors import ClrError, ErrorCategory
from emulator.objects.exceptions import METHOD_EXCEPTION, METHOD_INVOCATION, exception
from emulator.objects.identifiers import Guid, Version
from emulator.objects.moments import DateTime, TimeSpan
from emulator.objects.numbers import Int64
from emulator.objects.psobject import AUTOMATION_NULL
from emulator.objects.types import PSType
from emulator.objects.typing_of import type_of

NO_OWNER: Final = object()
"""Stands for the missing object of a static call."""

_PLANNED: Final = frozenset({int, bool, float, Int64, DateTime, TimeSpan, Guid, Version, list})
"""Classes of arguments whose rank depends on nothing but their class."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """An overload and the types that its arguments are converted to (None: as they are)."""

    overload: Overload
    call: Callable[..., Any]
    targets: tuple[PSType | None, ...] | None


def _kind(value: object) -> object:
    """Return what the choice of an overload depends on; None when it is the value itself."""
    kind = value.__class__
    if kind is str:
        return "char" if len(value) == 1 else kind  # type: ignore[arg-type]
    if kind in _PLANNED:
        return kind
    return value.type if isinstance(value, EnumValue) else None


def invoke(
    type_: PSType,
    key: str,
    overloads: Sequence[Overload],
    arguments: Sequence[object],
    surroundings: Surroundings | None,
    *,
    owner: object = NO_OWNER,
    shown: str | None = None,
) -> object:
    """Call the overload that fits; `owner` is the object of an instance method.

    `key` tells the kinds of members of `type_` apart; `shown` is the name that errors show
    where it differs (".ctor").
    """
    kinds = tuple(map(_kind, arguments))
    plan_key = f"{key} {kinds}" if kinds else key
    plan = type_.plans.get(plan_key)
    name = shown or overloads[0].name
    if plan is None:
        plan = _planned(type_, overloads, name, arguments, surroundings)
        if None not in kinds and plan.targets is not None:
            type_.plans[plan_key] = plan
    assert isinstance(plan, _Plan)
    values = _planned_values(plan, arguments)
    if values is None:
        call = _call(type_, surroundings)
        values = converted(choice(overloads, name, arguments, call), name, arguments, call)
    if owner is not NO_OWNER:
        values.insert(0, owner)
    if plan.overload.aware:
        values.insert(0, _call(type_, surroundings))
    try:
        made = plan.call(*values)
    except ClrError as error:
        raise wrapped(error, name, len(arguments)) from error
    except MemoryError as error:
        inner = ClrError(exception("System.OutOfMemoryException", "Insufficient memory."))
        raise wrapped(inner, name, len(arguments)) from error
    return AUTOMATION_NULL if plan.overload.is_void else made


def _call(type_: PSType, surroundings: Surroundings | None) -> Call:
    return Call(
        surroundings=surroundings or StillSurroundings(), bindings=bindings_of(type_), type=type_
    )


def _planned(
    type_: PSType,
    overloads: Sequence[Overload],
    name: str,
    arguments: Sequence[object],
    surroundings: Surroundings | None,
) -> _Plan:
    call = _call(type_, surroundings)
    best = choice(overloads, name, arguments, call)
    return _Plan(
        overload=best.overload,
        call=best.overload.call,
        targets=None if best.expanded else _targets(best, arguments, call),
    )


def _targets(
    best: Choice, arguments: Sequence[object], call: Call
) -> tuple[PSType | None, ...] | None:
    """Return the types to convert to, or None where an argument needs more than a conversion."""
    targets: list[PSType | None] = []
    for value, parameter in zip(arguments, best.parameters, strict=True):
        target = signature_type(parameter.type_name, call.bindings)
        if parameter.by_ref or value is None or target.name in _SPECIAL:
            return None
        same = target is OBJECT or type_of(value) is target
        targets.append(None if same else target)
    return tuple(targets)


_SPECIAL: Final = frozenset({"System.Delegate", "System.IFormatProvider"})


def _planned_values(plan: _Plan, arguments: Sequence[object]) -> list[object] | None:
    """Return the converted arguments; None where only the long way can do it, or word why not."""
    if plan.targets is None:
        return None
    try:
        return [
            value if target is None else convert(value, target)
            for value, target in zip(arguments, plan.targets, strict=True)
        ]
    except ClrError:
        return None


def wrapped(error: ClrError, name: str, count: int) -> ClrError:
    """Return MethodInvocationException around an exception that a method threw."""
    thrown = error.exception
    if thrown.type_name in (METHOD_EXCEPTION, METHOD_INVOCATION):
        return error
    return ClrError(
        exception(
            METHOD_INVOCATION,
            f'Exception calling "{name}" with "{count}" argument(s): "{thrown.message}"',
            thrown,
        ),
        error_id=thrown.type_name.rsplit(".", 1)[-1],
        category=ErrorCategory.NotSpecified,
    )
