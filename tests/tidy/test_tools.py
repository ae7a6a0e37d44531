"""The tools that judge the code run here, so that `pytest` is the only gate."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tidy.house import ROOT

BIN = Path(sys.executable).parent


def run(*command: str) -> str:
    """Run a tool of this environment in the project's root; return what it said if it failed."""
    program = shutil.which(command[0], path=str(BIN)) or command[0]
    done = subprocess.run(
        [program, *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return "" if done.returncode == 0 else f"{' '.join(command)}:\n{done.stdout}{done.stderr}"


@pytest.mark.parametrize(
    "command",
    [
        ("ruff", "check", "."),
        ("ruff", "format", "--check", "."),
        ("mypy", "-p", "emulator", "-p", "cmdlets", "-p", "tests"),
        ("lint-imports", "--no-cache"),
    ],
    ids=["ruff check", "ruff format", "mypy", "import contracts"],
)
def test_the_tool_finds_nothing(command: tuple[str, ...]) -> None:
    assert run(*command) == ""
