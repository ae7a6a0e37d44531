"""Reading, writing and listing the properties of any value."""

from collections.abc import Callable, Iterator
from typing import Final

from emulator.objects.collections import Hashtable
from emulator.objects.errors import ClrError, ErrorCategory
from emulator.objects.exceptions import exception, runtime_error
from emulator.objects.psobject import (
    AliasProperty,
    ExtendedMember,
    NoteProperty,
    PSObject,
    ScriptMethod,
    ScriptProperty,
)
from emulator.objects.types import Property
from emulator.objects.typing_of import type_names, type_of


class Missing:
    """The answer of get_property where there is no such property."""

    __slots__ = ()

    def __repr__(self) -> str:
        """Return its name."""
        return "MISSING"

    def __bool__(self) -> bool:
        """Be false, so that `or` works."""
        return False


MISSING: Final = Missing()

_ALIAS_LIMIT: Final = 32  # a longer chain of alias properties is a cycle


def get_property(value: object, name: str) -> object:
    """Return the property `name` (any case) of `value`, or MISSING.

    A dictionary's keys win; then members added to the object, then those of its type. Members
    of the elements of a collection are the compiler's business.
    """
    lower = name.lower()
    if value is None:
        return MISSING
    if type(value) is PSObject:
        return _of_object(value, lower, 0)
    if isinstance(value, Hashtable):
        held = value.get(name, MISSING)
        if held is not MISSING:
            return held
    return _of_type(value, lower)


def _of_type(value: object, lower: str) -> object:
    found = type_of(value).property_named(lower)
    if found is None:
        return _intrinsic(value, lower)
    if isinstance(found, str):
        return get_property(value, found)
    return found.get(value)


def _of_object(value: PSObject, lower: str, depth: int) -> object:
    member = value.members.get(lower)
    if member is not None:
        return _read(value, member, depth)
    if value.base is None:
        return _intrinsic(value, lower)
    found = get_property(value.base, lower)
    return found if lower not in _INTRINSICS else _intrinsic(value, lower)


def _read(owner: PSObject, member: ExtendedMember, depth: int) -> object:
    match member:
        case NoteProperty():
            return member.value
        case AliasProperty():
            if depth > _ALIAS_LIMIT:
                return MISSING
            target = member.target.lower()
            if target in owner.members:
                return _read(owner, owner.members[target], depth + 1)
            return MISSING if owner.base is None else get_property(owner.base, target)
        case ScriptProperty():
            return member.getter(owner)
        case ScriptMethod():
            return MISSING


def _intrinsic(value: object, lower: str) -> object:
    make = _INTRINSICS.get(lower)
    return MISSING if make is None else make(value)


def _view(value: object) -> object:
    from emulator.objects.object_view import ObjectView  # noqa: PLC0415 - it lists members

    return ObjectView(value)


def _base(value: object) -> object:
    from emulator.objects.object_view import BaseView  # noqa: PLC0415 - it lists members

    inner = value.base if isinstance(value, PSObject) and value.base is not None else value
    return BaseView(inner)


def _own_type_names(value: object) -> object:
    if isinstance(value, PSObject) and value.type_names is None:
        value.type_names = type_names(value)
    from emulator.objects.object_view import NameCollection  # noqa: PLC0415 - it lists members

    return NameCollection(type_names(value))


_INTRINSICS: Final[dict[str, Callable[[object], object]]] = {
    "psobject": _view,
    "pstypenames": _own_type_names,
    "psbase": _base,
    "psadapted": _base,
    "psextended": _view,
}
"""The member sets that every object has."""


def set_property(value: object, name: str, new: object) -> None:
    """Set the property `name` of `value`; ClrError with PowerShell's words if it cannot be."""
    if value is None:
        raise not_found(name)
    if isinstance(value, Hashtable):
        value[name] = new
        return
    lower = name.lower()
    if type(value) is PSObject:
        if lower in value.members:
            _write(value, value.members[lower], new)
            return
        if value.base is None:
            raise _cannot_add(name)
        value = value.base
        if isinstance(value, Hashtable):
            value[name] = new
            return
    _set_declared(value, name, new)


def _set_declared(value: object, name: str, new: object) -> None:
    found = type_of(value).property_named(name.lower())
    if isinstance(found, str):
        set_property(value, found, new)
        return
    if found is None:
        raise not_found(name)
    if found.set is None:
        raise read_only(found.name)
    found.set(value, _converted(found, new))


def _converted(found: Property, new: object) -> object:
    from emulator.objects.conversion import convert  # noqa: PLC0415 - conversion sets properties
    from emulator.objects.conversion_targets import type_named  # noqa: PLC0415 - as above

    target = type_named(found.type_name)
    if target is None:
        return new
    try:
        return convert(new, target)
    except ClrError as error:
        raise setting_failed(found.name, error) from error


def _write(owner: PSObject, member: ExtendedMember, new: object) -> None:
    match member:
        case NoteProperty():
            member.value = new
        case AliasProperty():
            set_property(owner, member.target, new)
        case ScriptProperty():
            if member.setter is None:
                raise _no_setter(member.name)
            member.setter(owner, new)
        case ScriptMethod():
            raise read_only(member.name)


def not_found(name: str) -> ClrError:
    """Return the error of setting a property that does not exist."""
    return runtime_error(
        f"The property '{name}' cannot be found on this object. "
        "Verify that the property exists and can be set.",
        "PropertyNotFound",
    )


def read_only(name: str) -> ClrError:
    """Return the error of setting a property that cannot be set."""
    return runtime_error(f"'{name}' is a ReadOnly property.", "PropertyAssignmentException")


def setting_failed(name: str, error: ClrError) -> ClrError:
    """Return the error of a property whose value was refused."""
    return runtime_error(
        f'Exception setting "{name}": "{error.exception.message}"',
        "ExceptionWhenSetting",
        ErrorCategory.NotSpecified,
        inner=error.exception,
        type_name="System.Management.Automation.SetValueInvocationException",
    )


def _cannot_add(name: str) -> ClrError:
    return setting_failed(name, not_found(name))


def _no_setter(name: str) -> ClrError:
    return runtime_error(
        f'Set accessor for property "{name}" is unavailable.',
        "SetWithoutSetterFromScriptProperty",
        ErrorCategory.NotSpecified,
        inner=exception("System.InvalidOperationException", ""),
        type_name="System.Management.Automation.SetValueException",
    )


def properties(value: object) -> Iterator[tuple[str, object]]:
    """Yield name and value of every property as Select-Object * orders them, read one by one."""
    for name in property_names(value):
        held = get_property(value, name)
        yield name, None if held is MISSING else held


def property_names(value: object) -> list[str]:
    """Return the names of all properties: aliases of the type, its own, then added members.

    Source: conformance programs and types.json (alias properties come first).
    """
    if value is None:
        return []
    names: dict[str, str] = {}
    base = value
    if isinstance(value, PSObject):
        for member in value.members.values():
            if not isinstance(member, ScriptMethod):
                names[member.name.lower()] = member.name
        base = value.base
    if base is not None:
        _declared_names(base, names)
    return list(names.values())


def _declared_names(base: object, names: dict[str, str]) -> None:
    lineage = type_of(base).lineage()
    for here in lineage:
        for alias, _ in here.aliases:
            names.setdefault(alias.lower(), alias)
    for here in lineage:
        for declared in here.properties:
            names.setdefault(declared.name.lower(), declared.name)
