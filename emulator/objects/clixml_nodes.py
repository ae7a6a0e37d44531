"""Reading the markup of CLIXML safely: no document type, no entities, bounded size and depth."""

from dataclasses import dataclass, field
from typing import Final

MOST_CHARACTERS: Final = 200 * 1024 * 1024
"""Largest document: what PSRP's fragments may add up to. Source: assumed"""

MOST_NESTED: Final = 240
"""Deepest nesting of elements: fifty levels of objects, four elements each. Source: assumed"""


class BadClixml(ValueError):  # noqa: N818 - a judgement on a text, not an error of ours
    """A text that is no CLIXML; the message says why."""


@dataclass(slots=True)
class Node:
    """One element: its local name, attributes, text and child elements."""

    tag: str
    attributes: dict[str, str]
    text: str = ""
    children: "list[Node]" = field(default_factory=list)

    def child(self, tag: str) -> "Node | None":
        """Return the first child element with that name."""
        return next((child for child in self.children if child.tag == tag), None)


def parse(text: str) -> Node:
    """Return the root element of `text`; BadClixml where it is not well-formed or refused."""
    from xml.parsers import expat  # noqa: PLC0415 - the only reader of XML at start-up's cost

    if len(text) > MOST_CHARACTERS:
        raise BadClixml("the document is too long")
    builder = _Builder()
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = builder.refuse
    parser.EntityDeclHandler = builder.refuse
    try:
        parser.Parse(text.removeprefix("\ufeff"), True)  # noqa: FBT003 - expat's own signature
    except expat.ExpatError as error:
        raise BadClixml(str(error)) from error
    if builder.root is None:
        raise BadClixml("the document is empty")
    return builder.root


class _Builder:
    """Builds nodes from expat's events."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self.open: list[Node] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        node = Node(tag.rsplit("}", 1)[-1], attributes)
        if self.open:
            self.open[-1].children.append(node)
        else:
            self.root = node
        if len(self.open) >= MOST_NESTED:
            raise BadClixml("the document is nested too deeply")
        self.open.append(node)

    def end(self, tag: str) -> None:  # noqa: ARG002 - expat's own signature
        self.open.pop()

    def data(self, text: str) -> None:
        self.open[-1].text += text

    def refuse(self, *declaration: object) -> None:  # noqa: ARG002 - expat's own signature
        raise BadClixml("the document has a document type declaration")
