"""From objects to format instructions: which layout, which groups, what prints at once.

The first object decides. Scalars and out-of-band objects print wherever they come; after a
layout that follows a view, an object of another type prints as a list of its own.
Source: PowerShell 7, BaseFormattingCommand and FormatViewManager; conformance format/mixed.
"""

from collections.abc import Iterator

from emulator.formatting.cell_text import CellText, is_nothing, items_of
from emulator.formatting.custom_layout import tokens_of
from emulator.formatting.evaluation import Grouping, grouping_of
from emulator.formatting.instructions import (
    CustomEntry,
    CustomToken,
    Entry,
    FormatEndData,
    FormatEntryData,
    FormatStartData,
    GroupEndData,
    GroupStartData,
    Instruction,
    RawText,
    Shape,
    TextToken,
)
from emulator.formatting.layouts import Layout, select_layout, view_layout
from emulator.formatting.list_layout import ListFromProperties
from emulator.formatting.parameters import Expansion, FormatParameters, FormatStyle
from emulator.formatting.properties import has_properties
from emulator.formatting.scalars import is_scalar
from emulator.formatting.view_table import ViewTable
from emulator.objects.errors import ErrorRecord
from emulator.objects.psobject import AutomationNull
from emulator.objects.typing_of import type_names

CORE_COMMENT = "The following object supports IEnumerable:\n"
NO_OBJECTS = "The IEnumerable contains no objects."
ONE_OBJECT = "The IEnumerable contains the following object:\n"
MANY_OBJECTS = "The IEnumerable contains the following {0} objects:\n"


class Shaper:
    """One Format-* command at work, or the default formatter (`shape` None)."""

    def __init__(
        self,
        views: ViewTable,
        style: FormatStyle,
        *,
        shape: Shape | None = None,
        parameters: FormatParameters | None = None,
    ) -> None:
        """Format as `parameters` say; None means "as it comes"."""
        self.views = views
        self.style = style
        self.shape = shape
        self.parameters = parameters or FormatParameters()
        self.text = CellText(style, views)
        self._layout: Layout | None = None
        self._grouping: Grouping | None = None
        self._in_group = False

    def feed(self, value: object) -> Iterator[Instruction]:
        """Yield the instructions for one object of the pipeline."""
        if is_nothing(value):
            return
        items = items_of(value)
        expansion = self.parameters.expansion or Expansion.ENUM_ONLY
        if items is None or expansion is Expansion.CORE_ONLY:
            yield from self._object(value)
            return
        if expansion is Expansion.BOTH:
            items = list(items)
            yield from self._described(value, len(items))
        for item in items:
            yield from self._object("" if item is None else item)

    def finish(self) -> Iterator[Instruction]:
        """Yield what closes the group and the layout; the next object begins anew."""
        if self._in_group:
            yield GroupEndData()
        if self._layout is not None:
            yield FormatEndData()
        self._in_group = False
        self._layout = self._grouping = None

    def _object(self, value: object) -> Iterator[Instruction]:
        if isinstance(value, AutomationNull):
            return
        if isinstance(value, Instruction):
            yield value
            return
        at_once = None if self.parameters.force else self._out_of_band(value, as_list=False)
        if at_once is not None:
            yield at_once
            return
        layout = self._layout
        if layout is None:
            layout = self._layout = self._chosen(value)
            yield FormatStartData(header=layout.header(value), autosize=layout.autosize)
        if not self.parameters.force and not self._is_applicable(layout, value):
            other = self._out_of_band(value, as_list=True)
            if other is not None:
                yield other
                return
        yield from self._transition(value)
        yield FormatEntryData(entry=layout.entry(value))
        yield from self._errors(layout)

    def _chosen(self, first: object) -> Layout:
        layout = select_layout(first, self.shape, self.parameters, self.views, self.text)
        view = layout.view
        self._grouping = grouping_of(self.parameters, None if view is None else view.group_by)
        return layout

    def _is_applicable(self, layout: Layout, value: object) -> bool:
        return layout.view is None or self.views.is_applicable(layout.view, type_names(value))

    def _transition(self, value: object) -> Iterator[Instruction]:
        changed = self._grouping is not None and self._grouping.update(value, self.text)
        if self._in_group and not changed:
            return
        if self._in_group:
            if self.style.core:
                # 7 sends the blank line between groups as an entry of its own.
                # Source: the types of conformance format-table-groupby-002.
                yield FormatEntryData(entry=CustomEntry(()), out_of_band=True)
            yield GroupEndData()
        self._in_group = True
        yield GroupStartData(heading=self._heading(value))

    def _heading(self, first: object) -> tuple[CustomToken, ...] | None:
        grouping = self._grouping
        if grouping is None:
            return None
        view = None if self._layout is None else self._layout.view
        if self.parameters.group_by is None and view is not None and view.group_by is not None:
            lines = view.group_by.heading
            if lines is not None:
                return tokens_of(lines(first))
        return (TextToken(f"   {grouping.name or ''}: {self.text.of(grouping.value)}"),)

    def _errors(self, layout: Layout) -> Iterator[Instruction]:
        for record in layout.evaluation.drained():
            entry = self._record_entry(record)
            yield FormatEntryData(entry=entry, out_of_band=True)

    def _record_entry(self, record: ErrorRecord) -> Entry:
        view = self.views.find_out_of_band(type_names(record))
        if view is None:
            return RawText(record.message)
        return view_layout(view, FormatParameters(), self.text).entry(record)

    def _described(self, value: object, count: int) -> Iterator[Instruction]:
        yield FormatEntryData(entry=RawText(CORE_COMMENT), out_of_band=True)
        described = self._out_of_band(value, as_list=True)
        if described is not None:
            yield described
        comment = {0: NO_OBJECTS, 1: ONE_OBJECT}.get(count, MANY_OBJECTS.format(count))
        yield FormatEntryData(entry=RawText(comment), out_of_band=True)

    def _out_of_band(self, value: object, *, as_list: bool) -> FormatEntryData | None:
        names = type_names(value)
        view = self.views.find_out_of_band(names)
        if view is not None:
            entry = view_layout(view, FormatParameters(), self.text).entry(value)
            return FormatEntryData(entry=entry, out_of_band=True)
        if is_scalar(names) or not has_properties(value):
            return FormatEntryData(entry=RawText(self.text.scalar(value)), out_of_band=True)
        if not as_list:
            return None
        layout = ListFromProperties(FormatParameters(), self.views, self.text)
        return FormatEntryData(entry=layout.entry(value), out_of_band=True)
