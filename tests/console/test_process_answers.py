"""The executable against the answers of a real one (fixtures/conformance/process.jsonl).

`process_gaps.txt` lists the cases that do not pass yet. A case that is not on it must pass;
a case on it that passes may be taken off.
"""

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from emulator.console import powershell_exe
from emulator.console.machine import Machine
from emulator.console.process import Process, StandardStreams
from emulator.console.running import Surroundings
from emulator.objects.errors import NotEmulated
from tests.console.cores import core_machine

ROOT = Path(__file__).resolve().parents[2]
UTF_8 = 65001
SECONDS_MAX = 20


def cases() -> Iterator[Any]:
    text = (ROOT / "fixtures/conformance/process.jsonl").read_text(encoding="utf-8")
    return (json.loads(line) for line in text.split("\n") if line)


GAPS = frozenset(
    line.split()[0]
    for line in Path(__file__).with_name("process_gaps.txt").read_text(encoding="utf-8").split("\n")
    if line and not line.startswith("#")
)


@pytest.fixture(scope="module")
def machine() -> Machine:
    return core_machine()


@pytest.mark.parametrize("case", [c for c in cases() if c["id"] not in GAPS], ids=lambda c: c["id"])
def test_the_process_answers_as_the_real_one(machine: Machine, case: Any) -> None:
    answer = case["answer"]
    expected = (answer["stdout"], answer["stderr"], answer["exit"])
    assert _normal(expected) == _normal(run(machine, case["args"], case["stdin"]))


def test_the_gaps_are_cases() -> None:
    assert {case["id"] for case in cases()} >= GAPS


def run(machine: Machine, words: list[str], stdin: str | None) -> tuple[str, str, int | None]:
    def program(streams: StandardStreams) -> int:
        here = Surroundings(
            machine=machine,
            streams=streams,
            environment={},
            working_directory="C:\\work",
            code_page=UTF_8,
        )
        try:
            return powershell_exe.run(words, here)
        except NotEmulated as missing:
            here.write_error(str(missing))
            return 1

    process = Process.start(program, name="pwsh")
    process.streams.stdin.write((stdin or "").encode())
    process.streams.stdin.close()
    code = process.wait_for_end(time.monotonic() + SECONDS_MAX)
    output, errors = (
        pipe.read(1 << 20).decode() for pipe in (process.streams.stdout, process.streams.stderr)
    )
    return output, errors, code


def _normal(answer: tuple[str, str, int | None]) -> tuple[str, str, int | None]:
    """Return the answer with the line ends of Linux, where it was measured."""
    output, errors, code = answer
    unix = errors.replace("\r\n", "\n").replace("_x000D__x000A_", "_x000A_")
    return output.replace("\r\n", "\n"), unix, code
