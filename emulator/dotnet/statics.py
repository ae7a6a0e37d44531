"""Static members: [type]::Name and [type]::Method(...)."""

from collections.abc import Sequence

from emulator.dotnet.construct import new_object
from emulator.dotnet.invocation import invoke, wrapped
from emulator.dotnet.overloads import Call
from emulator.dotnet.surfaces import bindings_of, static_overloads, surface_of
from emulator.dotnet.surroundings import StillSurroundings, Surroundings
from emulator.objects.enums import find
from emulator.objects.errors import ClrError
from emulator.objects.exceptions import runtime_error
from emulator.objects.members import MISSING, not_found, read_only
from emulator.objects.type_values import full_name
from emulator.objects.types import PSType


def get_static(type_: PSType, name: str, surroundings: Surroundings | None = None) -> object:
    """Return [type_]::name: a member of an enumeration, a static property; MISSING if none."""
    lower = name.lower()
    if type_.is_enum:
        found = find(type_, name)
        if found is not None:
            return found
    for here in type_.lineage():
        for declared in here.static_properties:
            if declared.name.lower() == lower:
                return declared.get(None)
        surface = surface_of(here)
        for known in surface.static_properties if surface is not None else ():
            if known.name.lower() == lower:
                return known.get(_call(type_, surroundings))
    return MISSING


def set_static(type_: PSType, name: str, value: object) -> None:
    """Set [type_]::name; ClrError where it cannot be set."""
    for here in type_.lineage():
        for declared in here.static_properties:
            if declared.name.lower() == name.lower():
                if declared.set is None:
                    raise read_only(declared.name)
                declared.set(None, value)
                return
        surface = surface_of(here)
        for known in surface.static_properties if surface is not None else ():
            if known.name.lower() == name.lower():
                raise read_only(known.name)
    raise not_found(name)


def invoke_static(
    type_: PSType,
    name: str,
    arguments: Sequence[object],
    surroundings: Surroundings | None = None,
) -> object:
    """Return [type_]::name(arguments); `new` makes an object."""
    lower = name.lower()
    if lower == "new":
        return new_object(type_, arguments, surroundings, shown=".ctor", missing="new")
    for here in type_.lineage():
        for declared in here.static_methods:
            if declared.name.lower() == lower:
                try:
                    return declared.call(None, *arguments)
                except ClrError as error:
                    raise wrapped(error, declared.name, len(arguments)) from error
    found = static_overloads(type_, lower)
    if not found:
        raise runtime_error(
            f"Method invocation failed because [{full_name(type_)}] does not contain a method "
            f"named '{name}'.",
            "MethodNotFound",
        )
    return invoke(type_, f"::{lower}", found, arguments, surroundings)


def static_definitions(type_: PSType, name: str) -> tuple[str, ...]:
    """Return the OverloadDefinitions of a static method, as `[math]::Round` shows them."""
    if name.lower() == "new":
        surface = surface_of(type_)
        return tuple(it.definition for it in surface.constructors) if surface else ()
    return tuple(it.definition for it in static_overloads(type_, name.lower()))


def _call(type_: PSType, surroundings: Surroundings | None) -> Call:
    return Call(
        surroundings=surroundings or StillSurroundings(), bindings=bindings_of(type_), type=type_
    )
