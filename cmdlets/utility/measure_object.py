"""Measure-Object."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from cmdlets.context import Context
from cmdlets.spec import Cmdlet, at, param, switch
from cmdlets.utility.measure_info import MeasureInfo, TextMeasureInfo, measure_info_class
from cmdlets.utility.ordering import ordered
from cmdlets.utility.property_expressions import Expression, computed, expressions
from emulator.objects.basic_types import DOUBLE
from emulator.objects.conversion import convert
from emulator.objects.errors import ClrError, ErrorCategory
from emulator.objects.members import MISSING, get_property
from emulator.objects.psobject import AUTOMATION_NULL, PSObject
from emulator.objects.text import to_string
from emulator.powershell.binder.validators import not_null_or_empty

_GENERIC = "GenericMeasure"
_TEXT = "TextMeasure"


@dataclass(slots=True)
class Figures:
    """What was counted of one property so far."""

    name: str | None
    count: int = 0
    numbers: list[float] = field(default_factory=list)
    spoilt: bool = False
    """Whether a value that is no number was among those to sum up."""
    highest: object = None
    lowest: object = None
    lines: int = 0
    words: int = 0
    characters: int = 0


class MeasureObject(
    Cmdlet,
    name="Measure-Object",
    module="Microsoft.PowerShell.Utility",
    class_name="Microsoft.PowerShell.Commands.MeasureObjectCommand",
    default_set=_GENERIC,
    aliases=("measure",),
):
    """Count objects and compute sums, averages and extremes of their properties.

    PS> Get-VM | Measure-Object MemoryAssigned -Sum
    """

    input_object: object = param(
        "System.Management.Automation.PSObject",
        "The objects to measure.",
        sets=at(by_value=True),
        default=AUTOMATION_NULL,
    )
    property: list[object] | None = param(
        "System.Object[]",
        "The properties to measure; without it the objects themselves.",
        sets=at(0),
        validators=(not_null_or_empty(),),
    )
    standard_deviation: bool = switch(
        "Compute the standard deviation.", sets=(_GENERIC,), core_only=True
    )
    sum: bool = switch("Compute the sum.", sets=(_GENERIC,))
    all_stats: bool = switch("Compute all figures.", sets=(_GENERIC,), core_only=True)
    average: bool = switch("Compute the average.", sets=(_GENERIC,))
    maximum: bool = switch("Find the highest.", sets=(_GENERIC,))
    minimum: bool = switch("Find the lowest.", sets=(_GENERIC,))
    line: bool = switch("Count lines.", sets=(_TEXT,))
    word: bool = switch("Count words.", sets=(_TEXT,))
    character: bool = switch("Count characters.", sets=(_TEXT,))
    ignore_white_space: bool = switch("Leave white space out of the count.", sets=(_TEXT,))

    def begin(self, ps: Context) -> Iterable[object]:
        """Read the properties."""
        self._expressions = expressions(ps, self.property or (), ())
        self._figures: dict[str, Figures] = {}
        if not self._expressions:
            self._figures[""] = Figures(None)
        self._text = ps.parameter_set == _TEXT
        self._sums = self.sum or self.average or self.standard_deviation or self.all_stats
        self._extremes = self.maximum or self.minimum or self.all_stats
        return ()

    def process(self, ps: Context) -> Iterable[object]:
        """Measure one object."""
        item = self.input_object
        if item is None or item is AUTOMATION_NULL:
            return ()
        if not self._expressions:
            self._measure(ps, self._figures[""], item)
            return ()
        for expression in self._expressions:
            for name, value in _values(ps, expression, item):
                figures = self._figures.setdefault(name.lower(), Figures(name))
                self._measure(ps, figures, value)
        return ()

    def end(self, ps: Context) -> Iterator[object]:
        """Write one result per property."""
        for expression in self._expressions:
            name = expression.text
            if not expression.entries and name.lower() not in self._figures and not ps.is_core:
                self._refuse_unknown(ps, name)
        for figures in self._figures.values():
            yield self._text_result(figures) if self._text else self._result(ps, figures)

    def _measure(self, ps: Context, figures: Figures, value: object) -> None:
        figures.count += 1
        bare = value.base if isinstance(value, PSObject) and value.base is not None else value
        if self._text:
            self._count_text(figures, to_string(bare))
            return
        if self._sums and bare is not None:
            number = _number(bare)
            if number is None:
                figures.spoilt = True
                self._refuse_number(ps, bare)
            else:
                figures.numbers.append(number)
        if self._extremes and bare is not None:
            figures.highest = _better(figures.highest, bare, 1)
            figures.lowest = _better(figures.lowest, bare, -1)

    def _count_text(self, figures: Figures, text: str) -> None:
        if text:
            figures.lines += text.count("\n") + (not text.endswith("\n"))
        figures.words += len(text.split())
        if self.ignore_white_space:
            text = "".join(text.split())
        figures.characters += len(text)

    def _text_result(self, figures: Figures) -> TextMeasureInfo:
        return TextMeasureInfo(
            lines=figures.lines if self.line else None,
            words=figures.words if self.word else None,
            characters=figures.characters if self.character else None,
            property_name=figures.name,
        )

    def _result(self, ps: Context, figures: Figures) -> MeasureInfo:
        extremes = (figures.highest, figures.lowest)
        numbers = all(one is None or _number(one) is not None for one in extremes)
        info = measure_info_class(numbers=numbers, core=ps.is_core)(
            count=figures.count, property_name=figures.name
        )
        if not figures.spoilt:
            self._fill_sums(info, figures)
        if self.maximum or self.all_stats:
            info.maximum = _number(figures.highest) if numbers else figures.highest
        if self.minimum or self.all_stats:
            info.minimum = _number(figures.lowest) if numbers else figures.lowest
        return info

    def _fill_sums(self, info: MeasureInfo, figures: Figures) -> None:
        total = sum(figures.numbers, 0.0)
        if self.sum or self.all_stats:
            info.sum = total
        if not figures.count:
            return
        mean = total / figures.count
        if self.average or self.all_stats:
            info.average = mean
        if self.standard_deviation or self.all_stats:
            squares = sum((one - mean) ** 2 for one in figures.numbers)
            spread = squares / (figures.count - 1) if figures.count > 1 else 0.0
            info.deviation = spread**0.5

    def _refuse_number(self, ps: Context, value: object) -> None:
        ps.write_error(
            ps.record(
                f'Input object "{to_string(value)}" is not numeric.',
                "NonNumericInputObject",
                ErrorCategory.InvalidType,
                type_name="System.Management.Automation.PSInvalidOperationException",
                target=value,
            )
        )

    def _refuse_unknown(self, ps: Context, name: str) -> None:
        ps.write_error(
            ps.record(
                f'The property "{name}" cannot be found in the input for any objects.',
                "GenericMeasurePropertyNotFound",
                ErrorCategory.InvalidArgument,
            )
        )


def _values(ps: Context, expression: Expression, item: object) -> Iterator[tuple[str, object]]:
    if expression.block is not None:
        yield expression.text, computed(ps, expression.block, item)
        return
    for name in expression.names_in(item):
        value = get_property(item, name)
        if value is not MISSING:
            yield name, value


def _number(value: object) -> float | None:
    if isinstance(value, bool | int | float | Decimal | str):
        try:
            made = convert(value, DOUBLE)
        except ClrError:
            return None
        return made if isinstance(made, float) else None
    return None


def _better(best: object, value: object, sign: int) -> object:
    if best is None:
        return value
    mine, other = _number(best), _number(value)
    if mine is not None and other is not None:
        return value if sign * other > sign * mine else best
    return value if sign * ordered(value, best) > 0 else best
