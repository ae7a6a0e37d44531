"""Long polls: how many may wait at once, so that there are always workers for other requests."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore
from typing import Final

POLLS_MAX: Final = 200
"""Below the server's worker threads (256), so that polls alone cannot use them up.
Source: reference/winrm.md 5."""

CROWDED_POLL_SECONDS: Final = 0.25
"""How long a poll waits when there is no place: its client asks again at once, so not shorter."""


class PollSlots:
    """The places for long polls."""

    def __init__(self) -> None:
        """Begin with all places free."""
        self._free = BoundedSemaphore(POLLS_MAX)

    @contextmanager
    def deadline(self, timeout_ms: int) -> Iterator[float]:
        """Give the moment (monotonic seconds) until which this poll may wait."""
        has_place = self._free.acquire(blocking=False)
        wait_seconds = timeout_ms / 1000
        try:
            yield time.monotonic() + (
                wait_seconds if has_place else min(wait_seconds, CROWDED_POLL_SECONDS)
            )
        finally:
            if has_place:
                self._free.release()
