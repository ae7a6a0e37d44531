"""ChangeMemory: what may change when."""

from typing import Any

import pytest

from emulator.inventory.commands import ChangeMemory, PauseVM, SaveVM, StartVM
from emulator.inventory.refusals import Reason
from emulator.inventory.vm import GuestFamily
from emulator.units import Percent, mib
from tests.engine.world import World, dynamic, static, steady

LOCKED = Reason.MEMORY_LOCKED_WHILE_RUNNING


def running() -> World:
    world = World(8192)
    world.start("vm", dynamic(1024, 512, 4096), workload=steady(600))
    world.run(60)
    return world


@pytest.mark.parametrize(
    "change",
    [
        {"minimum_bytes": mib(256)},
        {"maximum_bytes": mib(6144)},
        {"buffer_percent": Percent(50)},
        {"weight": 90},
        {"startup_bytes": mib(1024)},  # as it is
        {"dynamic_memory_enabled": True, "minimum_bytes": mib(32), "weight": 0},
    ],
)
def test_this_may_change_while_a_dynamic_machine_runs(change: dict[str, Any]) -> None:
    world = running()
    done = world.do(ChangeMemory(vm=world.ids["vm"], **change))
    assert done.vm == world.vm("vm")
    for name, value in change.items():
        assert getattr(world.vm("vm").memory, name) == value
    world.run(5)


@pytest.mark.parametrize("paused", [False, True])
@pytest.mark.parametrize(
    ("change", "setting"),
    [
        ({"minimum_bytes": mib(514)}, "minimum_bytes"),
        ({"maximum_bytes": mib(2048)}, "maximum_bytes"),
        ({"startup_bytes": mib(1026)}, "startup_bytes"),
        ({"dynamic_memory_enabled": False}, "dynamic_memory_enabled"),
        ({"maximum_per_numa_node_bytes": mib(4096)}, "maximum_per_numa_node_bytes"),
        ({"resource_pool": "Other"}, "resource_pool"),
        ({"weight": 3, "minimum_bytes": mib(514)}, "minimum_bytes"),  # all or none
    ],
)
def test_this_may_not_change_while_a_dynamic_machine_is_on(
    change: dict[str, Any], setting: str, paused: bool
) -> None:
    world = running()
    if paused:
        world.do(PauseVM(vm=world.ids["vm"]))
    refusal = world.refused(ChangeMemory(vm=world.ids["vm"], **change))
    assert (refusal.reason, refusal.setting, refusal.vm_name) == (LOCKED, setting, "vm")


@pytest.mark.parametrize(
    ("change", "reason", "setting", "value"),
    [
        ({"startup_bytes": mib(1537)}, Reason.MEMORY_NOT_ALIGNED, "startup_bytes", "1537"),
        ({"minimum_bytes": mib(30)}, Reason.MEMORY_VALUE_OUT_OF_LIMITS, "minimum_bytes", "30"),
        ({"startup_bytes": mib(8192)}, Reason.MEMORY_OUT_OF_RANGE, "startup_bytes", "8192"),
        ({"buffer_percent": Percent(4)}, Reason.MEMORY_VALUE_OUT_OF_LIMITS, "buffer_percent", "4"),
    ],
)
def test_what_hyper_v_does_not_accept_is_refused_whole(
    change: dict[str, Any], reason: Reason, setting: str, value: str
) -> None:
    world = World()
    world.create("vm", dynamic(1024, 512, 4096))
    refusal = world.refused(ChangeMemory(vm=world.ids["vm"], weight=99, **change))
    assert (refusal.reason, refusal.setting, refusal.value) == (reason, setting, value)


def test_a_saved_machine_refuses_memory_changes() -> None:
    world = running()
    world.do(SaveVM(vm=world.ids["vm"]))
    refusal = world.refused(ChangeMemory(vm=world.ids["vm"], weight=1))
    assert (refusal.reason, refusal.setting) == (Reason.WRONG_STATE, "memory")


def test_a_machine_that_is_off_takes_all_of_it_at_once() -> None:
    world = World()
    world.create("vm", static(512))
    change = ChangeMemory(
        vm=world.ids["vm"],
        dynamic_memory_enabled=True,
        minimum_bytes=mib(768),
        startup_bytes=mib(1536),
        maximum_bytes=mib(6144),
        weight=80,
    )
    world.do(change)
    world.do(StartVM(vm=world.ids["vm"]))
    assert world.assigned("vm") == 1536


def test_a_changed_buffer_moves_memory() -> None:
    world = running()
    world.do(ChangeMemory(vm=world.ids["vm"], buffer_percent=Percent(100)))
    assert world.trace("vm", 2) == [1024, 1200, 1200]


@pytest.mark.parametrize("size", [1000, 1100, 2048, 702])
def test_a_running_static_machine_gets_the_exact_size(size: int) -> None:
    world = World(4096, vm_overhead_bytes=None)
    world.start("vm", static(1024), workload=steady(700))
    world.run(10)
    world.do(ChangeMemory(vm=world.ids["vm"], startup_bytes=mib(size)))
    vm = world.read("vm")
    assert vm.assigned_bytes == mib(size)
    assert vm.visible_bytes == mib(max(size, 1024))
    assert vm.demand_bytes == mib(700)
    assert world.host().overhead_bytes == mib(40 if size == 2048 else 32 + 8 * (size > 1024))


@pytest.mark.parametrize(("demand", "size"), [(700, 698), (100, 230)])
def test_a_static_guest_keeps_its_demand_and_its_floor(demand: int, size: int) -> None:
    world = World()  # the floor of 1024 MiB is 232
    world.start("vm", static(1024), workload=steady(demand))
    world.run(10)
    refusal = world.refused(ChangeMemory(vm=world.ids["vm"], startup_bytes=mib(size)))
    assert (refusal.reason, refusal.value) == (Reason.GUEST_KEEPS_MEMORY, str(size))


def test_a_guest_that_has_not_reported_gives_nothing() -> None:
    world = World()
    world.start("vm", static(1024), guest=GuestFamily.LINUX)
    refusal = world.refused(ChangeMemory(vm=world.ids["vm"], startup_bytes=mib(512)))
    assert refusal.reason is Reason.GUEST_KEEPS_MEMORY


def test_growing_a_static_machine_is_admitted_like_a_start() -> None:
    world = World(2048, idle_reclaim=False)
    world.start("vm", static(512))
    world.start("other", dynamic(1536), workload=steady(600))
    world.run(60)
    refusal = world.refused(ChangeMemory(vm=world.ids["vm"], startup_bytes=mib(2000)))
    assert (refusal.reason, refusal.needed_mib) == (Reason.OUT_OF_MEMORY, 2000)
    world.do(ChangeMemory(vm=world.ids["vm"], startup_bytes=mib(1024)))
    assert [world.assigned(name) for name in ("vm", "other")] == [1024, 1024]


@pytest.mark.parametrize(
    ("host", "version"), [({"persona": "2012R2"}, None), ({"persona": "2019"}, "5.0")]
)
def test_older_hosts_and_machines_cannot_resize_and_report_no_static_demand(
    host: dict[str, str], version: str | None
) -> None:
    world = World(host=host)
    world.start("vm", static(1024), version=version, workload=steady(700))
    world.run(100)
    assert world.read("vm").demand_bytes == 0
    refusal = world.refused(ChangeMemory(vm=world.ids["vm"], startup_bytes=mib(2048)))
    assert (refusal.reason, refusal.setting) == (LOCKED, "startup_bytes")


def test_a_paused_static_machine_cannot_be_resized() -> None:
    world = World()
    world.start("vm", static(1024))
    world.do(PauseVM(vm=world.ids["vm"]))
    refusal = world.refused(ChangeMemory(vm=world.ids["vm"], startup_bytes=mib(2048)))
    assert refusal.reason is LOCKED
    world.do(ChangeMemory(vm=world.ids["vm"], minimum_bytes=mib(1024), maximum_bytes=mib(2048)))
