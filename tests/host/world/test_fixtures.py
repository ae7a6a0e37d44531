"""The situations of the seed article, as worlds: what each of them is about comes true."""

from pathlib import Path

import pytest

from emulator.engine.reading import MemoryStatus
from emulator.host.open import Opened, open_host
from emulator.host.world import load
from emulator.inventory.commands import Done, StartVM, StopVM
from emulator.inventory.refusals import Reason, Refusal
from emulator.inventory.vm import VMId
from emulator.units import MIB, mib

WORLDS = Path(__file__).parents[3] / "fixtures" / "worlds"


class Situation:
    """One of the worlds, opened."""

    def __init__(self, name: str) -> None:
        self.opened: Opened = open_host(load(WORLDS / f"{name}.yaml"))
        self.host = self.opened.host

    def id(self, name: str) -> VMId:
        (vm,) = self.host.observe().inventory.named(name)
        return vm.id

    def wait(self, seconds: int) -> None:
        self.opened.clock.advance(seconds * 1000)

    def assigned_mib(self) -> dict[str, int]:
        view = self.host.observe()
        return {vm.name: view.vm(vm.id).assigned_bytes // MIB for vm in view.inventory.vms.values()}


@pytest.mark.parametrize("path", sorted(WORLDS.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_situation_opens_as_the_article_has_it_without_idle_reclaim(path: Path) -> None:
    assert not open_host(load(path)).host.observe().inventory.host.engine.idle_reclaim


@pytest.mark.parametrize("name", ["contended", "neighbour"])
def test_the_contended_guest_sees_1536_and_has_602_of_the_975_it_needs(name: str) -> None:
    situation = Situation(name)
    for _ in range(3):
        web = situation.host.observe().vm(situation.id("web01"))
        assert web.visible_bytes == mib(1536)
        assert web.assigned_bytes == mib(602)
        assert web.ballooned_bytes == mib(934)
        assert web.demand_bytes == mib(975)
        assert web.pressure_percent == 162
        assert web.status is MemoryStatus.WARNING
        situation.wait(3_600)


def test_the_neighbour_that_stops_gives_back_a_little_over_300_mb() -> None:
    situation = Situation("neighbour")
    before = situation.assigned_mib()
    assert isinstance(situation.host.submit(StopVM(vm=situation.id("mail01"))), Done)
    situation.wait(5)
    after = situation.assigned_mib()
    assert after["web01"] - before["web01"] == 315
    assert after["mail01"] == 0
    # What is not web01's went to the other machine that was short.
    assert sum(after.values()) == sum(before.values()) + 40  # the overhead of mail01
    assert situation.host.observe().vm(situation.id("web01")).visible_bytes == mib(1536)


def test_the_full_host_refuses_the_machine_of_30_gb_and_nothing_changes() -> None:
    situation = Situation("too-full")
    before = situation.host.observe()
    refusal = situation.host.submit(StartVM(vm=situation.id("huge01")))
    assert isinstance(refusal, Refusal)
    assert refusal.reason is Reason.OUT_OF_MEMORY
    assert refusal.needed_mib == 30 * 1024
    after = situation.host.observe()
    assert (after.inventory, after.vms()) == (before.inventory, before.vms())


def test_in_the_mix_a_new_machine_takes_what_nobody_needs() -> None:
    situation = Situation("mix")
    before = situation.assigned_mib()
    # web01 is busy now; web02 was half an hour ago, and has been left alone since.
    assert before == {"file01": 1024, "web01": 3712, "web02": 3712, "sql01": 6144, "mail01": 0}
    assert isinstance(situation.host.submit(StartVM(vm=situation.id("mail01"))), Done)
    situation.wait(60)
    after = situation.assigned_mib()
    assert after["mail01"] == 3072
    assert after["web01"] == 3686  # its target: what the blocks of Linux added to it is spare
    assert after["sql01"] == 6144
    assert after["web02"] < 3712
    assert situation.host.observe().host().free_bytes >= 0
    situation.wait(1_800)  # web02's turn: it gets back what web01 no longer needs
    busy = situation.assigned_mib()
    assert busy["web02"] >= 3072
    assert busy["sql01"] == 6144
