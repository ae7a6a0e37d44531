"""Methods of Hashtable, OrderedDictionary and the generic dictionaries."""

from typing import Final

from emulator.dotnet.dictionaries import (
    DICTIONARY,
    GENERIC_SORTED_LIST,
    SORTED_DICTIONARY,
    SORTED_LIST,
    TypedDictionary,
)
from emulator.dotnet.lists import same
from emulator.dotnet.overloads import Call
from emulator.dotnet.signatures import Row, Surface, overloads, table
from emulator.dotnet.surface.comparers import ignores_case
from emulator.objects.collections import (
    DICTIONARY_ENTRY,
    HASHTABLE,
    KEY_COLLECTION,
    ORDERED_DICTIONARY,
    ORDERED_KEYS,
    VALUE_COLLECTION,
    DictionaryEntry,
    Hashtable,
    OrderedDictionary,
    entries_of,
)
from emulator.objects.exceptions import fail, fail_argument
from emulator.objects.references import Reference


def _checked(key: object) -> object:
    if key is None:
        fail_argument("System.ArgumentNullException", "Key cannot be null.", "key")
    return key


def _add(it: Hashtable, key: object, value: object) -> None:
    it.add(_checked(key), value)


def _contains(it: Hashtable, key: object) -> bool:
    return _checked(key) in it


def _contains_value(it: Hashtable, value: object) -> bool:
    return any(same(own, value) for own in it.values())


def _remove(it: Hashtable, key: object) -> None:
    it.remove(_checked(key))


def _remove_telling(it: Hashtable, key: object) -> bool:
    there = _checked(key) in it
    it.remove(key)
    return there


def _get(it: Hashtable, key: object) -> object:
    return it.get(_checked(key))


def _get_strict(it: Hashtable, key: object) -> object:
    if key not in it:
        fail(
            "System.Collections.Generic.KeyNotFoundException",
            f"The given key '{key}' was not present in the dictionary.",
        )
    return it.get(key)


def _set(it: Hashtable, key: object, value: object) -> None:
    it[_checked(key)] = value


def _try_get(it: Hashtable, key: object, value: Reference) -> bool:
    if key not in it:
        return False
    value.value = it.get(key)
    return True


def _enumerator(it: Hashtable) -> list[object]:
    return list(entries_of(it))


_SHARED: Final[tuple[Row, ...]] = (
    ("void Add(System.Object key, System.Object value)", _add),
    ("void Clear()", Hashtable.clear),
    ("System.Collections.IDictionaryEnumerator GetEnumerator()", _enumerator),
    ("System.Object Item(System.Object key)", _get),
    ("System.Object get_Item(System.Object key)", _get),
    ("void set_Item(System.Object key, System.Object value)", _set),
    ("System.Collections.ICollection get_Keys()", lambda it: it.keys()),
    ("System.Collections.ICollection get_Values()", lambda it: it.values()),
    ("int get_Count()", len),
)


def _make(call: Call, first: object = None, _second: object = None) -> Hashtable:
    sensitive = not ignores_case(first) if first is not None else call.type is HASHTABLE
    items = first.items() if isinstance(first, Hashtable) else ()
    return Hashtable(items, case_sensitive=sensitive if not items else False)


def _make_ordered(first: object = None) -> OrderedDictionary:
    del first
    return OrderedDictionary(case_sensitive=True)


def _make_generic(call: Call, first: object = None, second: object = None) -> TypedDictionary:
    comparer = second if second is not None else first
    items = first.items() if isinstance(first, Hashtable) else ()
    return TypedDictionary(items, type_=call.type, case_sensitive=not ignores_case(comparer))


def _remove_at(it: OrderedDictionary, at: int) -> None:
    if not 0 <= at < len(it):
        fail_argument(
            "System.ArgumentOutOfRangeException",
            "Index was out of range. Must be non-negative and less than the size of the "
            "collection.",
            "index",
        )
    it.remove_at(at)


_GENERIC: Final[tuple[Row, ...]] = (
    ("void Add(TKey key, TValue value)", _add),
    ("void Clear()", Hashtable.clear),
    ("bool ContainsKey(TKey key)", _contains),
    ("bool ContainsValue(TValue value)", _contains_value),
    ("bool Remove(TKey key)", _remove_telling),
    ("bool TryGetValue(TKey key, [ref] TValue value)", _try_get),
    ("System.Collections.IEnumerator GetEnumerator()", _enumerator),
    ("TValue Item(TKey key)", _get_strict),
    ("TValue get_Item(TKey key)", _get_strict),
    ("void set_Item(TKey key, TValue value)", _set),
)
_MAKERS: Final = overloads(
    ("Dictionary[TKey,TValue] new()", _make_generic, True),
    ("Dictionary[TKey,TValue] new(System.Object source)", _make_generic, True),
    ("Dictionary[TKey,TValue] new(System.Object source, System.Object comparer)", _make_generic, True),
)  # fmt: skip


def _view_rows() -> tuple[Row, ...]:
    return (
        ("void CopyTo(array array, int index)", _copy_view),
        ("System.Collections.IEnumerator GetEnumerator()", list),
    )


def _copy_view(it: object, target: list[object], start: int) -> None:
    items = list(it)  # type: ignore[call-overload]
    target[start : start + len(items)] = items


SURFACES: Final = (
    Surface(
        type=HASHTABLE,
        methods=table(
            *_SHARED,
            ("System.Object Clone()", Hashtable.copy),
            ("bool Contains(System.Object key)", _contains),
            ("bool ContainsKey(System.Object key)", _contains),
            ("bool ContainsValue(System.Object value)", _contains_value),
            ("void Remove(System.Object key)", _remove),
        ),
        statics=table(
            ("static hashtable Synchronized(hashtable table)", lambda it: it),
        ),
        constructors=overloads(
            ("hashtable new()", _make, True),
            ("hashtable new(System.Object source)", _make, True),
            ("hashtable new(System.Object source, System.Object comparer)", _make, True),
        ),
    ),
    Surface(
        type=ORDERED_DICTIONARY,
        methods=table(
            *_SHARED,
            ("bool Contains(System.Object key)", _contains),
            ("void Insert(int index, System.Object key, System.Object value)", OrderedDictionary.insert),
            ("void Remove(System.Object key)", _remove),
            ("void RemoveAt(int index)", _remove_at),
        ),
        constructors=overloads(
            ("ordered new()", _make_ordered),
            ("ordered new(System.Object comparer)", _make_ordered),
        ),
    ),
    Surface(
        type=DICTIONARY_ENTRY,
        constructors=overloads(
            ("DictionaryEntry new()", lambda: DictionaryEntry(None, None)),
            ("DictionaryEntry new(System.Object key, System.Object value)", DictionaryEntry),
        ),
    ),
    *(
        Surface(type=type_, methods=table(*_GENERIC), constructors=_MAKERS)
        for type_ in (DICTIONARY, SORTED_DICTIONARY, GENERIC_SORTED_LIST)
    ),
    Surface(
        type=SORTED_LIST,
        methods=table(
            *_SHARED,
            ("bool Contains(System.Object key)", _contains),
            ("bool ContainsKey(System.Object key)", _contains),
            ("void Remove(System.Object key)", _remove),
            ("System.Object GetByIndex(int index)", lambda it, at: it.values()[at]),
            ("System.Object GetKey(int index)", lambda it, at: it.keys()[at]),
        ),
        constructors=overloads(("System.Collections.SortedList new()", _make_generic, True)),
    ),
    *(
        Surface(type=type_, methods=table(*_view_rows()))
        for type_ in (KEY_COLLECTION, VALUE_COLLECTION, ORDERED_KEYS)
    ),
)  # fmt: skip
