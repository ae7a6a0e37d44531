"""A turn: one running script's place in the order, and how it is stopped."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from types import TracebackType
from typing import Final, Self

from emulator.clock.order import Order

SLICE_CHECKPOINTS: Final = 50
"""How many checkpoints a turn passes before it hands on: a change of threads costs as much as
some ten statements, so handing on at each would be most of the work; fifty last well under 1 ms.
"""
SHIELD_CHECKPOINTS: Final = 10_000
"""How many checkpoints a shielded stretch passes after a stop: enough for a script's `finally`,
and an end to one that loops.
"""
REAL_WAIT_SECONDS_MOST: Final = 3_600.0
"""A sleeper looks at the clock at least this often; the platform's waits have a limit too."""


class StopReason(Enum):
    """Why a turn was stopped."""

    ASKED = "the script was stopped"
    TIME_LIMIT = "the script ran longer than its time limit"


class Stopped(Exception):  # noqa: N818  (a stop is no error)
    """Raised in a script at its next checkpoint once it is to stop."""

    def __init__(self, reason: StopReason) -> None:
        super().__init__(reason.value)
        self.reason = reason


class Turn:
    """One running script's place in the order; made by `Baton.turn`.

    `attention` is the fast path: while it is False, `checkpoint` has nothing to do and need not
    be called.
    """

    __slots__ = (
        "_begun",
        "_limit_ms",
        "_order",
        "_passes_left",
        "_shield_left",
        "_shields",
        "_stop_reason",
        "_timer",
        "attention",
        "condition",
        "sleep_number",
        "wake_ms",
    )

    def __init__(self, order: Order, *, limit_ms: int | None) -> None:
        self._order = order
        self._limit_ms = limit_ms
        self._begun = False
        self._timer: threading.Timer | None = None
        self._stop_reason: StopReason | None = None
        self._passes_left = SLICE_CHECKPOINTS
        self._shields = 0
        self._shield_left = SHIELD_CHECKPOINTS
        self.attention = False
        """Whether the next checkpoint has something to do."""
        self.condition = threading.Condition(order.clock.lock)
        self.wake_ms = 0
        """Until when it sleeps, in virtual time."""
        self.sleep_number = 0
        """Which sleep of all sleeps this one is: decides between equal wake-ups."""

    def __enter__(self) -> Self:
        """Wait for the baton; raises Stopped if the turn was stopped before it began."""
        with self._order.clock.lock:
            assert not self._begun, "a turn runs once"
            self._begun = True
            try:
                self._wait_for_baton()
                self._raise_if_stopped()
            except BaseException:  # also Ctrl-C: nobody may wait for a turn that is gone
                self._end()
                raise
            self._start_timer()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Give the baton up for good."""
        with self._order.clock.lock:
            self._end()

    @property
    def stopping(self) -> bool:
        """Whether the turn has been asked to stop, or its time is over."""
        return self._stop_reason is not None

    def checkpoint(self) -> None:
        """Hand the baton on if another waits; raise Stopped if the turn is to stop."""
        if self.attention:
            self._attend()

    def sleep(self, duration_ms: int) -> None:
        """Let `duration_ms` of virtual time pass while others execute; a stop ends it.

        On a clock that stands still and does not skip, it lasts until somebody advances it.
        """
        with self._order.clock.lock:
            assert self._order.is_held_by(self), "only the holder of the baton sleeps"
            self._raise_if_stopped()
            if self.stopping:  # shielded: a script that is to end sleeps no more
                return
            self.wake_ms = self._order.clock.now_ms() + max(0, duration_ms)
            self._order.lay_down(self)
            self._wait_for_baton()
            self._raise_if_stopped()

    @contextmanager
    def away(self) -> Iterator[None]:
        """Let others execute while this thread waits for something outside, such as a client.

        A stop does not end the wait: whoever asks for the stop also ends what is waited for.
        While it is away a turn counts as one that is not there: `skip_sleeps` does not wait.
        """
        with self._order.clock.lock:
            assert self._order.is_held_by(self), "only the holder of the baton can go away"
            self._order.step_aside(self)
        try:
            yield
        finally:
            with self._order.clock.lock:
                self._order.come_back(self)
                self._wait_for_baton()
        self._raise_if_stopped()

    def stop(self) -> None:
        """Ask the turn to stop, from any thread: it is woken, and stops at its next checkpoint."""
        self._ask_stop(StopReason.ASKED)

    def withdraw(self) -> None:
        """Give up a turn whose thread never began."""
        with self._order.clock.lock:
            assert not self._begun, "a turn that has begun ends with its `with` block"
            self._begun = True
            self._order.leave(self)

    @contextmanager
    def shield(self) -> Iterator[None]:
        """Hold back a stop meanwhile (a script's `finally`), for `SHIELD_CHECKPOINTS` at most."""
        self._shields += 1
        try:
            yield
        finally:
            self._shields -= 1

    def attend_if(self, *, awaited: bool) -> None:
        """Set the fast path anew; the baton says whether somebody waits for it."""
        self.attention = awaited or self._stop_reason is not None

    def _attend(self) -> None:
        with self._order.clock.lock:
            assert self._order.is_held_by(self), "only the holder of the baton executes"
            self._raise_if_stopped()
            if not self._order.is_awaited():
                self.attend_if(awaited=False)
                return
            self._passes_left -= 1
            if self._passes_left <= 0:
                self._order.requeue(self)
                self._wait_for_baton()
                self._raise_if_stopped()

    def _wait_for_baton(self) -> None:
        order = self._order
        while not order.is_held_by(self):
            asleep = order.is_asleep(self)
            self.condition.wait(self._real_seconds_left() if asleep else None)
            if asleep:
                order.pass_on()
        self._passes_left = SLICE_CHECKPOINTS

    def _real_seconds_left(self) -> float | None:
        left = self._order.clock.real_seconds_until(self.wake_ms)
        return None if left is None else min(left, REAL_WAIT_SECONDS_MOST)

    def _raise_if_stopped(self) -> None:
        if self._stop_reason is None:
            return
        if self._shields and self._shield_left > 0:
            self._shield_left -= 1
            return
        raise Stopped(self._stop_reason)

    def _ask_stop(self, reason: StopReason) -> None:
        with self._order.clock.lock:
            if self._stop_reason is None:
                self._stop_reason = reason
                self.attention = True
                self._order.rouse(self)

    def _start_timer(self) -> None:
        if self._limit_ms is not None:
            self._timer = threading.Timer(self._limit_ms / 1000, self._expire)
            self._timer.daemon = True
            self._timer.start()

    def _expire(self) -> None:
        self._ask_stop(StopReason.TIME_LIMIT)

    def _end(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._order.leave(self)
