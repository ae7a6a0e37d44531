"""`$foreach`, `$switch` and `$input`: enumerators that a script can move itself."""

from collections.abc import Iterable, Iterator
from typing import Final

from emulator.objects.basic_types import OBJECT
from emulator.objects.types import ClrObject, Method, Property, PSType


class Enumerator(ClrObject):
    """A walk over values; the loop and the script move the same one."""

    __slots__ = ("_items", "_iterator", "current")

    def __init__(self, items: Iterable[object]) -> None:
        """Walk over `items`."""
        self._items = items
        self._iterator: Iterator[object] = iter(items)
        self.current: object = None

    def __iter__(self) -> Iterator[object]:
        return self

    def __next__(self) -> object:
        self.current = None
        self.current = next(self._iterator)
        return self.current

    def ps_enumerate(self) -> Iterator[object]:
        """Yield what is left; afterwards nothing is."""
        return self

    def move_next(self) -> bool:
        """Go to the next value; False where there is none."""
        for _ in self:
            return True
        return False

    def reset(self) -> None:
        """Start again; a walk over a stream goes on where it is."""
        self._iterator = iter(self._items)


ENUMERATOR: Final = PSType(
    name="System.Collections.ArrayList+ArrayListEnumeratorSimple",
    base=OBJECT,
    python=Enumerator,
    interfaces=("System.Collections.IEnumerator",),
    properties=(Property(name="Current", type_name="System.Object", get=lambda it: it.current),),
    methods=(
        Method(name="MoveNext", call=lambda it: it.move_next(), definitions=("bool MoveNext()",)),
        Method(name="Reset", call=lambda it: it.reset(), definitions=("void Reset()",)),
    ),
)
Enumerator.ps_type = ENUMERATOR
