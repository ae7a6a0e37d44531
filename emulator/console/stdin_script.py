"""`powershell -Command -`: commands from standard input, one after the other.

A line that is complete runs at once; one that is not is collected until a blank line, and what
is still not complete at the end is dropped without a word. Source: process.jsonl stdin-001..009.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from emulator.powershell.parser import parse

if TYPE_CHECKING:
    from emulator.clock import Turn
    from emulator.console.text_host import ConsoleHost
    from emulator.powershell.runtime.session import Session

COLLECTED_LENGTH_MAX: Final = 16 << 20
"""Characters of one command over several lines; more is dropped, as an unfinished one is."""


def run_stdin_script(
    lines: Iterator[str], session: "Session", host: "ConsoleHost", turn: "Turn"
) -> int:
    """Run the commands and return the exit code: that of `exit`, else 0."""
    for command in commands(lines, core=session.core):
        outcome = session.run(command, host, turn)
        if outcome.error is not None:
            host.error(outcome.error)
        if outcome.exit_code is not None:
            return outcome.exit_code
    return 0


def commands(lines: Iterator[str], *, core: bool) -> Iterator[str]:
    """Yield what is to run as one command."""
    collected = ""
    for line in lines:
        if not collected and not line.strip():
            continue
        starts = not collected
        collected += f"{line}\n"
        if len(collected) > COLLECTED_LENGTH_MAX:
            return
        if (starts or not line.strip()) and _is_complete(collected, core=core):
            yield collected
            collected = ""


def _is_complete(text: str, *, core: bool) -> bool:
    return not any(error.incomplete for error in parse(text, core=core).errors)
