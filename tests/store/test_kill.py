"""A process that is killed loses nothing it has acknowledged."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from emulator.clock import MANUAL
from emulator.host.open import open_host
from emulator.host.world import empty_world
from emulator.store.keeper import Keeper
from emulator.store.store import Store, StoreError
from emulator.units import ticks_floor

ROOT = Path(__file__).parents[2]
ACKNOWLEDGED_FIRST = 40


def killed(state: Path) -> list[int]:
    """Let a process work, kill it in the middle of it, and return what it acknowledged."""
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.store.acknowledging", str(state)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    with child:
        assert child.stdout is not None
        lines = [child.stdout.readline() for _ in range(ACKNOWLEDGED_FIRST)]
        with pytest.raises(StoreError, match="another process uses it"):
            Store(state)
        child.send_signal(signal.SIGKILL)
        lines += child.stdout.readlines()
    assert child.returncode == -signal.SIGKILL
    return [int(line) for line in lines if line.endswith("\n")]


def test_a_killed_process_loses_no_acknowledged_command(tmp_path: Path) -> None:
    state = tmp_path / "state.db"
    acknowledged: list[int] = []
    for _ in range(3):  # each goes on from what the one before it left
        found = killed(state)
        assert len(found) >= ACKNOWLEDGED_FIRST
        acknowledged += found
    opened = open_host(empty_world(), state, rate=MANUAL)
    vms = opened.host.observe().inventory.vms.values()
    notes = {vm.name: vm.notes for vm in vms}
    assert len(notes) == len(vms)
    assert all(notes[f"vm{number}"] == "acknowledged" for number in acknowledged)
    assert len(vms) - len(acknowledged) <= 3  # at most one was made and not told, each time
    opened.close()

    keeper = Keeper(Store(state))
    until = ticks_floor(keeper.now_ms())
    assert keeper.restore(until) == keeper.restore_from_first(until)
    keeper.close()
