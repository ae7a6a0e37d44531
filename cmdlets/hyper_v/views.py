"""The default views of the module's classes. Source: catalogue (captured tables).

Every column is left-aligned and as wide as its content, numbers too (seen in all captures).
"""

from collections.abc import Callable, Iterable
from typing import Final

from emulator.formatting.views import Expression, TableColumn, TableView
from emulator.objects.arithmetic import divide
from emulator.objects.enumeration import enumerate_value
from emulator.objects.members import MISSING, get_property
from emulator.objects.text import to_string
from emulator.personas.catalogue import Catalogue
from emulator.personas.versions import Persona
from emulator.units import MIB

BEFORE_2016: Final = "before2016"
MODERN: Final = "modern"


def table_views(catalogue: Catalogue, persona: Persona) -> list[TableView]:
    """Return the views that a host of `persona` has."""
    absent = MODERN if persona.before_2016 else BEFORE_2016
    return [
        TableView(
            name=view["types"][0],
            types=tuple(view["types"]),
            columns=tuple(
                TableColumn(label, _expression(name, how)) for label, name, how in view["columns"]
            ),
        )
        for view in catalogue.views
        if view["personas"] != absent
    ]


def _expression(name: str, how: str) -> Expression:
    match how:
        case "":
            return name
        case "MB":
            return _in_megabytes(name)
        case direction:
            return _traffic(name, direction)


def _in_megabytes(name: str) -> Callable[[object], object]:
    """Return what shows a property's bytes in MiB, as `/ 1MB` does; nothing where it is none."""

    def megabytes(item: object) -> object:
        size = get_property(item, name)
        return divide(size, MIB) if isinstance(size, int) else None

    return megabytes


def _traffic(name: str, direction: str) -> Callable[[object], object]:
    """Return what sums the metered traffic of one direction, in MB."""

    def total(item: object) -> object:
        reports = get_property(item, name)
        rows: Iterable[object] = () if reports is MISSING else enumerate_value(reports) or ()
        return sum(
            size
            for row in rows
            if to_string(get_property(row, "Direction")) == direction
            and isinstance(size := get_property(row, "TotalTraffic"), int)
        )

    return total
