"""Script cases: chunks of PowerShell with what they print and which errors they write.

A file of cases is cut at lines of `---`. A chunk's first line, a comment, is its title: a
sentence that is true. `#> text` after a statement (or on a line of its own) is the next line that
the chunk prints, `#! id` the next error's FullyQualifiedErrorId. Blank lines of the output and
blanks at line ends do not count. Every chunk runs in a host of its own.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

OUTPUT_MARK: Final = "#>"
ERROR_MARK: Final = "#!"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk:
    """One case: where it stands, its script and what is expected of it."""

    title: str
    script: str
    output: tuple[str, ...]
    errors: tuple[str, ...]


def chunks_in(path: Path) -> Iterator[Chunk]:
    """Yield the cases of a file in order."""
    text = path.read_text(encoding="utf-8")
    for part in text.split("\n---\n"):
        lines = [line for line in part.split("\n") if line.strip()]
        title, rest = lines[0].removeprefix("# "), lines[1:]
        yield Chunk(
            title=f"{path.stem}: {title}",
            script="\n".join(rest),
            output=tuple(_marked(rest, OUTPUT_MARK)),
            errors=tuple(_marked(rest, ERROR_MARK)),
        )


def _marked(lines: list[str], mark: str) -> Iterator[str]:
    for line in lines:
        _, found, text = line.partition(mark)
        if found:
            yield text.strip()


def printed(text: str) -> tuple[str, ...]:
    """Return the lines of an output that count."""
    return tuple(line.rstrip() for line in text.splitlines() if line.strip())
