"""The lines of one object in a list: `label : value`, wrapped under the value."""

from collections.abc import Iterator, Sequence
from typing import Final

from emulator.formatting.display_cells import cells_of, head
from emulator.formatting.wrapping import split_lines, wrap

SEPARATOR: Final = " : "
MINIMUM: Final = len(SEPARATOR) + 2
"""Fewer cells than this show nothing: a label and a value need one each."""


def list_lines(fields: Sequence[tuple[str, str]], width: int) -> Iterator[str]:
    """Yield the lines of `fields` (label, value) on `width` cells."""
    if not fields or width < MINIMUM:
        return
    most = width - len(SEPARATOR) - 1
    label_width = min(max(cells_of(label) for label, _ in fields), most)
    indent = " " * (label_width + len(SEPARATOR))
    room = width - len(indent)
    for label, value in fields:
        shown = head(label, label_width)
        prefix = shown + " " * (label_width - cells_of(shown)) + SEPARATOR
        for line in split_lines(value):
            for piece in wrap(line, room, room):
                yield prefix + piece
                prefix = indent
