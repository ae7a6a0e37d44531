"""Arrays with an element type, and the two dictionaries of the language."""

from collections.abc import Iterable, Iterator
from typing import Final

from emulator.objects.basic_types import OBJECT, array_of
from emulator.objects.exceptions import fail
from emulator.objects.numbers import Char
from emulator.objects.psobject import PSObject
from emulator.objects.types import ClrObject, Property, PSType

_DICTIONARY: Final = (
    "System.Collections.IDictionary",
    "System.Collections.ICollection",
    "System.Collections.IEnumerable",
)
MODIFIED: Final = "Collection was modified; enumeration operation may not execute."


class TypedArray(list[object]):
    """An array whose elements are all of one type, such as string[]; a plain list is object[]."""

    __slots__ = ("element",)

    def __init__(self, element: PSType, items: Iterable[object] = ()) -> None:
        """Hold `items`, which are already of the type `element`."""
        super().__init__(items)
        self.element = element

    @property
    def ps_type(self) -> PSType:
        """The array type."""
        return array_of(self.element)


def key_of(key: object, *, case_sensitive: bool = False) -> object:
    """Return what stands for `key` in a Python dict: .NET's idea of equal keys."""
    if type(key) is str:
        return key if case_sensitive else key.lower()
    if type(key) is int:
        return key
    if isinstance(key, PSObject) and key.base is not None:
        return key_of(key.base, case_sensitive=case_sensitive)
    if isinstance(key, int | float | Char):
        return (type(key), key)
    try:
        hash(key)
    except TypeError:
        return id(key)
    return key


class DictionaryEntry(ClrObject):
    """System.Collections.DictionaryEntry: what enumerating a dictionary gives."""

    __slots__ = ("key", "value")

    def __init__(self, key: object, value: object) -> None:
        """Pair `key` with `value`."""
        self.key = key
        self.value = value


class Hashtable(ClrObject):
    """System.Collections.Hashtable as @{} makes it: string keys in any case mean the same.

    Insertion order is kept inside (.NET's own order depends on hash codes). `version` counts
    changes, so that an enumeration notices one.
    """

    __slots__ = ("case_sensitive", "entries", "version")

    def __init__(
        self,
        items: Iterable[tuple[object, object]] = (),
        *,
        case_sensitive: bool = False,
    ) -> None:
        """Hold `items`; a later one replaces an earlier one with an equal key."""
        self.case_sensitive = case_sensitive
        self.version = 0
        self.entries: dict[object, tuple[object, object]] = {}
        for key, value in items:
            self.entries[key_of(key, case_sensitive=case_sensitive)] = (key, value)

    def __len__(self) -> int:
        return len(self.entries)

    def __bool__(self) -> bool:
        return True

    def __contains__(self, key: object) -> bool:
        return key_of(key, case_sensitive=self.case_sensitive) in self.entries

    def get(self, key: object, default: object = None) -> object:
        """Return the value under `key`, or `default`."""
        if type(key) is str and not self.case_sensitive:
            found = self.entries.get(key.lower())
        else:
            found = self.entries.get(key_of(key, case_sensitive=self.case_sensitive))
        return default if found is None else found[1]

    def __getitem__(self, key: object) -> object:
        return self.entries[key_of(key, case_sensitive=self.case_sensitive)][1]

    def __setitem__(self, key: object, value: object) -> None:
        self.version += 1
        inner = key_of(key, case_sensitive=self.case_sensitive)
        known = self.entries.get(inner)
        self.entries[inner] = (key if known is None else known[0], value)

    def add(self, key: object, value: object) -> None:
        """Add a new key; one that is there already is an ArgumentException."""
        inner = key_of(key, case_sensitive=self.case_sensitive)
        if inner in self.entries:
            known = self.entries[inner][0]
            fail(
                "System.ArgumentException",
                f"Item has already been added. Key in dictionary: '{known}'"
                f"  Key being added: '{key}'",
            )
        self.version += 1
        self.entries[inner] = (key, value)

    def remove(self, key: object) -> None:
        """Remove `key`; a missing one is no error."""
        self.version += 1
        self.entries.pop(key_of(key, case_sensitive=self.case_sensitive), None)

    def clear(self) -> None:
        """Remove everything."""
        self.version += 1
        self.entries.clear()

    def keys(self) -> list[object]:
        """Return the keys as they were written."""
        return [key for key, _ in self.entries.values()]

    def values(self) -> list[object]:
        """Return the values in the order of the keys."""
        return [value for _, value in self.entries.values()]

    def items(self) -> list[tuple[object, object]]:
        """Return pairs of key and value."""
        return list(self.entries.values())

    def copy(self) -> "Hashtable":
        """Return a shallow copy of the same kind."""
        return type(self)(self.items(), case_sensitive=self.case_sensitive)


class OrderedDictionary(Hashtable):
    """System.Collections.Specialized.OrderedDictionary: [ordered]@{}; also reached by index."""

    __slots__ = ()

    def at(self, index: int) -> object:
        """Return the value at a position."""
        return self.items()[index][1]

    def set_at(self, index: int, value: object) -> None:
        """Replace the value at a position; one past the end is ArgumentOutOfRangeException."""
        if not 0 <= index < len(self.entries):
            fail(
                "System.ArgumentOutOfRangeException",
                "Index was out of range. Must be non-negative and less than the size of the "
                "collection. (Parameter 'index')",
            )
        self.version += 1
        inner = list(self.entries)[index]
        self.entries[inner] = (self.entries[inner][0], value)

    def insert(self, index: int, key: object, value: object) -> None:
        """Insert a new key before the position `index`."""
        self.add(key, value)
        pairs = list(self.entries.items())
        pairs.insert(index, pairs.pop())
        self.entries = dict(pairs)

    def remove_at(self, index: int) -> None:
        """Remove what is at the position."""
        self.version += 1
        del self.entries[list(self.entries)[index]]


class DictionaryView(ClrObject):
    """The Keys or the Values of a dictionary: live, and fixed while it is enumerated."""

    __slots__ = ("of_keys", "owner")

    def __init__(self, owner: Hashtable, *, of_keys: bool) -> None:
        """Look at the keys or the values of `owner`."""
        self.owner = owner
        self.of_keys = of_keys

    @property
    def ps_type(self) -> PSType:  # type: ignore[override]
        """The nested .NET class that the dictionary uses."""
        if isinstance(self.owner, OrderedDictionary):
            return ORDERED_KEYS
        return KEY_COLLECTION if self.of_keys else VALUE_COLLECTION

    def __len__(self) -> int:
        return len(self.owner)

    def now(self) -> list[object]:
        """Return what is there now."""
        return self.owner.keys() if self.of_keys else self.owner.values()

    def __iter__(self) -> Iterator[object]:
        return _watched(self.owner, self.now())


def entries_of(table: Hashtable) -> Iterator[object]:
    """Yield the entries; a change of the table while doing so is .NET's error."""
    return _watched(table, [DictionaryEntry(key, value) for key, value in table.items()])


def _watched(table: Hashtable, items: list[object]) -> Iterator[object]:
    version = table.version
    for item in items:
        if table.version != version:
            fail("System.InvalidOperationException", MODIFIED)
        yield item


def _view(name: str) -> PSType:
    return PSType(
        name=name,
        base=OBJECT,
        python=DictionaryView,
        interfaces=_DICTIONARY[1:],
        properties=(
            Property(name="Count", type_name="System.Int32", get=len),
            Property(name="IsSynchronized", type_name="System.Boolean", get=lambda _: False),
            Property(name="SyncRoot", type_name="System.Object", get=lambda it: it.owner),
        ),
    )


KEY_COLLECTION: Final = _view("System.Collections.Hashtable+KeyCollection")
VALUE_COLLECTION: Final = _view("System.Collections.Hashtable+ValueCollection")
ORDERED_KEYS: Final = _view(
    "System.Collections.Specialized.OrderedDictionary+OrderedDictionaryKeyValueCollection"
)


def _keys(table: Hashtable) -> DictionaryView:
    return DictionaryView(table, of_keys=True)


def _values(table: Hashtable) -> DictionaryView:
    return DictionaryView(table, of_keys=False)


def _flag(name: str) -> Property:
    return Property(name=name, type_name="System.Boolean", get=lambda _: False)


_COUNT: Final = Property(name="Count", type_name="System.Int32", get=len)
_KEYS: Final = Property(name="Keys", type_name="System.Collections.ICollection", get=_keys)
_VALUES: Final = Property(name="Values", type_name="System.Collections.ICollection", get=_values)
_SYNC_ROOT: Final = Property(name="SyncRoot", type_name="System.Object", get=lambda it: it)

HASHTABLE: Final = PSType(
    name="System.Collections.Hashtable",
    base=OBJECT,
    python=Hashtable,
    interfaces=(*_DICTIONARY, "System.ICloneable"),
    properties=(
        _flag("IsReadOnly"),
        _flag("IsFixedSize"),
        _flag("IsSynchronized"),
        _KEYS,
        _VALUES,
        _SYNC_ROOT,
        _COUNT,
    ),
)
ORDERED_DICTIONARY: Final = PSType(
    name="System.Collections.Specialized.OrderedDictionary",
    base=OBJECT,
    python=OrderedDictionary,
    interfaces=_DICTIONARY,
    properties=(
        _COUNT,
        _flag("IsFixedSize"),
        _flag("IsReadOnly"),
        _flag("IsSynchronized"),
        _KEYS,
        _SYNC_ROOT,
        _VALUES,
    ),
)


def _set_key(entry: DictionaryEntry, value: object) -> None:
    entry.key = value


def _set_value(entry: DictionaryEntry, value: object) -> None:
    entry.value = value


DICTIONARY_ENTRY: Final = PSType(
    name="System.Collections.DictionaryEntry",
    base=OBJECT,
    python=DictionaryEntry,
    value_type=True,
    aliases=(("Name", "Key"),),
    properties=(
        Property(name="Key", type_name="System.Object", get=lambda it: it.key, set=_set_key),
        Property(name="Value", type_name="System.Object", get=lambda it: it.value, set=_set_value),
    ),
)
Hashtable.ps_type = HASHTABLE
OrderedDictionary.ps_type = ORDERED_DICTIONARY
DictionaryEntry.ps_type = DICTIONARY_ENTRY
