"""What Measure-Object writes."""

from typing import Any, Final

from emulator.objects.basic_types import OBJECT
from emulator.objects.types import ClrObject, Property, PSType

_NS: Final = "Microsoft.PowerShell.Commands."
_NUMBER: Final = "System.Nullable`1[System.Double]"


class MeasureInfo(ClrObject):
    """The figures of one property; None where they were not asked for."""

    __slots__ = ("average", "count", "deviation", "maximum", "minimum", "property", "sum")

    def __init__(self, *, count: int, property_name: str | None) -> None:
        """Begin with a count."""
        self.count = count
        self.property = property_name
        self.average: object = None
        self.sum: object = None
        self.maximum: object = None
        self.minimum: object = None
        self.deviation: object = None


def _read(name: str, attribute: str, type_name: str) -> Property:
    def get(info: Any) -> object:
        return getattr(info, attribute)

    return Property(name=name, type_name=type_name, get=get)


def _type(name: str, *, extreme: str, deviation: bool) -> PSType:
    properties = [
        _read("Count", "count", "System.Int32"),
        _read("Average", "average", _NUMBER),
        _read("Sum", "sum", _NUMBER),
        _read("Maximum", "maximum", extreme),
        _read("Minimum", "minimum", extreme),
    ]
    if deviation:
        properties.append(_read("StandardDeviation", "deviation", _NUMBER))
    properties.append(_read("Property", "property", "System.String"))
    return PSType(name=_NS + name, base=MEASURE_INFO, properties=tuple(properties))


MEASURE_INFO: Final = PSType(name=_NS + "MeasureInfo", base=OBJECT, abstract=True)


class GenericMeasureInfo(MeasureInfo):
    """Numbers, as 5.1 has them."""

    __slots__ = ()
    ps_type = _type("GenericMeasureInfo", extreme=_NUMBER, deviation=False)


class GenericMeasureInfoCore(MeasureInfo):
    """Numbers, as PowerShell 7 has them: with the standard deviation."""

    __slots__ = ()
    ps_type = _type("GenericMeasureInfo", extreme=_NUMBER, deviation=True)


class ObjectMeasureInfo(MeasureInfo):
    """Extremes that are no numbers, as 5.1 has them."""

    __slots__ = ()
    ps_type = _type("GenericObjectMeasureInfo", extreme="System.Object", deviation=False)


class ObjectMeasureInfoCore(MeasureInfo):
    """Extremes that are no numbers, as PowerShell 7 has them."""

    __slots__ = ()
    ps_type = _type("GenericObjectMeasureInfo", extreme="System.Object", deviation=True)


def measure_info_class(*, numbers: bool, core: bool) -> type[MeasureInfo]:
    """Return the class of a result."""
    if numbers:
        return GenericMeasureInfoCore if core else GenericMeasureInfo
    return ObjectMeasureInfoCore if core else ObjectMeasureInfo


class TextMeasureInfo(ClrObject):
    """Lines, words and characters; None where they were not asked for."""

    __slots__ = ("characters", "lines", "property", "words")

    def __init__(
        self,
        *,
        lines: int | None,
        words: int | None,
        characters: int | None,
        property_name: str | None,
    ) -> None:
        """Hold the counts."""
        self.lines = lines
        self.words = words
        self.characters = characters
        self.property = property_name

    ps_type = PSType(
        name=_NS + "TextMeasureInfo",
        base=MEASURE_INFO,
        properties=(
            _read("Lines", "lines", "System.Nullable`1[System.Int32]"),
            _read("Words", "words", "System.Nullable`1[System.Int32]"),
            _read("Characters", "characters", "System.Nullable`1[System.Int32]"),
            _read("Property", "property", "System.String"),
        ),
    )
