"""The door: every entry advances to now, looks are frozen, and looking costs little."""

import threading

import pytest

from emulator.clock import REAL, Clock
from emulator.engine.advance import CATCH_UP_TICKS_MOST, CatchUpTooLong
from emulator.host.door import Host
from emulator.inventory.commands import (
    ChangeMemory,
    ChangeVM,
    CreateVM,
    Done,
    EnableMetering,
    PauseVM,
    RemoveVM,
    StartVM,
    StopVM,
)
from emulator.inventory.inventory import Inventory
from emulator.inventory.memory import MemorySettings
from emulator.inventory.refusals import Reason, Refusal
from emulator.inventory.vm import PowerState, VMId
from emulator.inventory.workload import Steady
from emulator.units import mib


def host() -> Host:
    return Host.of(Inventory(), Clock())


def made(host: Host, name: str = "web", *, dynamic: bool = True) -> VMId:
    memory = MemorySettings(
        dynamic_memory_enabled=dynamic, startup_bytes=mib(1024), maximum_bytes=mib(4096)
    )
    outcome = host.submit(
        CreateVM(name=name, memory=memory, workload=Steady(demand_bytes=mib(2000)))
    )
    assert isinstance(outcome, Done)
    assert outcome.vm is not None
    return outcome.vm.id


def test_every_entry_first_advances_to_now() -> None:
    door = host()
    vm = made(door)
    door.submit(StartVM(vm=vm))
    assert door.observe().vm(vm).assigned_bytes == mib(1024)
    door.clock.advance(60_000)
    assert door.observe().vm(vm).assigned_bytes == mib(2400)


def test_a_look_stays_as_it_was_whatever_happens_later() -> None:
    door = host()
    vm = made(door)
    door.submit(StartVM(vm=vm))
    door.submit(EnableMetering(vm=vm))
    before = door.observe()
    door.clock.advance(60_000)
    door.submit(ChangeVM(vm=vm, name="renamed"))
    door.submit(StopVM(vm=vm, turn_off=True))
    door.submit(RemoveVM(vm=vm))
    after = door.observe()
    assert not after.vms()
    with pytest.raises(KeyError):
        after.vm(vm)
    assert before.inventory.vms[vm].name == "web"
    assert before.vm(vm).assigned_bytes == mib(1024)
    assert before.vm(vm).uptime_ms == 0
    meter = before.meter(vm)
    assert meter is not None
    assert meter.window_ticks == 0
    assert before.host().assigned_bytes == mib(1024)


def test_a_look_is_the_same_object_until_something_moves() -> None:
    door = host()
    vm = made(door)
    first = door.observe()
    assert door.observe() is first
    door.submit(StartVM(vm=vm))
    second = door.observe()
    assert second is not first
    assert door.observe() is second
    door.clock.advance(1)
    assert door.observe() is not second


def test_a_refused_command_leaves_the_look_as_it_is() -> None:
    door = host()
    vm = made(door)
    before = door.observe()
    refusal = door.submit(ChangeMemory(vm=vm, startup_bytes=mib(1025)))
    assert isinstance(refusal, Refusal)
    assert refusal.reason is Reason.MEMORY_NOT_ALIGNED
    assert door.observe() is before


def test_uptime_counts_the_milliseconds_of_the_look() -> None:
    door = host()
    door.clock.advance(1_300)
    vm = made(door)
    door.submit(StartVM(vm=vm))
    for _ in range(5):
        door.clock.advance(250)
    view = door.observe()
    assert view.now_ms == 2_550
    assert view.vm(vm).uptime_ms == 1_250
    door.submit(PauseVM(vm=vm))
    door.clock.advance(10_000)
    assert door.observe().vm(vm).uptime_ms == 1_250
    assert door.observe().inventory.vms[vm].state is PowerState.PAUSED


def test_the_readings_of_all_machines_come_in_the_order_they_were_made() -> None:
    door = host()
    ids = [made(door, name) for name in ("b", "a", "c")]
    assert list(door.observe().vms()) == ids


def test_a_host_far_behind_the_clock_says_so_and_catches_up_call_by_call() -> None:
    door = host()
    vm = made(door)
    door.clock.advance((2 * CATCH_UP_TICKS_MOST + 5) * 1_000)
    for _ in range(2):
        with pytest.raises(CatchUpTooLong, match="ask again"):
            door.observe()
    assert door.observe().vm(vm).assigned_bytes == 0


def test_commands_from_many_threads_are_carried_out_one_after_another() -> None:
    door = Host.of(Inventory(), Clock(rate=REAL))
    threads = [
        threading.Thread(target=lambda: [made(door, dynamic=False) for _ in range(25)])
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert len(door.observe().inventory.vms) == 200
    assert len(door.observe().vms()) == 200


def test_closing_a_host_that_is_kept_in_memory_changes_nothing() -> None:
    door = host()
    door.close()
    door.close()
    assert not door.observe().vms()
