"""The order of turns: who holds the baton, who waits for it, who sleeps and until when."""

from collections import deque
from typing import TYPE_CHECKING, Final

from emulator.clock.virtual import Clock

if TYPE_CHECKING:
    from emulator.clock.turn import Turn

TURNS_MOST: Final = 1_000
"""Scripts that run or wait at once; each holds a thread, and a process has thousands at most."""


class TooManyTurns(RuntimeError):  # noqa: N818  (the condition is the name)
    """Raised where one more script would be more than `TURNS_MOST`."""


class Order:
    """Decides who executes: first come, first served; equal wake-ups in the order of sleeps.

    Every method runs with the clock's lock held.
    """

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self._holder: Turn | None = None
        self._ready: deque[Turn] = deque()
        self._asleep: list[Turn] = []
        self._sleeps = 0
        self._turns = 0
        clock.watch(self._clock_moved)

    def join(self, turn: "Turn") -> None:
        """Put a new turn at the end of the queue."""
        if self._turns >= TURNS_MOST:
            raise TooManyTurns(f"{TURNS_MOST} scripts run or wait already")
        self._turns += 1
        self._ready.append(turn)
        self.pass_on()

    def leave(self, turn: "Turn") -> None:
        """Take a turn out for good, wherever it stands."""
        self._turns -= 1
        if self.is_held_by(turn):
            self._let_go(turn)
        elif turn in self._ready:
            self._ready.remove(turn)
        else:
            self._asleep.remove(turn)

    def is_held_by(self, turn: "Turn") -> bool:
        """Return whether that turn executes."""
        return self._holder is turn

    def is_awaited(self) -> bool:
        """Return whether somebody waits for the baton."""
        return bool(self._ready)

    def is_asleep(self, turn: "Turn") -> bool:
        """Return whether that turn sleeps."""
        return turn in self._asleep

    def requeue(self, turn: "Turn") -> None:
        """Put the holder at the end of the queue."""
        self._ready.append(turn)
        self._let_go(turn)

    def step_aside(self, turn: "Turn") -> None:
        """Take the baton from the holder without a place in the queue, until it comes back."""
        self._let_go(turn)

    def come_back(self, turn: "Turn") -> None:
        """Put a turn that stepped aside at the end of the queue."""
        self._ready.append(turn)
        self.pass_on()

    def lay_down(self, turn: "Turn") -> None:
        """Put the holder to sleep until its `wake_ms`."""
        self._sleeps += 1
        turn.sleep_number = self._sleeps
        self._asleep.append(turn)
        self._let_go(turn)

    def rouse(self, turn: "Turn") -> None:
        """End the sleep of a turn that is to stop."""
        if turn in self._asleep:
            self._asleep.remove(turn)
            self._ready.append(turn)
            self.pass_on()

    def pass_on(self) -> None:
        """Wake who is due, then give a free baton to the first in the queue."""
        self._wake_due()
        if self._holder is None and not self._ready and self._asleep and self.clock.skip_sleeps:
            # The clock tells its watchers, so that the turn is woken and given the baton there.
            self.clock.advance_to(min(turn.wake_ms for turn in self._asleep))
        if self._holder is None and self._ready:
            self._holder = self._ready.popleft()
            self._holder.condition.notify_all()
        if self._holder is not None:
            self._holder.attend_if(awaited=self.is_awaited())

    def _let_go(self, turn: "Turn") -> None:
        assert self._holder is turn, "only the holder can hand on the baton"
        self._holder = None
        self.pass_on()

    def _wake_due(self) -> None:
        if not self._asleep:
            return
        now_ms = self.clock.now_ms()
        due = [turn for turn in self._asleep if turn.wake_ms <= now_ms]
        if due:
            self._asleep = [turn for turn in self._asleep if turn.wake_ms > now_ms]
            self._ready.extend(sorted(due, key=lambda turn: (turn.wake_ms, turn.sleep_number)))

    def _clock_moved(self) -> None:
        self.pass_on()
        for turn in self._asleep:  # the real time left to wait may be another now
            turn.condition.notify_all()
