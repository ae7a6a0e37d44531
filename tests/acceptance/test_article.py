"""The seed article's picture, told by scripts: worlds with idle_reclaim off."""

from pathlib import Path

from emulator.cli.compose import Emulation
from tests.emulated import emulation, run_on

WORLDS = Path(__file__).parents[2] / "fixtures" / "worlds"
MIB = 1024 * 1024


def figures(composed: Emulation, name: str) -> tuple[int, int]:
    """Assigned and visible memory of a machine in MiB, as the host knows them."""
    view = composed.opened.host.observe()
    (vm,) = view.inventory.named(name)
    reading = view.vm(vm.id)
    return reading.assigned_bytes // MIB, reading.visible_bytes // MIB


def test_a_fallen_demand_is_left_alone_until_another_machine_needs_the_memory() -> None:
    with emulation(WORLDS / "falling.yaml") as composed:
        before = figures(composed, "app01")
        assert before[0] >= 3 * 1024
        run_on(composed, "Start-Sleep 3600")
        assert figures(composed, "app01") == before, "free memory on the host: nothing is taken"

        started = run_on(composed, "Start-VM late01; (Get-VM late01).State")
        assert (started.text, started.error_ids) == ("Running", ())
        assigned, visible = figures(composed, "app01")
        assert assigned < before[0], "the balloon took what the start needed"
        assert visible == before[1], "the guest still sees what it had"

        run_on(composed, "Stop-VM app01 -TurnOff; Start-Sleep 10")
        assert figures(composed, "app01") == (0, 0), "only power-off makes it forget"


def test_a_neighbour_that_stops_lets_the_balloon_shrink() -> None:
    with emulation(WORLDS / "neighbour.yaml") as composed:
        assert figures(composed, "web01") == (602, 1536)
        run_on(composed, "Stop-VM mail01 -Force; Start-Sleep 30")
        assigned, visible = figures(composed, "web01")
        assert 602 + 300 < assigned < 602 + 350
        assert visible == 1536


def test_a_machine_that_needs_more_than_is_free_gets_the_real_error_and_changes_nothing() -> None:
    look = "Get-VM | Select-Object Name, State, MemoryAssigned | ConvertTo-Json -Compress"
    with emulation(WORLDS / "too-full.yaml") as composed:
        before = run_on(composed, look).text
        refused = run_on(composed, "Start-VM huge01")
        assert refused.error_ids == ("OutOfMemory,Microsoft.HyperV.PowerShell.Commands.StartVM",)
        (error,) = refused.errors
        assert error.category.name == "FromStdErr"
        assert "with ram size 30720 megabytes" in error.message
        assert "(0x8007000E)" in error.message
        assert run_on(composed, look).text == before


def test_the_contended_guest_is_short_by_what_the_article_says() -> None:
    with emulation(WORLDS / "contended.yaml") as composed:
        ran = run_on(
            composed,
            "$vm = Get-VM web01; $vm.MemoryAssigned / 1MB; $vm.MemoryDemand / 1MB; $vm.MemoryStatus",
        )
        assert ran.text.split() == ["602", "975", "Warning"]
        assert figures(composed, "web01") == (602, 1536)
