"""What a pipeline, foreach and an operator on the left unroll."""

from collections.abc import Callable, Iterator

from emulator.objects.collections import DictionaryView, Hashtable
from emulator.objects.psobject import PSObject


def enumerate_value(value: object) -> Iterator[object] | None:
    """Return what a pipeline unrolls `value` to, or None for a scalar.

    Strings and dictionaries are scalars. Classes of other rooms say it by `ps_enumerate`.
    """
    if isinstance(value, list):
        return iter(value)
    if isinstance(value, str | int | float | Hashtable) or value is None:
        return None
    if isinstance(value, DictionaryView):
        return iter(value)
    if type(value) is PSObject:
        return None if value.base is None else enumerate_value(value.base)
    walk: Callable[[], Iterator[object]] | None = getattr(value, "ps_enumerate", None)
    return None if walk is None else walk()


def as_list(value: object) -> list[object]:
    """Return the elements of a collection, or the value alone in a list."""
    items = enumerate_value(value)
    return [value] if items is None else list(items)
