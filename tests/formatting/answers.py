"""Recorded answers of PowerShell 7.6.5, by case id, and formatting for comparison with them."""

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from emulator.formatting.builtin_views import builtin_views
from emulator.formatting.formatter import format_lines
from emulator.formatting.instructions import Shape
from emulator.formatting.parameters import FormatParameters, FormatStyle
from emulator.formatting.shaping import Shaper
from emulator.formatting.view_table import ViewTable
from emulator.formatting.views import View

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures" / "conformance"
WIDTH = 120


@cache
def cases(area: str) -> dict[str, Any]:
    """Return the cases of a file by id."""
    lines = (FIXTURES / f"{area}.jsonl").read_text(encoding="utf-8").split("\n")
    return {case["id"]: case for case in map(json.loads, filter(None, lines))}


def answer(case_id: str, *, core: bool = True) -> str:
    """Return the recorded text of a case, or what 5.1 is believed to answer."""
    case = cases("hyperv-format" if case_id.startswith("hyperv") else "format")[case_id]
    chosen = case["answer"] if core else case["desktop"]
    return str(chosen["text"])


def table(*, core: bool, views: Iterable[View] = ()) -> ViewTable:
    """Return the views of an edition and `views` in front of them."""
    return ViewTable([*views, *builtin_views(core=core)])


def text(
    values: Iterable[object],
    *,
    core: bool = True,
    width: int = WIDTH,
    views: Iterable[View] = (),
    limit: int = 4,
) -> str:
    """Return what Out-String gives for `values`, lines ending in LF."""
    lines = format_lines(
        list(values),
        table(core=core, views=views),
        width=width,
        edition_core=core,
        enumeration_limit=limit,
    )
    return "".join(f"{line}\n" for line in lines)


def shaped(
    values: Iterable[object],
    shape: Shape,
    parameters: FormatParameters | None = None,
    *,
    core: bool = True,
    views: Iterable[View] = (),
) -> list[object]:
    """Return the format instructions that a Format cmdlet emits for `values`."""
    shaper = Shaper(
        table(core=core, views=views), FormatStyle(core=core), shape=shape, parameters=parameters
    )
    return [
        *(instruction for value in values for instruction in shaper.feed(value)),
        *shaper.finish(),
    ]
