"""[ref]: a box that a method or function writes its answer into."""

from collections.abc import Callable
from typing import Final

from emulator.objects.basic_types import OBJECT
from emulator.objects.types import ClrObject, Property, PSType


class Reference(ClrObject):
    """System.Management.Automation.PSReference: reads and writes go to a variable or a value."""

    __slots__ = ("_read", "_write")

    def __init__(self, read: Callable[[], object], write: Callable[[object], None]) -> None:
        """Reach what is referred to by `read` and `write`."""
        self._read = read
        self._write = write

    @classmethod
    def to_value(cls, value: object) -> "Reference":
        """Return a reference to a value of its own, as [ref]5 is."""
        box = [value]
        return cls(lambda: box[0], lambda new: box.__setitem__(0, new))

    @property
    def value(self) -> object:
        """What is referred to."""
        return self._read()

    @value.setter
    def value(self, new: object) -> None:
        self._write(new)


def _set(reference: Reference, value: object) -> None:
    reference.value = value


REFERENCE: Final = PSType(
    name="System.Management.Automation.PSReference",
    base=OBJECT,
    python=Reference,
    properties=(
        Property(name="Value", type_name="System.Object", get=lambda it: it.value, set=_set),
    ),
)
Reference.ps_type = REFERENCE
