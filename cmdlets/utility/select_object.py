"""Select-Object."""

from collections import deque
from collections.abc import Iterable, Iterator

from cmdlets.context import Context
from cmdlets.spec import Cmdlet, at, param, switch
from cmdlets.utility.ordering import same_values
from cmdlets.utility.property_expressions import (
    Expression,
    computed,
    expressions,
)
from emulator.objects.enumeration import enumerate_value
from emulator.objects.errors import ErrorCategory
from emulator.objects.members import MISSING, get_property, properties, property_names
from emulator.objects.psobject import AUTOMATION_NULL, PSObject
from emulator.objects.typing_of import type_names
from emulator.objects.wildcards import is_match
from emulator.powershell.binder.validators import in_range
from emulator.powershell.runtime.signals import StopUpstream

_DEFAULT = "DefaultParameter"
_SKIP_LAST = "SkipLastParameter"
_INDEX = "IndexParameter"
_SKIP_INDEX = "SkipIndexParameter"
_SHAPING = (_DEFAULT, _SKIP_LAST)
_COUNT = in_range(0, 2147483647)
_CUSTOM = "System.Management.Automation.PSCustomObject"


class SelectObject(
    Cmdlet,
    name="Select-Object",
    module="Microsoft.PowerShell.Utility",
    class_name="Microsoft.PowerShell.Commands.SelectObjectCommand",
    default_set=_DEFAULT,
    aliases=("select",),
):
    """Choose properties of objects, or some of the objects.

    PS> Get-VM | Select-Object Name, State

    PS> 1..10 | Select-Object -First 3
    """

    input_object: object = param(
        "System.Management.Automation.PSObject",
        "The objects to choose from.",
        sets=at(by_value=True),
        default=AUTOMATION_NULL,
    )
    property: list[object] | None = param(
        "System.Object[]",
        "Properties to keep: names, wildcards, script blocks, or @{n=...; e=...}.",
        sets={_DEFAULT: at(0), _SKIP_LAST: at(0)},
    )
    exclude_property: list[str] | None = param(
        "System.String[]", "Properties to leave out.", sets=_SHAPING, wildcards=True
    )
    expand_property: str | None = param(
        "System.String", "A property whose value is written instead.", sets=_SHAPING
    )
    unique: bool = switch("Write equal objects once.")
    case_insensitive: bool = switch("Compare texts without case.", core_only=True)
    last: int = param(
        "System.Int32", "How many from the end.", sets=(_DEFAULT,), validators=(_COUNT,), default=0
    )
    first: int = param(
        "System.Int32",
        "How many from the beginning.",
        sets=(_DEFAULT,),
        validators=(_COUNT,),
        default=0,
    )
    skip: int = param(
        "System.Int32",
        "How many to leave out first.",
        sets=(_DEFAULT,),
        validators=(_COUNT,),
        default=0,
    )
    skip_last: int = param(
        "System.Int32",
        "How many to leave out at the end.",
        sets=(_SKIP_LAST,),
        validators=(_COUNT,),
        default=0,
    )
    wait: bool = switch("Do not stop the commands before.", sets=(_DEFAULT, _INDEX))
    index: list[int] | None = param(
        "System.Int32[]", "Which objects, from 0.", sets=(_INDEX,), validators=(_COUNT,)
    )
    skip_index: list[int] | None = param(
        "System.Int32[]",
        "Which objects not, from 0.",
        sets={_SKIP_INDEX: at(mandatory=True)},
        core_only=True,
        validators=(_COUNT,),
    )

    def begin(self, ps: Context) -> Iterable[object]:
        """Read the properties and make ready to count."""
        given = self.property
        if given is None and self.exclude_property and ps.is_core and not self.expand_property:
            given = ["*"]
        self._expressions = expressions(ps, given or (), ("label",))
        self._shaped = given is not None
        self._seen = 0
        self._emitted = 0
        self._tail: deque[object] = deque()
        self._kept: list[object] = []
        self._last_index = max(self.index) if self.index else -1
        return ()

    def process(self, ps: Context) -> Iterator[object]:
        """Take one object or leave it."""
        item = self.input_object
        if item is None or item is AUTOMATION_NULL:
            return
        at_index = self._seen
        self._seen += 1
        if self.index is not None or self.skip_index is not None:
            yield from self._by_index(ps, item, at_index)
        elif ps.is_bound("skip_last"):
            self._tail.append(item)
            if len(self._tail) > self.skip_last:
                yield from self._emit(ps, self._tail.popleft())
        elif ps.is_bound("first") or ps.is_bound("last"):
            yield from self._by_count(ps, item)
        elif self._seen > self.skip:
            yield from self._emit(ps, item)

    def end(self, ps: Context) -> Iterator[object]:
        """Write what had to wait for the last object."""
        if ps.is_bound("last"):
            kept = list(self._tail)
            if self.skip and not ps.is_bound("first"):
                kept = kept[: -self.skip]
            for item in kept[-self.last :] if self.last else ():
                yield from self._emit(ps, item)
        yield from self._kept

    def _by_index(self, ps: Context, item: object, at_index: int) -> Iterator[object]:
        if self.skip_index is not None:
            if at_index not in self.skip_index:
                yield from self._emit(ps, item)
            return
        assert self.index is not None
        if at_index in self.index:
            yield from self._emit(ps, item)
        if at_index >= self._last_index and not self.wait:
            raise StopUpstream

    def _by_count(self, ps: Context, item: object) -> Iterator[object]:
        first = ps.is_bound("first")
        last = ps.is_bound("last")
        if first and self._seen <= self.skip:
            return
        if first and self._emitted < self.first:
            self._emitted += 1
            yield from self._emit(ps, item)
        elif last:
            self._tail.append(item)
            if len(self._tail) > self.last + self.skip:
                self._tail.popleft()
        if first and not last and not self.wait and self._emitted >= self.first:
            yield from self._kept
            self._kept = []
            raise StopUpstream

    def _emit(self, ps: Context, item: object) -> Iterator[object]:
        made = self._expanded(ps, item) if self.expand_property else self._selected(ps, item)
        if not self.unique:
            yield from made
            return
        sensitive = not self.case_insensitive
        for one in made:
            if not any(_same(one, kept, case_sensitive=sensitive) for kept in self._kept):
                self._kept.append(one)

    def _selected(self, ps: Context, item: object) -> list[object]:
        if not self._shaped:
            return [item]
        made = PSObject(type_names=[f"Selected.{type_names(item)[0]}", _CUSTOM, "System.Object"])
        for name, value in self._notes(ps, item):
            if name.lower() in made.members:
                self._complain(ps, name, "NoExpand", item)
            else:
                made.add_note(name, value)
        return [made]

    def _notes(self, ps: Context, item: object) -> Iterator[tuple[str, object]]:
        excluded = self.exclude_property or ()
        for expression in self._expressions:
            for name, value in _noted(ps, expression, item):
                if not any(is_match(pattern, name) for pattern in excluded):
                    yield name, value

    def _expanded(self, ps: Context, item: object) -> list[object]:
        expression = Expression(name=self.expand_property, entries={})
        names = expression.names_in(item)
        found = [(name, get_property(item, name)) for name in names]
        found = [(name, value) for name, value in found if value is not MISSING]
        if not found:
            message = f'Property "{self.expand_property}" cannot be found.'
            self._error(ps, message, "ExpandPropertyNotFound", item)
            return []
        if len(found) > 1:
            self._error(
                ps, "Multiple properties cannot be expanded.", "MutlipleExpandProperties", item
            )
            return []
        value = found[0][1]
        items = enumerate_value(value)
        if items is None:
            items = iter(() if value is None else (value,))
        if not self._shaped:
            return list(items)
        return [self._extended(ps, one, item) for one in items]

    def _extended(self, ps: Context, value: object, item: object) -> object:
        """Give an expanded value the chosen properties of the object it comes from."""
        names = type_names(value)
        made = PSObject(value, type_names=[f"Selected.{names[0]}", *names])
        if isinstance(value, PSObject):
            made.base = value.base
            made.members.update(value.members)
        known = {name.lower() for name in property_names(made)}
        for name, held in self._notes(ps, item):
            if name.lower() in known:
                self._complain(ps, name, "Expand", item)
            else:
                made.add_note(name, held)
        return made

    def _complain(self, ps: Context, name: str, kind: str, item: object) -> None:
        ps.write_error(
            ps.record(
                f'The property cannot be processed because the property "{name}" already exists.',
                f"AlreadyExistingUserSpecifiedProperty{kind}",
                ErrorCategory.InvalidOperation,
                target=item,
            )
        )

    def _error(self, ps: Context, message: str, error_id: str, item: object) -> None:
        ps.write_error(ps.record(message, error_id, ErrorCategory.InvalidArgument, target=item))


def _noted(ps: Context, expression: Expression, item: object) -> Iterator[tuple[str, object]]:
    """Yield the names and values that one entry of -Property gives."""
    if expression.block is not None:
        yield expression.label or expression.text, computed(ps, expression.block, item)
        return
    assert expression.name is not None
    for name in expression.names_in(item):
        value = get_property(item, name)
        if value is MISSING:
            value = None
        elif expression.label is None:
            yield _declared(item, name), value
            continue
        yield expression.label or name, value


def _declared(item: object, name: str) -> str:
    """Return the property's name as it is declared."""
    lower = name.lower()
    return next((one for one in property_names(item) if one.lower() == lower), name)


def _same(left: object, right: object, *, case_sensitive: bool) -> bool:
    if isinstance(left, PSObject) and isinstance(right, PSObject) and left.members:
        mine, other = list(properties(left)), list(properties(right))
        return len(mine) == len(other) and all(
            same_values(value, get_property(right, name), case_sensitive=case_sensitive)
            for name, value in mine
        )
    return same_values(left, right, case_sensitive=case_sensitive)
