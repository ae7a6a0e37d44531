"""All surfaces by type: where methods, statics and constructors are looked up."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from emulator.dotnet.cultures import CULTURE_SURFACE
from emulator.dotnet.signatures import Overload, Surface
from emulator.dotnet.surface.arrays import ARRAY_SURFACE
from emulator.dotnet.surface.builders import BUILDER_SURFACE
from emulator.dotnet.surface.comparers import COMPARER_SURFACE
from emulator.dotnet.surface.converting import CONVERTING_SURFACES
from emulator.dotnet.surface.dictionaries import DICTIONARY_SURFACES
from emulator.dotnet.surface.encodings import ENCODING_SURFACES
from emulator.dotnet.surface.environment import ENVIRONMENT_SURFACE
from emulator.dotnet.surface.identifiers import IDENTIFIER_SURFACES
from emulator.dotnet.surface.lists import LIST_SURFACES
from emulator.dotnet.surface.mathematics import MATH_SURFACE
from emulator.dotnet.surface.moments import DATE_SURFACE, SPAN_SURFACE
from emulator.dotnet.surface.numbers import NUMBER_SURFACES
from emulator.dotnet.surface.paths import PATH_SURFACE
from emulator.dotnet.surface.regular_expressions import REGEX_SURFACES
from emulator.dotnet.surface.string_statics import CHAR_SURFACE, STATICS
from emulator.dotnet.surface.universal import UNIVERSAL_SURFACES
from emulator.objects.types import PSType


@lru_cache(maxsize=1)
def surfaces() -> Mapping[PSType, Surface]:
    """Return the table of all surfaces; made once."""
    every: Iterable[Surface] = (
        *UNIVERSAL_SURFACES,
        STATICS,
        CHAR_SURFACE,
        *NUMBER_SURFACES,
        MATH_SURFACE,
        DATE_SURFACE,
        SPAN_SURFACE,
        *IDENTIFIER_SURFACES,
        ARRAY_SURFACE,
        *LIST_SURFACES,
        *DICTIONARY_SURFACES,
        COMPARER_SURFACE,
        *REGEX_SURFACES,
        *CONVERTING_SURFACES,
        *ENCODING_SURFACES,
        BUILDER_SURFACE,
        PATH_SURFACE,
        ENVIRONMENT_SURFACE,
        CULTURE_SURFACE,
    )
    return {surface.type: surface for surface in every}


def surface_of(type_: PSType) -> Surface | None:
    """Return the surface that a type has itself; a closed generic has its definition's."""
    return surfaces().get(type_.definition or type_)


def instance_overloads(type_: PSType, lower: str) -> tuple[Overload, ...]:
    """Return the overloads of an instance method, from the type or the nearest base."""
    key = ("method", lower)
    index = type_._index  # noqa: SLF001 - the type's own place for look-ups
    found = index.get(str(key))
    if found is None:
        found = index[str(key)] = _search(type_, lower)
    return found  # type: ignore[return-value]


def _search(type_: PSType, lower: str) -> tuple[Overload, ...]:
    for here in type_.lineage():
        surface = surface_of(here)
        if surface is not None and surface.methods and lower in surface.methods:
            return surface.methods[lower]
    return ()


def static_overloads(type_: PSType, lower: str) -> tuple[Overload, ...]:
    """Return the overloads of a static method, from the type or the nearest base."""
    for here in type_.lineage():
        surface = surface_of(here)
        if surface is not None and surface.statics and lower in surface.statics:
            return surface.statics[lower]
    return ()


def known_types() -> tuple[PSType, ...]:
    """Return every type with a surface."""
    return tuple(surfaces())


def bindings_of(type_: PSType) -> dict[str, PSType]:
    """Return the type arguments by the names that signatures use."""
    if len(type_.arguments) == 1:
        return {"T": type_.arguments[0]}
    if len(type_.arguments) == 2:
        return {"TKey": type_.arguments[0], "TValue": type_.arguments[1]}
    return {}
