"""The virtual clock: whole milliseconds since the world began, and its two dials."""

import threading
import time
from collections.abc import Callable
from typing import Final

from emulator.clock.rate import MANUAL, Rate
from emulator.units import Milliseconds

TICKS_PER_MS: Final = 10_000
"""One .NET tick is 100 ns."""
EPOCH_TICKS: Final = 639_031_968_000_000_000
"""2026-01-05T08:00:00Z in .NET ticks: where a world begins unless it says otherwise."""
NS_PER_MS: Final = 1_000_000


class Clock:
    """Virtual time behind two dials: `rate`, and `skip_sleeps`.

    No thread moves it: now is computed whenever somebody asks. Time never runs backwards, and
    changing the rate leaves no gap. `lock` guards the clock and the baton that belongs to it;
    whoever holds it takes no other lock.
    """

    def __init__(
        self,
        *,
        rate: Rate = MANUAL,
        skip_sleeps: bool = True,
        epoch_ticks: int = EPOCH_TICKS,
        start_ms: int = 0,
        monotonic_ns: Callable[[], int] = time.monotonic_ns,
    ) -> None:
        self.lock = threading.RLock()
        self._epoch_ticks = epoch_ticks
        self._rate = rate
        self._skip_sleeps = skip_sleeps
        self._monotonic_ns = monotonic_ns
        self._base_ns = start_ms * NS_PER_MS
        self._base_real_ns = monotonic_ns()
        self._watchers: list[Callable[[], None]] = []

    @property
    def rate(self) -> Rate:
        """How fast time runs."""
        return self._rate

    @property
    def skip_sleeps(self) -> bool:
        """Whether the clock jumps to the first wake-up once everything that runs sleeps."""
        return self._skip_sleeps

    @property
    def epoch_ticks(self) -> int:
        """The moment the world began, in .NET ticks (100 ns since 0001-01-01, UTC)."""
        return self._epoch_ticks

    def now_ms(self) -> Milliseconds:
        """Return the whole milliseconds since the world began (floor)."""
        if self._rate.factor == 0:
            return Milliseconds(self._base_ns // NS_PER_MS)
        with self.lock:
            return Milliseconds(self._now_ns() // NS_PER_MS)

    def utc_ticks(self) -> int:
        """Return now in .NET ticks: 100 ns since 0001-01-01T00:00:00Z."""
        return self._epoch_ticks + self.now_ms() * TICKS_PER_MS

    def advance(self, duration_ms: int) -> Milliseconds:
        """Move time on by `duration_ms` at once, wake whoever is due, and return now."""
        if duration_ms < 0:
            raise ValueError(f"time does not run backwards: {duration_ms} ms")
        with self.lock:
            self._rebase(self._now_ns() + duration_ms * NS_PER_MS)
            self._tell()
            return self.now_ms()

    def advance_to(self, moment_ms: int) -> Milliseconds:
        """Move time on to `moment_ms`, unless it is past already, and return now."""
        with self.lock:
            self._rebase(max(self._now_ns(), moment_ms * NS_PER_MS))
            self._tell()
            return self.now_ms()

    def set_rate(self, rate: Rate) -> None:
        """Let time run at `rate` from now on."""
        with self.lock:
            self._rebase(self._now_ns())
            self._rate = rate  # after the rebase: now_ms reads a standing clock without the lock
            self._tell()

    def set_skip_sleeps(self, skip_sleeps: bool) -> None:  # noqa: FBT001  (a setter)
        """Turn the second dial."""
        with self.lock:
            self._skip_sleeps = skip_sleeps
            self._tell()

    def watch(self, moved: Callable[[], None]) -> None:
        """Call `moved`, with the lock held, after each jump and each turn of a dial.

        The one who watches is the baton of this clock; there is no unwatch because both live
        as long as their host.
        """
        self._watchers.append(moved)

    def real_seconds_until(self, moment_ms: int) -> float | None:
        """Return how long to wait until `moment_ms`; None while time stands still."""
        with self.lock:
            if self._rate.factor == 0:
                return None
            left_ns = moment_ms * NS_PER_MS - self._now_ns()
            return max(0.0, left_ns / self._rate.factor / 1e9)

    def _now_ns(self) -> int:
        factor = self._rate.factor
        if factor == 0:
            return self._base_ns
        return self._base_ns + (self._monotonic_ns() - self._base_real_ns) * factor

    def _rebase(self, now_ns: int) -> None:
        self._base_real_ns = self._monotonic_ns()
        self._base_ns = now_ns

    def _tell(self) -> None:
        for moved in self._watchers:
            moved()
