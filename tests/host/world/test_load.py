"""World files: what they say, and what is told of their mistakes."""

import contextlib
import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from emulator.clock import MANUAL, Rate
from emulator.host.world import (
    InvalidWorld,
    World,
    default_world,
    dump,
    empty_world,
    load,
    load_text,
)
from emulator.host.world.document import BYTES_MOST, NODES_MOST
from emulator.host.world.load import packaged_text
from emulator.inventory.vm import GuestFamily, PowerState, StartAction
from emulator.inventory.workload import Burst, Idle, Ramp, Replay, Steady
from emulator.units import Bytes, Percent, gib, mib

FIXTURES = Path(__file__).parents[3] / "fixtures" / "worlds"


def world(text: str) -> World:
    return load_text(textwrap.dedent(text), file="my.yaml")


def mistakes(text: str) -> list[str]:
    with pytest.raises(InvalidWorld) as invalid:
        world(text)
    return [str(error) for error in invalid.value.errors]


@pytest.mark.parametrize("name", ["default.yaml", "empty.yaml"])
def test_the_worlds_that_come_with_the_product_are_valid(name: str) -> None:
    text = packaged_text(name)
    assert load_text(text) == (default_world() if name == "default.yaml" else empty_world())


def test_the_default_world_has_the_machines_of_the_persona_page() -> None:
    states = {vm.name: vm.state.value for vm in default_world().vms}
    assert states == {
        "web01": "Running",
        "web02": "Running",
        "file01": "Running",
        "sql01": "Running",
        "db01": "Off",
        "lab01": "Saved",
    }


def test_an_empty_map_is_the_world_of_all_defaults() -> None:
    assert world("{}") == World()


@pytest.mark.parametrize(
    ("written", "size_bytes"),
    [
        ("4294967296", gib(4)),
        ("4 GB", gib(4)),
        ("4GB", gib(4)),
        ("4gb", gib(4)),
        ("'4096 MB'", gib(4)),
        ("1.5 GB", mib(1536)),
        ("1 TB", gib(1024)),
        ("1048576 KB", gib(1)),
    ],
)
def test_a_size_is_written_with_its_unit_or_in_bytes(written: str, size_bytes: Bytes) -> None:
    vm = world(f"vms: [{{name: a, memory: {{startup: {written}}}}}]").vms[0]
    assert vm.memory.startup_bytes == size_bytes


@pytest.mark.parametrize(
    ("written", "seconds"),
    [("90", 90), ("90 s", 90), ("10 min", 600), ("2h", 7_200), ("1 d", 86_400)],
)
def test_a_duration_is_written_with_its_unit_or_in_seconds(written: str, seconds: int) -> None:
    assert world(f"vms: [{{name: a, uptime: {written}}}]").vms[0].uptime_seconds == seconds


@pytest.mark.parametrize(
    ("written", "expected"),
    [("on", True), ("off", False), ("true", True), ("false", False), ("yes", True), ("no", False)],
)
def test_a_switch_is_written_on_or_off(written: str, expected: bool) -> None:
    assert world(f"engine: {{idle_reclaim: {written}}}").engine.idle_reclaim is expected


def test_every_workload_can_be_written() -> None:
    found = world(
        """
        vms:
          - {name: a, workload: {kind: idle}}
          - {name: b, workload: {kind: steady, demand: 1 GB, cpu: 5 %}}
          - {name: c, workload: {kind: ramp, from: 1 GB, to: 2 GB, start: 10 s, duration: 1 min}}
          - {name: d, workload: {kind: burst, base: 1 GB, peak: 2 GB, peak_duration: 60}}
          - {name: e, workload: {kind: replay, points: [[0, 300 MB], [5 min, 975 MB]]}}
        """
    )
    assert [vm.workload for vm in found.vms] == [
        Idle(),
        Steady(demand_bytes=gib(1), cpu_percent=Percent(5)),
        Ramp(from_bytes=gib(1), to_bytes=gib(2), start_seconds=10, duration_seconds=60),
        Burst(base_bytes=gib(1), peak_bytes=gib(2), peak_seconds=60),
        Replay(points=((0, mib(300)), (300, mib(975)))),
    ]


def test_words_of_hyper_v_may_be_written_in_any_case() -> None:
    vm = world("vms: [{name: off, state: OFF, guest: Linux, automatic_start_action: start}]").vms[0]
    assert vm.name == "off"
    assert (vm.state, vm.guest) == (PowerState.OFF, GuestFamily.LINUX)
    assert vm.automatic_start_action is StartAction.START


def test_the_clock_of_a_world_has_its_dials() -> None:
    clock = world("clock: {start: '2030-06-01T00:00:00Z', rate: x60, skip_sleeps: off}").clock
    assert (clock.rate, clock.skip_sleeps) == (Rate(factor=60), False)
    assert world("clock: {rate: manual}").clock.rate == MANUAL


def test_a_host_that_names_no_numa_nodes_has_one() -> None:
    host = world("host: {memory: 20 GB, logical_processors: 4}").host
    assert [(node.memory_bytes, node.logical_processors) for node in host.numa_nodes] == [
        (gib(20), 4)
    ]


def test_a_password_is_in_no_repr_and_no_dump() -> None:
    found = world("users: [{name: Administrator, password: S3cret!}]")
    assert found.users[0].password == "S3cret!"
    assert "S3cret" not in repr(found) + dump(found)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("hosts: {}", "my.yaml:1: unknown key 'hosts'; did you mean 'host'? allowed: host, "),
        ("vms: [{nam: a}]", "unknown key 'nam'; did you mean 'name'? allowed: name, count"),
        ("vms: [{state: off}]", "my.yaml:1: missing key 'name'"),
        ("vms: {a: 1}", "vms: {'a': 1} is not allowed; write a list"),
        ("vms: [web01]", "my.yaml:1: 'web01' is not allowed; write keys and values: name"),
        ("host: {memory: 4 GX}", "memory: '4 GX' is not allowed; write a size from 1 GB to 48 TB"),
        ("host: {memory: 1.3 KB}", "memory: '1.3 KB' is not allowed"),
        ("host: {memory: 512 MB}", "memory: '512 MB' is not allowed; write a size from 1 GB"),
        ("host: {memory: -1}", "memory: -1 is not allowed"),
        ("host: {memory: on}", "memory: 'on' is not allowed"),
        ("host: {persona: 2021}", "one of 2012R2, 2016, 2019, 2022, 2025"),
        ("host: {logical_processors: many}", "a number from 1 to 2048"),
        ("host: {name: ''}", "name: '' is not allowed; write a text of 1 to 15 characters"),
        ("host: {switches: [{name: A, kind: Bridge}]}", "one of External, Internal, Private"),
        ("host: {memory: 8 GB, numa_nodes: []}", "together 0 MB, but the host's memory is 8192 MB"),
        ("seed: -1", "seed: -1 is not allowed; write a number from 0"),
        ("timezone: CET", "timezone: 'CET' is not allowed; write one of UTC"),
        ("clock: {start: tomorrow}", "a moment in UTC such as 2026-01-05T08:00:00Z"),
        ("clock: {start: 2026-13-05T08:00:00Z}", "start: '2026-13-05T08:00:00Z' is not allowed"),
        ("clock: {rate: fast}", "rate: 'fast' is not allowed; write real, manual or xN"),
        ("engine: {idle_reclaim: maybe}", "idle_reclaim: 'maybe' is not allowed; write on or off"),
        ("engine: {idle_reclaim_period_seconds: 5}", "from 30 s to 7 min"),
        ("vms: [{name: a, state: asleep}]", "one of Off, Running, Paused, Saved"),
        ("vms: [{name: a, uptime: 1 y}]", "uptime: '1 y' is not allowed; write a duration"),
        ("vms: [{name: a, workload: {kind: sql}}]", "kind: one of idle, steady, ramp, burst"),
        ("vms: [{name: a, workload: {demand: 1}}]", "nothing is not allowed; write kind: one of"),
        ("vms: [{name: a, workload: {kind: idle, to: 1}}]", "unknown key 'to'; allowed: demand"),
        ("vms: [{name: a, workload: {kind: steady}}]", "missing key 'demand'"),
        ("vms: [{name: a, workload: {kind: replay, points: [[1]]}}]", "[1] is not allowed"),
        ("vms: [{name: a, name: b}]", "key 'name' stands in line 1 already"),
        ("", "my.yaml:1: nothing is not allowed; write keys and values: host, engine"),
        ("- 1", "my.yaml:1: [1] is not allowed; write keys and values: host"),
        ("vms: [", "my.yaml:1: not YAML: "),
        ("vms: !!python/object:os.system {}", "write a list"),
        ("? [1]\n: 2", "unknown key '(no text)'"),
    ],
)
def test_a_mistake_is_told_with_place_value_and_what_is_allowed(text: str, message: str) -> None:
    assert message in "\n".join(mistakes(text))


def test_every_mistake_is_told_at_once_each_with_its_line() -> None:
    found = mistakes(
        """\
        host:
          memory: 64 XB
        vms:
          - name: a
            memory:
              startup: big
              maxmum: 1 GB
          - state: running
        """
    )
    assert [line.split(": ")[0] for line in found] == [
        "my.yaml:2",
        "my.yaml:6",
        "my.yaml:7",
        "my.yaml:8",
    ]


def test_a_file_that_cannot_be_read_is_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(InvalidWorld, match=r"none\.yaml:1: cannot be read: No such file"):
        load(tmp_path / "none.yaml")
    (tmp_path / "bytes.yaml").write_bytes(b"\xff\xfe")
    with pytest.raises(InvalidWorld, match=r"bytes\.yaml:1: cannot be read"):
        load(tmp_path / "bytes.yaml")


def test_an_alias_of_aliases_does_not_fill_the_memory() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 9)]
    assert f"more than {NODES_MOST} values" in mistakes("\n".join(lines))[0]


def test_an_alias_of_itself_has_an_end() -> None:
    assert "nested deeper" in mistakes("vms: &a [*a]")[0]


def test_a_file_has_a_greatest_length() -> None:
    assert "at most" in mistakes("#" * (BYTES_MOST + 1))[0]


@given(st.text(max_size=200))
def test_any_text_is_a_world_or_has_mistakes(text: str) -> None:
    with contextlib.suppress(InvalidWorld):
        load_text(text)


@pytest.mark.parametrize("path", sorted(FIXTURES.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_world_reads_the_same_after_it_was_written(path: Path) -> None:
    found = load(path)
    assert load_text(dump(found)) == found


def test_the_default_world_reads_the_same_after_it_was_written() -> None:
    assert load_text(dump(default_world())) == default_world()
