"""Dictionary[TKey, TValue], SortedDictionary and SortedList over the objects room's Hashtable."""

from collections.abc import Iterable, Iterator
from typing import Final

from emulator.objects.basic_types import OBJECT
from emulator.objects.collections import DictionaryEntry, Hashtable
from emulator.objects.conversion import convert
from emulator.objects.culture_order import sort_key
from emulator.objects.exceptions import fail
from emulator.objects.types import Property, PSType

_INTERFACES: Final = (
    "System.Collections.IDictionary",
    "System.Collections.ICollection",
    "System.Collections.IEnumerable",
)


class TypedDictionary(Hashtable):
    """A generic dictionary: case counts unless a comparer says otherwise; types are enforced."""

    __slots__ = ("ps_type",)

    def __init__(
        self,
        items: Iterable[tuple[object, object]] = (),
        *,
        type_: PSType,
        case_sensitive: bool = True,
    ) -> None:
        """Hold `items`, converted to the key and value types of `type_`."""
        super().__init__((), case_sensitive=case_sensitive)
        self.ps_type = type_
        for key, value in items:
            self[key] = value

    def key_for(self, key: object) -> object:
        """Return `key` as the key type wants it."""
        arguments = self.ps_type.arguments
        return convert(key, arguments[0]) if arguments and arguments[0] is not OBJECT else key

    def __setitem__(self, key: object, value: object) -> None:
        arguments = self.ps_type.arguments
        if arguments and arguments[1] is not OBJECT:
            value = convert(value, arguments[1])
        super().__setitem__(self.key_for(key), value)

    def get(self, key: object, default: object = None) -> object:
        """Return the value under `key`, or `default`."""
        return super().get(key, default)

    def keys(self) -> list[object]:
        """Return the keys; sorted ones in order."""
        return [key for key, _ in self.items()]

    def values(self) -> list[object]:
        """Return the values in the order of the keys."""
        return [value for _, value in self.items()]

    def items(self) -> list[tuple[object, object]]:
        """Return pairs of key and value."""
        pairs = super().items()
        if (self.ps_type.definition or self.ps_type) in SORTED:
            pairs.sort(key=lambda pair: sort_key(pair[0]) if isinstance(pair[0], str) else pair[0])  # type: ignore[arg-type,return-value]
        return pairs

    def add(self, key: object, value: object) -> None:
        """Add a new key; one that is there already is an ArgumentException."""
        if key in self:
            fail(
                "System.ArgumentException",
                f"An item with the same key has already been added. Key: {key}",
            )
        self[key] = value

    def ps_enumerate_entries(self) -> Iterator[object]:
        """Yield KeyValuePair values."""
        for key, value in self.items():
            yield DictionaryEntry(key, value)

    def copy(self) -> "TypedDictionary":
        """Return a shallow copy."""
        return TypedDictionary(self.items(), type_=self.ps_type, case_sensitive=self.case_sensitive)


def _keys(it: TypedDictionary) -> object:
    from emulator.objects.collections import DictionaryView  # noqa: PLC0415 - one use

    return DictionaryView(it, of_keys=True)


def _values(it: TypedDictionary) -> object:
    from emulator.objects.collections import DictionaryView  # noqa: PLC0415 - one use

    return DictionaryView(it, of_keys=False)


def _type(name: str, arity: int) -> PSType:
    return PSType(
        name=name,
        base=OBJECT,
        python=TypedDictionary,
        interfaces=_INTERFACES,
        definition_arity=arity,
        properties=(
            Property(name="Count", type_name="System.Int32", get=len),
            Property(name="Keys", type_name="System.Collections.ICollection", get=_keys),
            Property(name="Values", type_name="System.Collections.ICollection", get=_values),
        ),
    )


DICTIONARY: Final = _type("System.Collections.Generic.Dictionary`2", 2)
SORTED_DICTIONARY: Final = _type("System.Collections.Generic.SortedDictionary`2", 2)
GENERIC_SORTED_LIST: Final = _type("System.Collections.Generic.SortedList`2", 2)
SORTED_LIST: Final = _type("System.Collections.SortedList", 0)
SORTED: Final = frozenset({SORTED_DICTIONARY, GENERIC_SORTED_LIST, SORTED_LIST})
