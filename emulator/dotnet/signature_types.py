"""The type names of signatures: int, System.Object[], T, delegates."""

from collections.abc import Mapping
from typing import Final

from emulator.objects.accelerators import ACCELERATORS
from emulator.objects.basic_types import OBJECT, array_of
from emulator.objects.builtin_types import BUILTIN_TYPES
from emulator.objects.types import PSType

DELEGATE: Final = PSType(name="System.Delegate", base=OBJECT)
"""Stands for every delegate type in a signature: a script block converts to it."""

FORMAT_PROVIDER: Final = PSType(name="System.IFormatProvider", interface=True, abstract=True)
"""A culture; $null is the current one."""

_NAMES: Final[dict[str, PSType]] = {known.name.lower(): known for known in BUILTIN_TYPES}
_DELEGATES: Final = (
    "system.predicate[", "system.func[", "system.action", "system.converter[",
    "system.comparison[", "system.text.regularexpressions.matchevaluator",
)  # fmt: skip


def signature_type(name: str, bindings: Mapping[str, PSType]) -> PSType:
    """Return the type that a signature names; one that the table has not counts as object.

    `bindings` holds the type arguments of a generic type (T, TKey, TValue).
    """
    if name in bindings:
        return bindings[name]
    lower = name.lower()
    if lower.endswith("[]"):
        return array_of(signature_type(name[:-2], bindings))
    found = _NAMES.get(ACCELERATORS.get(lower, lower).lower())
    if found is not None:
        return found
    if lower.startswith(_DELEGATES):
        return DELEGATE
    if lower in {"system.iformatprovider", "cultureinfo"}:
        return FORMAT_PROVIDER
    return OBJECT
