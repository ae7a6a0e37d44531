"""default(T): the zero of each value type."""

from emulator.objects.basic_types import BOOLEAN, CHAR, NUMBERS
from emulator.objects.enums import EnumValue
from emulator.objects.identifiers import EMPTY_GUID, GUID
from emulator.objects.moments import DATE_TIME, TIME_SPAN, DateTime, TimeSpan
from emulator.objects.number_conversion import number_as
from emulator.objects.numbers import Char
from emulator.objects.types import PSType


def zero_of(type_: PSType) -> object:
    """Return the value that all bits zero mean; None for a reference type."""
    if type_ in NUMBERS:
        return number_as(0, type_)
    if type_.is_enum:
        return EnumValue(type_, 0)
    zeros: dict[PSType, object] = {
        BOOLEAN: False,
        CHAR: Char("\0"),
        DATE_TIME: DateTime(0),
        TIME_SPAN: TimeSpan(0),
        GUID: EMPTY_GUID,
    }
    return zeros.get(type_)
