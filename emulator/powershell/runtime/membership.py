"""Members of values as a script reaches them: null rules, enumeration, Count of a scalar."""

from typing import TYPE_CHECKING, Final

from emulator.dotnet import invocation, methods, statics
from emulator.objects import members
from emulator.objects.collections import Hashtable
from emulator.objects.enumeration import enumerate_value
from emulator.objects.errors import ClrError, ErrorCategory, PowerShellError
from emulator.objects.exceptions import runtime_error
from emulator.objects.psobject import AUTOMATION_NULL, PSObject
from emulator.objects.text import to_string
from emulator.objects.types import PSType
from emulator.powershell.runtime.magic import MAGIC
from emulator.powershell.runtime.method_groups import MethodGroup
from emulator.powershell.runtime.scriptblock import SCRIPT_BLOCK

if TYPE_CHECKING:
    from emulator.powershell.runtime.scope import Scope

SMA: Final = "System.Management.Automation."
COUNTS: Final = frozenset({"count", "length"})


def get_member(scope: "Scope", value: object, name: str) -> object:
    """Return `value.name`: the property, the properties of the elements, or $null."""
    if value is None or value is AUTOMATION_NULL:
        return _of_null(scope, name)
    found = members.get_property(value, name)
    if found is not members.MISSING:
        return found
    lower = name.lower()
    items = enumerate_value(value)
    if items is not None:
        found = _of_elements(scope, list(items), name)
        if found is not members.MISSING:
            return found
    elif lower in COUNTS and scope.strict < 2 and not isinstance(value, Hashtable):
        return 1
    if methods.has_method(value, name):
        return MethodGroup(value, name)
    if scope.strict >= 2:
        raise not_found(name)
    return None if items is None else AUTOMATION_NULL


def _of_null(scope: "Scope", name: str) -> object:
    if name.lower() in COUNTS and scope.strict < 2:
        return 0
    if scope.strict >= 2:
        raise not_found(name)
    return None


def _of_elements(scope: "Scope", items: list[object], name: str) -> object:
    """Return the property of every element that has it, one level unrolled; MISSING if none."""
    found: list[object] = []
    had = False
    for item in items:
        if item is None:
            continue
        value = members.get_property(item, name)
        if value is members.MISSING:
            if scope.strict >= 2:
                return value
            continue
        had = True
        inner = enumerate_value(value)
        if inner is None:
            if value is not AUTOMATION_NULL:
                found.append(value)
        else:
            found.extend(inner)
    if not had:
        return members.MISSING if not items else AUTOMATION_NULL
    return found[0] if len(found) == 1 else found


def not_found(name: str) -> Exception:
    """Return the error of strict mode for a property that is not there."""
    return runtime_error(
        f"The property '{name}' cannot be found on this object. Verify that the property exists.",
        "PropertyNotFoundStrict",
        ErrorCategory.NotSpecified,
        type_name=SMA + "PropertyNotFoundException",
    )


def set_member(scope: "Scope", value: object, name: str, new: object) -> None:
    """Put `new` into `value.name`."""
    del scope
    if value is None or value is AUTOMATION_NULL:
        raise runtime_error(
            f"The property '{name}' cannot be found on this object. "
            "Verify that the property exists and can be set.",
            "PropertyNotFound",
            ErrorCategory.InvalidOperation,
        )
    stored = None if new is AUTOMATION_NULL else new
    members.set_property(value, name, stored)


def get_static(scope: "Scope", owner: object, name: str) -> object:
    """Return `[type]::name`."""
    type_ = _type_of_static(scope, owner)
    if type_ is None:
        return None
    found = statics.get_static(type_, name, scope.session.surroundings)
    if found is not members.MISSING:
        return found
    if statics.static_definitions(type_, name):
        return MethodGroup(type_, name, static=True)
    if scope.strict >= 2:
        raise not_found(name)
    return None


def set_static(scope: "Scope", owner: object, name: str, new: object) -> None:
    """Put `new` into `[type]::name`."""
    type_ = _type_of_static(scope, owner)
    if type_ is not None:
        statics.set_static(type_, name, new)


def _type_of_static(scope: "Scope", owner: object) -> PSType | None:
    if isinstance(owner, PSObject) and owner.base is not None:
        owner = owner.base
    if isinstance(owner, PSType):
        return owner
    if owner is None:
        return None
    found = scope.session.resolve_type(to_string(owner)) if isinstance(owner, str) else None
    return found or scope.session.type_of(owner)


def call_method(scope: "Scope", value: object, name: str, arguments: list[object]) -> object:
    """Return `value.name(arguments)`; a collection passes the call on to its elements."""
    if value is None or value is AUTOMATION_NULL:
        raise methods.on_null()
    surroundings = scope.session.surroundings
    magic = MAGIC.get(name.lower())
    if magic is not None and not methods.has_method(value, name):
        return magic(scope, value, arguments)
    items = enumerate_value(value)
    if items is None or methods.has_method(value, name):
        return methods.invoke_method(value, name, arguments, surroundings)
    return _on_elements(scope, list(items), value, name, arguments)


def _on_elements(
    scope: "Scope", items: list[object], value: object, name: str, arguments: list[object]
) -> object:
    """Call the method of every element; what they give comes as one collection."""
    if not items or not all(item is not None and methods.has_method(item, name) for item in items):
        missing = next(
            (one for one in items if one is None or not methods.has_method(one, name)), value
        )
        raise methods.not_found(missing if missing is not None else value, name)
    found: list[object] = []
    for item in items:
        answer = methods.invoke_method(item, name, arguments, scope.session.surroundings)
        if answer is AUTOMATION_NULL:
            continue
        inner = enumerate_value(answer)
        if inner is None:
            found.append(answer)
        else:
            found.extend(inner)
    if not found:
        return AUTOMATION_NULL
    return found[0] if len(found) == 1 else found


def call_static(scope: "Scope", owner: object, name: str, arguments: list[object]) -> object:
    """Return `[type]::name(arguments)`."""
    type_ = _type_of_static(scope, owner)
    if type_ is None:
        raise methods.on_null()
    if type_ is SCRIPT_BLOCK and name.lower() == "create":
        return _create_block(scope, arguments)
    return statics.invoke_static(type_, name, arguments, scope.session.surroundings)


def _create_block(scope: "Scope", arguments: list[object]) -> object:
    """[scriptblock]::Create(text); a bad text is the ParseException, wrapped as all are."""
    text = to_string(arguments[0]) if arguments else ""
    try:
        return scope.session.create_block(text)
    except PowerShellError as error:
        raise invocation.wrapped(ClrError(error.record.exception), "Create", 1) from error
