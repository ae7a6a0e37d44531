"""How many cells of a terminal a text takes, and how much of a text fits into some cells."""

from typing import Final

WIDE_RANGES: Final = (
    (0x1100, 0x115F),
    (0x2329, 0x232A),
    (0x2E80, 0x303E),
    (0x3040, 0xA4CF),
    (0xAC00, 0xD7A3),
    (0xF900, 0xFAFF),
    (0xFE10, 0xFE19),
    (0xFE30, 0xFE6F),
    (0xFF00, 0xFF60),
    (0xFFE0, 0xFFE6),
    (0x10000, 0x10FFFF),
)
"""Characters that take two cells: East Asian wide ones; beyond U+FFFF, two units of one cell.

Source: conformance format-table-values-038 and -040; the ranges assumed.
"""


def cells_of(text: str) -> int:
    """Return the number of cells that `text` takes."""
    if text.isascii():
        return len(text)
    return sum(_cells_of_character(character) for character in text)


def _cells_of_character(character: str) -> int:
    code = ord(character)
    return 2 if any(first <= code <= last for first, last in WIDE_RANGES) else 1


def head(text: str, cells: int) -> str:
    """Return the longest beginning of `text` that fits into `cells`."""
    if text.isascii():
        return text[: max(cells, 0)]
    used = 0
    for index, character in enumerate(text):
        used += _cells_of_character(character)
        if used > cells:
            return text[:index]
    return text


def tail(text: str, cells: int) -> str:
    """Return the longest end of `text` that fits into `cells`."""
    if cells <= 0:
        return ""
    if text.isascii():
        return text[-cells:]
    used = 0
    for index in range(len(text) - 1, -1, -1):
        used += _cells_of_character(text[index])
        if used > cells:
            return text[index + 1 :]
    return text
