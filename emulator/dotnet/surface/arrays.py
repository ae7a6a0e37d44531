"""System.Array: methods of every array and the statics of [array]."""

from collections.abc import Callable
from typing import Final

from emulator.dotnet.lists import position
from emulator.dotnet.signatures import Surface, table
from emulator.dotnet.surface.lists import sorted_items
from emulator.objects.basic_types import ARRAY, NUMBERS, OBJECT
from emulator.objects.collections import TypedArray
from emulator.objects.conversion import convert
from emulator.objects.exceptions import fail
from emulator.objects.numbers import Int64
from emulator.objects.references import Reference
from emulator.objects.truth import is_true
from emulator.objects.types import PSType

_LENGTH_LIMIT: Final = 50_000_000  # elements; .NET would ask the machine for gigabytes


def _fixed(*_: object) -> None:
    fail("System.NotSupportedException", "Collection was of a fixed size.")


def default_of(type_: PSType) -> object:
    """Return what an element that nobody set holds: zero of a value type, else $null."""
    if type_ in NUMBERS or type_.is_enum or (type_.value_type and type_.python is not None):
        return default_value(type_)
    return None


def default_value(type_: PSType) -> object:
    """Return default(T) of a value type."""
    from emulator.dotnet.defaults import zero_of  # noqa: PLC0415 - enums and moments, one use

    return zero_of(type_)


def new_array(element: PSType, count: int) -> list[object]:
    """Return an array of `count` default elements."""
    if count < 0:
        fail("System.OverflowException", "Arithmetic operation resulted in an overflow.")
    if count > _LENGTH_LIMIT:
        fail("System.OutOfMemoryException", "Array dimensions exceeded supported range.")
    items = [default_of(element)] * count
    return items if element is OBJECT else TypedArray(element, items)


def element_of(items: list[object]) -> PSType:
    """Return the element type of an array."""
    return items.element if isinstance(items, TypedArray) else OBJECT


def like(items: list[object], new: list[object]) -> list[object]:
    """Return `new` as an array of the type of `items`."""
    element = element_of(items)
    return new if element is OBJECT else TypedArray(element, new)


def _clear(items: list[object], start: int = 0, count: int | None = None) -> None:
    end = len(items) if count is None else start + count
    if start < 0 or end > len(items):
        fail("System.IndexOutOfRangeException", "Index was outside the bounds of the array.")
    items[start:end] = [default_of(element_of(items))] * (end - start)


def _copy(source: list[object], target: list[object], count: int) -> None:
    _copy_part(source, 0, target, 0, count)


def _copy_part(
    source: list[object] | None, start: int, target: list[object] | None, at: int, count: int
) -> None:
    if source is None or target is None:
        name = "sourceArray" if source is None else "destinationArray"
        fail("System.ArgumentNullException", f"Value cannot be null. (Parameter '{name}')")
    if start + count > len(source):
        fail(
            "System.ArgumentException",
            "Source array was not long enough. Check the source index, length, and the array's "
            "lower bounds. (Parameter 'sourceArray')",
        )
    if at + count > len(target):
        fail(
            "System.ArgumentException",
            "Destination array was not long enough. Check the destination index, length, and the "
            "array's lower bounds. (Parameter 'destinationArray')",
        )
    element = element_of(target)
    target[at : at + count] = [convert(it, element) for it in source[start : start + count]]


def _resize(array: Reference, size: int) -> None:
    items = array.value
    assert isinstance(items, list)
    grown = new_array(element_of(items), size)
    kept = min(size, len(items))
    grown[:kept] = items[:kept]
    array.value = grown


def _sort(items: list[object]) -> None:
    items[:] = sorted_items(items)


def _bound(items: list[object], dimension: int) -> int:
    if dimension != 0:
        fail("System.IndexOutOfRangeException", "Array does not have that many dimensions.")
    return len(items) - 1


def _get(items: list[object], at: int) -> object:
    if not 0 <= at < len(items):
        fail("System.IndexOutOfRangeException", "Index was outside the bounds of the array.")
    return items[at]


def _set_value(items: list[object], value: object, at: int) -> None:
    _get(items, at)
    items[at] = convert(value, element_of(items))


def _found(items: list[object], test: Callable[..., object]) -> list[object]:
    return [it for it in items if is_true(test(it))]


def _search(items: list[object], value: object) -> int:
    at = position(items, value)
    return at if at >= 0 else -len(items) - 1


def _last_position(items: list[object], value: object) -> int:
    at = position(items[::-1], value)
    return -1 if at < 0 else len(items) - 1 - at


def _convert_all(items: list[object], convert_one: Callable[..., object]) -> list[object]:
    return [convert_one(it) for it in items]


ARRAY_SURFACE: Final = Surface(
    type=ARRAY,
    methods=table(
        ("int Add(System.Object value)", _fixed),
        ("void Clear()", _clear),
        ("System.Object Clone()", lambda it: like(it, list(it))),
        ("bool Contains(System.Object value)", lambda it, value: position(it, value) >= 0),
        ("void CopyTo(array array, int index)", lambda it, target, at: _copy_part(it, 0, target, at, len(it))),
        ("System.Object Get(int index)", _get),
        ("System.Collections.IEnumerator GetEnumerator()", lambda it: it),
        ("int GetLength(int dimension)", lambda it, dimension: _bound(it, dimension) + 1),
        ("long GetLongLength(int dimension)", lambda it, dimension: Int64(_bound(it, dimension) + 1)),
        ("int GetLowerBound(int dimension)", lambda _it, _dimension: 0),
        ("int GetUpperBound(int dimension)", _bound),
        ("System.Object GetValue(int index)", _get),
        ("int IndexOf(System.Object value)", position),
        ("void Initialize()", lambda _: None),
        ("void Insert(int index, System.Object value)", _fixed),
        ("void Remove(System.Object value)", _fixed),
        ("void RemoveAt(int index)", _fixed),
        ("void Set(int index, System.Object value)", lambda it, at, value: _set_value(it, value, at)),
        ("void SetValue(System.Object value, int index)", _set_value),
        ("System.Object Item(int index)", _get),
        ("System.Object get_Item(int index)", _get),
    ),
    statics=table(
        ("static int BinarySearch(array array, System.Object value)", _search),
        ("static void Clear(array array)", _clear),
        ("static void Clear(array array, int index, int length)", _clear),
        ("static T[] ConvertAll(System.Object[] array, System.Converter[T,T] converter)", _convert_all),
        ("static void Copy(array sourceArray, array destinationArray, int length)", _copy),
        ("static void Copy(array sourceArray, int sourceIndex, array destinationArray, int destinationIndex, int length)", _copy_part),
        ("static array CreateInstance(type elementType, int length)", new_array),
        ("static bool Exists(array array, System.Predicate[T] match)", lambda it, test: bool(_found(it, test))),
        ("static T Find(array array, System.Predicate[T] match)", lambda it, test: next(iter(_found(it, test)), None)),
        ("static T[] FindAll(array array, System.Predicate[T] match)", lambda it, test: like(it, _found(it, test))),
        ("static int IndexOf(array array, System.Object value)", position),
        ("static int LastIndexOf(array array, System.Object value)", _last_position),
        ("static void Resize([ref] T[] array, int newSize)", _resize),
        ("static void Reverse(array array)", list.reverse),
        ("static void Sort(array array)", _sort),
        ("static T[] Empty()", list),
    ),
)  # fmt: skip

SURFACES: Final = (ARRAY_SURFACE,)
