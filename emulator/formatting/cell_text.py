"""The text of a value in a cell or a line: scalars, `{a, b, c...}`, formats, doubles."""

from collections.abc import Iterable
from decimal import Decimal
from math import isfinite, isinf

from emulator.formatting.parameters import FormatStyle
from emulator.formatting.properties import ABSENT, display_name_expression, is_failed, value_of
from emulator.formatting.view_table import ViewTable
from emulator.objects.collections import DictionaryEntry, Hashtable, entries_of
from emulator.objects.cultures import Culture
from emulator.objects.enumeration import enumerate_value
from emulator.objects.errors import ClrError, PowerShellError
from emulator.objects.moments import DateTime
from emulator.objects.psobject import AutomationNull, PSObject
from emulator.objects.text import format_operator, format_value, plain_text, to_string
from emulator.objects.types import ClrObject, PSType


def base_of(value: object) -> object:
    """Return what `value` wraps; a PSCustomObject is itself."""
    if isinstance(value, PSObject) and value.base is not None:
        return value.base
    return value


def is_nothing(value: object) -> bool:
    """Return whether `value` is $null in any of its forms."""
    return value is None or isinstance(value, AutomationNull)


def items_of(value: object) -> Iterable[object] | None:
    """Return what the layouts enumerate of `value`, dictionaries too; None for a scalar."""
    base = base_of(value)
    if isinstance(base, Hashtable):
        return entries_of(base)
    return enumerate_value(base)


def scalar_text(value: object, culture: Culture) -> str:
    """Return `value` as output shows it: dates in `culture`, doubles with 15 digits."""
    if is_nothing(value):
        return ""
    base = base_of(value)
    if isinstance(base, DateTime):
        return plain_text(base, culture)
    if isinstance(base, PSType) or (isinstance(base, float) and isinf(base)):
        return plain_text(base, culture)
    return to_string(value)


class CellText:
    """Makes texts of values for one edition and one set of views."""

    def __init__(self, style: FormatStyle, views: ViewTable) -> None:
        """Write in `style`; `views` know the properties that name an object."""
        self.style = style
        self.views = views

    def of(self, value: object, format_string: str | None = None, *, in_table: bool = False) -> str:
        """Return the text of `value`; `in_table` rounds doubles as generic tables of 7 do."""
        if value is ABSENT or is_failed(value):
            return ""
        if format_string:
            formatted = _formatted(value, format_string, self.style.culture)
            if formatted is not None:
                return formatted
        items = None if is_nothing(value) else items_of(value)
        if items is not None:
            return self._collection(items)
        if in_table and self.style.core:
            rounded = _rounded(base_of(value), self.style.culture)
            if rounded is not None:
                return rounded
        return self.scalar(value)

    def scalar(self, value: object) -> str:
        """Return the text of a scalar in the edition's culture."""
        return scalar_text(value, self.style.culture)

    def _collection(self, items: Iterable[object]) -> str:
        shown: list[str] = []
        for count, item in enumerate(items):
            if 0 <= self.style.enumeration_limit == count:
                return "{" + ", ".join(shown) + self.style.ellipsis + "}"
            shown.append(self._item(item))
        return "{" + ", ".join(shown) + "}"

    def _item(self, item: object) -> str:
        if is_nothing(item):
            return "$null"
        if isinstance(item, DictionaryEntry):
            return self._entry(item)
        if isinstance(item, ClrObject) and not _has_own_text(item):
            named = display_name_expression(item, self.views)
            if named is not None:
                found = value_of(named, item)
                if found is not ABSENT and not is_failed(found):
                    return self.scalar(found)
        return self.scalar(item)

    def _entry(self, entry: DictionaryEntry) -> str:
        # .NET Framework's DictionaryEntry has no text of its own, so 5.1 shows its name.
        if self.style.core:
            return f"[{self.scalar(entry.key)}, {self.scalar(entry.value)}]"
        return self.scalar(entry.key)


def _has_own_text(item: ClrObject) -> bool:
    """Return whether the object's own class, not one of its bases, says what ToString() is.

    Source: PowerShell 7, PSObjectHelper.GetObjectName; conformance format-default-scalars-034.
    """
    return "to_text" in vars(type(item)) and item.to_text() is not None


def _formatted(value: object, format_string: str, culture: Culture) -> str | None:
    template = format_string if _is_composite(format_string) else "{0:" + format_string + "}"
    try:
        return format_operator(template, [value], culture)
    except (ClrError, PowerShellError):
        return None


def _is_composite(format_string: str) -> bool:
    return "{0" in format_string or "}" in format_string


def _rounded(value: object, culture: Culture) -> str | None:
    # Source: conformance format-table-values-007, -008, -033: as many digits as the culture has.
    if isinstance(value, Decimal) or (isinstance(value, float) and isfinite(value)):
        return format_value(value, "F", culture)
    return None
