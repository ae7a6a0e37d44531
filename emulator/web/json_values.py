"""Values of PowerShell as JSON, and values of JSON as PowerShell has them.

Enums are their names, dates ISO 8601, lengths of time and identifiers their text: what a person
expects. ConvertTo-Json, which scripts call, follows PowerShell's own rules instead.
"""

import math
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import islice
from typing import Final

from emulator.objects.collections import Hashtable
from emulator.objects.enumeration import enumerate_value
from emulator.objects.enums import EnumValue
from emulator.objects.errors import ClrError, ErrorRecord, NotEmulated
from emulator.objects.iso_dates import iso_text
from emulator.objects.members import get_property, property_names
from emulator.objects.moments import DateTime
from emulator.objects.numbers import Int64, UInt64
from emulator.objects.psobject import AUTOMATION_NULL, PSObject
from emulator.objects.text import to_string
from emulator.objects.typing_of import type_of
from emulator.web.problem import error_document

DEPTH: Final = 2
"""How deep objects are opened; deeper they are their text. Source: ConvertTo-Json's default."""

ITEMS_MOST: Final = 100_000
"""Elements of one collection: a range of a billion must not become an answer."""

INT32_MOST: Final = 2**31 - 1
INT64_MOST: Final = 2**63 - 1


def to_json(value: object, *, depth: int = DEPTH) -> object:
    """Return what `json.dumps` takes for a value; property getters are called."""
    if isinstance(value, PSObject) and value.base is not None:
        value = value.base
    if value is None or value is AUTOMATION_NULL or isinstance(value, bool):
        return None if value is AUTOMATION_NULL else value
    if isinstance(value, int):
        return int(value)
    if isinstance(value, float | Decimal):
        return _number(value)
    if isinstance(value, str):
        return str(value)
    if isinstance(value, EnumValue):
        return value.name
    if isinstance(value, ErrorRecord):
        return error_document(value)
    return _structure(value, depth)


def _number(value: float | Decimal) -> object:
    return float(value) if math.isfinite(value) else to_string(value)


def _structure(value: object, depth: int) -> object:
    if isinstance(value, DateTime):
        return iso_text(value)
    if isinstance(value, Hashtable):
        pairs = value.items()
        return to_string(value) if depth < 0 else _object(pairs, depth)
    items = enumerate_value(value)
    if items is not None:
        # One array is opened below the depth, so that a list of texts stays one.
        return to_string(value) if depth < -1 else _array(items, depth)
    found = list(_members(value)) if depth >= 0 else []
    return _object(found, depth) if found and not _is_text(value) else to_string(value)


def _members(value: object) -> Iterator[tuple[object, object]]:
    """Yield properties; one that fails is null, as it is for Select-Object."""
    for name in property_names(value):
        try:
            yield name, get_property(value, name)
        except (ClrError, NotEmulated):
            yield name, None


_TEXTS: Final = frozenset(
    {
        "System.TimeSpan",
        "System.Guid",
        "System.Version",
        "System.RuntimeType",
        "System.Uri",
        "System.Management.Automation.ScriptBlock",
    }
)
"""Types that are shown by their text though they have properties."""


def _is_text(value: object) -> bool:
    return type_of(value).name in _TEXTS


def _object(pairs: Iterable[tuple[object, object]], depth: int) -> dict[str, object]:
    return {to_string(key): to_json(inner, depth=depth - 1) for key, inner in pairs}


def _array(items: Iterable[object], depth: int) -> list[object]:
    return [to_json(item, depth=depth - 1) for item in islice(items, ITEMS_MOST)]


def from_json(value: object) -> object:
    """Return the PowerShell value of a JSON value: whole numbers are Int32 where they fit."""
    if isinstance(value, bool) or value is None or isinstance(value, str | float):
        return value
    if isinstance(value, int):
        return _whole(value)
    if isinstance(value, list):
        return [from_json(item) for item in value]
    assert isinstance(value, dict), f"JSON has no {type(value).__name__}"
    return Hashtable((name, from_json(inner)) for name, inner in value.items())


def _whole(value: int) -> object:
    if -INT32_MOST - 1 <= value <= INT32_MOST:
        return value
    if -INT64_MOST - 1 <= value <= INT64_MOST:
        return Int64(value)
    return UInt64(value) if 0 <= value < 2**64 else float(value)
