"""All surfaces by type: where methods, statics and constructors are looked up.

A surface's module is imported when a script first names one of its types or calls a method on
a value of one; most scripts need few of them, and start-up time is a promise.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib import import_module
from typing import Final

from emulator.dotnet.signatures import Overload, Surface
from emulator.objects.types import PSType

_GENERIC: Final = "System.Collections.Generic."
_TEXT: Final = "System.Text."

MODULES: Final[Mapping[str, tuple[str, ...]]] = {
    "surface.universal": (
        "System.Object", "System.ValueType", "System.Enum", "System.Type", "System.Exception",
    ),
    "surface.string_statics": ("System.String", "System.Char"),
    "surface.numbers": (
        "System.SByte", "System.Byte", "System.Int16", "System.UInt16", "System.Int32",
        "System.UInt32", "System.Int64", "System.UInt64", "System.Single", "System.Double",
        "System.Decimal", "System.Numerics.BigInteger", "System.Boolean",
    ),
    "surface.mathematics": ("System.Math",),
    "surface.moments": ("System.DateTime", "System.TimeSpan"),
    "surface.identifiers": ("System.Guid", "System.Version", "System.Uri"),
    "surface.arrays": ("System.Array",),
    "surface.lists": (
        "System.Collections.ArrayList", _GENERIC + "List`1",
        "System.Collections.ObjectModel.Collection`1",
        "System.Collections.ObjectModel.ReadOnlyCollection`1", _GENERIC + "HashSet`1",
        _GENERIC + "Queue`1", _GENERIC + "Stack`1", "System.Collections.Queue",
        "System.Collections.Stack",
    ),
    "surface.dictionaries": (
        "System.Collections.Hashtable", "System.Collections.Specialized.OrderedDictionary",
        "System.Collections.DictionaryEntry", _GENERIC + "Dictionary`2",
        _GENERIC + "SortedDictionary`2", _GENERIC + "SortedList`2",
        "System.Collections.SortedList", "System.Collections.Hashtable+KeyCollection",
        "System.Collections.Hashtable+ValueCollection",
        "System.Collections.Specialized.OrderedDictionary+OrderedDictionaryKeyValueCollection",
    ),
    "surface.comparers": ("System.StringComparer",),
    "surface.regular_expressions": (
        _TEXT + "RegularExpressions.Regex", _TEXT + "RegularExpressions.Group",
        _TEXT + "RegularExpressions.Match",
    ),
    "surface.converting": ("System.Convert", "System.BitConverter"),
    "surface.encodings": (
        _TEXT + "Encoding", _TEXT + "UTF8Encoding", _TEXT + "UnicodeEncoding",
        _TEXT + "ASCIIEncoding", _TEXT + "UTF32Encoding",
    ),
    "surface.builders": (_TEXT + "StringBuilder",),
    "surface.paths": ("System.IO.Path",),
    "surface.environment": ("System.Environment",),
    "cultures": ("System.Globalization.CultureInfo",),
}  # fmt: skip
"""Module -> the full names of the types whose surfaces are its constant SURFACES."""

HOMES: Final = {name: module for module, names in MODULES.items() for name in names}
"""Full name of a type -> the module of its surface."""

_CACHED: Final = 64  # more than there are modules


@lru_cache(maxsize=_CACHED)
def _loaded(module: str) -> Mapping[str, Surface]:
    found: tuple[Surface, ...] = import_module(f"emulator.dotnet.{module}").SURFACES
    return {surface.type.name: surface for surface in found}


def surface_named(name: str) -> Surface | None:
    """Return the surface of the type with that full name, or None."""
    home = HOMES.get(name)
    return None if home is None else _loaded(home)[name]


def surface_of(type_: PSType) -> Surface | None:
    """Return the surface that a type has itself; a closed generic has its definition's."""
    declared = type_.definition or type_
    surface = surface_named(declared.name)
    return surface if surface is not None and surface.type is declared else None


def instance_overloads(type_: PSType, lower: str) -> tuple[Overload, ...]:
    """Return the overloads of an instance method, from the type or the nearest base."""
    key = f"overloads {lower}"
    found = type_.plans.get(key)
    if found is None:
        found = _search(type_, lower)
        if found:
            type_.plans[key] = found
    assert isinstance(found, tuple)
    return found


def _search(type_: PSType, lower: str) -> tuple[Overload, ...]:
    for surface in _surfaces(type_):
        if surface.methods and lower in surface.methods:
            return surface.methods[lower]
    return ()


def _surfaces(type_: PSType) -> Iterator[Surface]:
    for here in type_.lineage():
        surface = surface_of(here)
        if surface is not None:
            yield surface


def static_overloads(type_: PSType, lower: str) -> tuple[Overload, ...]:
    """Return the overloads of a static method, from the type or the nearest base."""
    for surface in _surfaces(type_):
        if surface.statics and lower in surface.statics:
            return surface.statics[lower]
    return ()


def bindings_of(type_: PSType) -> dict[str, PSType]:
    """Return the type arguments by the names that signatures use."""
    if len(type_.arguments) == 1:
        return {"T": type_.arguments[0]}
    if len(type_.arguments) == 2:
        return {"TKey": type_.arguments[0], "TValue": type_.arguments[1]}
    return {}
