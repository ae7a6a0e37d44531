"""The script cases of the management cmdlets, each on a fresh default world."""

from pathlib import Path

import pytest

from tests.emulated import run
from tests.scripts import Chunk, chunks_in, printed

CASES = Path(__file__).parent / "cases"
CHUNKS = [chunk for path in sorted(CASES.glob("*.ps1")) for chunk in chunks_in(path)]


@pytest.mark.parametrize("chunk", CHUNKS, ids=lambda chunk: chunk.title)
def test_the_script_prints_what_its_marks_say(chunk: Chunk) -> None:
    ran = run(chunk.script)
    assert (printed(ran.text), ran.error_ids) == (chunk.output, chunk.errors), [
        error.message for error in ran.errors
    ]
