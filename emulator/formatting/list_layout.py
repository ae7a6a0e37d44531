"""Lists: from a view, and from the properties of each object."""

from emulator.formatting.cell_text import CellText
from emulator.formatting.evaluation import Evaluation, as_expression
from emulator.formatting.expressions import label_of
from emulator.formatting.instructions import ListEntry, ListHeader
from emulator.formatting.parameters import FormatParameters
from emulator.formatting.properties import all_properties, default_set, expanded
from emulator.formatting.view_table import ViewTable
from emulator.formatting.views import ListView


class ListFromView:
    """A list as a view declares it."""

    autosize = False

    def __init__(self, view: ListView, parameters: FormatParameters, text: CellText) -> None:
        """Follow `view`."""
        self.view = view
        self.evaluation = Evaluation(parameters, text)

    def header(self, first: object) -> ListHeader:  # noqa: ARG002 - the layouts' common form
        """Return the header of a list, which shows nothing."""
        return ListHeader()

    def entry(self, value: object) -> ListEntry:
        """Return the lines of `value`."""
        return ListEntry(
            tuple(
                (
                    item.label,
                    self.evaluation.text_of(
                        as_expression(item.expression, item.label), value, item.format_string
                    ),
                )
                for item in self.view.items
                if item.shown_if is None or item.shown_if(value)
            )
        )


class ListFromProperties:
    """A list of the properties that the command line or each object gives."""

    view = None
    autosize = False

    def __init__(self, parameters: FormatParameters, views: ViewTable, text: CellText) -> None:
        """Choose the properties anew for every object."""
        self.parameters = parameters
        self.views = views
        self.evaluation = Evaluation(parameters, text)

    def header(self, first: object) -> ListHeader:  # noqa: ARG002 - the layouts' common form
        """Return the header of a list, which shows nothing."""
        return ListHeader()

    def entry(self, value: object) -> ListEntry:
        """Return the lines of `value`; properties it does not have are left out."""
        if self.parameters.properties:
            shown = expanded(self.parameters.properties, value, keep_missing=False)
        else:
            shown = default_set(value, self.views) or all_properties(value)
        return ListEntry(
            tuple(
                (
                    label_of(one.expression) if one.label is None else one.label,
                    self.evaluation.text_of(one.expression, value, one.format_string),
                )
                for one in shown
            )
        )
