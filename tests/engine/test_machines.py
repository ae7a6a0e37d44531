"""Making, changing and forgetting machines, their processors and what their guests run."""

from typing import Any

import pytest

from emulator.inventory.commands import (
    ChangeProcessor,
    ChangeVM,
    ChangeWorkload,
    CreateVM,
    PauseVM,
    RemoveVM,
    ResumeVM,
    SaveVM,
    StartVM,
    StopVM,
)
from emulator.inventory.devices import NetworkAdapter
from emulator.inventory.memory import MemorySettings
from emulator.inventory.processor import ProcessorSettings
from emulator.inventory.refusals import Reason
from emulator.inventory.vm import PowerState, StartAction
from emulator.inventory.workload import Ramp
from emulator.units import Milliseconds, mib
from tests.engine.world import World, dynamic, static, steady


def test_a_new_machine_has_the_defaults_of_the_host() -> None:
    world = World()
    world.run(3)
    done = world.do(CreateVM(name="box"), after_ms=250)
    vm = done.vm
    assert vm is not None
    assert (vm.state, vm.version, vm.created_ms) == (PowerState.OFF, "10.0", 3250)
    assert vm.path == "C:\\ProgramData\\Microsoft\\Windows\\Hyper-V"
    assert vm.path == vm.snapshot_path == vm.smart_paging_path
    assert vm.memory == MemorySettings()


@pytest.mark.parametrize("given", ["C:\\machines", "C:\\machines\\"])
def test_a_path_gets_a_folder_of_the_machines_name(given: str) -> None:
    done = World().do(CreateVM(name="box", path=given))
    assert done.vm is not None
    assert done.vm.path == "C:\\machines\\box"


def test_equal_names_make_two_machines_with_two_ids() -> None:
    world = World()
    first, second = world.create("box", static(512)), world.create("box", static(512))
    assert first != second
    assert [vm.id for vm in world.state.inventory.named("BOX")] == [first, second]


def test_the_same_world_makes_the_same_ids_even_after_a_refusal() -> None:
    one, other = World(), World()
    one.refused(CreateVM(name="bad", memory=static(513)))
    assert one.create("a", static(512)) == other.create("a", static(512))
    one.do(RemoveVM(vm=one.ids["a"]))
    assert one.create("a", static(512)) not in other.ids.values()


@pytest.mark.parametrize(
    ("fields", "reason", "value"),
    [
        ({"memory": static(513)}, Reason.MEMORY_NOT_ALIGNED, "513"),
        ({"memory": dynamic(512, 1024)}, Reason.MEMORY_OUT_OF_RANGE, "512"),
        (
            {"processor": ProcessorSettings(count=17)},
            Reason.PROCESSOR_COUNT_OUT_OF_RANGE,
            "17",
        ),
        ({"version": "12.0"}, Reason.VERSION_NOT_SUPPORTED, "12.0"),
        (
            {"network_adapters": (NetworkAdapter(switch="LAN"), NetworkAdapter(switch="ghost"))},
            Reason.SWITCH_NOT_FOUND,
            "ghost",
        ),
    ],
)
def test_a_machine_that_cannot_be_is_not_made(
    fields: dict[str, Any], reason: Reason, value: str
) -> None:
    refusal = World().refused(CreateVM(name="bad", **fields))
    assert (refusal.reason, refusal.value, refusal.vm_name) == (reason, value, "bad")


def test_switch_names_do_not_mind_case() -> None:
    World().do(CreateVM(name="vm", network_adapters=(NetworkAdapter(switch="lan"),)))


def test_only_a_machine_at_rest_is_removed_and_the_others_keep_theirs() -> None:
    world = World()
    for name, demand in (("a", 700), ("b", 900), ("c", 1100)):
        world.start(name, dynamic(1024), workload=steady(demand))
    world.run(60)
    assert world.refused(RemoveVM(vm=world.ids["a"])).reason is Reason.WRONG_STATE
    world.do(SaveVM(vm=world.ids["b"]))
    assert world.do(RemoveVM(vm=world.ids["b"])).vm is None
    world.do(PauseVM(vm=world.ids["a"]))
    assert world.refused(RemoveVM(vm=world.ids["a"])).reason is Reason.WRONG_STATE
    world.do(StopVM(vm=world.ids["a"]))
    world.do(RemoveVM(vm=world.ids["a"]))
    world.run(10)
    assert world.assigned("c") == 1320
    world.do(ChangeWorkload(vm=world.ids["c"], workload=steady(2000)))
    world.run(2)
    assert world.assigned("c") == 2400


def test_what_set_vm_changes_leaves_memory_alone() -> None:
    world = World()
    world.start("vm", static(512))
    before = world.read("vm")
    change = ChangeVM(
        vm=world.ids["vm"], name="new", notes="", automatic_start_action=StartAction.START
    )
    done = world.do(change)
    assert done.vm is not None
    assert (done.vm.name, done.vm.automatic_start_action) == ("new", StartAction.START)
    assert world.read("vm") == before


def test_a_new_workload_counts_its_seconds_from_now() -> None:
    world = World()
    world.start("vm", dynamic(1024), workload=steady(600))
    world.run(100)
    ramp = Ramp(from_bytes=mib(800), to_bytes=mib(900), duration_seconds=10)
    world.do(ChangeWorkload(vm=world.ids["vm"], workload=ramp))
    assert world.read("vm").demand_bytes == mib(800)
    world.run(5)
    assert world.read("vm").demand_bytes == mib(850)


@pytest.mark.parametrize("halt", [PauseVM, SaveVM])
def test_a_guest_that_stands_still_begins_its_new_workload_when_it_goes_on(halt: type) -> None:
    world = World()
    world.start("vm", dynamic(1024), workload=steady(600))
    world.run(100)
    world.do(halt(vm=world.ids["vm"]))
    world.run(50)
    ramp = Ramp(from_bytes=mib(800), to_bytes=mib(900), duration_seconds=10)
    world.do(ChangeWorkload(vm=world.ids["vm"], workload=ramp))
    world.run(50)
    world.do(StartVM(vm=world.ids["vm"]))
    world.run(5)
    assert world.read("vm").demand_bytes == mib(850)


def test_the_workload_of_a_machine_that_is_off_waits_for_its_boot() -> None:
    world = World()
    world.create("vm", dynamic(1024))
    world.do(ChangeWorkload(vm=world.ids["vm"], workload=steady(700)))
    world.run(10)
    world.do(StartVM(vm=world.ids["vm"]))
    world.run(5)
    assert world.read("vm").demand_bytes == mib(700)


@pytest.mark.parametrize(
    ("change", "reason", "setting"),
    [
        ({"count": 17}, Reason.PROCESSOR_COUNT_OUT_OF_RANGE, "count"),
        ({"count": 0}, Reason.PROCESSOR_COUNT_OUT_OF_RANGE, "count"),
        ({"maximum_percent": 101}, Reason.PROCESSOR_VALUE_OUT_OF_LIMITS, "maximum_percent"),
        ({"reserve_percent": -1}, Reason.PROCESSOR_VALUE_OUT_OF_LIMITS, "reserve_percent"),
        (
            {"maximum_percent": 10, "reserve_percent": 11},
            Reason.PROCESSOR_VALUE_OUT_OF_LIMITS,
            "reserve_percent",
        ),
        ({"relative_weight": 0}, Reason.PROCESSOR_VALUE_OUT_OF_LIMITS, "relative_weight"),
    ],
)
def test_processor_values_have_limits(change: dict[str, Any], reason: Reason, setting: str) -> None:
    world = World()
    world.create("vm", static(512))
    refusal = world.refused(ChangeProcessor(vm=world.ids["vm"], **change))
    assert (refusal.reason, refusal.setting) == (reason, setting)


def test_processors_are_fixed_while_the_machine_is_on_but_for_their_share() -> None:
    world = World()
    world.create("vm", static(512), workload=steady(100, cpu=80))
    world.do(ChangeProcessor(vm=world.ids["vm"], count=4))
    world.do(StartVM(vm=world.ids["vm"]))
    refusal = world.refused(ChangeProcessor(vm=world.ids["vm"], relative_weight=1, count=2))
    assert (refusal.reason, refusal.setting) == (Reason.PROCESSOR_LOCKED_WHILE_RUNNING, "count")
    world.do(ChangeProcessor(vm=world.ids["vm"], count=4, maximum_percent=50, relative_weight=1))
    assert world.read("vm").cpu_percent == 50
    world.do(SaveVM(vm=world.ids["vm"]))
    refused = world.refused(ChangeProcessor(vm=world.ids["vm"], maximum_percent=60))
    assert refused.reason is Reason.WRONG_STATE


def test_resuming_keeps_the_created_moment() -> None:
    world = World()
    world.start("vm", static(512))
    world.do(PauseVM(vm=world.ids["vm"]))
    world.do(ResumeVM(vm=world.ids["vm"]))
    assert world.vm("vm").created_ms == Milliseconds(0)
