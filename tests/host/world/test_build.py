"""Worlds built: machines in their states at moment 0, settled by the rules everybody meets."""

import textwrap

import pytest

from emulator.engine.reading import MeterReading
from emulator.host.door import Host
from emulator.host.open import open_host
from emulator.host.view import View
from emulator.host.world import InvalidWorld, default_world, empty_world, load_text
from emulator.host.world.values import World
from emulator.inventory.vm import VM, PowerState, StartAction
from emulator.units import MIB, gib


def view_of(text: str) -> View:
    return opened(load_text(textwrap.dedent(text), file="my.yaml")).observe()


def opened(world: World) -> Host:
    return open_host(world).host


def vm(view: View, name: str) -> VM:
    (found,) = view.inventory.named(name)
    return found


def assigned_mib(view: View, name: str) -> int:
    return view.vm(vm(view, name).id).assigned_bytes // MIB


def test_the_default_world_begins_with_booted_guests_at_their_targets() -> None:
    view = opened(default_world()).observe()
    assert view.now_ms == 0
    machines = {
        each.name: (each.state.value, assigned_mib(view, each.name), view.vm(each.id).uptime_ms)
        for each in view.inventory.vms.values()
    }
    assert machines == {
        # name       state    MiB      ms
        "web01": ("Running", 840, 600_000),
        "web02": ("Running", 840, 600_000),
        "file01": ("Running", 512, 600_000),
        "sql01": ("Running", 8_192, 600_000),
        "db01": ("Off", 0, 0),
        "lab01": ("Saved", 0, 0),
    }
    disk = vm(view, "web01").hard_drives[0]
    assert vm(view, "web01").path == "C:\\VMs\\web01"
    assert (disk.path, disk.controller_type) == ("C:\\VMs\\web01\\web01.vhdx", "IDE")
    assert vm(view, "web01").network_adapters[0].switch == "LAN"


def test_the_empty_world_has_the_host_and_nothing_on_it() -> None:
    view = opened(empty_world()).observe()
    assert not view.vms()
    assert view.host().memory_bytes == gib(64)


def test_a_world_is_the_same_each_time_it_is_built() -> None:
    first, second = opened(default_world()).observe(), opened(default_world()).observe()
    assert first.inventory == second.inventory
    assert first.vms() == second.vms()


def test_another_seed_gives_other_ids() -> None:
    text = "seed: {}\nvms: [{{name: a}}]"
    first, second = view_of(text.format(1)), view_of(text.format(2))
    assert vm(first, "a").id != vm(second, "a").id


def test_every_state_can_be_where_a_world_begins() -> None:
    view = view_of(
        """
        vms:
          - {name: off}
          - {name: running, state: running, uptime: 1 h}
          - {name: young, state: running, uptime: 0}
          - {name: paused, state: paused, uptime: 5 min}
          - {name: saved, state: saved}
          - {name: hasty, state: saved, uptime: 1 min}
        """
    )
    found = {
        each.name: (each.state, view.vm(each.id).uptime_ms) for each in view.inventory.vms.values()
    }
    assert found == {
        "off": (PowerState.OFF, 0),
        "running": (PowerState.RUNNING, 3_600_000),
        "young": (PowerState.RUNNING, 0),
        "paused": (PowerState.PAUSED, 300_000),
        "saved": (PowerState.SAVED, 0),
        "hasty": (PowerState.SAVED, 0),
    }


def test_settings_that_new_vm_does_not_take_are_set_too() -> None:
    view = view_of(
        "vms: [{name: a, notes: hello, automatic_start_action: nothing, generation: 2, "
        "disks: [{size: 1 GB}, {size: 2 GB, path: 'D:\\x.vhdx'}]}]"
    )
    found = vm(view, "a")
    assert (found.notes, found.automatic_start_action) == ("hello", StartAction.NOTHING)
    drives = [(drive.path, drive.controller_type) for drive in found.hard_drives]
    assert drives == [("C:\\VMs\\a\\a.vhdx", "SCSI"), ("D:\\x.vhdx", "SCSI")]


def test_metering_begins_with_the_world() -> None:
    view = view_of("vms: [{name: a, state: running, metering: on}, {name: b, state: running}]")
    meter = view.meter(vm(view, "a").id)
    assert isinstance(meter, MeterReading)
    assert meter.window_ticks == 0
    assert view.meter(vm(view, "b").id) is None


def test_an_entry_can_stand_for_many_machines() -> None:
    view = view_of("vms: [{name: web, count: 3, state: running}]")
    assert [each.name for each in view.inventory.vms.values()] == [
        "web-0001",
        "web-0002",
        "web-0003",
    ]
    assert vm(view, "web-0002").hard_drives == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "host: {memory: 4 GB}\nvms:\n - name: a\n - {name: b, state: paused, memory: {startup: 8 GB}}",
            "my.yaml:4: b cannot be Paused: the host has too little memory to start the machine",
        ),
        (
            "vms:\n  - {name: a, memory: {startup: 513 MB}}",
            "my.yaml:2: a: a memory size is no whole, even number of MB (startup_bytes 513)",
        ),
        (
            "vms:\n  - {name: a, adapters: [{switch: DMZ}]}",
            "my.yaml:2: a: no virtual switch has that name",
        ),
        ("vms:\n  - {name: a, count: 9, processor: {count: 99}}", "my.yaml:2: a-0001: more proc"),
    ],
)
def test_what_the_host_would_refuse_is_a_mistake_of_the_file(text: str, message: str) -> None:
    with pytest.raises(InvalidWorld) as invalid:
        view_of(text)
    (error,) = invalid.value.errors
    assert str(error).startswith(message)
