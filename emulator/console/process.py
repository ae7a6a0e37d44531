"""A running process: a program in a thread of its own, its three pipes, its end."""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from threading import Condition
from typing import Final, Protocol

from emulator.console.pipe import OUTPUT_BYTES_MAX, STDIN_BYTES_MAX, BytePipe
from emulator.powershell.runtime.threads import script_thread

log = logging.getLogger("hvemu")

EXIT_INTERNAL_ERROR: Final = 70
"""Exit code of a process that met a fault of the emulator itself (EX_SOFTWARE)."""


class Signal(Enum):
    """Why a process is stopped; the value is the last part of WS-Management's signal code."""

    CTRL_C = "ctrl_c"
    CTRL_BREAK = "ctrl_break"
    TERMINATE = "terminate"

    @property
    def exit_code(self) -> int:
        """The exit code of a process stopped so.

        Source: 0xC000013A is STATUS_CONTROL_C_EXIT (documented); 1 for terminate is assumed.
        """
        return 1 if self is Signal.TERMINATE else 0xC000013A


class StopRequest:
    """Whether a process was asked to stop, and whom to tell."""

    def __init__(self, changed: Condition) -> None:
        """Begin without a request."""
        self._changed = changed
        self._signal: Signal | None = None
        self._listeners: list[Callable[[], None]] = []

    @property
    def signal(self) -> Signal | None:
        """The signal that asked, None while nobody has."""
        return self._signal

    def ask(self, signal: Signal) -> None:
        """Ask once; later signals change nothing."""
        with self._changed:
            if self._signal is not None:
                return
            self._signal = signal
            listeners = tuple(self._listeners)
        for listener in listeners:
            listener()

    def tell(self, listener: Callable[[], None]) -> None:
        """Call `listener` when a stop is asked for; at once where it already was."""
        with self._changed:
            self._listeners.append(listener)
            asked = self._signal is not None
        if asked:
            listener()


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardStreams:
    """What a program has: its three pipes and the request to stop."""

    stdin: BytePipe
    stdout: BytePipe
    stderr: BytePipe
    stop: StopRequest


class Program(Protocol):
    """Something that runs as a process and returns its exit code."""

    def __call__(self, streams: StandardStreams) -> int:
        """Run to the end; the code may be negative."""


@dataclass(slots=True)
class _End:
    exit_code: int | None = None


@dataclass(frozen=True, slots=True)
class Process:
    """A started program, as its parent sees it. Make one with `start`."""

    streams: StandardStreams
    _changed: Condition
    _end: _End = field(default_factory=_End)

    @classmethod
    def start(cls, program: Program, *, name: str) -> "Process":
        """Run `program` in a new thread; `name` is for people who look at threads."""
        changed = Condition()
        process = cls(
            StandardStreams(
                stdin=BytePipe(changed, limit_bytes=STDIN_BYTES_MAX),
                stdout=BytePipe(changed, limit_bytes=OUTPUT_BYTES_MAX),
                stderr=BytePipe(changed, limit_bytes=OUTPUT_BYTES_MAX),
                stop=StopRequest(changed),
            ),
            changed,
        )
        # A daemon thread: a script that sleeps for a day must not hold up the end of the service.
        script_thread(lambda: process._run(program), name=name)
        return process

    @property
    def exit_code(self) -> int | None:
        """The exit code, 0..2^32-1; None while the process runs."""
        return self._end.exit_code

    def wait(self, deadline: float) -> None:
        """Wait until there is output, or the process ended, or `deadline` (monotonic seconds)."""
        with self._changed:
            self._changed.wait_for(self._has_news, deadline - time.monotonic())

    def wait_for_end(self, deadline: float | None = None) -> int | None:
        """Wait until the process ended and return its exit code; None when `deadline` came."""
        with self._changed:
            left = None if deadline is None else deadline - time.monotonic()
            self._changed.wait_for(lambda: self._end.exit_code is not None, left)
        return self.exit_code

    def stop(self, signal: Signal) -> None:
        """End the process now; its thread is told and its further output vanishes."""
        self._finish(signal.exit_code)
        self.streams.stop.ask(signal)

    def _has_news(self) -> bool:
        ended = self._end.exit_code is not None
        return ended or bool(len(self.streams.stdout) or len(self.streams.stderr))

    def _run(self, program: Program) -> None:
        try:
            exit_code = program(self.streams)
        except Exception:
            # A fault of ours: said to the client, told to the log, never dressed up.
            log.exception("a process met an internal error")
            self.streams.stderr.write(
                b"hvemu: internal error; the log of the service has more.\r\n"
            )
            exit_code = EXIT_INTERNAL_ERROR
        self._finish(exit_code)

    def _finish(self, exit_code: int) -> None:
        with self._changed:
            if self._end.exit_code is None:
                self._end.exit_code = exit_code % (1 << 32)
            self.streams.stdin.close()
            self.streams.stdout.close()
            self.streams.stderr.close()
            self._changed.notify_all()
