"""Virtual time: the clock with its dials, and the baton that running scripts hand on."""

from emulator.clock.baton import Baton
from emulator.clock.order import TooManyTurns
from emulator.clock.rate import MANUAL, REAL, Rate
from emulator.clock.turn import Stopped, StopReason, Turn
from emulator.clock.virtual import EPOCH_TICKS, TICKS_PER_MS, Clock

__all__ = [
    "EPOCH_TICKS",
    "MANUAL",
    "REAL",
    "TICKS_PER_MS",
    "Baton",
    "Clock",
    "Rate",
    "StopReason",
    "Stopped",
    "TooManyTurns",
    "Turn",
]
