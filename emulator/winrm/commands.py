"""A command of a shell: a process, and what of its output the client has had."""

from dataclasses import dataclass, field
from threading import Lock
from typing import Final

from emulator.console.process import Process, Signal

STREAMS: Final = ("stdout", "stderr")


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """What one Receive carries; `exit_code` None while the command runs."""

    chunks: tuple[tuple[str, bytes], ...] = ()
    exit_code: int | None = None

    @property
    def is_news(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.chunks) or self.exit_code is not None


@dataclass(slots=True, kw_only=True, eq=False)
class RunningCommand:
    """One command. `receive` never loses output when the answer did not arrive."""

    id: str
    process: Process
    _lock: Lock = field(default_factory=Lock)
    _last_message_id: str = ""
    _last_output: Output = Output()

    def receive(self, message_id: str, *, limit_bytes: int, deadline: float) -> Output:
        """Wait for output until `deadline` and take at most `limit_bytes` of it.

        The same message again gets the same answer: clients send a Receive again when the
        connection broke. Source: reference/winrm.md 8.2.
        """
        with self._lock:
            if message_id and message_id == self._last_message_id:
                return self._last_output
        self.process.wait(deadline)
        with self._lock:
            output = self._take(limit_bytes)
            if output.is_news:
                self._last_message_id, self._last_output = message_id, output
            return output

    def stop(self, signal: Signal) -> None:
        """End the process; what it wrote can still be received."""
        self.process.stop(signal)

    def _take(self, limit_bytes: int) -> Output:
        # The exit code is read first: output written before the end is never left behind.
        exit_code = self.process.exit_code
        chunks: list[tuple[str, bytes]] = []
        streams = self.process.streams
        for name, pipe in zip(STREAMS, (streams.stdout, streams.stderr), strict=True):
            taken = pipe.read(limit_bytes)
            limit_bytes -= len(taken)
            if taken:
                chunks.append((name, taken))
        is_end = not len(streams.stdout) and not len(streams.stderr)
        return Output(chunks=tuple(chunks), exit_code=exit_code if is_end else None)
