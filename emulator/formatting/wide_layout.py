"""Wide layouts: one value per object, several objects on a line."""

from emulator.formatting.cell_text import CellText
from emulator.formatting.evaluation import Evaluation, as_expression
from emulator.formatting.instructions import WideEntry, WideHeader
from emulator.formatting.parameters import FormatParameters, Selected
from emulator.formatting.properties import all_properties, display_name_expression, expanded
from emulator.formatting.view_table import ViewTable
from emulator.formatting.views import WideView


class WideFromView:
    """A wide layout as a view declares it."""

    def __init__(self, view: WideView, parameters: FormatParameters, text: CellText) -> None:
        """Follow `view`, as far as `parameters` do not say otherwise."""
        self.view = view
        self.columns = parameters.columns or view.columns
        self.evaluation = Evaluation(parameters, text)
        self.autosize = view.autosize if parameters.autosize is None else parameters.autosize

    def header(self, first: object) -> WideHeader:  # noqa: ARG002 - the layouts' common form
        """Return the number of columns."""
        return WideHeader(columns=self.columns)

    def entry(self, value: object) -> WideEntry:
        """Return the cell of `value`."""
        item = as_expression(self.view.item, "")
        return WideEntry(self.evaluation.text_of(item, value, self.view.format_string))


class WideFromProperties:
    """A wide layout of the property that names the objects, or of the one asked for."""

    view = None

    def __init__(
        self, first: object, parameters: FormatParameters, views: ViewTable, text: CellText
    ) -> None:
        """Choose the property after `first`."""
        self.columns = parameters.columns
        self.evaluation = Evaluation(parameters, text)
        self.autosize = bool(parameters.autosize)
        self.selected: Selected | None
        if parameters.properties:
            found = expanded(parameters.properties, first, keep_missing=False)
        else:
            named = display_name_expression(first, views)
            found = all_properties(first) if named is None else [Selected(expression=named)]
        self.selected = found[0] if found else None

    def header(self, first: object) -> WideHeader:  # noqa: ARG002 - the layouts' common form
        """Return the number of columns."""
        return WideHeader(columns=self.columns)

    def entry(self, value: object) -> WideEntry:
        """Return the cell of `value`."""
        if self.selected is None:
            return WideEntry("")
        chosen = self.selected
        return WideEntry(self.evaluation.text_of(chosen.expression, value, chosen.format_string))
