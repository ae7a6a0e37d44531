"""Group-Object."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cmp_to_key
from typing import Any, Final

from cmdlets.context import Context
from cmdlets.spec import Cmdlet, at, param, switch
from cmdlets.utility.ordering import ordered
from cmdlets.utility.property_expressions import expressions, value_of
from emulator.dotnet.lists import ARRAY_LIST, GrowingList, collection_of
from emulator.objects.basic_types import OBJECT
from emulator.objects.collections import Hashtable
from emulator.objects.errors import ErrorCategory
from emulator.objects.members import MISSING
from emulator.objects.psobject import AUTOMATION_NULL
from emulator.objects.text import to_string
from emulator.objects.types import ClrObject, Property, PSType

_NS: Final = "Microsoft.PowerShell.Commands."
_HASH: Final = "HashTable"
DUPLICATE_TEXT: Final = (
    "The objects grouped by this property cannot be expanded because there is a key duplication. "
    "Provide a valid value for the property, and then try again."
)


class GroupInfo(ClrObject):
    """A group: the values its objects share, and the objects."""

    __slots__ = ("group", "values")

    def __init__(self, values: list[object]) -> None:
        """Begin a group without objects."""
        self.values = values
        self.group = collection_of(())

    @property
    def name(self) -> str:
        """The values as one text."""
        return ", ".join(to_string(value) for value in self.values)


def _values(info: GroupInfo) -> GrowingList:
    return GrowingList(ARRAY_LIST, info.values)


def _get(attribute: str) -> Any:
    return lambda info: getattr(info, attribute)


_PROPERTIES: Final = (
    Property(name="Values", type_name="System.Collections.ArrayList", get=_values),
    Property(name="Count", type_name="System.Int32", get=lambda info: len(info.group)),
)
_NAME: Final = Property(name="Name", type_name="System.String", get=_get("name"))
GroupInfo.ps_type = PSType(
    name=_NS + "GroupInfo",
    base=OBJECT,
    properties=(
        *_PROPERTIES,
        Property(
            name="Group",
            type_name="System.Collections.ObjectModel.Collection`1"
            "[System.Management.Automation.PSObject]",
            get=_get("group"),
        ),
        _NAME,
    ),
)


class GroupInfoNoElement(GroupInfo):
    """A group that does not show its objects."""

    __slots__ = ()
    ps_type = PSType(
        name=_NS + "GroupInfoNoElement", base=GroupInfo.ps_type, properties=(*_PROPERTIES, _NAME)
    )


@dataclass(frozen=True, slots=True)
class Row:
    """An object and the values it is grouped by."""

    item: object
    keys: list[object]


class GroupObject(
    Cmdlet,
    name="Group-Object",
    module="Microsoft.PowerShell.Utility",
    class_name="Microsoft.PowerShell.Commands.GroupObjectCommand",
    aliases=("group",),
):
    """Put objects with equal values together.

    PS> Get-VM | Group-Object State
    """

    no_element: bool = switch("Leave the objects out of the groups.")
    as_hash_table: bool = switch(
        "Write one hashtable: value to objects.", sets=(_HASH,), aliases=("AHT",)
    )
    as_string: bool = switch("Make the hashtable's keys texts.", sets=(_HASH,))
    input_object: object = param(
        "System.Management.Automation.PSObject",
        "The objects to group.",
        sets=at(by_value=True),
        default=AUTOMATION_NULL,
    )
    property: list[object] | None = param(
        "System.Object[]", "The properties to group by.", sets=at(0)
    )
    culture: str | None = param(
        "System.String",
        "The culture of the comparison; only en-US's is known here.",
        not_emulated=True,
    )
    case_sensitive: bool = switch("Tell upper from lower case.")

    def begin(self, ps: Context) -> Iterable[object]:
        """Read the properties."""
        self._expressions = expressions(ps, self.property or (), ())
        self._rows: list[Row] = []
        return ()

    def process(self, ps: Context) -> Iterable[object]:
        """Keep one object with its values."""
        item = self.input_object
        if item is not None and item is not AUTOMATION_NULL:
            keys = [value_of(ps, one, item) for one in self._expressions] or [item]
            self._rows.append(Row(item, [None if key is MISSING else key for key in keys]))
        return ()

    def end(self, ps: Context) -> Iterable[object]:
        """Write the groups: by value in PowerShell 7, by first appearance in 5.1."""
        groups: list[GroupInfo] = []
        made = GroupInfoNoElement if self.no_element else GroupInfo
        rows = self._rows
        if ps.is_core:

            def compare(left: Row, right: Row) -> int:
                return self._compare(left.keys, right.keys)

            rows = sorted(rows, key=cmp_to_key(compare))
        for row in rows:
            group = self._find(groups, row.keys, newest_only=ps.is_core)
            if group is None:
                group = made(row.keys)
                groups.append(group)
            group.group.items.append(row.item)
        if self.as_hash_table:
            return (self._table(ps, groups),) if groups else ()
        return groups

    def _find(
        self, groups: list[GroupInfo], keys: list[object], *, newest_only: bool
    ) -> GroupInfo | None:
        for group in groups[-1:] if newest_only else groups:
            if self._compare(group.values, keys) == 0:
                return group
        return None

    def _compare(self, left: list[object], right: list[object]) -> int:
        for mine, other in zip(left, right, strict=True):
            result = ordered(mine, other, case_sensitive=self.case_sensitive)
            if result:
                return result
        return 0

    def _table(self, ps: Context, groups: list[GroupInfo]) -> Hashtable:
        table = Hashtable(case_sensitive=self.case_sensitive)
        for group in groups:
            key: object = group.name if self.as_string else group.values[0]
            if key is None or key in table:
                ps.throw(
                    ps.record(
                        DUPLICATE_TEXT,
                        DUPLICATE_TEXT,
                        ErrorCategory.InvalidArgument,
                        type_name="System.Exception",
                    )
                )
            table[key] = group.group
        return table
