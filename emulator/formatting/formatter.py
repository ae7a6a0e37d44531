"""Objects in, lines out: what Out-Default, Out-String and Out-File do."""

from collections.abc import Iterator

from emulator.formatting.instructions import FormatStartData, Instruction
from emulator.formatting.parameters import FormatStyle
from emulator.formatting.printing import Printer
from emulator.formatting.shaping import Shaper
from emulator.formatting.view_table import ViewTable


class Formatter:
    """Formats what it is fed; a line is yielded as soon as it is certain.

    Objects go through the default formatter; format instructions (of Format-Table and its kin)
    are printed as they are. `width` is the number of cells of a line.
    """

    def __init__(
        self,
        views: ViewTable,
        *,
        width: int,
        edition_core: bool,
        enumeration_limit: int = 4,
    ) -> None:
        """Format with `views` for one edition; `enumeration_limit` negative means "all"."""
        style = FormatStyle(core=edition_core, enumeration_limit=enumeration_limit)
        self._shaper = Shaper(views, style)
        self._printer = Printer(width=width, core=edition_core, ellipsis=style.ellipsis)

    def feed(self, value: object) -> Iterator[str]:
        """Yield the lines that `value` makes certain."""
        if isinstance(value, Instruction):
            yield from self._foreign(value)
            return
        for instruction in self._shaper.feed(value):
            yield from self._printer.feed(instruction)

    def finish(self) -> Iterator[str]:
        """Yield the rest; the formatter can then be fed anew."""
        for instruction in self._shaper.finish():
            yield from self._printer.feed(instruction)
        yield from self._printer.close()

    def _foreign(self, instruction: Instruction) -> Iterator[str]:
        # A start inside a group means that the layout before it was left open: close it.
        if isinstance(instruction, FormatStartData) and self._printer.in_group:
            yield from self.finish()
        yield from self._printer.feed(instruction)


def format_lines(
    values: Iterator[object] | list[object],
    views: ViewTable,
    *,
    width: int,
    edition_core: bool,
    enumeration_limit: int = 4,
) -> Iterator[str]:
    """Yield the lines of `values`, formatted together."""
    formatter = Formatter(
        views, width=width, edition_core=edition_core, enumeration_limit=enumeration_limit
    )
    for value in values:
        yield from formatter.feed(value)
    yield from formatter.finish()
