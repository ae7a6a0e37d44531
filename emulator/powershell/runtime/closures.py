"""The kinds of closure the compiler makes and the runtime runs, and small pieces they share."""

from collections.abc import Callable
from typing import Final

from emulator.objects.enumeration import enumerate_value
from emulator.objects.psobject import AUTOMATION_NULL
from emulator.powershell.runtime.scope import Scope
from emulator.powershell.runtime.signals import Leave

Evaluate = Callable[[Scope], object]
"""An expression: the scope in, the value out."""
Emit = Callable[[object], None]
"""Where a statement writes its objects."""
Execute = Callable[[Scope, Emit], Leave | None]
"""A statement: None where it ended normally."""
Store = Callable[[Scope, object], None]
"""The left side of an assignment: puts a value where it says."""

SCALARS: Final = frozenset({int, str, bool, float, type(None)})
"""Python types that no pipeline unrolls; what is not here is asked."""


def send(value: object, emit: Emit) -> None:
    """Write a value as a statement does: collections element by element, one level deep."""
    if type(value) in SCALARS:
        emit(value)
        return
    if value is AUTOMATION_NULL:
        return
    items = enumerate_value(value)
    if items is None:
        emit(value)
    else:
        for item in items:
            emit(item)


def collected(items: list[object]) -> object:
    """Return what the objects of a pipeline are as one value: nothing, the one, or an array."""
    if len(items) == 1:
        return items[0]
    return items or AUTOMATION_NULL


def discard(_value: object) -> None:
    """Write to nowhere."""
