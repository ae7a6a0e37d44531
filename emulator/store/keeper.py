"""Keeping a state: the journal of what is done to it, snapshots now and then, and replay."""

import contextlib
from collections.abc import Iterable
from typing import Final

from emulator.engine.advance import CATCH_UP_TICKS_MOST, advance
from emulator.engine.carry_out import carry_out
from emulator.engine.snapshot import SNAPSHOT_VERSION, SnapshotUnreadable, freeze, thaw
from emulator.engine.state import State
from emulator.inventory.commands import Command, Done
from emulator.store.store import Entry, Origin, Snapshot, Store, StoreError
from emulator.units import Milliseconds, Ticks, milliseconds, ticks_floor

SNAPSHOT_EVERY_COMMANDS: Final = 500
"""Replaying as many takes about as long as reading the snapshot of a large host."""


class Keeper:
    """One state file in use by one host; the host's lock guards it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._seq = 0
        self._snapshot_seq = 0

    def origin(self) -> Origin | None:
        """Return what the world in the file began with; None where there is none yet."""
        return self._store.origin()

    def begin(self, origin: Origin, state: State) -> None:
        """Keep a world that begins now."""
        self._store.begin(origin, self._snapshot(state, milliseconds(state.now)))

    def now_ms(self) -> Milliseconds:
        """Return the last moment that the world is known to have reached."""
        return Milliseconds(self._store.now_ms())

    def restore(self, until: Ticks) -> State:
        """Return the state at that tick: the last snapshot and what was done since."""
        snapshot = self._store.last_snapshot()
        entries = tuple(self._store.entries_after(snapshot.seq))
        self._snapshot_seq = snapshot.seq
        self._seq = entries[-1].seq if entries else snapshot.seq
        return self._replayed(snapshot, entries, until)

    def restore_from_first(self, until: Ticks) -> State:
        """Return the state at that tick, made again from the world's first moment."""
        return self._replayed(self._store.first_snapshot(), self._store.entries_after(0), until)

    def append(self, command: Command, now_ms: Milliseconds) -> None:
        """Write a command that has been carried out; on return it is on the disk."""
        self._seq = self._store.append(command, now_ms)

    def note_moment(self, now_ms: Milliseconds) -> None:
        """Write how far the clock has come, if it can be written: a look needs no disk."""
        with contextlib.suppress(StoreError):
            self._store.note_moment(now_ms)

    def snapshot_if_due(self, state: State, now_ms: Milliseconds) -> None:
        """Write the state if enough has been done since it was last written."""
        if self._seq - self._snapshot_seq >= SNAPSHOT_EVERY_COMMANDS:
            # Nothing is lost without it: the journal has it all, and the next command tries again.
            with contextlib.suppress(StoreError):
                self.write_snapshot(state, now_ms)

    def write_snapshot(self, state: State, now_ms: Milliseconds) -> None:
        """Write the state, whose tick may lie before now."""
        self._store.add_snapshot(self._snapshot(state, now_ms))
        self._snapshot_seq = self._seq

    def close(self) -> None:
        """Let the state file go."""
        self._store.close()

    def _snapshot(self, state: State, now_ms: Milliseconds) -> Snapshot:
        return Snapshot(
            seq=self._seq, at_ms=now_ms, engine_version=SNAPSHOT_VERSION, state=freeze(state)
        )

    def _replayed(self, snapshot: Snapshot, entries: Iterable[Entry], until: Ticks) -> State:
        try:
            state = thaw(snapshot.state)
        except (SnapshotUnreadable, LookupError, TypeError) as error:
            raise StoreError(f"state file {self._store.path} cannot be read: {error}") from error
        return replay(state, entries, until)


def replay(state: State, entries: Iterable[Entry], until: Ticks) -> State:
    """Do to a state what the journal says, let time pass until that tick, and return it."""
    for entry in entries:
        _pass(state, ticks_floor(entry.at_ms))
        outcome = carry_out(state, entry.command, Milliseconds(entry.at_ms))
        if not isinstance(outcome, Done):
            raise StoreError(f"journal entry {entry.seq} cannot be done again: {outcome}")
    _pass(state, until)
    return state


def _pass(state: State, until: Ticks) -> None:
    while state.now < until:  # a host catches up with long gaps in several calls, too
        advance(state, Ticks(min(until, state.now + CATCH_UP_TICKS_MOST)))
