"""Keeping: snapshots when due, replay from either end, and nothing half done."""

from pathlib import Path

import pytest

from emulator.clock import Clock
from emulator.engine.state import State
from emulator.host.door import Host
from emulator.inventory.commands import ChangeVM, CreateVM, Done, StartVM
from emulator.inventory.inventory import Inventory
from emulator.inventory.vm import VMId
from emulator.store.keeper import SNAPSHOT_EVERY_COMMANDS, Keeper
from emulator.store.store import Origin, Store, StoreError
from emulator.units import Ticks


def kept(path: Path) -> tuple[Host, Keeper]:
    keeper = Keeper(Store(path))
    state = State.of(Inventory())
    keeper.begin(Origin(seed=1, epoch_ticks=0), state)
    return Host(state, Clock(), keeper), keeper


def made(host: Host) -> VMId:
    outcome = host.submit(CreateVM(name="web"))
    assert isinstance(outcome, Done)
    assert outcome.vm is not None
    return outcome.vm.id


def test_a_snapshot_is_written_once_enough_has_been_done(tmp_path: Path) -> None:
    host, keeper = kept(tmp_path / "state.db")
    vm = made(host)
    for number in range(2, SNAPSHOT_EVERY_COMMANDS):
        host.submit(ChangeVM(vm=vm, notes=str(number)))
    assert keeper._store.last_snapshot().seq == 0
    host.submit(ChangeVM(vm=vm, notes="due"))
    assert keeper._store.last_snapshot().seq == SNAPSHOT_EVERY_COMMANDS
    host.submit(ChangeVM(vm=vm, notes="after"))
    assert keeper.restore(Ticks(0)) == keeper.restore_from_first(Ticks(0)) == host._state


def test_a_command_that_cannot_be_written_is_not_done(tmp_path: Path) -> None:
    host, keeper = kept(tmp_path / "state.db")
    vm = made(host)
    host.clock.advance(5_000)
    before = host.observe()
    keeper._store._db.execute("PRAGMA query_only = on")
    with pytest.raises(StoreError, match="cannot be written"):
        host.submit(StartVM(vm=vm))
    assert (host.observe().inventory, host.observe().vms()) == (before.inventory, before.vms())
    keeper._store._db.execute("PRAGMA query_only = off")
    assert isinstance(host.submit(StartVM(vm=vm)), Done)
    assert keeper.restore_from_first(Ticks(5)) == host._state


def test_a_snapshot_that_cannot_be_written_loses_nothing_and_is_tried_again(
    tmp_path: Path,
) -> None:
    host, keeper = kept(tmp_path / "state.db")
    vm = made(host)
    keeper._seq += SNAPSHOT_EVERY_COMMANDS  # as if so much had been done
    keeper._store._db.execute("PRAGMA query_only = on")
    keeper.snapshot_if_due(host._state, host.clock.now_ms())
    keeper._store._db.execute("PRAGMA query_only = off")
    assert keeper._store.last_snapshot().seq == 0
    host.submit(ChangeVM(vm=vm, notes="kept"))
    host.close()
    again = Keeper(Store(tmp_path / "state.db"))
    assert again.restore(Ticks(0)).inventory.vms[vm].notes == "kept"


def test_a_snapshot_of_another_engine_is_told_as_such(tmp_path: Path) -> None:
    _, keeper = kept(tmp_path / "state.db")
    keeper._store._db.execute("UPDATE snapshot SET state = '{\"version\": 99}'")
    with pytest.raises(StoreError, match="the snapshot has version 99, this engine reads"):
        keeper.restore(Ticks(0))


def test_an_entry_that_is_refused_in_replay_is_told_as_such(tmp_path: Path) -> None:
    _, keeper = kept(tmp_path / "state.db")
    keeper._store.append(StartVM(vm=VMId("nobody")), 0)
    with pytest.raises(StoreError, match="journal entry 1 cannot be done again"):
        keeper.restore(Ticks(0))


def test_a_look_needs_no_disk(tmp_path: Path) -> None:
    host, keeper = kept(tmp_path / "state.db")
    keeper._store._db.execute("PRAGMA query_only = on")
    host.clock.advance(120_000)
    assert host.observe().now_ms == 120_000
    assert keeper.now_ms() == 0
    keeper._store._db.execute("PRAGMA query_only = off")
    host.clock.advance(60_000)
    host.observe()
    assert keeper.now_ms() == 180_000
