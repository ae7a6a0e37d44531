"""How Sort-, Group- and Select-Object compare values."""

from emulator.objects.comparison import compare
from emulator.objects.culture_order import compare_text
from emulator.objects.enums import EnumValue
from emulator.objects.errors import ClrError
from emulator.objects.members import MISSING
from emulator.objects.psobject import PSObject
from emulator.objects.text import plain_text


def ordered(left: object, right: object, *, case_sensitive: bool = False) -> int:
    """Return -1, 0 or 1; $null comes first; what cannot be compared compares as text."""
    left, right = _bare(left), _bare(right)
    if left is None or right is None:
        return (left is not None) - (right is not None)
    if isinstance(left, EnumValue) and isinstance(right, EnumValue):
        return (left.number > right.number) - (left.number < right.number)
    if type(left) is str and type(right) is str:
        return compare_text(left, right, case_sensitive=case_sensitive)
    try:
        return compare(left, right, case_sensitive=case_sensitive)
    except ClrError:
        return compare_text(plain_text(left), plain_text(right), case_sensitive=case_sensitive)


def same_values(left: object, right: object, *, case_sensitive: bool = False) -> bool:
    """Whether the two count as equal."""
    return ordered(left, right, case_sensitive=case_sensitive) == 0


def _bare(value: object) -> object:
    if value is MISSING:
        return None
    if isinstance(value, PSObject) and value.base is not None:
        return value.base
    return value
