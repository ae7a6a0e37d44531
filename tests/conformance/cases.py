"""The recorded cases: one script each with the answer of a real PowerShell."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

FOLDER: Final = Path(__file__).resolve().parents[2] / "fixtures" / "conformance"
FILES: Final = ("language", "errors", "dotnet", "programs", "cmdlets", "format")
"""What runs when nothing is named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One case: its script and what the edition answers; `answer` is JSON as in the README."""

    id: str
    topic: str
    script: str
    note: str
    answer: dict[str, Any]
    wants_clixml: bool = False


def cases_in(name: str, *, core: bool) -> Iterator[Case]:
    """Yield the cases of a file that count for the edition, in order."""
    for row in rows(FOLDER / f"{name}.jsonl"):
        case = Case(
            id=row["id"],
            topic=row["topic"],
            script=row["script"],
            note=row["note"] or "",
            answer=row["answer"],
            wants_clixml="clixml" in row.get("want", ()),
        )
        if core:
            yield case
            continue
        desktop = row["desktop"]
        if desktop is None:
            yield case
        elif set(desktop) - {"note"}:
            fields = {key: value for key, value in desktop.items() if key != "note"}
            yield replace(case, answer={**case.answer, **fields})


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the JSON lines of a file; lines end with LF only."""
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line:
            yield json.loads(line)


def names_of(arguments: Sequence[str]) -> list[str]:
    """Return the file names meant by the command line: with or without folder and ending."""
    return [Path(one).name.removesuffix(".jsonl") for one in arguments] or list(FILES)
