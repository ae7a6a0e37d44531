"""Scripts for the HTTP API: run in a session of their own, streams collected as objects."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

from emulator.clock import Stopped, StopReason, Turn
from emulator.console.deep import in_script_thread
from emulator.console.environment import default_environment
from emulator.console.exit_codes import exit_code
from emulator.console.machine import Machine
from emulator.formatting.formatter import Formatter
from emulator.objects.errors import ErrorRecord
from emulator.web.json_values import to_json

if TYPE_CHECKING:
    from emulator.powershell.runtime.session import Outcome

TIME_LIMIT_MS_DEFAULT: Final = 60_000
TIME_LIMIT_MS_MOST: Final = 600_000
"""Real time a script of the API may run; a client that wants more polls over WinRM."""

OBJECTS_MOST: Final = 100_000
TEXTS_MOST: Final = 10_000
"""What one answer carries: output objects, and records of each other stream. Above it the script
is stopped and the answer says so."""

WIDTH: Final = 120
"""Columns of the text without a console. Source: assumed (reference/powershell.md 15)."""


@dataclass(slots=True, kw_only=True)
class Collected:
    """What a script wrote, in lists; the streams port of the language."""

    stop: Callable[[], None]
    objects: list[object] = field(default_factory=list)
    errors: list[ErrorRecord] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    verboses: list[str] = field(default_factory=list)
    debugs: list[str] = field(default_factory=list)
    host_text: list[str] = field(default_factory=list)
    overflowed: bool = False

    def output(self, value: object) -> None:
        """Keep an object."""
        self._keep(self.objects, value, OBJECTS_MOST)

    def error(self, record: ErrorRecord) -> None:
        """Keep an error record."""
        self._keep(self.errors, record, TEXTS_MOST)

    def warning(self, text: str) -> None:
        """Keep a warning."""
        self._keep(self.warnings, text, TEXTS_MOST)

    def verbose(self, text: str) -> None:
        """Keep a verbose message."""
        self._keep(self.verboses, text, TEXTS_MOST)

    def debug(self, text: str) -> None:
        """Keep a debug message."""
        self._keep(self.debugs, text, TEXTS_MOST)

    def information(self, record: object) -> None:
        """Show nothing: what belongs on the host's screen comes by `host_write`."""

    def progress(self, record: object) -> None:
        """Show nothing."""

    def host_write(self, text: str, *, newline: bool) -> None:
        """Keep what the host shows."""
        self._keep(self.host_text, text + ("\n" if newline else ""), OBJECTS_MOST)

    def _keep(self, kept: list[Any], value: object, most: int) -> None:
        if len(kept) >= most:
            self.overflowed = True
            self.stop()
            return
        kept.append(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptResult:
    """What a script gave, ready for an answer; `stopped` None means that it ended by itself.

    `failure` is the error that ended the script, which is also the last of `errors`.
    """

    output: list[object]
    text: str
    collected: Collected
    failure: ErrorRecord | None = None
    exit_code: int = 0
    stopped: StopReason | None = None

    @property
    def errors(self) -> list[ErrorRecord]:
        """All errors, the one that ended the script last."""
        ending = [] if self.failure is None else [self.failure]
        return [*self.collected.errors, *ending]


class ScriptRunner:
    """Runs scripts on a machine, each in a session of its own."""

    def __init__(self, machine: Machine) -> None:
        """Run on `machine`."""
        self._machine = machine
        self._lock = Lock()
        self._turns: set[Turn] = set()
        self._closed = False

    def run(
        self,
        script: str,
        *,
        limit_ms: int = TIME_LIMIT_MS_DEFAULT,
        arguments: Sequence[object] = (),
    ) -> ScriptResult:
        """Run `script` to its end, or until `limit_ms` of real time have passed."""
        turn = self._machine.baton.turn(limit_ms=limit_ms)
        with self._lock:
            self._turns.add(turn)
            if self._closed:  # a request that came while the service ends
                turn.stop()
        try:
            return in_script_thread(
                lambda: self._run(script, arguments, turn), name="api script", interrupt=turn.stop
            )
        finally:
            with self._lock:
                self._turns.discard(turn)

    def close(self) -> None:
        """Stop what runs, and whatever comes later: the service ends."""
        with self._lock:
            self._closed = True
            turns = tuple(self._turns)
        for turn in turns:
            turn.stop()

    def _run(self, script: str, arguments: Sequence[object], turn: Turn) -> ScriptResult:
        machine = self._machine
        collected = Collected(stop=turn.stop)
        try:
            with turn:
                environment = default_environment(machine)
                session = machine.new_session(
                    environment, location=environment["USERPROFILE"], console_width=WIDTH
                )
                outcome = session.run(script, collected, turn, arguments=arguments)
                return self._result(collected, outcome)
        except Stopped as stop:
            return self._result(collected, None, stop.reason)

    def _result(
        self, collected: Collected, outcome: "Outcome | None", stopped: StopReason | None = None
    ) -> ScriptResult:
        machine = self._machine
        formatter = Formatter(machine.views, width=WIDTH, edition_core=machine.core)
        lines = [line for value in collected.objects for line in formatter.feed(value)]
        lines += formatter.finish()
        return ScriptResult(
            output=[to_json(value) for value in collected.objects],
            text="".join(f"{line}\n" for line in lines),
            collected=collected,
            failure=outcome.error if outcome else None,
            exit_code=exit_code(outcome) if outcome else 1,
            stopped=stopped,
        )
