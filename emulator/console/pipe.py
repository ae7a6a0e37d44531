"""A pipe of bytes between two threads, bounded, so that a fast writer waits for a slow reader."""

import time
from threading import Condition
from typing import Final

OUTPUT_BYTES_MAX: Final = 1 << 20
"""What a process may write before somebody reads: enough for any report, small enough for 750
processes (30 shells of 25) to fit in memory. Source: assumed."""

STDIN_BYTES_MAX: Final = 32 << 20
"""What a client may send before the process reads. Source: reference/winrm.md 8 (20 MB)."""


class BytePipe:
    """Bytes in order, written by one side and read by the other.

    All pipes of a process share the condition `changed`, so that one wait sees them all.
    """

    def __init__(self, changed: Condition, *, limit_bytes: int) -> None:
        """Be empty and open."""
        self._changed = changed
        self._limit_bytes = limit_bytes
        self._held = bytearray()
        self._closed = False
        self._abandoned = False

    def __len__(self) -> int:
        """Return how many bytes wait to be read."""
        return len(self._held)

    @property
    def at_end(self) -> bool:
        """Whether nothing is left and nothing will come."""
        with self._changed:
            return self._closed and not self._held

    def has_room(self, size_bytes: int) -> bool:
        """Whether that many bytes could be written without waiting."""
        with self._changed:
            return self._fits(size_bytes)

    def write(self, data: bytes, *, deadline: float | None = None) -> bool:
        """Add `data` as a whole, waiting for room; False when `deadline` came before.

        An empty pipe takes any amount, so that one large piece cannot wait for ever. What is
        written to a closed or abandoned pipe vanishes, as it does on Windows once the reader
        is gone.
        """
        with self._changed:
            while not self._fits(len(data)):
                left = None if deadline is None else deadline - time.monotonic()
                if left is not None and left <= 0:
                    return False
                self._changed.wait(left)
            if not (self._closed or self._abandoned):
                self._held += data
                self._changed.notify_all()
            return True

    def read(self, limit_bytes: int) -> bytes:
        """Take at most that many bytes of what is there now; empty when nothing is."""
        with self._changed:
            taken = bytes(self._held[:limit_bytes])
            del self._held[:limit_bytes]
            if taken:
                self._changed.notify_all()
            return taken

    def read_to_end(self) -> bytes:
        """Wait until the writer closes and return everything; at most `STDIN_BYTES_MAX`."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed)
        return self.read(self._limit_bytes)

    def read_line(self) -> bytes | None:
        """Wait for a line and return it with its end, or what was left at the end, or None."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or b"\n" in self._held)
            end = self._held.find(b"\n") + 1 or len(self._held)
        return self.read(end) or None

    def close(self) -> None:
        """Say that nothing more will be written."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def abandon(self) -> None:
        """Let further writes vanish; what is held can still be read."""
        with self._changed:
            self._abandoned = True
            self._changed.notify_all()

    def _fits(self, size_bytes: int) -> bool:
        if self._closed or self._abandoned or not self._held:
            return True
        return len(self._held) + size_bytes <= self._limit_bytes
