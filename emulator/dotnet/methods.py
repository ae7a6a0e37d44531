"""Calling a method on a value, and listing what methods a value has."""

from collections.abc import Iterator, Sequence

from emulator.dotnet.invocation import invoke, wrapped
from emulator.dotnet.signatures import Overload
from emulator.dotnet.surfaces import instance_overloads, surface_of
from emulator.dotnet.surroundings import Surroundings
from emulator.objects.basic_types import OBJECT, PS_CUSTOM_OBJECT
from emulator.objects.errors import ClrError
from emulator.objects.exceptions import runtime_error
from emulator.objects.object_view import BaseView
from emulator.objects.psobject import AUTOMATION_NULL, PSObject, ScriptMethod
from emulator.objects.type_values import full_name
from emulator.objects.types import Method, PSType
from emulator.objects.typing_of import type_of


def invoke_method(
    value: object,
    name: str,
    arguments: Sequence[object],
    surroundings: Surroundings | None = None,
) -> object:
    """Return value.name(arguments): methods added to the object, then those of its type."""
    lower = name.lower()
    if type(value) is PSObject:
        added = value.members.get(lower)
        if isinstance(added, ScriptMethod):
            return added.call(value, *arguments)
        if value.base is not None:
            return invoke_method(value.base, name, arguments, surroundings)
    if type(value) is BaseView:
        value = value.owner
    if value is None:
        raise on_null()
    type_ = type_of(value)
    declared = type_.method_named(lower)
    if declared is not None:
        return _call_declared(declared, value, arguments)
    found = instance_overloads(type_, lower)
    if not found:
        return _accessor(value, name, lower, arguments)
    return invoke(type_, f".{lower}", found, arguments, surroundings, owner=value)


def _call_declared(method: Method, value: object, arguments: Sequence[object]) -> object:
    try:
        made = method.call(value, *arguments)
    except ClrError as error:
        raise wrapped(error, method.name, len(arguments)) from error
    void = bool(method.definitions) and method.definitions[0].startswith("void ")
    return AUTOMATION_NULL if void else made


def _accessor(value: object, name: str, lower: str, arguments: Sequence[object]) -> object:
    """get_X() and set_X(value) reach properties."""
    from emulator.objects.members import set_property  # noqa: PLC0415 - rare

    if lower.startswith("get_") and not arguments:
        found = type_of(value).property_named(lower[4:])
        if found is not None and not isinstance(found, str):
            return found.get(value)
    if lower.startswith("set_") and len(arguments) == 1:
        set_property(value, name[4:], arguments[0])
        return None
    raise not_found(value, name)


def on_null() -> ClrError:
    """Return the error of a method call on $null."""
    return runtime_error(
        "You cannot call a method on a null-valued expression.", "InvokeMethodOnNull"
    )


def not_found(value: object, name: str) -> ClrError:
    """Return the error of a method that does not exist."""
    return runtime_error(
        f"Method invocation failed because [{full_name(type_of(value))}] "
        f"does not contain a method named '{name}'.",
        "MethodNotFound",
        target=name if isinstance(value, PSObject) else None,
    )


def has_method(value: object, name: str) -> bool:
    """Whether `value` has a method of that name."""
    if isinstance(value, PSObject):
        if isinstance(value.members.get(name.lower()), ScriptMethod):
            return True
        if value.base is not None:
            return has_method(value.base, name)
    if value is None:
        return False
    type_ = type_of(value)
    return bool(type_.method_named(name.lower()) or instance_overloads(type_, name.lower()))


def definitions(value: object, name: str) -> tuple[str, ...]:
    """Return the OverloadDefinitions of a method, as `'x'.Trim` shows them."""
    base = value.base if isinstance(value, PSObject) and value.base is not None else value
    type_ = type_of(base)
    declared = type_.method_named(name.lower())
    if declared is not None:
        return declared.definitions
    return tuple(it.definition for it in instance_overloads(type_, name.lower()))


def methods_of(type_: PSType) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield name and definitions of every method of a type, sorted by name (Get-Member)."""
    found: dict[str, tuple[str, tuple[str, ...]]] = {}
    for here in type_.lineage():
        for declared in here.methods:
            found.setdefault(declared.name.lower(), (declared.name, declared.definitions))
        surface = surface_of(here)
        if surface is not None and surface.methods:
            for key, overloads in surface.methods.items():
                found.setdefault(key, _described(overloads))
    if type_ is PS_CUSTOM_OBJECT:
        assert surface_of(OBJECT) is not None
    yield from (found[key] for key in sorted(found))


def _described(overloads: tuple[Overload, ...]) -> tuple[str, tuple[str, ...]]:
    return overloads[0].name, tuple(it.definition for it in overloads)
