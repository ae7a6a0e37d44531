"""Where something stands in a script: lines, columns, and the "At line:1 char:1" block."""

from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

LINE_WIDTH: Final = 69
"""Characters of a script line that a position message shows. Source: errors.jsonl."""
BEFORE_LEAST: Final = 12
"""Characters kept before the place when the line is cut. Source: errors.jsonl."""
AFTER_LEAST: Final = 8
"""Characters kept after the place when the line is cut. Source: errors.jsonl."""


class Source:
    """A script's text, the file it came from, and where its lines begin."""

    __slots__ = ("_starts", "core", "file", "text")

    def __init__(self, text: str, file: str | None = None, *, core: bool = False) -> None:
        """Keep `text`; `core` words cut lines as PowerShell 7 does."""
        self.text = text
        self.file = file
        self.core = core
        self._starts: list[int] | None = None

    @property
    def starts(self) -> list[int]:
        """The index of each line's first character."""
        if self._starts is None:
            starts = [0]
            text = self.text
            at = 0
            for index, character in enumerate(text):
                if character == "\n" or (character == "\r" and text[index + 1 : index + 2] != "\n"):
                    at = index + 1
                    starts.append(at)
            self._starts = starts
        return self._starts

    def line_number(self, offset: int) -> int:
        """Return the line of `offset`, from 1."""
        return bisect_right(self.starts, offset)

    def column(self, offset: int) -> int:
        """Return the column of `offset`, from 1."""
        return offset - self.starts[self.line_number(offset) - 1] + 1

    def line(self, number: int) -> str:
        """Return line `number` (from 1) without its end."""
        starts = self.starts
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")

    def line_with_end(self, number: int) -> str:
        """Return line `number` as InvocationInfo.Line has it: up to and with its line end."""
        starts = self.starts
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end]


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """A piece of a script; `end` is one past its last character."""

    source: Source
    start: int
    end: int

    @property
    def text(self) -> str:
        """What stands there."""
        return self.source.text[self.start : self.end]

    @property
    def line_number(self) -> int:
        """The line it begins in, from 1."""
        return self.source.line_number(self.start)

    @property
    def column(self) -> int:
        """The column it begins at, from 1."""
        return self.source.column(self.start)


def position_message(extent: Extent) -> str:
    """Return the block that shows the place: where, the line, and tildes below it."""
    source = extent.source
    number = source.line_number(extent.start)
    column = source.column(extent.start)
    where = f"At {source.file or 'line'}:{number} char:{column}"
    line = source.line(number).rstrip()
    if not line:
        return where
    before = column - 1
    if source.line_number(extent.end) == number and source.column(extent.end) <= len(line) + 1:
        length = extent.end - extent.start
    else:
        length = len(line) - before
    line, before, length = _expand_tabs(line, before, length)
    line, before, length = _cut(line, before, length, core=source.core)
    return f"{where}\n+ {line}\n+ {' ' * before}{'~' * max(length, 1)}"


def _expand_tabs(line: str, before: int, length: int) -> tuple[str, int, int]:
    """Replace tabs by four spaces and move the place along."""
    if "\t" not in line:
        return line, before, length
    ahead = line[:before].count("\t")
    inside = line[before : before + length].count("\t")
    return line.replace("\t", "    "), before + 3 * ahead, length + 3 * inside


def _cut(line: str, before: int, length: int, *, core: bool) -> tuple[str, int, int]:
    """Cut a long line so that the place stays in sight."""
    if len(line) <= LINE_WIDTH:
        return line, before, length
    left = min(before, BEFORE_LEAST)
    right = min(len(line) - before - length, AFTER_LEAST)
    cut_inside = False
    if left + length + right >= LINE_WIDTH:
        length = LINE_WIDTH - left
        right = 0
        cut_inside = True
    else:
        left = min(before, LINE_WIDTH - length - right)
        right = min(len(line) - before - length, LINE_WIDTH - length - left)
    start = before - left
    end = before + length + right
    shown = line[start:end]
    dots = "\u2026" if core else "..."
    prefix = f"{dots} " if start > 0 else ""
    suffix = f" {dots}" if end < len(line) or cut_inside else ""
    return f"{prefix}{shown}{suffix}", left + len(prefix), length
