"""SwitchParameter: the value of a switch."""

from typing import Final

from emulator.objects.basic_types import BOOLEAN, VALUE_TYPE
from emulator.objects.conversion_failures import no_conversion
from emulator.objects.types import ClrObject, Method, Property, PSType


class SwitchParameter(ClrObject):
    """System.Management.Automation.SwitchParameter; true where the switch was given."""

    __slots__ = ("is_present",)

    def __init__(self, is_present: bool) -> None:  # noqa: FBT001 - a value of one bool
        """Be present or not."""
        self.is_present = is_present

    def __bool__(self) -> bool:
        return self.is_present

    def __eq__(self, other: object) -> bool:
        if isinstance(other, SwitchParameter):
            return self.is_present == other.is_present
        return isinstance(other, bool) and self.is_present == other

    def __hash__(self) -> int:
        return hash(self.is_present)

    def __repr__(self) -> str:
        return f"SwitchParameter({self.is_present})"

    def to_text(self) -> str:
        """Return True or False."""
        return str(self.is_present)


def _convert(value: object, type_: PSType) -> SwitchParameter:
    if isinstance(value, bool):
        return PRESENT if value else ABSENT
    if value is None:
        return ABSENT
    raise no_conversion(value, type_)


SWITCH_PARAMETER: Final = PSType(
    name="System.Management.Automation.SwitchParameter",
    base=VALUE_TYPE,
    python=SwitchParameter,
    value_type=True,
    properties=(Property(name="IsPresent", type_name=BOOLEAN.name, get=lambda it: it.is_present),),
    methods=(
        Method(
            name="ToBool",
            call=lambda it: it.is_present,
            definitions=("bool ToBool()",),
        ),
    ),
    cast=_convert,
)
SwitchParameter.ps_type = SWITCH_PARAMETER

PRESENT: Final = SwitchParameter(True)  # noqa: FBT003 - the value itself
"""A switch that was given."""
ABSENT: Final = SwitchParameter(False)  # noqa: FBT003 - the value itself
"""A switch that was not given, or was given as -Switch:$false."""
