"""Breaking a text into lines of a width, at blanks where there are any."""

from collections.abc import Iterator
from typing import Final

from emulator.formatting.display_cells import cells_of

SOFT_HYPHEN: Final = "\u00ad"
UNBROKEN: Final = frozenset("\u2011\u00a0")
"""Characters that real PowerShell drops while wrapping. Source: PowerShell 7, ComplexWriter."""


def split_lines(text: str) -> list[str]:
    """Return the lines of `text`; CR is dropped, LF separates."""
    return text.replace("\r", "").split("\n")


def wrap(text: str, first: int, following: int) -> list[str]:
    """Return the lines of `text`, the first of each at most `first` cells, others `following`."""
    if not text:
        return [""]
    lines: list[str] = []
    for line in split_lines(text):
        if cells_of(line) <= first:
            lines.append(line)
        else:
            lines += _Wrapper(first, following).lines(line)
    return lines


def _words(line: str) -> Iterator[str]:
    """Yield the words with the blank behind them; several blanks are words of their own."""
    start = 0
    for index, character in enumerate(line):
        if character in {" ", "\t", SOFT_HYPHEN}:
            yield line[start:index] + ("" if character == SOFT_HYPHEN else character)
            start = index + 1
        elif character in UNBROKEN:
            yield line[start:index]
            start = index + 1
    yield line[start:]


class _Wrapper:
    """The state of wrapping one line."""

    def __init__(self, first: int, following: int) -> None:
        self.width = first
        self.following = following
        self.left = first
        self.done: list[str] = []
        self.current = ""

    def lines(self, line: str) -> list[str]:
        """Return the pieces of `line`."""
        for word in _words(line):
            if self.width <= 0:
                self.width = self.left = self.following
            if self.width <= 0:
                break
            if cells_of(word) > self.width:
                for character in word:
                    self._add("?" if cells_of(character) > self.width else character)
            else:
                self._add(word)
        return [*self.done, self.current]

    def _add(self, piece: str) -> None:
        cells = cells_of(piece)
        if cells > self.left:
            self.done.append(self.current)
            self.current = ""
            self.width = self.left = self.following
        self.current += piece
        self.left -= cells
