"""$PSBoundParameters: a dictionary of its own class over what the binder bound."""

from collections.abc import Mapping
from typing import Final

from emulator.objects.collections import Hashtable
from emulator.objects.types import PSType
from emulator.objects.typing_of import type_of


class BoundDictionary(Hashtable):
    """System.Management.Automation.PSBoundParametersDictionary."""

    __slots__ = ()

    def __init__(self, bound: Mapping[str, object]) -> None:
        """Copy what is bound."""
        super().__init__(bound.items())


BOUND_DICTIONARY: Final = PSType(
    name="System.Management.Automation.PSBoundParametersDictionary",
    base=type_of(Hashtable()),
    python=BoundDictionary,
    interfaces=type_of(Hashtable()).interfaces,
)
BoundDictionary.ps_type = BOUND_DICTIONARY
