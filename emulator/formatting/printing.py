"""From format instructions to lines.

A group whose widths follow its content is held back until it ends (or grows too long); all
else prints as it comes. Source: PowerShell 6.0 (Desktop's blank lines) and 7 sources,
BaseOutputtingCommand; conformance format.
"""

from collections.abc import Iterator
from enum import Enum
from typing import Final, assert_never

from emulator.formatting.custom_writer import custom_lines
from emulator.formatting.display_cells import cells_of
from emulator.formatting.errors import out_of_sequence
from emulator.formatting.instructions import (
    Alignment,
    CustomEntry,
    CustomHeader,
    FormatEndData,
    FormatEntryData,
    FormatStartData,
    GroupEndData,
    GroupStartData,
    Instruction,
    ListEntry,
    ListHeader,
    RawText,
    TableHeader,
    TableRow,
    WideEntry,
    WideHeader,
)
from emulator.formatting.list_writer import list_lines
from emulator.formatting.table_writer import TableWriter, items_per_row

MOST_HELD_ENTRIES: Final = 10_000
"""Rows held back to find the widths; later rows follow the widths of these. Bounds memory."""

UNBOUNDED: Final = 1_000_000
"""The width of out-of-band custom text in Core, which the screen wraps, not the formatter."""


class _State(Enum):
    """Where in a sequence of instructions the printer is."""

    RESET = "reset"
    FORMATTING = "formatting"
    IN_GROUP = "in group"


class Printer:
    """Prints format instructions on lines of `width` cells."""

    def __init__(self, *, width: int, core: bool, ellipsis: str) -> None:
        """Print for an edition: `core` decides on blank lines and padding."""
        self.width = width
        self.core = core
        self.ellipsis = ellipsis
        self._state = _State.RESET
        self._start: FormatStartData | None = None
        self._held: list[Instruction] | None = None
        self._table: TableWriter | None = None
        self._wide: list[str] = []

    @property
    def in_group(self) -> bool:
        """Whether a group is open."""
        return self._state is _State.IN_GROUP

    def feed(self, instruction: Instruction) -> Iterator[str]:
        """Yield the lines that one more instruction gives."""
        self._check(instruction)
        if self._held is None:
            yield from self._print(instruction)
            if isinstance(instruction, FormatStartData) and _follows_content(instruction):
                self._held = []
            return
        self._held.append(instruction)
        if isinstance(instruction, GroupEndData) or len(self._held) > MOST_HELD_ENTRIES:
            yield from self.release()
            if isinstance(instruction, GroupEndData):
                self._held = []
        elif isinstance(instruction, FormatEndData):
            yield from self.release()

    def release(self) -> Iterator[str]:
        """Yield the lines of what is held back."""
        held, self._held = self._held or [], None
        widths = self._widths(held)
        for instruction in held:
            if isinstance(instruction, GroupStartData):
                yield from self._group_start(instruction, widths)
            else:
                yield from self._print(instruction)

    def close(self) -> Iterator[str]:
        """Yield what is held back and forget where we were: a new layout may begin."""
        yield from self.release()
        self._state = _State.RESET

    def _check(self, instruction: Instruction) -> None:
        match instruction:
            case FormatStartData():
                self._expect(instruction, _State.RESET, _State.FORMATTING)
            case GroupStartData():
                self._expect(instruction, _State.FORMATTING, _State.IN_GROUP)
            case FormatEntryData(out_of_band=False):
                self._expect(instruction, _State.IN_GROUP, _State.IN_GROUP)
            case GroupEndData():
                self._expect(instruction, _State.IN_GROUP, _State.FORMATTING)
            case FormatEndData():
                self._expect(instruction, _State.FORMATTING, _State.RESET)
            case FormatEntryData():
                pass
            case _:
                assert_never(instruction)

    def _expect(self, instruction: Instruction, state: _State, following: _State) -> None:
        if self._state is not state:
            raise out_of_sequence(instruction, _command(instruction))
        self._state = following

    def _print(self, instruction: Instruction) -> Iterator[str]:
        match instruction:
            case FormatStartData():
                self._start = instruction
                yield ""
            case GroupStartData():
                yield from self._group_start(instruction, None)
            case FormatEntryData(out_of_band=True):
                yield from self._at_once(instruction)
            case FormatEntryData():
                yield from self._entry(instruction)
            case GroupEndData():
                yield from self._group_end()
            case FormatEndData():
                yield from self._end()
            case _:
                assert_never(instruction)

    def _group_start(self, instruction: GroupStartData, widths: list[int] | None) -> Iterator[str]:
        if instruction.heading is not None:
            if not self.core:
                yield ""
            yield from custom_lines(instruction.heading, self.width)
            yield ""
        header = self._header()
        match header:
            case TableHeader():
                yield from self._table_start(header, widths)
            case ListHeader():
                yield from self._desktop_blank()
            case WideHeader():
                self._wide_start(header, widths)
                yield from self._desktop_blank()
            case CustomHeader():
                pass
            case _:
                assert_never(header)

    def _desktop_blank(self) -> Iterator[str]:
        if not self.core:
            yield ""

    def _table_start(self, header: TableHeader, widths: list[int] | None) -> Iterator[str]:
        self._table = self._table_writer(header, widths)
        if not header.hide_header and self._table is not None:
            yield from self._table.header([column.label for column in header.columns])

    def _wide_start(self, header: WideHeader, widths: list[int] | None) -> None:
        count = items_per_row(widths[0], self.width) if widths else header.columns or 2
        self._table = self._writer([0] * count, [Alignment.LEFT] * count)
        self._wide = []

    def _entry(self, instruction: FormatEntryData) -> Iterator[str]:
        entry = instruction.entry
        match entry:
            case TableRow():
                yield from self._row(entry)
            case ListEntry():
                yield from list_lines(entry.fields, self.width)
                yield ""
            case WideEntry():
                self._wide.append(entry.text)
                if self._table is not None and len(self._wide) == len(self._table.widths):
                    yield from self._wide_row()
            case CustomEntry():
                yield from custom_lines(entry.tokens, self.width)
            case RawText():
                yield from _lines_of(entry.text)
            case _:
                assert_never(entry)

    def _row(self, entry: TableRow) -> Iterator[str]:
        writer = self._table
        if writer is None or writer.disabled:
            return
        count = len(writer.widths)
        cells = [*entry.cells[:count]]
        texts = [cell.text for cell in cells] + [""] * (count - len(cells))
        alignments: list[Alignment | None] = [cell.alignment for cell in cells]
        alignments += [Alignment.LEFT] * (count - len(cells))
        if entry.wrap:
            yield from writer.wrapped_row(texts, alignments)
        else:
            yield writer.row(texts, alignments)

    def _at_once(self, instruction: FormatEntryData) -> Iterator[str]:
        entry = instruction.entry
        if isinstance(entry, ListEntry):
            yield ""
            yield from list_lines(entry.fields, self.width)
            yield ""
        elif isinstance(entry, CustomEntry):
            yield from custom_lines(entry.tokens, UNBOUNDED if self.core else self.width)
        else:
            yield from self._entry(instruction)

    def _group_end(self) -> Iterator[str]:
        if isinstance(self._header(), WideHeader) and self._wide:
            yield from self._wide_row()
        if not self.core:
            yield ""

    def _end(self) -> Iterator[str]:
        if not (self.core and isinstance(self._header(), ListHeader)):
            yield ""

    def _wide_row(self) -> Iterator[str]:
        if self._table is None:
            return
        count = len(self._table.widths)
        texts = self._wide + [""] * (count - len(self._wide))
        self._wide = []
        if not self._table.disabled:
            yield self._table.row(texts, [Alignment.LEFT] * count)

    def _header(self) -> TableHeader | ListHeader | WideHeader | CustomHeader:
        assert self._start is not None, "a group without a start"
        return self._start.header

    def _table_writer(self, header: TableHeader, widths: list[int] | None) -> TableWriter | None:
        if not header.columns:
            return None
        sized = widths or [column.width for column in header.columns]
        return self._writer(sized, [column.alignment for column in header.columns])

    def _writer(self, widths: list[int], alignments: list[Alignment]) -> TableWriter:
        return TableWriter(
            widths, alignments, available=self.width, core=self.core, ellipsis=self.ellipsis
        )

    def _widths(self, held: list[Instruction]) -> list[int] | None:
        if self._start is None:
            return None
        header = self._start.header
        rows = [one.entry for one in held if isinstance(one, FormatEntryData)]
        if isinstance(header, WideHeader):
            longest = max(
                (cells_of(one.text) for one in rows if isinstance(one, WideEntry)), default=0
            )
            return None if header.columns else [longest]
        if not isinstance(header, TableHeader):
            return None
        widths = [cells_of(column.label) for column in header.columns]
        for row in rows:
            if isinstance(row, TableRow):
                for index, cell in enumerate(row.cells[: len(widths)]):
                    widths[index] = max(widths[index], cells_of(cell.text))
        return widths


def _follows_content(start: FormatStartData) -> bool:
    header = start.header
    if start.autosize:
        return True
    return isinstance(header, TableHeader) and bool(header.columns) and not header.columns[0].width


def _command(instruction: Instruction) -> str:
    if not isinstance(instruction, FormatStartData):
        return "format-*"
    match instruction.header:
        case TableHeader():
            return "format-table"
        case ListHeader():
            return "format-list"
        case WideHeader():
            return "format-wide"
        case CustomHeader():
            return "format-complex"


def _lines_of(text: str) -> Iterator[str]:
    yield from text.replace("\r\n", "\n").split("\n")
