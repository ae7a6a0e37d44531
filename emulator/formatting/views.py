"""Views declared as data: what Windows keeps in .format.ps1xml files.

    TableView(
        name="VirtualMachine",
        types=("Microsoft.HyperV.PowerShell.VirtualMachine",),
        columns=(
            TableColumn("Name"),
            TableColumn("MemoryAssigned(M)", lambda vm: vm.memory_assigned // MIB),
        ),
    )

A column without expression shows the property that has its label for a name. An expression is
a property name or a callable that takes the object and returns the value to show.
"""

from collections.abc import Callable
from dataclasses import dataclass

from emulator.formatting.instructions import Alignment, Shape

Expression = str | Callable[[object], object]
"""A property name, or a callable over the object."""


@dataclass(frozen=True, slots=True)
class TableColumn:
    """One column; `width` 0 means "fit", `expression` None means "the property named `label`".

    An alignment of its own prevails; without one a view's columns are left-aligned.
    """

    label: str
    expression: Expression | None = None
    width: int = 0
    alignment: Alignment = Alignment.LEFT
    format_string: str = ""


@dataclass(frozen=True, slots=True)
class ListItem:
    """One line of a list; `shown_if` leaves it out where it returns something false."""

    label: str
    expression: Expression | None = None
    format_string: str = ""
    shown_if: Callable[[object], bool] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupBy:
    """What a view groups by; `label` None means "the expression's name".

    `heading` None prints "   label: value"; else it returns the lines of the heading.
    """

    expression: Expression
    label: str | None = None
    heading: Callable[[object], list[str]] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TableView:
    """A table; `autosize` sizes columns after their content even where widths are given."""

    name: str
    types: tuple[str, ...]
    columns: tuple[TableColumn, ...]
    group_by: GroupBy | None = None
    autosize: bool = False
    wrap: bool = False
    hide_header: bool = False
    out_of_band: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ListView:
    """A list of labelled values."""

    name: str
    types: tuple[str, ...]
    items: tuple[ListItem, ...]
    group_by: GroupBy | None = None
    out_of_band: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WideView:
    """One value per object, several objects on a line; `columns` 0 means two."""

    name: str
    types: tuple[str, ...]
    item: Expression
    format_string: str = ""
    columns: int = 0
    autosize: bool = False
    group_by: GroupBy | None = None
    out_of_band: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomView:
    """Free text: `lines` returns the lines of one object.

    `out_of_band` objects print at once wherever they come, in no table or list.
    """

    name: str
    types: tuple[str, ...]
    lines: Callable[[object], list[str]]
    group_by: GroupBy | None = None
    out_of_band: bool = False


View = TableView | ListView | WideView | CustomView


def shape_of(view: View) -> Shape:
    """Return the layout of `view`."""
    match view:
        case TableView():
            return Shape.TABLE
        case ListView():
            return Shape.LIST
        case WideView():
            return Shape.WIDE
        case CustomView():
            return Shape.CUSTOM
