"""The state file: what is written is there again, and what is no state file is told so."""

import sqlite3
from pathlib import Path

import pytest

from emulator.inventory.commands import StartVM
from emulator.inventory.vm import VMId
from emulator.store.migrations import APPLICATION_ID, SCHEMA_VERSION
from emulator.store.store import SNAPSHOTS_KEPT, Entry, Origin, Snapshot, Store, StoreError

ORIGIN = Origin(seed=7, epoch_ticks=639_031_968_000_000_000)


def snapshot(seq: int) -> Snapshot:
    return Snapshot(seq=seq, at_ms=seq * 10, engine_version=1, state={"seq": seq})


def begun(path: Path) -> Store:
    store = Store(path)
    store.begin(ORIGIN, snapshot(0))
    return store


def test_a_new_file_holds_no_world(tmp_path: Path) -> None:
    assert Store(tmp_path / "state.db").origin() is None


def test_what_was_written_is_there_after_the_file_was_closed(tmp_path: Path) -> None:
    store = begun(tmp_path / "state.db")
    first = store.append(StartVM(vm=VMId("a")), 1_500)
    second = store.append(StartVM(vm=VMId("b")), 2_500)
    store.close()

    again = Store(tmp_path / "state.db")
    assert again.origin() == ORIGIN
    assert again.now_ms() == 2_500
    assert tuple(again.entries_after(0)) == (
        Entry(seq=first, at_ms=1_500, command=StartVM(vm=VMId("a"))),
        Entry(seq=second, at_ms=2_500, command=StartVM(vm=VMId("b"))),
    )
    assert [entry.seq for entry in again.entries_after(first)] == [second]


def test_the_first_snapshot_and_the_latest_are_kept(tmp_path: Path) -> None:
    store = begun(tmp_path / "state.db")
    for seq in range(1, 6):
        store.add_snapshot(snapshot(seq))
    assert store.first_snapshot() == snapshot(0)
    assert store.last_snapshot() == snapshot(5)
    count = store._db.execute("SELECT count(*) FROM snapshot").fetchone()[0]
    assert count == 1 + SNAPSHOTS_KEPT


def test_a_moment_can_be_noted_without_a_command(tmp_path: Path) -> None:
    store = begun(tmp_path / "state.db")
    store.note_moment(77)
    assert store.now_ms() == 77


def test_a_file_in_use_is_told_as_such(tmp_path: Path) -> None:
    store = begun(tmp_path / "state.db")
    with pytest.raises(StoreError, match="another process uses it"):
        Store(tmp_path / "state.db")
    store.append(StartVM(vm=VMId("a")), 1)
    store.close()
    assert Store(tmp_path / "state.db").now_ms() == 1


def test_a_file_of_another_kind_is_told_as_such(tmp_path: Path) -> None:
    (tmp_path / "text").write_text("no database, but long enough to look like one" * 100)
    with pytest.raises(StoreError, match="it is no state file of the emulator"):
        Store(tmp_path / "text")
    with sqlite3.connect(tmp_path / "other.db") as other:
        other.execute("CREATE TABLE t (x)")
    other.close()
    with pytest.raises(StoreError, match="it is no state file of the emulator"):
        Store(tmp_path / "other.db")


def test_a_folder_that_is_not_there_is_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be opened: unable to open database file"):
        Store(tmp_path / "none" / "state.db")


@pytest.mark.parametrize(
    ("version", "message"),
    [
        (SCHEMA_VERSION + 1, f"version {SCHEMA_VERSION + 1}, and this emulator knows versions up"),
        (0, "it has version 0, which this emulator cannot bring up to date"),
    ],
)
def test_a_file_of_an_unknown_version_is_told_as_such(
    tmp_path: Path, version: int, message: str
) -> None:
    begun(tmp_path / "state.db").close()
    with sqlite3.connect(tmp_path / "state.db") as db:
        assert db.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
        db.execute(f"PRAGMA user_version = {version}")
    db.close()
    with pytest.raises(StoreError, match=message):
        Store(tmp_path / "state.db")


def test_a_damaged_entry_is_told_as_such(tmp_path: Path) -> None:
    store = begun(tmp_path / "state.db")
    store._db.execute("""INSERT INTO journal (at_ms, command) VALUES (1, '{"is": "Explode"}')""")
    with pytest.raises(StoreError, match=r"cannot be read: .*'Explode' is no kind of value"):
        tuple(store.entries_after(0))


def test_a_file_that_cannot_be_written_is_told_and_keeps_what_it_has(tmp_path: Path) -> None:
    store = begun(tmp_path / "state.db")
    store.append(StartVM(vm=VMId("a")), 1)
    store._db.execute("PRAGMA query_only = on")
    with pytest.raises(StoreError, match="cannot be written"):
        store.append(StartVM(vm=VMId("b")), 2)
    store._db.execute("PRAGMA query_only = off")
    assert len(tuple(store.entries_after(0))) == 1
    store.append(StartVM(vm=VMId("c")), 3)
    assert len(tuple(store.entries_after(0))) == 2


def test_what_fails_halfway_is_not_written_at_all(tmp_path: Path) -> None:
    store = begun(tmp_path / "state.db")
    with pytest.raises(StoreError, match="cannot store TEXT value in INTEGER column"):
        store.append(StartVM(vm=VMId("a")), "soon")  # type: ignore[arg-type]
    store.append(StartVM(vm=VMId("b")), 1)
    assert [entry.at_ms for entry in store.entries_after(0)] == [1]
