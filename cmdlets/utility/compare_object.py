"""Compare-Object."""

from collections.abc import Iterable, Iterator
from typing import Final

from cmdlets.context import Context
from cmdlets.spec import Cmdlet, at, param, switch
from cmdlets.utility.ordering import same_values
from cmdlets.utility.property_expressions import Expression, expressions, value_of
from emulator.objects.members import MISSING
from emulator.objects.psobject import PSObject
from emulator.powershell.binder.validators import ALLOW_EMPTY_COLLECTION, in_range

_ARRAY: Final = "System.Management.Automation.PSObject[]"
_MOST: Final = 2147483647
EQUAL: Final = "=="
ONLY_REFERENCE: Final = "<="
ONLY_DIFFERENCE: Final = "=>"


class CompareObject(
    Cmdlet,
    name="Compare-Object",
    module="Microsoft.PowerShell.Utility",
    class_name="Microsoft.PowerShell.Commands.CompareObjectCommand",
    aliases=("compare", "diff"),
):
    """Compare two lists of objects and say what only one of them has.

    The order of the answers is the real one's, whose way of comparing this follows.

    PS> Compare-Object $before $after -Property Name
    """

    reference_object: list[object] = param(
        _ARRAY,
        "The list to compare with.",
        sets=at(0, mandatory=True),
        validators=(ALLOW_EMPTY_COLLECTION,),
    )
    difference_object: list[object] = param(
        _ARRAY,
        "The list that is compared.",
        sets=at(1, mandatory=True, by_value=True),
        validators=(ALLOW_EMPTY_COLLECTION,),
    )
    sync_window: int = param(
        "System.Int32",
        "How many objects around are looked at.",
        validators=(in_range(0, _MOST),),
        default=_MOST,
    )
    property: list[object] | None = param("System.Object[]", "Properties to compare.")
    exclude_different: bool = switch("Leave out what differs.")
    include_equal: bool = switch("Write what is equal too.")
    pass_thru: bool = switch("Write the objects themselves.")
    culture: str | None = param(
        "System.String",
        "The culture of the comparison; only en-US's is known here.",
        not_emulated=True,
    )
    case_sensitive: bool = switch("Tell upper from lower case.")

    def begin(self, ps: Context) -> Iterable[object]:
        """Read the properties."""
        self._expressions = expressions(ps, self.property or (), ())
        self._references: list[object] | None = None
        self._left: list[object] = []
        self._right: list[object] = []
        self._equal_too = self.include_equal or (ps.is_core and self.exclude_different)
        return ()

    def process(self, ps: Context) -> Iterator[object]:
        """Compare the objects of one list with what is left of the reference."""
        if self._references is None:
            self._references = list(reversed(self.reference_object))
        for item in self.difference_object:
            yield from self._step(ps, [item])

    def end(self, ps: Context) -> Iterator[object]:
        """Compare the rest of the reference and write what found no match."""
        if self._references is None:
            self._references = list(reversed(self.reference_object))
        while self._references:
            yield from self._step(ps, [])
        for item in self._right:
            yield from self._different(ps, item, ONLY_DIFFERENCE)
        for item in self._left:
            yield from self._different(ps, item, ONLY_REFERENCE)

    def _step(self, ps: Context, difference: list[object]) -> Iterator[object]:
        """Take the next reference; `difference` is the next of the others, or empty."""
        assert self._references is not None, "process and end fill it"
        reference = [self._references.pop()] if self._references else []
        if reference and difference and self._same(ps, reference[0], difference[0]):
            yield from self._equal(ps, reference[0])
            return
        if difference:
            found = self._taken(ps, difference[0], self._left)
            if found:
                yield from self._equal(ps, found[0])
                difference = []
        if reference and self._taken(ps, reference[0], self._right):
            yield from self._equal(ps, reference[0])
            reference = []
        yield from self._put_back(ps, difference, self._right, ONLY_DIFFERENCE)
        yield from self._put_back(ps, reference, self._left, ONLY_REFERENCE)

    def _put_back(
        self, ps: Context, items: list[object], waiting: list[object], side: str
    ) -> Iterator[object]:
        """Let what found no match wait, as far as the window allows."""
        for item in items:
            waiting.append(item)
            while len(waiting) > self.sync_window:
                yield from self._different(ps, waiting.pop(0), side)

    def _taken(self, ps: Context, item: object, waiting: list[object]) -> list[object]:
        for at_index, one in enumerate(waiting):
            if self._same(ps, item, one):
                return [waiting.pop(at_index)]
        return []

    def _same(self, ps: Context, left: object, right: object) -> bool:
        if not self._expressions:
            return _custom(left, right) or same_values(
                left, right, case_sensitive=self.case_sensitive
            )
        return all(
            same_values(
                value_of(ps, one, left),
                value_of(ps, one, right),
                case_sensitive=self.case_sensitive,
            )
            for one in self._expressions
        )

    def _equal(self, ps: Context, item: object) -> Iterator[object]:
        if self._equal_too:
            yield self._answer(ps, item, EQUAL)

    def _different(self, ps: Context, item: object, side: str) -> Iterator[object]:
        if not self.exclude_different:
            yield self._answer(ps, item, side)

    def _answer(self, ps: Context, item: object, side: str) -> PSObject:
        if self.pass_thru:
            made = item if isinstance(item, PSObject) else PSObject(item)
        else:
            made = PSObject()
            if not self._expressions:
                made.add_note("InputObject", _bare(item))
            for one in self._expressions:
                value = value_of(ps, one, item)
                made.add_note(_label(one), None if value is MISSING else value)
        made.add_note("SideIndicator", side)
        return made


def _label(one: Expression) -> str:
    return one.label or one.text


def _bare(item: object) -> object:
    """Return the value of a wrapper that adds nothing to it."""
    plain = isinstance(item, PSObject) and item.base is not None and not item.members
    return item.base if plain and isinstance(item, PSObject) else item


def _custom(left: object, right: object) -> bool:
    """Whether both are custom objects: these are all equal. Source: cmdlets-compare-009."""
    return all(isinstance(one, PSObject) and one.base is None for one in (left, right))
