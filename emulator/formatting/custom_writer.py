"""The lines of a custom layout: text, ends of line, and indented frames."""

from collections.abc import Iterator, Sequence

from emulator.formatting.instructions import CustomToken, Frame, NewLine, TextToken
from emulator.formatting.wrapping import wrap


def custom_lines(tokens: Sequence[CustomToken], width: int) -> Iterator[str]:
    """Yield the lines of `tokens` on `width` cells; what is left at the end is a line too."""
    writer = _Writer(width)
    yield from writer.write(tokens, left=0, right=0, first_line=0)
    yield from writer.flush(left=0, right=0, first_line=0)


class _Writer:
    """Text that waits for the end of its line."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.waiting = ""

    def write(
        self, tokens: Sequence[CustomToken], *, left: int, right: int, first_line: int
    ) -> Iterator[str]:
        for token in tokens:
            match token:
                case TextToken(text=text):
                    self.waiting += text
                case NewLine():
                    yield from self.flush(left=left, right=right, first_line=first_line)
                case Frame():
                    yield from self.write(
                        token.tokens,
                        left=left + token.left,
                        right=right + token.right,
                        first_line=token.first_line,
                    )

    def flush(self, *, left: int, right: int, first_line: int) -> Iterator[str]:
        text, self.waiting = self.waiting, ""
        useful = self.width - left - right
        if useful <= 0:
            return
        if abs(first_line) >= useful:
            first_line = 0
        first = useful - max(first_line, 0)
        following = useful + min(first_line, 0)
        indents = (left + max(first_line, 0), left - min(first_line, 0))
        for index, line in enumerate(wrap(text, first, following)):
            yield " " * indents[min(index, 1)] + line
