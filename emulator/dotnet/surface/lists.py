"""Methods of ArrayList, List[T], HashSet[T], Queue and Stack."""

from collections.abc import Callable, Iterable
from functools import cmp_to_key
from typing import Any, Final

from emulator.dotnet.lists import (
    ARRAY_LIST,
    COLLECTION,
    HASH_SET,
    LIST,
    OLD_QUEUE,
    OLD_STACK,
    QUEUE,
    READ_ONLY_COLLECTION,
    STACK,
    GrowingList,
    convert_to_set,
    position,
    same,
)
from emulator.dotnet.overloads import Call
from emulator.dotnet.signatures import Row, Surface, overloads, table
from emulator.objects.basic_types import OBJECT
from emulator.objects.collections import TypedArray
from emulator.objects.comparison import compare
from emulator.objects.conversion import convert
from emulator.objects.enumeration import as_list
from emulator.objects.exceptions import fail, fail_argument
from emulator.objects.truth import is_true

_RANGE: Final = "System.ArgumentOutOfRangeException"


def sorted_items(items: Iterable[object]) -> list[object]:
    """Return the elements in the order of Comparer.Default."""
    return sorted(items, key=cmp_to_key(lambda a, b: compare(a, b, case_sensitive=True)))


def _add(it: GrowingList, value: object) -> None:
    it.items.append(value)
    it.changed()


def _add_counting(it: GrowingList, value: object) -> int:
    _add(it, value)
    return len(it.items) - 1


def _add_range(it: GrowingList, values: object) -> None:
    it.items.extend(it.fitting(value) for value in as_list(values))
    it.changed()


def _insert(it: GrowingList, at: int, value: object) -> None:
    if not 0 <= at <= len(it.items):
        fail_argument(_RANGE, "Index must be within the bounds of the List.", "index")
    it.items.insert(at, value)
    it.changed()


def _insert_range(it: GrowingList, at: int, values: object) -> None:
    it.items[at:at] = [it.fitting(value) for value in as_list(values)]
    it.changed()


def _remove(it: GrowingList, value: object) -> bool:
    at = position(it.items, value)
    if at >= 0:
        del it.items[at]
        it.changed()
    return at >= 0


def _remove_quietly(it: GrowingList, value: object) -> None:
    _remove(it, value)


def _remove_at(it: GrowingList, at: int) -> None:
    if not 0 <= at < len(it.items):
        fail_argument(
            _RANGE,
            "Index was out of range. Must be non-negative and less than the size of the "
            "collection.",
            "index",
        )
    del it.items[at]
    it.changed()


def _check_part(it: GrowingList, start: int, count: int) -> None:
    if start < 0 or count < 0 or start + count > len(it.items):
        fail(
            "System.ArgumentException",
            "Offset and length were out of bounds for the array or count is greater than the "
            "number of elements from index to the end of the source collection.",
        )


def _remove_range(it: GrowingList, start: int, count: int) -> None:
    _check_part(it, start, count)
    del it.items[start : start + count]
    it.changed()


def _get_range(it: GrowingList, start: int, count: int) -> GrowingList:
    _check_part(it, start, count)
    return GrowingList(it.ps_type, it.items[start : start + count])


def _clear(it: GrowingList) -> None:
    it.items.clear()
    it.changed()


def _sort(it: GrowingList) -> None:
    it.items = sorted_items(it.items)
    it.changed()


def _sort_by(it: GrowingList, comparison: Callable[..., Any]) -> None:
    it.items.sort(key=cmp_to_key(lambda a, b: int(comparison(a, b))))
    it.changed()


def _reverse(it: GrowingList) -> None:
    it.items.reverse()
    it.changed()


def _to_array(it: GrowingList) -> object:
    return list(it.items) if it.element is OBJECT else TypedArray(it.element, it.items)


def _remove_all(it: GrowingList, test: Callable[..., object]) -> int:
    before = len(it.items)
    it.items = [item for item in it.items if not is_true(test(item))]
    it.changed()
    return before - len(it.items)


def _find(it: GrowingList, test: Callable[..., object]) -> object:
    for item in it.items:
        if is_true(test(item)):
            return item
    return None


def _find_all(it: GrowingList, test: Callable[..., object]) -> GrowingList:
    return GrowingList(it.ps_type, [item for item in it.items if is_true(test(item))])


def _find_index(it: GrowingList, test: Callable[..., object]) -> int:
    for at, item in enumerate(it.items):
        if is_true(test(item)):
            return at
    return -1


def _for_each(it: GrowingList, action: Callable[..., object]) -> None:
    for item in list(it.items):
        action(item)


def _copy_to(it: GrowingList, target: list[object], start: int = 0) -> None:
    target[start : start + len(it.items)] = it.items


def _shared(element: str) -> tuple[Row, ...]:
    """Rows that ArrayList and List[T] share; `element` is how a signature writes an element."""
    return (
        (f"bool Contains({element} item)", lambda it, value: position(it.items, value) >= 0),
        (f"void Insert(int index, {element} item)", _insert),
        (f"int IndexOf({element} item)", lambda it, value: position(it.items, value)),
        (
            f"int LastIndexOf({element} item)",
            lambda it, value: max((at for at, own in enumerate(it.items) if same(own, value)), default=-1),
        ),
        ("void RemoveAt(int index)", _remove_at),
        ("void RemoveRange(int index, int count)", _remove_range),
        ("void Clear()", _clear),
        ("void Sort()", _sort),
        ("void Reverse()", _reverse),
        ("void CopyTo(array array)", _copy_to),
        ("void CopyTo(array array, int index)", _copy_to),
        ("System.Object Clone()", lambda it: GrowingList(it.ps_type, it.items)),
        ("System.Collections.IEnumerator GetEnumerator()", lambda it: it),
        (f"{element} Item(int index)", lambda it, at: it.ps_index(at)),
        (f"{element} get_Item(int index)", lambda it, at: it.ps_index(at)),
        (f"void set_Item(int index, {element} value)", lambda it, at, value: it.ps_set_index(at, value)),
    )  # fmt: skip


def _make(call: Call) -> GrowingList:
    return GrowingList(call.type)


def _make_sized(call: Call, size: int) -> GrowingList:
    if size < 0:
        fail_argument(_RANGE, "Non-negative number required.", "capacity")
    return GrowingList(call.type)


def _make_from(call: Call, values: object) -> GrowingList:
    made = GrowingList(call.type)
    made.items = [made.fitting(value) for value in as_list(values)]
    return made


ARRAY_LIST_SURFACE: Final = Surface(
    type=ARRAY_LIST,
    methods=table(
        ("int Add(System.Object value)", _add_counting),
        ("void AddRange(System.Collections.ICollection c)", _add_range),
        ("void InsertRange(int index, System.Collections.ICollection c)", _insert_range),
        ("void Remove(System.Object obj)", _remove_quietly),
        ("System.Object[] ToArray()", _to_array),
        ("array ToArray(type type)", lambda it, kind: TypedArray(kind, [convert(one, kind) for one in it.items])),
        ("void TrimToSize()", lambda _: None),
        ("System.Collections.ArrayList GetRange(int index, int count)", _get_range),
        *_shared("System.Object"),
    ),
    constructors=overloads(
        ("System.Collections.ArrayList new()", _make, True),
        ("System.Collections.ArrayList new(System.Collections.ICollection c)", _make_from, True),
        ("System.Collections.ArrayList new(int capacity)", _make_sized, True),
    ),
)  # fmt: skip

_LIST_ROWS: Final = (
    ("void Add(T item)", _add),
    ("void AddRange(System.Collections.Generic.IEnumerable[T] collection)", _add_range),
    ("void InsertRange(int index, System.Collections.Generic.IEnumerable[T] collection)", _insert_range),
    ("bool Remove(T item)", _remove),
    ("int RemoveAll(System.Predicate[T] match)", _remove_all),
    ("bool Exists(System.Predicate[T] match)", lambda it, test: _find_index(it, test) >= 0),
    ("T Find(System.Predicate[T] match)", _find),
    ("System.Collections.Generic.List[T] FindAll(System.Predicate[T] match)", _find_all),
    ("int FindIndex(System.Predicate[T] match)", _find_index),
    ("bool TrueForAll(System.Predicate[T] match)", lambda it, test: all(is_true(test(one)) for one in it.items)),
    ("void ForEach(System.Action[T] action)", _for_each),
    ("void Sort(System.Comparison[T] comparison)", _sort_by),
    ("T[] ToArray()", _to_array),
    ("void TrimExcess()", lambda _: None),
    ("System.Collections.Generic.List[T] GetRange(int index, int count)", _get_range),
    *_shared("T"),
)  # fmt: skip


def _constructors(name: str) -> tuple[Any, ...]:
    return overloads(
        (f"{name} new()", _make, True),
        (f"{name} new(int capacity)", _make_sized, True),
        (f"{name} new(System.Collections.Generic.IEnumerable[T] collection)", _make_from, True),
    )


def _add_new(it: GrowingList, value: object) -> bool:
    if position(it.items, value) >= 0:
        return False
    _add(it, value)
    return True


def _union(it: GrowingList, other: object) -> None:
    for value in as_list(other):
        _add_new(it, it.fitting(value))


def _keep(it: GrowingList, other: object, *, inside: bool) -> None:
    values = as_list(other)
    it.items = [one for one in it.items if (position(values, one) >= 0) == inside]
    it.changed()


def _subset(one: list[object], two: list[object]) -> bool:
    return all(position(two, item) >= 0 for item in one)


def _take(it: GrowingList, at: int, empty: str, *, keep: bool = False) -> object:
    if not it.items:
        fail("System.InvalidOperationException", empty)
    if keep:
        return it.items[at]
    it.changed()
    return it.items.pop(at)


def _make_set(call: Call, values: object = (), _comparer: object = None) -> GrowingList:
    return convert_to_set(list(as_list(values)) if values != () else [], call.type)


_SET_ROWS: Final = (
    ("bool Add(T item)", _add_new),
    ("bool Remove(T item)", _remove),
    ("bool Contains(T item)", lambda it, value: position(it.items, value) >= 0),
    ("void Clear()", _clear),
    ("void UnionWith(System.Collections.Generic.IEnumerable[T] other)", _union),
    ("void IntersectWith(System.Collections.Generic.IEnumerable[T] other)", lambda it, other: _keep(it, other, inside=True)),
    ("void ExceptWith(System.Collections.Generic.IEnumerable[T] other)", lambda it, other: _keep(it, other, inside=False)),
    ("bool IsSubsetOf(System.Collections.Generic.IEnumerable[T] other)", lambda it, other: _subset(it.items, as_list(other))),
    ("bool IsSupersetOf(System.Collections.Generic.IEnumerable[T] other)", lambda it, other: _subset(as_list(other), it.items)),
    ("bool SetEquals(System.Collections.Generic.IEnumerable[T] other)", lambda it, other: _subset(it.items, as_list(other)) and _subset(as_list(other), it.items)),
    ("bool Overlaps(System.Collections.Generic.IEnumerable[T] other)", lambda it, other: any(position(it.items, one) >= 0 for one in as_list(other))),
    ("int RemoveWhere(System.Predicate[T] match)", _remove_all),
    ("void CopyTo(T[] array)", _copy_to),
)  # fmt: skip


def _queue_rows(element: str) -> tuple[Row, ...]:
    empty = "Queue empty."
    return (
        (f"void Enqueue({element} item)", _add),
        (f"{element} Dequeue()", lambda it: _take(it, 0, empty)),
        (f"{element} Peek()", lambda it: _take(it, 0, empty, keep=True)),
        (f"{element}[] ToArray()", _to_array),
        (f"bool Contains({element} item)", lambda it, value: position(it.items, value) >= 0),
        ("void Clear()", _clear),
    )


def _stack_rows(element: str) -> tuple[Row, ...]:
    empty = "Stack empty."
    return (
        (f"void Push({element} item)", _push),
        (f"{element} Pop()", lambda it: _take(it, 0, empty)),
        (f"{element} Peek()", lambda it: _take(it, 0, empty, keep=True)),
        (f"{element}[] ToArray()", _to_array),
        (f"bool Contains({element} item)", lambda it, value: position(it.items, value) >= 0),
        ("void Clear()", _clear),
    )


def _push(it: GrowingList, value: object) -> None:
    it.items.insert(0, value)
    it.changed()


SURFACES: Final = (
    ARRAY_LIST_SURFACE,
    Surface(type=LIST, methods=table(*_LIST_ROWS), constructors=_constructors("List[T]")),
    Surface(type=COLLECTION, methods=table(*_LIST_ROWS), constructors=_constructors("Collection[T]")),
    Surface(type=READ_ONLY_COLLECTION, methods=table(*_shared("T"))),
    Surface(
        type=HASH_SET,
        methods=table(*_SET_ROWS),
        constructors=overloads(
            ("HashSet[T] new()", _make_set, True),
            ("HashSet[T] new(System.Collections.Generic.IEnumerable[T] collection)", _make_set, True),
        ),
    ),
    Surface(type=QUEUE, methods=table(*_queue_rows("T")), constructors=_constructors("Queue[T]")),
    Surface(type=STACK, methods=table(*_stack_rows("T")), constructors=_constructors("Stack[T]")),
    Surface(type=OLD_QUEUE, methods=table(*_queue_rows("System.Object")), constructors=_constructors("System.Collections.Queue")),
    Surface(type=OLD_STACK, methods=table(*_stack_rows("System.Object")), constructors=_constructors("System.Collections.Stack")),
)  # fmt: skip
