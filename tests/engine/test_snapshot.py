"""Freezing and thawing."""

import json

import pytest

from emulator.engine.advance import advance
from emulator.engine.carry_out import carry_out
from emulator.engine.snapshot import SnapshotUnreadable, freeze, thaw
from emulator.inventory.commands import EnableMetering, PauseVM, SaveVM, StopVM
from emulator.inventory.workload import Burst, Replay
from emulator.units import Ticks, mib
from tests.engine.world import World, dynamic, static, steady


def lively() -> World:
    world = World(8192)
    burst = Burst(base_bytes=mib(500), peak_bytes=mib(1500))
    world.start("burst", dynamic(1024), workload=burst)
    world.start("replay", dynamic(1024), workload=Replay(points=((0, mib(1)), (99, mib(700)))))
    for name, command in (("paused", PauseVM), ("saved", SaveVM), ("off", StopVM)):
        vm_id = world.start(name, static(512), workload=steady(100))
        world.run(20)
        world.do(command(vm=vm_id))
    world.do(EnableMetering(vm=world.ids["burst"]))
    world.run(300)
    return world


def test_a_thawed_world_is_equal_and_goes_on_equally() -> None:
    state = lively().state
    thawed = thaw(json.loads(json.dumps(freeze(state))))
    assert thawed == state
    assert freeze(thawed) == freeze(state)
    advance(state, Ticks(state.now + 5000))
    assert thawed != state
    advance(thawed, state.now)
    assert thawed == state


def test_a_thawed_world_takes_commands() -> None:
    world = lively()
    thawed = thaw(freeze(world.state))
    command = StopVM(vm=world.ids["burst"])
    outcomes = [carry_out(state, command, world.now_ms) for state in (world.state, thawed)]
    assert outcomes[0] == outcomes[1]
    assert thawed == world.state


def test_many_machines_thaw() -> None:
    world = World(65536)
    for number in range(33):
        world.create(str(number), static(512))
    assert thaw(freeze(world.state)) == world.state


def test_a_state_equals_no_other_thing() -> None:
    state = World().state
    assert state != freeze(state)
    with pytest.raises(TypeError):
        hash(state)


def test_a_snapshot_of_another_engine_is_refused() -> None:
    data = freeze(World().state)
    with pytest.raises(SnapshotUnreadable, match="version 2, this engine reads 1"):
        thaw({**data, "version": 2})
    columns = dict(data["columns"])
    del columns["weight"]
    with pytest.raises(SnapshotUnreadable, match=r"differ.*weight"):
        thaw({**data, "columns": columns})
