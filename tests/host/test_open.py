"""Opening a host: the dials, the state file, and going on after the end of the process."""

from pathlib import Path

import pytest

from emulator.clock import MANUAL, REAL, Rate
from emulator.host.open import open_host
from emulator.host.world import InvalidWorld, default_world, load_text
from emulator.inventory.commands import ChangeVM, SaveVM, StartVM, StopVM
from emulator.store.store import StoreError

WORLD = """
clock: {start: 2027-02-03T04:05:06Z, rate: x60, skip_sleeps: off}
vms: [{name: web, state: running}]
"""


@pytest.mark.parametrize(
    ("text", "rate", "skip", "expected"),
    [
        # the call wins over the world, the world over manual + skip
        ("{}", None, None, (MANUAL, True)),
        (WORLD, None, None, (Rate(factor=60), False)),
        (WORLD, REAL, None, (REAL, False)),
        (WORLD, MANUAL, True, (MANUAL, True)),
        ("{}", REAL, False, (REAL, False)),
    ],
)
def test_a_dial_is_turned_by_the_call_or_the_world(
    text: str, rate: Rate | None, skip: bool | None, expected: tuple[Rate, bool]
) -> None:
    opened = open_host(load_text(text), rate=rate, skip_sleeps=skip)
    assert (opened.clock.rate, opened.clock.skip_sleeps) == expected


def test_scripts_of_a_host_sleep_on_its_clock() -> None:
    opened = open_host(default_world())
    with opened.baton.turn() as turn:
        turn.sleep(300_000)
    assert opened.host.observe().now_ms == 300_000


def test_a_host_goes_on_where_it_was_closed(tmp_path: Path) -> None:
    file = tmp_path / "state.db"
    first = open_host(load_text(WORLD), file, rate=MANUAL)
    (vm,) = first.host.observe().inventory.vms
    first.clock.advance(90_500)
    first.host.submit(ChangeVM(vm=vm, notes="kept"))
    first.clock.advance(7_250)
    before = first.host.observe()
    first.close()

    again = open_host(default_world(), file)
    after = again.host.observe()
    assert (after.now_ms, after.inventory, after.vms()) == (97_750, before.inventory, before.vms())
    assert again.clock.utc_ticks() == first.clock.utc_ticks()
    again.clock.advance(1_000)
    again.host.submit(SaveVM(vm=vm))
    again.close()
    assert open_host(default_world(), file).host.observe().inventory.vms[vm].notes == "kept"


def test_a_host_that_died_has_every_command_and_a_clock_a_minute_old_at_most(
    tmp_path: Path,
) -> None:
    file = tmp_path / "state.db"
    first = open_host(default_world(), file)
    web, *_ = first.host.observe().inventory.vms
    first.host.submit(StopVM(vm=web))
    first.clock.advance(1_000)
    first.host.submit(StartVM(vm=web))
    first.clock.advance(59_999)
    first.host.observe()
    first.clock.advance(1)
    first.host.observe()
    first.clock.advance(59_999)
    before = first.host.observe()
    first.host._keeper.close()  # type: ignore[union-attr]  # the process is gone, without a word

    again = open_host(default_world(), file)
    assert again.clock.now_ms() == 61_000
    again.clock.advance_to(before.now_ms)
    after = again.host.observe()
    assert (after.inventory, after.vms()) == (before.inventory, before.vms())


def test_a_second_host_on_the_same_state_file_is_told_and_nothing_is_lost(tmp_path: Path) -> None:
    file = tmp_path / "state.db"
    first = open_host(default_world(), file)
    with pytest.raises(StoreError, match=r"state\.db cannot be opened: another process uses it"):
        open_host(default_world(), file)
    before = first.host.observe().vms()
    first.close()
    assert open_host(default_world(), file).host.observe().vms() == before


def test_a_world_that_cannot_be_leaves_the_state_file_free_for_a_better_one(
    tmp_path: Path,
) -> None:
    file = tmp_path / "state.db"
    with pytest.raises(InvalidWorld):
        open_host(load_text("vms: [{name: a, memory: {startup: 3 MB}}]"), file)
    assert len(open_host(default_world(), file).host.observe().inventory.vms) == 6
