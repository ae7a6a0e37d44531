"""How wide the columns of a table become on a line of so many cells."""

from collections.abc import Sequence
from typing import Final

SEPARATOR: Final = 1
"""Blanks between two columns."""

MINIMUM_COLUMN: Final = 1
MINIMUM_SCREEN: Final = 5
"""On fewer cells a table prints nothing. Source: PowerShell 7, TableWriter."""

HIDDEN: Final = -1
"""The width of a column that does not fit at all."""


def fitted(widths: Sequence[int], available: int) -> list[int]:
    """Return the widths that fit into `available` cells; 0 in `widths` means "share the rest".

    What is too much is taken from the right: the last column that fits partly is cut, the ones
    behind it are HIDDEN. Source: conformance format-table-width-015 to -020.
    """
    result = [width if width > 0 else MINIMUM_COLUMN for width in widths]
    open_columns = [index for index, width in enumerate(widths) if width == 0]
    rest = available - _total(result)
    if rest > 0 and open_columns:
        share, more = divmod(rest, len(open_columns))
        for place, index in enumerate(open_columns):
            result[index] += share + (1 if place < more else 0)
        return result
    return _trimmed(result, available)


def _total(widths: Sequence[int]) -> int:
    shown = [width for width in widths if width > 0]
    return sum(shown) + SEPARATOR * (len(shown) - 1)


def _trimmed(widths: list[int], available: int) -> list[int]:
    for index in range(len(widths) - 1, -1, -1):
        excess = _total(widths) - available
        if excess <= 0:
            break
        left = widths[index] - excess
        widths[index] = left if left >= MINIMUM_COLUMN else HIDDEN
    return widths
