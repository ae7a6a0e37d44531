"""Sort-Object."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cmp_to_key

from cmdlets.context import Context
from cmdlets.spec import Cmdlet, at, param, switch
from cmdlets.utility.ordering import ordered
from cmdlets.utility.property_expressions import Expression, expressions, value_of
from emulator.objects.members import MISSING
from emulator.objects.psobject import AUTOMATION_NULL
from emulator.objects.truth import is_true
from emulator.powershell.binder.validators import in_range

_DEFAULT = "Default"
_TOP = "Top"
_BOTTOM = "Bottom"


@dataclass(frozen=True, slots=True)
class Row:
    """An object with the values it is sorted by."""

    item: object
    keys: tuple[object, ...]


class SortObject(
    Cmdlet,
    name="Sort-Object",
    module="Microsoft.PowerShell.Utility",
    class_name="Microsoft.PowerShell.Commands.SortObjectCommand",
    default_set=_DEFAULT,
    aliases=("sort",),
):
    """Sort objects by their values or by properties.

    PS> Get-VM | Sort-Object MemoryAssigned -Descending
    """

    stable: bool = switch(
        "Keep the order of equal objects (always so here).", sets=(_DEFAULT,), core_only=True
    )
    descending: bool = switch("From high to low.")
    unique: bool = switch("Write equal objects once.")
    top: int = param(
        "System.Int32",
        "How many of the first.",
        sets={_TOP: at(mandatory=True)},
        core_only=True,
        validators=(in_range(1, 2147483647),),
    )
    bottom: int = param(
        "System.Int32",
        "How many of the last.",
        sets={_BOTTOM: at(mandatory=True)},
        core_only=True,
        validators=(in_range(1, 2147483647),),
    )
    input_object: object = param(
        "System.Management.Automation.PSObject",
        "The objects to sort.",
        sets=at(by_value=True),
        default=AUTOMATION_NULL,
    )
    property: list[object] | None = param(
        "System.Object[]",
        "Properties to sort by: names, script blocks, or @{e=...; Descending=$true}.",
        sets=at(0),
    )
    culture: str | None = param(
        "System.String", "The culture of the order; only en-US's is known here.", not_emulated=True
    )
    case_sensitive: bool = switch("Tell upper from lower case.")

    def begin(self, ps: Context) -> Iterable[object]:
        """Read the properties."""
        self._expressions = expressions(ps, self.property or (), ("ascending", "descending"))
        self._rows: list[Row] = []
        return ()

    def process(self, ps: Context) -> Iterable[object]:
        """Keep one object with its keys."""
        item = self.input_object
        if item is not None and item is not AUTOMATION_NULL:
            self._rows.append(Row(item, self._keys(ps, item)))
        return ()

    def end(self, ps: Context) -> Iterable[object]:
        """Write the objects in order."""
        directions = tuple(self._is_descending(one) for one in self._expressions) or (
            self.descending,
        )

        def compare(left: Row, right: Row) -> int:
            return self._compare(left, right, directions)

        rows = sorted(self._rows, key=cmp_to_key(compare))
        if self.unique:
            rows = [
                row
                for at, row in enumerate(rows)
                if at == len(rows) - 1 or self._compare(row, rows[at + 1], directions)
            ]
        if ps.is_bound("top"):
            rows = rows[: self.top]
        elif ps.is_bound("bottom"):
            rows = rows[-self.bottom :]
        return [row.item for row in rows]

    def _keys(self, ps: Context, item: object) -> tuple[object, ...]:
        if not self._expressions:
            return (item,)
        return tuple(value_of(ps, one, item) for one in self._expressions)

    def _is_descending(self, expression: Expression) -> bool:
        entries = expression.entries
        if "descending" in entries:
            return is_true(entries["descending"])
        if "ascending" in entries:
            return not is_true(entries["ascending"])
        return self.descending

    def _compare(self, left: Row, right: Row, directions: Sequence[bool]) -> int:
        for mine, other, descending in zip(left.keys, right.keys, directions, strict=True):
            if mine is MISSING or other is MISSING:
                result = (mine is MISSING) - (other is MISSING)
            else:
                result = ordered(mine, other, case_sensitive=self.case_sensitive)
                result = -result if descending else result
            if result:
                return result
        return 0
