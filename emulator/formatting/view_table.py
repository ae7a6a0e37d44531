"""The views of a session, found by type name: the nearest type's first view wins."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from emulator.formatting.instructions import Shape
from emulator.formatting.views import View, shape_of

DESERIALIZED: Final = "Deserialized."


def without_prefix(type_names: Sequence[str]) -> list[str] | None:
    """Return the names without "Deserialized.", None where none had it."""
    if not any(name.startswith(DESERIALIZED) for name in type_names):
        return None
    return [name.removeprefix(DESERIALIZED) for name in type_names]


class ViewTable:
    """Views by type name, and the properties that a type shows by default.

    `display_sets` maps a type name to the names of its DefaultDisplayPropertySet, for types
    that are known by name only (deserialised objects, Update-TypeData).
    """

    def __init__(
        self,
        views: Iterable[View] = (),
        *,
        display_sets: Mapping[str, tuple[str, ...]] | None = None,
        display_names: Mapping[str, str] | None = None,
    ) -> None:
        """Hold `views`; of two for a type the earlier one is the default.

        `display_names` maps a type name to its DefaultDisplayProperty.
        """
        self.views: tuple[View, ...] = tuple(views)
        self._by_type: dict[str, list[View]] = {}
        for view in self.views:
            for name in view.types:
                self._by_type.setdefault(name.lower(), []).append(view)
        self._sets = {name.lower(): value for name, value in (display_sets or {}).items()}
        self._names = {name.lower(): value for name, value in (display_names or {}).items()}

    def with_views(self, *, before: Iterable[View] = (), after: Iterable[View] = ()) -> "ViewTable":
        """Return a table with more views, in front of those there are or behind them."""
        return ViewTable(
            [*before, *self.views, *after],
            display_sets=self._sets,
            display_names=self._names,
        )

    def find(
        self, type_names: Sequence[str], *, shape: Shape | None = None, name: str | None = None
    ) -> View | None:
        """Return the view for an object with these type names, None where there is none."""
        for candidate in self._candidates(type_names):
            if candidate.out_of_band or (shape is not None and shape_of(candidate) != shape):
                continue
            if name is None or candidate.name.lower() == name.lower():
                return candidate
        return None

    def find_out_of_band(self, type_names: Sequence[str]) -> View | None:
        """Return the out-of-band view for an object, None where there is none."""
        for candidate in self._candidates(type_names):
            if candidate.out_of_band:
                return candidate
        return None

    def is_applicable(self, view: View, type_names: Sequence[str]) -> bool:
        """Return whether `view` is for objects with these type names."""
        wanted = {name.lower() for name in view.types}
        names = [*type_names, *(without_prefix(type_names) or ())]
        return any(name.lower() in wanted for name in names)

    def display_set(self, type_names: Sequence[str]) -> tuple[str, ...]:
        """Return the default display properties registered for a type name, else ()."""
        for name in [*type_names, *(without_prefix(type_names) or ())]:
            found = self._sets.get(name.lower())
            if found:
                return found
        return ()

    def display_name(self, type_names: Sequence[str]) -> str | None:
        """Return the DefaultDisplayProperty registered for a type name, None without one."""
        for name in [*type_names, *(without_prefix(type_names) or ())]:
            found = self._names.get(name.lower())
            if found:
                return found
        return None

    def _candidates(self, type_names: Sequence[str]) -> Iterable[View]:
        for name in type_names:
            yield from self._by_type.get(name.lower(), ())
        for name in without_prefix(type_names) or ():
            yield from self._by_type.get(name.lower(), ())
