"""-band, -bor, -bxor, -bnot, -shl and -shr."""

import operator
from collections.abc import Callable
from decimal import Decimal
from typing import Final

from emulator.objects.basic_types import INT32
from emulator.objects.conversion import convert
from emulator.objects.enum_conversion import to_enum
from emulator.objects.enums import EnumValue
from emulator.objects.number_conversion import operand_number
from emulator.objects.numbers import BigInteger, Char, Int64, UInt32, UInt64
from emulator.objects.psobject import AutomationNull, PSObject
from emulator.objects.typing_of import type_of

_SIGNED_64: Final = 1 << 63


def bitwise_and(left: object, right: object) -> object:
    """Return left -band right."""
    return _combined(operator.and_, left, right)


def bitwise_or(left: object, right: object) -> object:
    """Return left -bor right."""
    return _combined(operator.or_, left, right)


def bitwise_xor(left: object, right: object) -> object:
    """Return left -bxor right."""
    return _combined(operator.xor, left, right)


def _combined(compute: Callable[[int, int], int], left: object, right: object) -> object:
    if type(left) is int and type(right) is int:
        return compute(left, right)
    left, right = _bare(left), _bare(right)
    enum = left if isinstance(left, EnumValue) else right
    if isinstance(enum, EnumValue):
        one = left.number if isinstance(left, EnumValue) else _member(left, enum)
        two = right.number if isinstance(right, EnumValue) else _member(right, enum)
        return EnumValue(enum.type, compute(one, two))
    first, second = _whole(left), _whole(right)
    return _typed(compute(int(first), int(second)), first, second)


def _member(value: object, like: EnumValue) -> int:
    if isinstance(value, str):
        return to_enum(value, like.type).number
    return int(_whole(value))


def _bare(value: object) -> object:
    if type(value) is PSObject and value.base is not None:
        return value.base
    return None if isinstance(value, AutomationNull) else value


def _whole(value: object) -> int:
    """Return an operand as an integer; a double becomes UInt64 (or Int64 below zero)."""
    if isinstance(value, str) and not isinstance(value, Char):
        value = operand_number(value)
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, float | Decimal):
        whole = round(value)
        return UInt64(whole) if whole >= 0 else Int64(whole)
    if isinstance(value, int):
        return value
    converted = convert(value, INT32)
    assert isinstance(converted, int)
    return converted


def _typed(value: int, one: int, two: int) -> int:
    kinds = {type(one), type(two)}
    if BigInteger in kinds:
        return BigInteger(value)
    if UInt64 in kinds:
        return UInt64(value & (2 * _SIGNED_64 - 1))
    if Int64 in kinds or (UInt32 in kinds and len(kinds) > 1):
        return Int64(value)
    if kinds == {UInt32}:
        return UInt32(value)
    return int(value)


def bitwise_not(value: object) -> object:
    """Return -bnot value."""
    bare = _bare(value)
    if isinstance(bare, EnumValue):
        return EnumValue(bare.type, ~bare.number)
    whole = _whole(bare)
    if type(whole) is UInt64:
        return UInt64(~int(whole) & (2 * _SIGNED_64 - 1))
    if type(whole) is UInt32:
        return UInt32(~int(whole) & 0xFFFFFFFF)
    return Int64(~int(whole)) if type(whole) is Int64 else ~int(whole)


def shift_left(left: object, right: object) -> object:
    """Return left -shl right, in the type of the left operand."""
    return _shifted(left, right, lambda value, count: value << count)


def shift_right(left: object, right: object) -> object:
    """Return left -shr right, in the type of the left operand."""
    return _shifted(left, right, lambda value, count: value >> count)


def _shifted(left: object, right: object, compute: Callable[[int, int], int]) -> object:
    value = _whole(_bare(left))
    count = int(_whole(_bare(right)))
    width = _WIDTHS.get(type_of(value).short_name, 32)
    result = compute(int(value), count & (63 if width == 64 else 31)) & ((1 << width) - 1)
    if type_of(value).short_name in _SIGNED and result >> (width - 1):
        result -= 1 << width
    return type(value)(result)


_WIDTHS: Final = {"SByte": 8, "Byte": 8, "Int16": 16, "UInt16": 16, "Int64": 64, "UInt64": 64}
_SIGNED: Final = frozenset({"SByte", "Int16", "Int32", "Int64"})
