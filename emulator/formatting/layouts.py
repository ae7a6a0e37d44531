"""A layout: what makes the header and the entries of one shape, from a view or from properties."""

from collections.abc import Sequence
from typing import Protocol

from emulator.formatting.cell_text import CellText
from emulator.formatting.custom_layout import CustomBrowser, CustomFromView
from emulator.formatting.errors import unknown_view
from emulator.formatting.evaluation import Evaluation
from emulator.formatting.instructions import Entry, Header, Shape
from emulator.formatting.list_layout import ListFromProperties, ListFromView
from emulator.formatting.parameters import FormatParameters
from emulator.formatting.properties import all_properties, default_set
from emulator.formatting.table_layout import TableFromProperties, TableFromView
from emulator.formatting.view_table import ViewTable
from emulator.formatting.views import CustomView, ListView, TableView, View, WideView
from emulator.formatting.wide_layout import WideFromProperties, WideFromView
from emulator.objects.typing_of import type_names

PROPERTIES_FOR_TABLE = 4
"""An object with more properties than this is a list. Source: reference/powershell.md 15."""


class Layout(Protocol):
    """What makes the header and the entries of one shape."""

    @property
    def view(self) -> View | None:
        """The view it follows, None where it follows the object's properties."""

    @property
    def evaluation(self) -> Evaluation:
        """What evaluates its expressions."""

    @property
    def autosize(self) -> bool:
        """Whether the view or the command line asks for widths after the content."""

    def header(self, first: object) -> Header:
        """Return the header; `first` is the object that decided."""

    def entry(self, value: object) -> Entry:
        """Return the entry of one object."""


def select_layout(
    first: object,
    shape: Shape | None,
    parameters: FormatParameters,
    views: ViewTable,
    text: CellText,
) -> Layout:
    """Return the layout that `first` decides on; `shape` None means "the default one"."""
    names = type_names(first)
    if shape is None:
        view = views.find(names)
        if view is not None:
            return view_layout(view, parameters, text)
        return _from_properties(_default_shape(first, views), first, parameters, views, text)
    if parameters.properties:
        return _from_properties(shape, first, parameters, views, text)
    view = views.find(names, shape=shape, name=parameters.view)
    if view is not None:
        return view_layout(view, parameters, text)
    if parameters.view is not None:
        raise unknown_view(parameters.view, shape, first, views)
    return _from_properties(shape, first, parameters, views, text)


def view_layout(view: View, parameters: FormatParameters, text: CellText) -> Layout:
    """Return the layout that `view` declares."""
    match view:
        case TableView():
            return TableFromView(view, parameters, text)
        case ListView():
            return ListFromView(view, parameters, text)
        case WideView():
            return WideFromView(view, parameters, text)
        case CustomView():
            return CustomFromView(view, parameters, text)


def _default_shape(first: object, views: ViewTable) -> Shape:
    shown: Sequence[object] = default_set(first, views) or all_properties(first)
    return Shape.TABLE if len(shown) <= PROPERTIES_FOR_TABLE else Shape.LIST


def _from_properties(
    shape: Shape,
    first: object,
    parameters: FormatParameters,
    views: ViewTable,
    text: CellText,
) -> Layout:
    match shape:
        case Shape.TABLE:
            return TableFromProperties(first, parameters, views, text)
        case Shape.LIST:
            return ListFromProperties(parameters, views, text)
        case Shape.WIDE:
            return WideFromProperties(first, parameters, views, text)
        case Shape.CUSTOM:
            return CustomBrowser(parameters, views, text)
