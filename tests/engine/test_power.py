"""Start, stop, restart, pause, resume, save: states, uptime, and whose memory it is."""

import pytest

from emulator.engine.reading import NOTHING
from emulator.engine.snapshot import freeze
from emulator.inventory.commands import (
    PauseVM,
    RemoveVM,
    RestartVM,
    ResumeVM,
    SaveVM,
    StartVM,
    StopVM,
    VMCommand,
)
from emulator.inventory.host import StartFailure
from emulator.inventory.refusals import Reason
from emulator.inventory.vm import GuestFamily, PowerState, VMId
from emulator.objects.errors import NotEmulated
from emulator.units import mib
from tests.engine.world import World, dynamic, static, steady

OFF, RUNNING, PAUSED, SAVED = PowerState
TURN_OFF = "turn off"
COMMANDS = {
    "start": StartVM,
    "stop": StopVM,
    "restart": RestartVM,
    "pause": PauseVM,
    "resume": ResumeVM,
    "save": SaveVM,
}


def command(verb: str, vm_id: VMId) -> VMCommand:
    if verb == TURN_OFF:
        return StopVM(vm=vm_id, turn_off=True)
    made: VMCommand = COMMANDS[verb](vm=vm_id)
    return made


def in_state(state: PowerState) -> World:
    world = World()
    vm_id = world.create("vm", dynamic(1024), workload=steady(600))
    if state is not OFF:
        world.do(StartVM(vm=vm_id))
        world.run(60)
    if state is PAUSED:
        world.do(PauseVM(vm=vm_id))
    if state is SAVED:
        world.do(SaveVM(vm=vm_id))
    return world


@pytest.mark.parametrize(
    ("verb", "state", "after"),
    [
        ("start", OFF, RUNNING),
        ("start", PAUSED, RUNNING),
        ("start", SAVED, RUNNING),
        ("stop", RUNNING, OFF),
        ("stop", PAUSED, OFF),
        (TURN_OFF, RUNNING, OFF),
        (TURN_OFF, PAUSED, OFF),
        (TURN_OFF, SAVED, OFF),  # the saved state is lost
        ("restart", RUNNING, RUNNING),
        ("pause", RUNNING, PAUSED),
        ("resume", PAUSED, RUNNING),
        ("save", RUNNING, SAVED),
        ("save", PAUSED, SAVED),
    ],
)
def test_a_state_command_leads_here(verb: str, state: PowerState, after: PowerState) -> None:
    world = in_state(state)
    done = world.do(command(verb, world.ids["vm"]))
    assert done.vm == world.vm("vm")
    assert (world.vm("vm").state, done.already) == (after, False)


@pytest.mark.parametrize(
    ("verb", "state"),
    [
        ("start", RUNNING),
        ("stop", OFF),
        (TURN_OFF, OFF),
        ("pause", PAUSED),
        ("resume", RUNNING),
        ("save", SAVED),
    ],
)
def test_a_machine_already_there_stays_there(verb: str, state: PowerState) -> None:
    world = in_state(state)
    done = world.do(command(verb, world.ids["vm"]))
    assert (done.already, done.vm) == (True, world.vm("vm"))
    assert world.vm("vm").state is state


@pytest.mark.parametrize(
    ("verb", "state"),
    [
        ("stop", SAVED),
        ("restart", OFF),
        ("restart", PAUSED),
        ("restart", SAVED),
        ("pause", OFF),
        ("pause", SAVED),
        ("resume", OFF),
        ("resume", SAVED),
        ("save", OFF),
    ],
)
def test_what_does_not_fit_the_state_is_refused(verb: str, state: PowerState) -> None:
    world = in_state(state)
    refusal = world.refused(command(verb, world.ids["vm"]))
    assert (refusal.reason, refusal.vm_name) == (Reason.WRONG_STATE, "vm")
    assert refusal.value == state.value


@pytest.mark.parametrize("verb", [*COMMANDS, TURN_OFF])
def test_a_machine_that_is_gone_is_not_found(verb: str) -> None:
    world = in_state(OFF)
    world.do(RemoveVM(vm=world.ids["vm"]))
    assert world.refused(command(verb, world.ids["vm"])).reason is Reason.VM_NOT_FOUND


def test_a_started_machine_has_its_startup_memory_and_reports_later() -> None:
    world = World()
    world.start("linux", dynamic(1024), guest=GuestFamily.LINUX, workload=steady(900))
    vm = world.read("linux")
    assert (vm.assigned_bytes, vm.visible_bytes, vm.demand_bytes) == (mib(1024), mib(1024), 0)
    assert vm.pressure_percent is None
    world.run(44)
    assert world.read("linux").demand_bytes == 0
    world.run(1)
    assert world.read("linux").demand_bytes == mib(900)
    assert world.trace("linux", 6) == [1024, 1024, 1024, 1024, 1024, 1152, 1152]  # at 50 s


def test_a_machine_without_a_system_never_reports() -> None:
    world = World()
    world.start("bare", dynamic(1024), guest=GuestFamily.NONE, workload=steady(900))
    world.leap(4000)
    vm = world.read("bare")
    assert (vm.assigned_bytes, vm.demand_bytes, vm.cpu_percent) == (mib(1024), 0, 0)


def test_uptime_leaves_out_pauses_and_begins_anew_after_save_and_restart() -> None:
    world = World()
    vm_id = world.create("vm", static(512))
    world.do(StartVM(vm=vm_id), after_ms=250)
    world.run(10)
    assert world.read("vm").uptime_ms == 9_750
    world.do(PauseVM(vm=vm_id))
    world.run(5)
    assert world.read("vm").uptime_ms == 9_750
    world.do(ResumeVM(vm=vm_id), after_ms=500)
    world.run(2)
    assert world.read("vm").uptime_ms == 9_750 + 1_500
    world.do(RestartVM(vm=vm_id))
    world.run(3)
    assert world.read("vm").uptime_ms == 3_000
    world.do(SaveVM(vm=vm_id))
    assert world.read("vm").uptime_ms == 0
    world.do(StartVM(vm=vm_id))
    world.run(4)
    assert world.read("vm").uptime_ms == 4_000


def test_a_paused_machine_keeps_its_memory_and_does_nothing() -> None:
    world = World(2048, idle_reclaim=False)
    world.start("vm", dynamic(1024), workload=steady(800))
    world.run(60)
    world.do(PauseVM(vm=world.ids["vm"]))
    world.create("other", static(1088))
    assert world.read("vm").cpu_percent == 0
    assert world.refused(StartVM(vm=world.ids["other"])).available_mib == 1024
    world.do(ResumeVM(vm=world.ids["vm"]))
    world.do(StartVM(vm=world.ids["other"]))
    assert world.assigned("vm") == 960


def test_a_guest_that_stood_still_does_not_age() -> None:
    world = World()
    world.start("vm", dynamic(1024, 512), guest=GuestFamily.LINUX, workload=steady(900))
    world.run(40)
    world.do(PauseVM(vm=world.ids["vm"]))
    world.run(1000)
    world.do(SaveVM(vm=world.ids["vm"]))
    world.run(1000)
    world.do(StartVM(vm=world.ids["vm"]))
    world.run(4)
    assert world.read("vm").demand_bytes == 0
    world.run(1)
    assert world.read("vm").demand_bytes == mib(900)


def test_a_saved_machine_gives_its_memory_back_and_needs_as_much_again() -> None:
    world = World(4096, idle_reclaim=False)
    world.start("vm", dynamic(1024), workload=steady(1600))
    world.run(60)
    assert world.assigned("vm") == 1920
    world.do(SaveVM(vm=world.ids["vm"]))
    assert world.read("vm") == NOTHING
    assert world.host().free_bytes == mib(4096)
    world.start("other", static(2200))
    refusal = world.refused(StartVM(vm=world.ids["vm"]))
    assert (refusal.needed_mib, refusal.available_mib) == (1920, 1896)
    world.do(StopVM(vm=world.ids["other"]))
    world.do(StartVM(vm=world.ids["vm"]))
    vm = world.read("vm")
    assert (vm.assigned_bytes, vm.demand_bytes) == (mib(1920), mib(1600))


def test_a_saved_state_that_is_thrown_away_starts_from_startup_memory() -> None:
    world = World()
    world.start("vm", dynamic(1024), workload=steady(1600))
    world.run(60)
    world.do(SaveVM(vm=world.ids["vm"]))
    world.do(StopVM(vm=world.ids["vm"], turn_off=True))
    world.do(StartVM(vm=world.ids["vm"]))
    assert world.assigned("vm") == 1024


def test_a_start_takes_from_the_lightest_and_they_pay_at_once() -> None:
    world = World(4096, idle_reclaim=False)
    world.start("light", dynamic(2048, weight=10), workload=steady(500))
    world.start("heavy", dynamic(2048, weight=90), workload=steady(500))
    world.run(60)
    world.start("new", static(1000))
    assert [world.assigned(name) for name in ("light", "heavy")] == [1048, 2048]
    world.start("next", static(1000))
    assert [world.assigned(name) for name in ("light", "heavy")] == [512, 1584]


def test_a_machine_that_boots_gives_nothing_yet() -> None:
    world = World(4096)
    world.start("vm", dynamic(4096), workload=steady(500))
    world.create("new", static(64))
    world.run(49)
    assert world.refused(StartVM(vm=world.ids["new"])).available_mib == 0
    world.run(1)
    world.do(StartVM(vm=world.ids["new"]))


@pytest.mark.parametrize(
    ("flavour", "reason"),
    [
        (StartFailure.OUT_OF_MEMORY, Reason.OUT_OF_MEMORY),
        (StartFailure.INSUFFICIENT_RESOURCES, Reason.INSUFFICIENT_RESOURCES),
    ],
)
def test_the_flavour_of_a_failed_start_is_a_setting(flavour: StartFailure, reason: Reason) -> None:
    world = World(1024, start_failure=flavour)
    world.create("vm", static(2048))
    assert world.refused(StartVM(vm=world.ids["vm"])).reason is reason


def test_overhead_and_reserve_count_in_a_start() -> None:
    # 8 GB: 8192 - 624 reserve = 7568; 7480 with its overhead of 32 + 8 x 7 = 88 fits exactly
    world = World(8192, host_reserve_bytes=None, vm_overhead_bytes=None)
    world.create("vm", static(7482))
    assert world.refused(StartVM(vm=world.ids["vm"])).available_mib == 7568
    world.create("fits", static(7480))
    world.do(StartVM(vm=world.ids["fits"]))
    host = world.host()
    assert (host.reserve_bytes, host.overhead_bytes) == (mib(624), mib(88))
    assert host.free_bytes == 0
    assert host.assigned_bytes + host.reserve_bytes + host.overhead_bytes == host.memory_bytes


def test_a_restarted_guest_boots_with_its_startup_memory() -> None:
    world = World()
    world.start("vm", dynamic(1024), workload=steady(1600))
    world.run(60)
    assert world.assigned("vm") == 1920
    world.do(RestartVM(vm=world.ids["vm"]))
    vm = world.read("vm")
    assert (vm.assigned_bytes, vm.visible_bytes, vm.demand_bytes) == (mib(1024), mib(1024), 0)


def test_a_restart_finds_what_it_lacks_with_others() -> None:
    world = World(2048, idle_reclaim=True)
    world.start("vm", dynamic(1024), workload=steady(500))
    world.run(300)
    world.start("other", dynamic(1400), workload=steady(700))
    world.run(200)
    assert [world.assigned(name) for name in ("vm", "other")] == [600, 1400]
    world.do(RestartVM(vm=world.ids["vm"]))
    assert [world.assigned(name) for name in ("vm", "other")] == [1024, 1024]


def test_a_restart_that_would_need_smart_paging_says_so_and_changes_nothing() -> None:
    world = World(2048)
    world.start("vm", dynamic(1024), workload=steady(500))
    world.run(300)
    world.start("other", static(1400))
    before = freeze(world.state)
    with pytest.raises(NotEmulated, match="Smart Paging"):
        world.do(RestartVM(vm=world.ids["vm"]))
    assert freeze(world.state) == before
    world.do(StopVM(vm=world.ids["other"]))
    world.do(RestartVM(vm=world.ids["vm"]))


def test_a_machine_that_restarts_does_not_pay_for_itself() -> None:
    world = World(2048, idle_reclaim=True)
    world.start("vm", dynamic(2048, 512, 2048), workload=steady(100))
    world.run(300)
    world.start("other", static(1536))
    assert world.assigned("vm") == 512
    with pytest.raises(NotEmulated):
        world.do(RestartVM(vm=world.ids["vm"]))
