"""The numbers that stand for words in columns."""

from typing import Final

OFF: Final = 0
RUNNING: Final = 1
PAUSED: Final = 2
SAVED: Final = 3

NEVER: Final = 1 << 60
"""A tick or an age that does not come; sums with it still fit 63 bits."""

NOTHING_METERED: Final = -1
"""In the column of the least memory: the machine has not run since the meter began."""

STATUS_OK: Final = 0
STATUS_LOW: Final = 1
STATUS_WARNING: Final = 2
