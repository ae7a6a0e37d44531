"""A whole emulated host in this process, composed as the command line composes it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from emulator.cli.compose import Emulation, compose
from emulator.cli.config import Config
from emulator.formatting.formatter import format_lines
from emulator.objects.errors import ErrorRecord
from tests.conformance.running import Collected

WIDTH: Final = 120
SCRIPT_MS_MOST: Final = 20_000
"""Real time that one script of a test may take."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """What a script did: its text at 120 columns, its error records, its warnings."""

    text: str
    errors: tuple[ErrorRecord, ...]
    warnings: tuple[str, ...]

    @property
    def error_ids(self) -> tuple[str, ...]:
        """The ids of the errors, in order."""
        return tuple(error.fully_qualified_error_id for error in self.errors)


@contextmanager
def emulation(world: Path | None = None) -> Iterator[Emulation]:
    """Compose a fresh host on a clock that stands still and jumps over sleeps."""
    composed = compose(Config(world=world), serving=False)
    try:
        yield composed
    finally:
        composed.close()


def run_on(composed: Emulation, script: str) -> Ran:
    """Run a script in a session of its own on that host."""
    machine = composed.machine
    session = machine.new_session({}, location="C:\\", console_width=WIDTH)
    streams = Collected()
    with machine.baton.turn(limit_ms=SCRIPT_MS_MOST) as turn:
        outcome = session.run(script, streams, turn)
    ended = () if outcome.error is None else (outcome.error,)
    lines = format_lines(streams.values, machine.views, width=WIDTH, edition_core=False)
    return Ran(
        text="\n".join(lines),
        errors=(*streams.errors, *ended),
        warnings=tuple(streams.warnings),
    )


def run(script: str, world: Path | None = None) -> Ran:
    """Run a script on a fresh host."""
    with emulation(world) as composed:
        return run_on(composed, script)
