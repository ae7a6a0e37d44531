"""Tables: from a view, and from the properties of the first object."""

from collections.abc import Sequence
from typing import Final

from emulator.formatting.cell_text import CellText
from emulator.formatting.evaluation import Evaluation, as_expression
from emulator.formatting.expressions import label_of
from emulator.formatting.instructions import (
    Alignment,
    Cell,
    TableColumnInfo,
    TableHeader,
    TableRow,
)
from emulator.formatting.parameters import FormatParameters, Selected
from emulator.formatting.properties import (
    ABSENT,
    all_properties,
    default_set,
    expanded,
    is_failed,
    value_of,
)
from emulator.formatting.scalars import is_scalar
from emulator.formatting.view_table import ViewTable
from emulator.formatting.views import TableView
from emulator.objects.typing_of import type_names

MOST_COLUMNS: Final = 10
"""Columns of a table nobody chose the columns of. Source: conformance format-table-basic-015."""


class TableFromView:
    """A table as a view declares it."""

    def __init__(self, view: TableView, parameters: FormatParameters, text: CellText) -> None:
        """Follow `view`, as far as `parameters` do not say otherwise."""
        self.view = view
        self.parameters = parameters
        self.evaluation = Evaluation(parameters, text)
        self.autosize = _given(parameters.autosize, view.autosize)

    def header(self, first: object) -> TableHeader:  # noqa: ARG002 - the layouts' common form
        """Return the header of the view."""
        return TableHeader(
            columns=tuple(
                TableColumnInfo(label=column.label, width=column.width, alignment=column.alignment)
                for column in self.view.columns
            ),
            hide_header=_given(self.parameters.hide_headers, self.view.hide_header),
        )

    def entry(self, value: object) -> TableRow:
        """Return the row of `value`."""
        cells = tuple(
            Cell(
                self.evaluation.text_of(
                    as_expression(column.expression, column.label), value, column.format_string
                )
            )
            for column in self.view.columns
        )
        return TableRow(cells=cells, wrap=_given(self.parameters.wrap, self.view.wrap))


class TableFromProperties:
    """A table of the properties that the command line or the first object gives."""

    view = None

    def __init__(
        self, first: object, parameters: FormatParameters, views: ViewTable, text: CellText
    ) -> None:
        """Choose the columns after `first`."""
        self.parameters = parameters
        self.evaluation = Evaluation(parameters, text)
        self.autosize = _given(parameters.autosize, otherwise=False)
        self.columns: Sequence[Selected]
        if parameters.properties:
            self.columns = expanded(parameters.properties, first, keep_missing=True)
        else:
            self.columns = default_set(first, views) or all_properties(first)[:MOST_COLUMNS]

    def header(self, first: object) -> TableHeader:
        """Return the header; alignment follows the first object's values."""
        return TableHeader(
            columns=tuple(
                TableColumnInfo(
                    label=label_of(column.expression) if column.label is None else column.label,
                    width=column.width or 0,
                    alignment=column.alignment or _alignment(column, first),
                )
                for column in self.columns
            ),
            hide_header=_given(self.parameters.hide_headers, otherwise=False),
        )

    def entry(self, value: object) -> TableRow:
        """Return the row of `value`."""
        cells = tuple(
            Cell(
                self.evaluation.text_of(
                    column.expression, value, column.format_string, in_table=True
                )
            )
            for column in self.columns
        )
        return TableRow(cells=cells, wrap=_given(self.parameters.wrap, otherwise=False))


def _given(wanted: bool | None, otherwise: bool) -> bool:  # noqa: FBT001 - a pair of flags
    return otherwise if wanted is None else wanted


def _alignment(column: Selected, first: object) -> Alignment:
    found = value_of(column.expression, first)
    if found is ABSENT or is_failed(found) or found is None:
        return Alignment.LEFT
    names = type_names(found)
    if not names or names[0] == "System.String":
        return Alignment.LEFT
    return Alignment.RIGHT if is_scalar(names) else Alignment.LEFT
