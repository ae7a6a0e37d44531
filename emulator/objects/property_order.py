"""The order in which lists, JSON and CLIXML show properties: .NET's own first, then added ones."""

from typing import Final

from emulator.objects import members
from emulator.objects.psobject import PSObject
from emulator.objects.typing_of import type_of

TYPE_ADDED: Final = {"System.DateTime": "datetime", "System.Guid": "guid"}
"""Properties that PowerShell's type data adds but our types declare among their own.

Source: conformance format-list-023 (DateTime comes last in a list).
"""


def native_names(value: object) -> set[str]:
    """Return the lower-case names of the properties that .NET itself declares."""
    base = value.base if isinstance(value, PSObject) else value
    if base is None:
        return set()
    found: set[str] = set()
    for type_ in type_of(base).lineage():
        found |= {declared.name.lower() for declared in type_.properties}
        found.discard(TYPE_ADDED.get(type_.name, ""))
    return found


def native_first(value: object) -> list[str]:
    """Return the names of all properties, .NET's first.

    Source: reference/hyperv-module/formats.json, rules; PowerShell 7, AssociationManager.
    """
    names = members.property_names(value)
    native = native_names(value)
    if not native:
        return names
    return [name for name in names if name.lower() in native] + [
        name for name in names if name.lower() not in native
    ]
