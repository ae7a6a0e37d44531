"""YAML as plain data, with the line of everything in it.

Only what a world needs: maps with text keys, lists, and scalars that are text, a whole number,
true, false or nothing. `on` and `off` stay words; a kind decides what they mean.
"""

import re
from dataclasses import dataclass, field
from typing import Any, Final

from emulator.host.world.values import InvalidWorld, WorldError

BYTES_MOST: Final = 4 * 1024 * 1024
"""A world of ten thousand machines, written out, is about this long."""
NODES_MOST: Final = 500_000
"""Values in one file, aliases expanded: an alias of aliases must not fill the memory."""
DEPTH_MOST: Final = 50
"""How deep values may be nested: a world needs six; an alias of itself has no end."""
WHOLE_NUMBER: Final = re.compile(r"0|-?[1-9][0-9]{0,18}")

Path = tuple[str | int, ...]
"""The way to a value: keys and indices."""


@dataclass(slots=True)
class Document:
    """What a file says, and in which line; `data` is None for an empty file."""

    file: str
    data: object = None
    lines: dict[Path, int] = field(default_factory=dict)
    errors: list[WorldError] = field(default_factory=list)

    def line_of(self, path: Path) -> int:
        """Return the line of a value, or of the nearest thing around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def add_error(self, line: int, message: str) -> None:
        """Note one thing wrong."""
        self.errors.append(WorldError(file=self.file, line=line, message=message))


def read_document(text: str, file: str) -> Document:
    """Return the data and lines of a YAML text; InvalidWorld if it is no YAML at all."""
    import yaml  # noqa: PLC0415  (only worlds need it, and it costs start-up time)

    if len(text) > BYTES_MOST:
        _fail(file, 1, f"a world file has at most {BYTES_MOST} characters, this has {len(text)}")
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        root = yaml.compose(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        message = ", ".join(part for part in (error.context, error.problem) if part)
        line = mark.line + 1 if mark else 1
        _fail(file, min(line, max(1, len(text.splitlines()))), f"not YAML: {message}")
    except yaml.YAMLError as error:
        _fail(file, 1, f"not YAML: {error}")
    except RecursionError:
        _fail(file, 1, f"nested deeper than {DEPTH_MOST}")
    document = Document(file=file)
    if root is not None:
        document.data = _Reader(document).value(root, ())
    return document


def _fail(file: str, line: int, message: str) -> None:
    raise InvalidWorld((WorldError(file=file, line=line, message=message),))


class _Reader:
    """Walks the nodes that PyYAML composed."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._nodes = 0

    def value(self, node: Any, path: Path) -> object:
        line = node.start_mark.line + 1
        self._nodes += 1
        if self._nodes > NODES_MOST:
            _fail(self._document.file, line, f"more than {NODES_MOST} values")
        if len(path) > DEPTH_MOST:
            _fail(self._document.file, line, f"nested deeper than {DEPTH_MOST}")
        self._document.lines.setdefault(path, line)
        if node.id == "mapping":
            return self._mapping(node, path)
        if node.id == "sequence":
            return [self.value(item, (*path, index)) for index, item in enumerate(node.value)]
        return _scalar(node)

    def _mapping(self, node: Any, path: Path) -> dict[str, object]:
        found: dict[str, object] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            key = key_node.value if key_node.id == "scalar" else "(no text)"
            if key in found:
                first = self._document.lines[*path, key]
                self._document.add_error(line, f"key {key!r} stands in line {first} already")
                continue
            self._document.lines[*path, key] = line
            found[key] = self.value(value_node, (*path, key))
        return found


def _scalar(node: Any) -> object:
    text: str = node.value
    if node.style:  # quoted, or a block
        return text
    if text in ("", "~", "null"):
        return None
    if text in ("true", "false"):
        return text == "true"
    return int(text) if WHOLE_NUMBER.fullmatch(text) else text
