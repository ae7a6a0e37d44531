"""ArrayList, List[T] and their kin: collections that grow, over a Python list."""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from emulator.objects.basic_types import OBJECT, closed_generic
from emulator.objects.collections import MODIFIED
from emulator.objects.comparison import scalar_equal
from emulator.objects.conversion import convert
from emulator.objects.enumeration import as_list
from emulator.objects.errors import ClrError
from emulator.objects.exceptions import exception, fail
from emulator.objects.types import ClrObject, Property, PSType

_LIST: Final = (
    "System.Collections.IList",
    "System.Collections.ICollection",
    "System.Collections.IEnumerable",
)
_RANGE: Final = "System.ArgumentOutOfRangeException"
_OUT_OF_RANGE: Final = (
    "Index was out of range. Must be non-negative and less than the size of the collection."
)


class GrowingList(ClrObject):
    """A list with a .NET type; `element` is the type of its elements."""

    __slots__ = ("items", "ps_type", "version")

    def __init__(self, type_: PSType, items: Iterable[object] = ()) -> None:
        """Hold `items`, which are already of the element type."""
        self.ps_type = type_
        self.items = list(items)
        self.version = 0

    @property
    def element(self) -> PSType:
        """The type of the elements."""
        return self.ps_type.arguments[0] if self.ps_type.arguments else OBJECT

    def __len__(self) -> int:
        return len(self.items)

    def __bool__(self) -> bool:
        return True

    def ps_enumerate(self) -> Iterator[object]:
        """Yield the elements; a change meanwhile is .NET's error."""
        version = self.version
        for item in self.items:
            yield item
            if self.version != version:
                fail("System.InvalidOperationException", MODIFIED)

    def ps_index(self, key: object) -> object:
        """Return the element at a position; from the end for a negative one."""
        at = int(key) if isinstance(key, int) else 0
        if -len(self.items) <= at < len(self.items):
            return self.items[at]
        raise ClrError(exception(_RANGE, f"{_OUT_OF_RANGE} (Parameter 'index')"))

    def ps_set_index(self, key: object, value: object) -> None:
        """Replace the element at a position."""
        self.ps_index(key)
        assert isinstance(key, int)
        self.items[key] = self.fitting(value)
        self.version += 1

    def fitting(self, value: object) -> object:
        """Return `value` as an element."""
        return value if self.element is OBJECT else convert(value, self.element)

    def changed(self) -> None:
        """Note a change."""
        self.version += 1


def convert_to_list(value: object, type_: PSType) -> GrowingList:
    """Return a cast to a list type: the elements converted one by one, a scalar alone."""
    made = GrowingList(type_)
    made.items = [made.fitting(item) for item in as_list(value)]
    return made


_COUNT: Final = Property(name="Count", type_name="System.Int32", get=len)


def _capacity(it: GrowingList) -> int:
    size = 4
    while size < len(it.items):
        size *= 2
    return size if it.items else 0


def _set_capacity(it: GrowingList, value: object) -> None:
    del it, value


def _false(name: str) -> Property:
    return Property(name=name, type_name="System.Boolean", get=lambda _: False)


ARRAY_LIST: Final = PSType(
    name="System.Collections.ArrayList",
    base=OBJECT,
    python=GrowingList,
    interfaces=(*_LIST, "System.ICloneable"),
    cast=convert_to_list,
    properties=(
        Property(name="Capacity", type_name="System.Int32", get=_capacity, set=_set_capacity),
        _COUNT,
        _false("IsFixedSize"),
        _false("IsReadOnly"),
        _false("IsSynchronized"),
        Property(name="SyncRoot", type_name="System.Object", get=lambda it: it),
    ),
)


def same(one: object, two: object) -> bool:
    """Return Object.Equals: the same kind of value, case counts."""
    return scalar_equal(one, two, case_sensitive=True) and isinstance(one, str) == isinstance(
        two, str
    )


def position(items: list[object], value: object) -> int:
    """Return where an equal element stands, or -1."""
    for at, item in enumerate(items):
        if same(item, value):
            return at
    return -1


def convert_to_set(value: object, type_: PSType) -> GrowingList:
    """Return a cast to HashSet: every element once."""
    made = GrowingList(type_)
    for item in as_list(value):
        element = made.fitting(item)
        if position(made.items, element) < 0:
            made.items.append(element)
    return made


def _generic(
    name: str,
    *properties: Property,
    cast: Callable[[object, PSType], object] = convert_to_list,
) -> PSType:
    return PSType(
        name=name,
        base=OBJECT,
        python=GrowingList,
        interfaces=_LIST,
        properties=(*properties, _COUNT),
        definition_arity=1,
        cast=cast,
    )


_NAMESPACE: Final = "System.Collections.Generic."
LIST: Final = _generic(
    _NAMESPACE + "List`1",
    Property(name="Capacity", type_name="System.Int32", get=_capacity, set=_set_capacity),
)
COLLECTION: Final = _generic("System.Collections.ObjectModel.Collection`1")
READ_ONLY_COLLECTION: Final = _generic("System.Collections.ObjectModel.ReadOnlyCollection`1")
HASH_SET: Final = _generic(_NAMESPACE + "HashSet`1", cast=convert_to_set)
QUEUE: Final = _generic(_NAMESPACE + "Queue`1")
STACK: Final = _generic(_NAMESPACE + "Stack`1")
OLD_QUEUE: Final = PSType(
    name="System.Collections.Queue",
    base=OBJECT,
    python=GrowingList,
    interfaces=_LIST[1:],
    properties=(_COUNT,),
)
OLD_STACK: Final = PSType(
    name="System.Collections.Stack",
    base=OBJECT,
    python=GrowingList,
    interfaces=_LIST[1:],
    properties=(_COUNT,),
)


def collection_of(items: Iterable[object]) -> GrowingList:
    """Return a Collection[PSObject], as .Where() and script blocks give."""
    from emulator.objects.basic_types import PS_OBJECT  # noqa: PLC0415 - one use

    return GrowingList(closed_generic(COLLECTION, (PS_OBJECT,)), items)
