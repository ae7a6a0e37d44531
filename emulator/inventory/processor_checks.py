"""Which processor settings Hyper-V accepts."""

from typing import Final

from emulator.inventory.memory_checks import Fault
from emulator.inventory.processor import ProcessorSettings
from emulator.inventory.refusals import Reason

PERCENT_RANGE: Final = (0, 100)
RELATIVE_WEIGHT_RANGE: Final = (1, 10_000)
FREE_WHILE_RUNNING: Final = frozenset({"maximum_percent", "reserve_percent", "relative_weight"})
"""What may change while the machine is on; the rest asks for a machine that is off.

Source: assumed, as Hyper-V Manager greys the others out.
"""


def processor_fault(settings: ProcessorSettings, logical_processors: int) -> Fault | None:
    """Return the first thing Hyper-V would not accept in `settings`, None if nothing.

    Source: documented ranges of Set-VMProcessor; a machine has at most the host's logical
    processors (documented); that a reserve above the maximum is refused is assumed.
    """
    if not 1 <= settings.count <= logical_processors:
        return Fault(Reason.PROCESSOR_COUNT_OUT_OF_RANGE, "count", str(settings.count))
    for name, value, (least, most) in (
        ("maximum_percent", settings.maximum_percent, PERCENT_RANGE),
        ("reserve_percent", settings.reserve_percent, (0, settings.maximum_percent)),
        ("relative_weight", settings.relative_weight, RELATIVE_WEIGHT_RANGE),
    ):
        if not least <= value <= most:
            return Fault(Reason.PROCESSOR_VALUE_OUT_OF_LIMITS, name, str(value))
    return None
