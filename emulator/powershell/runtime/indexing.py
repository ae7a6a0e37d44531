"""`value[index]`: elements, slices, keys, and what is out of range."""

from typing import TYPE_CHECKING, Final

from emulator.dotnet import methods
from emulator.objects.basic_types import INT32
from emulator.objects.collections import Hashtable, OrderedDictionary, TypedArray
from emulator.objects.conversion import convert
from emulator.objects.enumeration import enumerate_value
from emulator.objects.errors import ClrError, ErrorCategory
from emulator.objects.exceptions import fail, runtime_error
from emulator.objects.numbers import Char
from emulator.objects.psobject import AUTOMATION_NULL, PSObject

if TYPE_CHECKING:
    from emulator.powershell.runtime.scope import Scope

OUT_OF_RANGE: Final = "Index was outside the bounds of the array."


def _bare(value: object) -> object:
    return value.base if isinstance(value, PSObject) and value.base is not None else value


def get_index(scope: "Scope", value: object, index: object) -> object:
    """Return `value[index]`; several indices give an array, out of range gives $null."""
    if type(value) is list and type(index) is int:
        try:
            return value[index]
        except IndexError:
            return _beyond(scope, index)
    value = _bare(value)
    index = _bare(index)
    if value is None or value is AUTOMATION_NULL:
        raise runtime_error(
            "Cannot index into a null array.", "NullArray", ErrorCategory.InvalidOperation
        )
    if isinstance(value, Hashtable):
        return _of_table(value, index)
    if isinstance(value, list | str):
        return _of_sequence(scope, value, index)
    return _of_object(scope, value, index)


def _of_table(table: Hashtable, index: object) -> object:
    if isinstance(index, list):
        return [table.get(one) for one in index]
    if index is None:
        raise null_index()
    if isinstance(table, OrderedDictionary) and isinstance(index, int) and index not in table:
        return table.at(index) if -len(table) <= index < len(table) else None
    return table.get(index)


def _of_sequence(scope: "Scope", value: "list[object] | str", index: object) -> object:
    if isinstance(index, list):
        found: list[object] = []
        for one in index:
            if isinstance(one, list):
                found.extend(get_index(scope, value, inner) for inner in one)
            else:
                at = _whole(one)
                if -len(value) <= at < len(value):
                    found.append(_element(value, at))
                else:
                    _beyond(scope, one)
        return found
    items = None if isinstance(index, str) else enumerate_value(index)
    if items is not None:
        return _of_sequence(scope, value, list(items))
    if index is None:
        raise null_index()
    try:
        at = _whole(index)
    except ClrError:
        return _beyond(scope, index)
    if -len(value) <= at < len(value):
        return _element(value, at)
    return _beyond(scope, index)


def _element(value: "list[object] | str", at: int) -> object:
    return Char(value[at]) if isinstance(value, str) else value[at]


def _whole(index: object) -> int:
    if type(index) is int:
        return index
    number = convert(index, INT32)
    assert isinstance(number, int), "a conversion to Int32 gives an int"
    return number


def _beyond(scope: "Scope", _index: object) -> object:
    """Return what an index out of range gives: $null, an error under strict mode 3."""
    if scope.strict >= 3:
        fail("System.IndexOutOfRangeException", OUT_OF_RANGE)
    return None


def _of_object(scope: "Scope", value: object, index: object) -> object:
    getter = getattr(value, "ps_index", None)
    if getter is not None:
        return _by_own_index(scope, value, index)
    arguments = index if isinstance(index, list) else [index]
    for name in ("get_Item", "Item"):
        if methods.has_method(value, name):
            return methods.invoke_method(value, name, arguments, scope.session.surroundings)
    if scope.session.core and index in (0, -1) and type(index) is int:
        return value
    raise cannot_index(scope, value)


def null_index() -> ClrError:
    """Return the error of $null as an index."""
    return runtime_error(
        "Index operation failed; the array index evaluated to null.",
        "NullArrayIndex",
        ErrorCategory.InvalidOperation,
    )


def _by_own_index(scope: "Scope", value: object, index: object) -> object:
    getter = getattr(value, "ps_index")  # noqa: B009 - the protocol is by name
    if isinstance(index, list):
        return [_by_own_index(scope, value, one) for one in index]
    try:
        return getter(index)
    except ClrError as error:
        if scope.strict >= 3:
            raise
        if error.exception.type_name == "System.ArgumentOutOfRangeException":
            return None
        raise


def cannot_index(scope: "Scope", value: object) -> ClrError:
    """Return the error of a value that has no index."""
    return runtime_error(
        f'Unable to index into an object of type "{scope.session.type_name(value)}".',
        "CannotIndex",
        ErrorCategory.InvalidOperation,
    )


def set_index(scope: "Scope", value: object, index: object, new: object) -> None:
    """Put `new` at `value[index]`."""
    value = _bare(value)
    index = _bare(index)
    new = None if new is AUTOMATION_NULL else new
    if value is None or value is AUTOMATION_NULL:
        raise runtime_error(
            "Cannot index into a null array.", "NullArray", ErrorCategory.InvalidOperation
        )
    if isinstance(value, OrderedDictionary) and isinstance(index, int) and index not in value:
        value.set_at(index, new)
    elif isinstance(value, Hashtable):
        if index is None:
            raise null_index()
        value[index] = new
    elif isinstance(value, list):
        _set_element(value, index, new)
    elif getattr(value, "ps_set_index", None) is not None:
        value.ps_set_index(index, new)  # type: ignore[attr-defined]
    elif methods.has_method(value, "set_Item"):
        methods.invoke_method(value, "set_Item", [index, new], scope.session.surroundings)
    else:
        raise cannot_index(scope, value)


def _set_element(items: list[object], index: object, new: object) -> None:
    if isinstance(index, list):
        raise runtime_error(
            "Array assignment to [" + ",".join(str(one) for one in index) + "] failed: "
            "Cannot convert the index.",
            "ArraySliceAssignmentFailed",
            ErrorCategory.InvalidOperation,
        )
    at = _whole(index)
    if not -len(items) <= at < len(items):
        fail("System.IndexOutOfRangeException", OUT_OF_RANGE)
    items[at] = convert(new, items.element) if isinstance(items, TypedArray) else new
