"""Writing the elements of CLIXML, indented or on one line."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from emulator.objects.clixml_text import xml_attribute, xml_text

NAMESPACE: Final = "http://schemas.microsoft.com/powershell/2004/04"
VERSION: Final = "1.1.0.1"
NEWLINE: Final = "\r\n"
"""What ends the lines of an indented document on Windows."""

Attributes = tuple[tuple[str, str], ...]


class Markup:
    """An XML document that grows at its end; `newline` "" writes it on one line."""

    def __init__(self, newline: str) -> None:
        """Begin an empty text."""
        self.newline = newline
        self.parts: list[str] = []
        self.level = 0

    def leaf(self, tag: str, attributes: Attributes, text: str) -> None:
        """Write an element with text in it."""
        self._line(f"<{tag}{_written(attributes)}>{xml_text(text)}</{tag}>")

    def empty(self, tag: str, attributes: Attributes = ()) -> None:
        """Write an element with nothing in it."""
        self._line(f"<{tag}{_written(attributes)} />")

    @contextmanager
    def element(self, tag: str, attributes: Attributes = ()) -> Iterator[None]:
        """Write an element around what is written inside; without anything it is empty."""
        start = len(self.parts)
        self._line(f"<{tag}{_written(attributes)}>")
        self.level += 1
        yield
        self.level -= 1
        if len(self.parts) == start + 1:
            self.parts.pop()
            self.empty(tag, attributes)
        else:
            self._line(f"</{tag}>")

    def text(self) -> str:
        """Return what was written."""
        return self.newline.join(self.parts)

    def _line(self, text: str) -> None:
        self.parts.append("  " * self.level + text if self.newline else text)


def root() -> Attributes:
    """Return the attributes of the root element."""
    return (("Version", VERSION), ("xmlns", NAMESPACE))


def _written(attributes: Attributes) -> str:
    return "".join(f' {name}="{xml_attribute(value)}"' for name, value in attributes)
