"""Resource metering."""

from emulator.engine.reading import MeterReading, meter_reading
from emulator.inventory.commands import (
    ChangeWorkload,
    DisableMetering,
    EnableMetering,
    PauseVM,
    ResetMetering,
    SaveVM,
    StartVM,
    StopVM,
)
from emulator.inventory.processor import ProcessorSettings
from emulator.inventory.refusals import Reason
from emulator.units import Ticks
from tests.engine.world import World, dynamic, static, steady


def metered(world: World, name: str = "vm") -> MeterReading:
    reading = meter_reading(world.state, world.ids[name], world.state.now)
    assert reading is not None
    return reading


def memory(world: World) -> tuple[int, int | None, int | None]:
    meter = metered(world)
    return meter.average_memory_mib, meter.minimum_memory_mib, meter.maximum_memory_mib


def grown() -> World:
    """A machine of 1200 MiB, metered from now on."""
    world = World(idle_reclaim=False)
    world.start("vm", dynamic(1024), workload=steady(1000))
    world.run(60)
    world.do(EnableMetering(vm=world.ids["vm"]))
    return world


def test_a_fresh_window_shows_what_is_now() -> None:
    world = grown()
    assert metered(world) == MeterReading(
        window_ticks=Ticks(0),
        average_memory_mib=1200,
        minimum_memory_mib=1200,
        maximum_memory_mib=1200,
        average_cpu_mhz=240,
    )


def test_a_machine_that_is_not_metered_has_no_figures() -> None:
    world = grown()
    world.do(DisableMetering(vm=world.ids["vm"]))
    assert meter_reading(world.state, world.ids["vm"], world.state.now) is None
    assert world.refused(ResetMetering(vm=world.ids["vm"])).reason is Reason.METERING_OFF
    world.do(DisableMetering(vm=world.ids["vm"]))


def test_average_minimum_and_maximum_are_those_of_the_window() -> None:
    world = grown()
    world.run(10)
    world.do(ChangeWorkload(vm=world.ids["vm"], workload=steady(2000)))
    world.run(11)  # the last ten with 2400
    assert memory(world) == ((1200 * 11 + 2400 * 10) // 21, 1200, 2400)


def test_off_time_counts_as_0_in_the_average_only() -> None:
    world = grown()
    world.run(30)
    world.do(StopVM(vm=world.ids["vm"]))
    world.run(30)
    assert memory(world) == (600, 1200, 1200)
    assert metered(world).average_cpu_mhz == 120


def test_a_machine_that_has_not_run_has_no_extremes() -> None:
    world = World()
    world.create("vm", dynamic(1024))
    world.do(EnableMetering(vm=world.ids["vm"]))
    assert memory(world) == (0, None, None)
    world.run(10)
    assert memory(world) == (0, None, None)
    world.do(StartVM(vm=world.ids["vm"]))
    assert memory(world) == (0, 1024, 1024)


def test_a_static_machine_shows_its_size() -> None:
    world = World()
    world.create("vm", static(2048))
    world.do(EnableMetering(vm=world.ids["vm"]))
    world.run(10)
    assert memory(world) == (2048, 2048, 2048)


def test_enabling_again_keeps_the_window_and_resetting_begins_a_new_one() -> None:
    world = grown()
    world.run(10)
    world.do(EnableMetering(vm=world.ids["vm"]))
    assert metered(world).window_ticks == 10
    world.do(ChangeWorkload(vm=world.ids["vm"], workload=steady(2000)))
    world.run(10)
    world.do(ResetMetering(vm=world.ids["vm"]))
    assert (metered(world).window_ticks, *memory(world)) == (0, 2400, 2400, 2400)


def test_cpu_is_counted_in_mhz_of_all_processors() -> None:
    world = World(host={"processor_mhz": 3000})
    world.create(
        "vm", static(512), processor=ProcessorSettings(count=2), workload=steady(100, cpu=50)
    )
    world.do(EnableMetering(vm=world.ids["vm"]))
    world.do(StartVM(vm=world.ids["vm"]))
    world.leap(3600)
    assert metered(world).average_cpu_mhz == 3000  # meter-cpu-example2: 1500 for one processor
    world.do(PauseVM(vm=world.ids["vm"]))
    world.leap(3600)
    assert metered(world).average_cpu_mhz == 1500


def test_a_saved_machine_meters_nothing() -> None:
    world = grown()
    world.run(10)
    world.do(SaveVM(vm=world.ids["vm"]))
    world.run(10)
    assert memory(world) == (600, 1200, 1200)
