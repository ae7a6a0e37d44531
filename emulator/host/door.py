"""The one door: `Host.submit(command)` and `Host.observe()`, behind one lock."""

import threading
from typing import TYPE_CHECKING, Final, Protocol

from emulator.clock import Clock
from emulator.engine.advance import CATCH_UP_TICKS_MOST, CatchUpTooLong, advance
from emulator.engine.carry_out import carry_out
from emulator.engine.state import State
from emulator.host.view import View, still
from emulator.inventory.commands import Command, Done
from emulator.inventory.inventory import Inventory
from emulator.inventory.refusals import Refusal
from emulator.units import Milliseconds, Ticks, ticks_floor

if TYPE_CHECKING:
    from emulator.store.keeper import Keeper

__all__ = ["Host", "HostDoor", "View"]

MOMENT_EVERY_MS: Final = 60_000
"""How often a look writes the moment down: a killed host's clock is a minute behind at most."""


class HostDoor(Protocol):
    """What cmdlets and doors may do with a host."""

    def submit(self, command: Command) -> Done | Refusal:
        """Carry out a command, all of it or nothing."""

    def observe(self) -> View:
        """Look at the host as it is now."""


class Host:
    """A host: a state that time moves, a clock that says how far, and perhaps a state file.

    Every entry first advances the state to now. Nothing else moves it, so looking, however
    often, changes nothing. `close` ends it.
    """

    def __init__(self, state: State, clock: Clock, keeper: "Keeper | None" = None) -> None:
        self.clock = clock
        self._lock = threading.Lock()
        self._state = state
        self._keeper = keeper
        self._commands = 0
        self._view: View | None = None
        self._looked_at = -1
        """How many commands had been carried out when `_view` was taken."""
        self._still: State | None = None
        self._moment_ms = clock.now_ms()

    @classmethod
    def of(cls, inventory: Inventory, clock: Clock) -> "Host":
        """Return a host whose machines are all off, kept in memory only."""
        return cls(State.of(inventory, ticks_floor(clock.now_ms())), clock)

    def submit(self, command: Command) -> Done | Refusal:
        """Carry out a command, all of it or nothing; what is done is on the disk on return.

        NotEmulated where the engine cannot say what Hyper-V would do; StoreError where the state
        file cannot be written: then nothing is done.
        """
        with self._lock:
            now_ms = self._catch_up()
            outcome = carry_out(self._state, command, now_ms)
            if isinstance(outcome, Done):
                self._commands += 1
                self._keep(command, now_ms)
            return outcome

    def observe(self) -> View:
        """Look at the host as it is now; cheap while nothing has moved."""
        with self._lock:
            now_ms = self._catch_up()
            view = self._view
            if view is not None and view.now_ms == now_ms and self._looked_at == self._commands:
                return view
            self._note(now_ms)
            return self._look(now_ms)

    def close(self) -> None:
        """Write the state down, if it is kept, and let the state file go."""
        with self._lock:
            keeper, self._keeper = self._keeper, None
            if keeper is not None:
                try:
                    keeper.write_snapshot(self._state, self.clock.now_ms())
                finally:
                    keeper.close()

    def _look(self, now_ms: Milliseconds) -> View:
        if (
            self._still is None
            or self._still.now != self._state.now
            or self._looked_at != self._commands
        ):
            self._still = still(self._state)
            self._looked_at = self._commands
        self._view = View(self._still, now_ms)
        return self._view

    def _catch_up(self) -> Milliseconds:
        """Advance the state to now, or as far as one call may."""
        now_ms = self.clock.now_ms()
        behind = ticks_floor(now_ms) - self._state.now
        if behind > CATCH_UP_TICKS_MOST:
            advance(self._state, Ticks(self._state.now + CATCH_UP_TICKS_MOST))
            raise CatchUpTooLong(
                f"the clock is {behind} s ahead of the host, and one call catches up with "
                f"{CATCH_UP_TICKS_MOST} s at most; ask again"
            )
        if behind > 0:
            advance(self._state, ticks_floor(now_ms))
        return now_ms

    def _keep(self, command: Command, now_ms: Milliseconds) -> None:
        """Write a command that is done to the journal, or undo it."""
        if self._keeper is None:
            return
        self._moment_ms = now_ms
        try:
            self._keeper.append(command, now_ms)
        except BaseException:
            self._state = self._keeper.restore(ticks_floor(now_ms))
            raise
        self._keeper.snapshot_if_due(self._state, now_ms)

    def _note(self, now_ms: Milliseconds) -> None:
        if self._keeper is not None and now_ms - self._moment_ms >= MOMENT_EVERY_MS:
            self._moment_ms = now_ms
            self._keeper.note_moment(now_ms)
