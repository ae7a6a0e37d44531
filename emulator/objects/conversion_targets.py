"""Type names of property tables that conversion knows by heart."""

from typing import Final

from emulator.objects.basic_types import PRIMITIVES, array_of
from emulator.objects.collections import HASHTABLE, ORDERED_DICTIONARY
from emulator.objects.common_enums import COMMON_ENUMS
from emulator.objects.identifiers import GUID, VERSION
from emulator.objects.moments import DATE_TIME, TIME_SPAN
from emulator.objects.types import PSType
from emulator.objects.uris import URI

_KNOWN: Final[dict[str, PSType]] = {
    known.name: known
    for known in (
        *PRIMITIVES,
        *COMMON_ENUMS,
        HASHTABLE,
        ORDERED_DICTIONARY,
        GUID,
        VERSION,
        DATE_TIME,
        TIME_SPAN,
        URI,
    )
}


def type_named(name: str) -> PSType | None:
    """Return the built-in type of that full name (arrays too), or None.

    Types of other rooms are not found; their properties convert for themselves.
    """
    if name.endswith("[]"):
        element = type_named(name[:-2])
        return None if element is None else array_of(element)
    return _KNOWN.get(name)
