"""Custom layouts: from a view, and the tree that Format-Custom draws of any object."""

from collections.abc import Iterable
from typing import Final

from emulator.formatting.cell_text import CellText, is_nothing, items_of
from emulator.formatting.evaluation import Evaluation
from emulator.formatting.expressions import Failed, label_of
from emulator.formatting.instructions import (
    CustomEntry,
    CustomHeader,
    CustomToken,
    Frame,
    NewLine,
    TextToken,
)
from emulator.formatting.parameters import FormatParameters, Selected
from emulator.formatting.properties import ABSENT, all_properties, default_set, expanded, value_of
from emulator.formatting.scalars import is_scalar
from emulator.formatting.view_table import ViewTable
from emulator.formatting.views import CustomView
from emulator.objects.typing_of import type_names

INDENT: Final = 2
"""Blanks per level. Source: conformance format-custom-001."""

MOST_LEVELS: Final = 50
"""Levels of the tree, whatever -Depth says: an object may hold itself."""


class CustomFromView:
    """A custom layout as a view declares it."""

    autosize = False

    def __init__(self, view: CustomView, parameters: FormatParameters, text: CellText) -> None:
        """Follow `view`."""
        self.view = view
        self.evaluation = Evaluation(parameters, text)

    def header(self, first: object) -> CustomHeader:  # noqa: ARG002 - the layouts' common form
        """Return the header of a custom layout, which shows nothing."""
        return CustomHeader()

    def entry(self, value: object) -> CustomEntry:
        """Return the lines of `value`."""
        return CustomEntry(tokens_of(self.view.lines(value)))


def tokens_of(lines: Iterable[str]) -> tuple[CustomToken, ...]:
    """Return `lines` as tokens, with an end of line between each two."""
    tokens: list[CustomToken] = []
    for line in lines:
        if tokens:
            tokens.append(NewLine())
        tokens.append(TextToken(line))
    return tuple(tokens)


class CustomBrowser:
    """The tree of an object: `class Name`, braces, properties, collections in brackets."""

    view = None
    autosize = False

    def __init__(self, parameters: FormatParameters, views: ViewTable, text: CellText) -> None:
        """Draw as deep as `parameters.depth`."""
        self.parameters = parameters
        self.views = views
        self.text = text
        self.evaluation = Evaluation(parameters, text)

    def header(self, first: object) -> CustomHeader:  # noqa: ARG002 - the layouts' common form
        """Return the header of a custom layout, which shows nothing."""
        return CustomHeader()

    def entry(self, value: object) -> CustomEntry:
        """Return the tree of `value`."""
        depth = min(self.parameters.depth, MOST_LEVELS)
        if is_scalar(type_names(value)):
            return CustomEntry(self._leaf(value))
        items = items_of(value)
        if items is not None:
            return CustomEntry(self._collection(items, depth))
        return CustomEntry(self._object(value, depth, self.parameters.properties))

    def _object(
        self, value: object, depth: int, selected: tuple[Selected, ...] = ()
    ) -> tuple[CustomToken, ...]:
        if selected:
            shown = expanded(selected, value, keep_missing=False)
        else:
            shown = default_set(value, self.views) or all_properties(value)
        inner: list[CustomToken] = []
        for one in shown:
            inner.append(TextToken(label_of(one.expression) + " = "))
            left = depth if one.depth is None else one.depth
            inner += self._property(value_of(one.expression, value), min(left, MOST_LEVELS))
        name = type_names(value)[0].rsplit(".", 1)[-1]
        return (TextToken(f"class {name}"), NewLine(), *_enclosed("{", inner, "}"))

    def _property(self, found: object, depth: int) -> tuple[CustomToken, ...]:
        if found is ABSENT or isinstance(found, Failed) or is_nothing(found):
            return self._leaf(None)
        items = items_of(found)
        if items is not None:
            return (NewLine(), Frame(self._collection(items, depth - 1), left=INDENT))
        if self._is_leaf(found, depth):
            return self._leaf(found)
        return (NewLine(), Frame(self._object(found, depth - 1), left=INDENT))

    def _collection(self, items: Iterable[object], depth: int) -> tuple[CustomToken, ...]:
        limit = self.text.style.enumeration_limit
        inner: list[CustomToken] = []
        for count, item in enumerate(items):
            if 0 <= limit == count:
                inner += self._leaf(self.text.style.ellipsis)
                break
            inner += self._item(item, depth)
        return (*_enclosed("[", inner, "]"), NewLine())

    def _item(self, item: object, depth: int) -> tuple[CustomToken, ...]:
        if self._is_leaf(item, depth):
            return self._leaf(item)
        items = items_of(item)
        if items is not None:
            return (NewLine(), Frame(self._collection(items, depth - 1), left=INDENT))
        return self._object(item, depth - 1)

    def _is_leaf(self, value: object, depth: int) -> bool:
        return depth <= 0 or is_nothing(value) or is_scalar(type_names(value))

    def _leaf(self, value: object) -> tuple[CustomToken, ...]:
        return (TextToken(self.text.of(value)), NewLine())


def _enclosed(opening: str, inner: list[CustomToken], closing: str) -> tuple[CustomToken, ...]:
    return (
        TextToken(opening),
        NewLine(),
        Frame(tuple(inner), left=INDENT),
        TextToken(closing),
        NewLine(),
    )
