"""System.StringComparer: how dictionaries and sorts compare text."""

from typing import Final

from emulator.dotnet.signatures import Surface, constant, table
from emulator.objects.basic_types import OBJECT
from emulator.objects.culture_order import compare_text
from emulator.objects.types import ClrObject, PSType


class StringComparer(ClrObject):
    """One of the comparers."""

    __slots__ = ("ignore_case", "name")

    def __init__(self, name: str) -> None:
        """Be the comparer of that name."""
        self.name = name
        self.ignore_case = name.endswith("IgnoreCase")


STRING_COMPARER: Final = PSType(name="System.StringComparer", base=OBJECT, python=StringComparer)
StringComparer.ps_type = STRING_COMPARER
_NAMES: Final = (
    "CurrentCulture", "CurrentCultureIgnoreCase", "InvariantCulture", "InvariantCultureIgnoreCase",
    "Ordinal", "OrdinalIgnoreCase",
)  # fmt: skip


def ignores_case(comparer: object) -> bool:
    """Whether a constructor's comparer argument ignores case."""
    return isinstance(comparer, StringComparer) and comparer.ignore_case


COMPARER_SURFACE: Final = Surface(
    type=STRING_COMPARER,
    methods=table(
        (
            "int Compare(string x, string y)",
            lambda it, a, b: compare_text(a, b, case_sensitive=not it.ignore_case),
        ),
        (
            "bool Equals(string x, string y)",
            lambda it, a, b: a == b or (it.ignore_case and a.lower() == b.lower()),
        ),
    ),
    static_properties=tuple(
        constant(name, "System.StringComparer", StringComparer(name)) for name in _NAMES
    ),
)

SURFACES: Final = (COMPARER_SURFACE,)
