"""What counts as true. Source: reference/powershell.md 3; conformance conversion/bool."""

from decimal import Decimal

from emulator.objects.enumeration import enumerate_value
from emulator.objects.enums import EnumValue
from emulator.objects.numbers import Char
from emulator.objects.psobject import AutomationNull, PSObject
from emulator.objects.types import ClrObject


def is_true(value: object) -> bool:
    """Return [bool]value: empty, zero and null are false; one element counts as itself."""
    if value is True or value is False:
        return value
    if value is None:
        return False
    kind = type(value)
    if kind is str or kind is int:
        return bool(value)
    if isinstance(value, Char):
        return value != "\0"
    if isinstance(value, str | int | float | Decimal):
        return bool(value)
    if kind is EnumValue:
        return bool(value.number)  # type: ignore[attr-defined]
    if isinstance(value, list):
        return _of_list(value)
    return _of_object(value)


def _of_object(value: object) -> bool:
    if isinstance(value, AutomationNull):
        return False
    if type(value) is PSObject:
        return value.base is None or is_true(value.base)
    switch = getattr(value, "is_present", None)
    if isinstance(value, ClrObject) and isinstance(switch, bool):
        return switch
    if enumerate_value(value) is not None and hasattr(value, "__len__"):
        items = enumerate_value(value)
        assert items is not None
        return _of_list(list(items))
    return True


def _of_list(items: list[object]) -> bool:
    if len(items) != 1:
        return bool(items)
    only = items[0]
    return bool(only) if isinstance(only, list) else is_true(only)
