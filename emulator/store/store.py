"""The state file: opening it alone, reading what it holds, and writing ahead of every answer.

A commit is on the disk when it returns (WAL, synchronous=FULL), so an acknowledged command
survives the death of the process and of the machine.
"""

import contextlib
import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from emulator.inventory.commands import Command
from emulator.inventory.plain import from_plain, plain
from emulator.store.migrations import prepare

SNAPSHOTS_KEPT: Final = 2
"""The latest snapshots beside the first: one more than needed, should the last be damaged."""

REASONS: Final = {
    "SQLITE_BUSY": "another process uses it",
    "SQLITE_LOCKED": "another process uses it",
    "SQLITE_NOTADB": "it is no state file of the emulator",
}


class StoreError(Exception):
    """The state file cannot be used; the message says which, and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """What a world began with, as far as the journal needs it."""

    seed: int
    epoch_ticks: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One command of the journal and the moment it was carried out."""

    seq: int
    at_ms: int
    command: Command


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """A frozen state: everything up to and including journal entry `seq` is in it."""

    seq: int
    at_ms: int
    engine_version: int
    """The version of the engine's snapshots (emulator.engine.snapshot)."""
    state: Any
    """As emulator.engine.snapshot freezes it: JSON-able."""


class Store:
    """One open state file, held by this process alone until `close`.

    Not for several threads at once: the host's lock guards it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        with self._told("opened"):
            self._db = _connect(path)
            try:
                prepare(self._db)
            except BaseException:
                self._db.close()
                raise

    def origin(self) -> Origin | None:
        """Return what the world began with; None in a new file."""
        with self._told("read"):
            row = self._db.execute("SELECT seed, epoch_ticks FROM origin").fetchone()
        return None if row is None else Origin(seed=row[0], epoch_ticks=row[1])

    def begin(self, origin: Origin, first: Snapshot) -> None:
        """Make a new file the state file of a world, in its first state."""
        assert self.origin() is None, "a state file belongs to one world"
        with self._transaction():
            self._db.execute(
                "INSERT INTO origin (id, seed, epoch_ticks, now_ms) VALUES (1, ?, ?, ?)",
                (origin.seed, origin.epoch_ticks, first.at_ms),
            )
            self._insert(first)

    def append(self, command: Command, at_ms: int) -> int:
        """Write a command that has been carried out; on return it is on the disk."""
        written = json.dumps(plain(command), separators=(",", ":"))
        with self._transaction():
            cursor = self._db.execute(
                "INSERT INTO journal (at_ms, command) VALUES (?, ?)", (at_ms, written)
            )
            self._db.execute("UPDATE origin SET now_ms = ?", (at_ms,))
        assert cursor.lastrowid is not None
        return cursor.lastrowid

    def note_moment(self, now_ms: int) -> None:
        """Write how far the clock has come, so that a restart goes on from there."""
        with self._transaction():
            self._db.execute("UPDATE origin SET now_ms = ?", (now_ms,))

    def add_snapshot(self, snapshot: Snapshot) -> None:
        """Write a state; all snapshots but the first and the latest go."""
        with self._transaction():
            self._insert(snapshot)
            self._db.execute("UPDATE origin SET now_ms = ?", (snapshot.at_ms,))
            self._db.execute(
                "DELETE FROM snapshot WHERE id > 1 AND id NOT IN "
                "(SELECT id FROM snapshot ORDER BY id DESC LIMIT ?)",
                (SNAPSHOTS_KEPT,),
            )

    def now_ms(self) -> int:
        """Return the last moment known to have been reached."""
        with self._told("read"):
            return int(self._db.execute("SELECT now_ms FROM origin").fetchone()[0])

    def first_snapshot(self) -> Snapshot:
        """Return the state the world began in."""
        return self._snapshot("SELECT seq, at_ms, engine_version, state FROM snapshot WHERE id = 1")

    def last_snapshot(self) -> Snapshot:
        """Return the latest state written."""
        return self._snapshot(
            "SELECT seq, at_ms, engine_version, state FROM snapshot ORDER BY id DESC LIMIT 1"
        )

    def entries_after(self, seq: int) -> Iterator[Entry]:
        """Yield the journal after that entry, in order."""
        with self._told("read"):
            rows = self._db.execute(
                "SELECT seq, at_ms, command FROM journal WHERE seq > ? ORDER BY seq", (seq,)
            )
            for number, at_ms, command in rows:
                yield Entry(seq=number, at_ms=at_ms, command=from_plain(json.loads(command)))

    def close(self) -> None:
        """Let the file go."""
        self._db.close()

    def _snapshot(self, query: str) -> Snapshot:
        with self._told("read"):
            row = self._db.execute(query).fetchone()
            seq, at_ms, engine_version, state = row
            return Snapshot(
                seq=seq, at_ms=at_ms, engine_version=engine_version, state=json.loads(state)
            )

    def _insert(self, snapshot: Snapshot) -> None:
        written = json.dumps(snapshot.state, separators=(",", ":"))
        self._db.execute(
            "INSERT INTO snapshot (seq, at_ms, engine_version, state) VALUES (?, ?, ?, ?)",
            (snapshot.seq, snapshot.at_ms, snapshot.engine_version, written),
        )

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[None]:
        with self._told("written"):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("COMMIT")
            except BaseException:
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    @contextlib.contextmanager
    def _told(self, what: str) -> Iterator[None]:
        """Turn SQLite's complaints, and data that makes no sense, into ours."""
        try:
            yield
        except (sqlite3.Error, ValueError) as error:
            raise StoreError(
                f"state file {self.path} cannot be {what}: {_reason(error)}"
            ) from error


def _connect(path: Path) -> sqlite3.Connection:
    # No waiting for a lock: who holds the file holds it for as long as it lives.
    db = sqlite3.connect(path, timeout=0, isolation_level=None, check_same_thread=False)
    try:
        db.execute("PRAGMA locking_mode = EXCLUSIVE")
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = FULL")
        db.execute("BEGIN EXCLUSIVE")
        db.execute("COMMIT")
    except BaseException:
        db.close()
        raise
    return db


def _reason(error: Exception) -> str:
    return REASONS.get(getattr(error, "sqlite_errorname", ""), str(error))
