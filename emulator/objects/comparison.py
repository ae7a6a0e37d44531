"""-eq and its kin, -contains and -in. A collection on the left is filtered.

Source: conformance operators/comparison, operators/compare-mixed.
"""

import math
from collections.abc import Callable
from decimal import Decimal
from typing import Final

from emulator.objects.conversion import convert
from emulator.objects.culture_order import compare_text
from emulator.objects.enumeration import enumerate_value
from emulator.objects.enums import EnumValue
from emulator.objects.errors import ClrError, ErrorCategory
from emulator.objects.exceptions import runtime_error
from emulator.objects.identifiers import Guid, Version
from emulator.objects.moments import DateTime, TimeSpan
from emulator.objects.number_conversion import operand_number
from emulator.objects.numbers import Char
from emulator.objects.psobject import AutomationNull, PSObject
from emulator.objects.text import to_string
from emulator.objects.truth import is_true
from emulator.objects.typing_of import type_of

_NUMBERS: Final = (int, float, Decimal)


def scalar_equal(left: object, right: object, *, case_sensitive: bool = False) -> bool:
    """Return whether two values are equal; the left one decides how the right one is read."""
    kind = type(left)
    if kind is int and type(right) is int:
        return left == right
    if kind is str:
        other = right if type(right) is str else _text_or_none(right)
        if other is None:
            return False
        assert isinstance(left, str)
        return left == other or (not case_sensitive and left.lower() == other.lower())
    left, right = _bare(left), _bare(right)
    if left is None or right is None:
        return left is None and right is None
    if isinstance(left, str) and not isinstance(left, Char):
        return scalar_equal(str(left), right, case_sensitive=case_sensitive)
    if isinstance(left, bool):
        return left == is_true(right)
    if isinstance(left, Char):
        return _char_equal(left, right, case_sensitive=case_sensitive)
    if isinstance(left, _NUMBERS):
        return _number_equal(left, right)
    return _object_equal(left, right)


def _text_or_none(value: object) -> str | None:
    value = _bare(value)
    return None if value is None else to_string(value)


def _bare(value: object) -> object:
    if isinstance(value, AutomationNull):
        return None
    if type(value) is PSObject and value.base is not None:
        return value.base
    return value


def _char_equal(left: Char, right: object, *, case_sensitive: bool) -> bool:
    if isinstance(right, str):
        return scalar_equal(str(left), str(right), case_sensitive=case_sensitive)
    try:
        return bool(convert(right, type_of(left)) == left)
    except ClrError:
        return False


def _number_equal(left: float | Decimal, right: object) -> bool:
    if isinstance(right, Char):
        return left == ord(right)
    if isinstance(right, _NUMBERS):
        return _same_number(left, right)
    if isinstance(right, EnumValue):
        return left == right.number
    try:
        return bool(convert(right, type_of(left)) == left)
    except ClrError:
        return False


def _same_number(left: float | Decimal, right: float | Decimal) -> bool:
    if isinstance(left, Decimal) and isinstance(right, float):
        return float(left) == right
    if isinstance(left, float) and isinstance(right, Decimal):
        return left == float(right)
    return left == right


def _object_equal(left: object, right: object) -> bool:
    if left is right:
        return True
    if isinstance(left, EnumValue):
        if isinstance(right, EnumValue):
            return left.type is right.type and left.number == right.number
        if isinstance(right, int | float):
            return left.number == right
    elif left.__class__ is right.__class__:
        return bool(left == right)
    if isinstance(left, PSObject) or isinstance(right, PSObject):
        return False
    try:
        return bool(convert(right, type_of(left)) == left)
    except ClrError:
        return False


def compare(left: object, right: object, *, case_sensitive: bool = False) -> int:
    """Return -1, 0 or 1; the left value decides. ClrError where there is no order."""
    if type(left) is int and type(right) is int:
        return (left > right) - (left < right)
    left, right = _bare(left), _bare(right)
    if left is None or right is None:
        return _with_null(left, right)
    if isinstance(left, str):
        return compare_text(str(left), to_string(right), case_sensitive=case_sensitive)
    if isinstance(left, bool):
        other = is_true(right)
        return (left > other) - (left < other)
    if isinstance(left, _NUMBERS):
        return _compare_numbers(left, _operand(right))
    return _compare_objects(left, right)


def _with_null(left: object, right: object) -> int:
    """$null stands where zero stands among numbers, and before everything else."""
    if left is None and right is None:
        return 0
    other = right if left is None else left
    above = -1 if isinstance(other, _NUMBERS) and other < 0 else 1
    return -above if left is None else above


def _operand(value: object) -> int | float | Decimal:
    if isinstance(value, Char):
        return ord(value)
    if isinstance(value, str):
        return operand_number(value)
    if isinstance(value, _NUMBERS):
        return value
    if isinstance(value, EnumValue):
        return value.number
    converted = convert(value, type_of(0))
    assert isinstance(converted, int)
    return converted


def _compare_numbers(left: float | Decimal, right: float | Decimal) -> int:
    if isinstance(left, Decimal) and isinstance(right, float):
        left = float(left)
    elif isinstance(left, float) and isinstance(right, Decimal):
        right = float(right)
    if math.isnan(left) or math.isnan(right):
        return 0 if (math.isnan(left)) == (math.isnan(right)) else (-1 if math.isnan(left) else 1)
    return (left > right) - (left < right)


_KEYS: Final[dict[type, Callable[[object], object]]] = {
    DateTime: lambda it: it.ticks,  # type: ignore[attr-defined]
    TimeSpan: lambda it: it.ticks,  # type: ignore[attr-defined]
    Version: lambda it: it.parts,  # type: ignore[attr-defined]
    Guid: lambda it: it.text,  # type: ignore[attr-defined]
    EnumValue: lambda it: it.number,  # type: ignore[attr-defined]
}
"""What orders the values of a class."""


def _compare_objects(left: object, right: object) -> int:
    key = _KEYS.get(type(left))
    own: Callable[[object], int] | None = getattr(left, "ps_compare", None)
    if key is None and own is None:
        raise runtime_error(
            f'Cannot compare "{to_string(left)}" because it is not IComparable.', "NotIcomparable"
        )
    try:
        other = convert(right, type_of(left))
    except ClrError as error:
        raise runtime_error(
            f'Could not compare "{to_string(left)}" to "{to_string(right)}". '
            f'Error: "{error.exception.message}"',
            "ComparisonFailure",
            ErrorCategory.InvalidOperation,
            inner=error.exception,
        ) from error
    if own is not None:
        return own(other)
    assert key is not None
    mine, others = key(left), key(other)
    return int(mine > others) - int(mine < others)  # type: ignore[operator]


def _filtered(left: object, test: Callable[[object], bool]) -> object:
    items = None if isinstance(left, str | int | float) else enumerate_value(left)
    if items is None:
        return test(left)
    return [item for item in items if test(item)]


def equal(left: object, right: object, *, case_sensitive: bool = False) -> object:
    """Return left -eq right: a bool, or the equal elements of a collection."""
    if type(left) is int and type(right) is int:
        return left == right
    return _filtered(left, lambda it: scalar_equal(it, right, case_sensitive=case_sensitive))


def not_equal(left: object, right: object, *, case_sensitive: bool = False) -> object:
    """Return left -ne right."""
    return _filtered(left, lambda it: not scalar_equal(it, right, case_sensitive=case_sensitive))


def greater(left: object, right: object, *, case_sensitive: bool = False) -> object:
    """Return left -gt right."""
    if type(left) is int and type(right) is int:
        return left > right
    return _filtered(left, lambda it: compare(it, right, case_sensitive=case_sensitive) > 0)


def greater_equal(left: object, right: object, *, case_sensitive: bool = False) -> object:
    """Return left -ge right."""
    if type(left) is int and type(right) is int:
        return left >= right
    return _filtered(left, lambda it: compare(it, right, case_sensitive=case_sensitive) >= 0)


def less(left: object, right: object, *, case_sensitive: bool = False) -> object:
    """Return left -lt right."""
    if type(left) is int and type(right) is int:
        return left < right
    return _filtered(left, lambda it: compare(it, right, case_sensitive=case_sensitive) < 0)


def less_equal(left: object, right: object, *, case_sensitive: bool = False) -> object:
    """Return left -le right."""
    if type(left) is int and type(right) is int:
        return left <= right
    return _filtered(left, lambda it: compare(it, right, case_sensitive=case_sensitive) <= 0)


def contains(left: object, right: object, *, case_sensitive: bool = False) -> bool:
    """Return left -contains right: whether an element equals `right`."""
    items = enumerate_value(left)
    if items is None:
        return scalar_equal(left, right, case_sensitive=case_sensitive)
    return any(scalar_equal(item, right, case_sensitive=case_sensitive) for item in items)


def is_in(left: object, right: object, *, case_sensitive: bool = False) -> bool:
    """Return left -in right: whether `left` equals an element of `right`."""
    return contains(right, left, case_sensitive=case_sensitive)
