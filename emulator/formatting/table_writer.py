"""Rows of a table as lines: padding, alignment, cutting, wrapping, the header and its dashes."""

from collections.abc import Sequence

from emulator.formatting.column_widths import MINIMUM_SCREEN, SEPARATOR, fitted
from emulator.formatting.display_cells import cells_of, head, tail
from emulator.formatting.instructions import Alignment
from emulator.formatting.wrapping import wrap


class TableWriter:
    """Writes the rows of one table.

    Core leaves the blanks behind the last column out, Desktop pads every row to the table's
    width. Source: PowerShell 6.0 and 7 sources (TableWriter); conformance format-table-basic.
    """

    def __init__(
        self,
        widths: Sequence[int],
        alignments: Sequence[Alignment],
        *,
        available: int,
        core: bool,
        ellipsis: str,
    ) -> None:
        """Fit columns of `widths` (0 = share the rest) into `available` cells."""
        self.widths = fitted(widths, available)
        self.alignments = list(alignments)
        self.core = core
        self.ellipsis = ellipsis
        self.disabled = available < MINIMUM_SCREEN or not any(self.widths)

    def header(self, labels: Sequence[str]) -> list[str]:
        """Return the lines of the header: the labels, wrapped if need be, and the dashes."""
        if self.disabled:
            return []
        dashes = [
            "-" * (min(cells_of(label), width) if label else width) if width > 0 else ""
            for label, width in zip(labels, self.widths, strict=True)
        ]
        return [*self.wrapped_row(labels, self.alignments), self.row(dashes, self.alignments)]

    def row(self, texts: Sequence[str], alignments: Sequence[Alignment | None]) -> str:
        """Return one row on one line."""
        parts: list[str] = []
        last = len(self.widths) - 1
        for index, width in enumerate(self.widths):
            if width <= 0:
                continue
            pad = index < last or not self.core
            alignment = alignments[index] or self.alignments[index]
            if index:
                parts.append(" " * SEPARATOR)
            parts.append(self._field(texts[index], width, alignment, pad=pad))
        return "".join(parts)

    def wrapped_row(
        self, texts: Sequence[str], alignments: Sequence[Alignment | None]
    ) -> list[str]:
        """Return one row on as many lines as its longest cell needs."""
        shown = [index for index, width in enumerate(self.widths) if width > 0]
        columns: list[list[str]] = []
        for index in shown:
            width = self.widths[index]
            alignment = alignments[index] or self.alignments[index]
            pad = index != shown[-1] or not self.core
            pieces = wrap(texts[index], width, width)
            columns.append([self._field(piece, width, alignment, pad=pad) for piece in pieces])
        height = max(map(len, columns))
        return [self._line(columns, shown, row, height) for row in range(height)]

    def _line(self, columns: list[list[str]], shown: list[int], row: int, height: int) -> str:
        cells = [
            (" " * SEPARATOR if place else "")
            + (column[row] if row < len(column) else " " * self.widths[index])
            for place, (column, index) in enumerate(zip(columns, shown, strict=True))
        ]
        if self.core and height > 1:
            last = max(place for place, column in enumerate(columns) if row < len(column))
            cells[last:] = [cells[last].rstrip()]
        return "".join(cells)

    def _field(self, text: str, width: int, alignment: Alignment, *, pad: bool) -> str:
        text = self._first_line(text)
        excess = cells_of(text) - width
        if excess > 0:
            text = self._cut(text, width, alignment)
        missing = width - cells_of(text)
        if missing <= 0:
            return text
        match alignment:
            case Alignment.RIGHT:
                return " " * missing + text
            case Alignment.CENTER:
                left = missing // 2
                return " " * left + text + (" " * (missing - left) if pad else "")
            case Alignment.LEFT:
                return text + (" " * missing if pad else "")

    def _first_line(self, text: str) -> str:
        for index, character in enumerate(text):
            if character in "\r\n":
                return text[:index] + self.ellipsis
        return text

    def _cut(self, text: str, width: int, alignment: Alignment) -> str:
        room = width - len(self.ellipsis)
        if alignment is Alignment.RIGHT:
            return self.ellipsis + tail(text, room) if room > 0 else tail(text, width)
        return head(text, room) + self.ellipsis if room > 0 else head(text, width)


def items_per_row(longest: int, available: int) -> int:
    """Return how many cells of `longest` fit into a line, for Format-Wide -AutoSize."""
    if longest <= 0 or longest >= available:
        return 1
    count = 1
    while longest * (count + 1) + count * SEPARATOR < available:
        count += 1
    return count
