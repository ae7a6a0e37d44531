"""What a world file may say: the record of a world, with the few spellings of its own."""

from collections.abc import Mapping
from typing import Any, Final

from emulator.host.world.kinds import Choice, Moment, Text, duration, number, percent, size
from emulator.host.world.records import ListOf, Record, Row, Spelling, record_of
from emulator.host.world.values import ClockSettings, User, World, WorldVM
from emulator.inventory.host import EngineSettings, HostSettings, NumaNode, VirtualSwitch
from emulator.inventory.memory import MemorySettings
from emulator.inventory.workload import Burst, Idle, Ramp, Replay, Steady
from emulator.personas.versions import PERSONAS
from emulator.units import TIB, Bytes, gib

SWITCH_KINDS: Final = ("External", "Internal", "Private")
NAME: Final = Text(least=1, most=100)
"""Hyper-V Manager accepts names of up to 100 characters (recalled)."""
CPU: Final = percent(0, 100)
COUNT_MOST: Final = 10_000
"""Machines of one entry: ten times the largest world a test asks for."""
UPTIME_SECONDS_MOST: Final = 365 * 86_400
"""The engine catches up with a year at once."""


def world_record() -> Record:
    """Return the record of a whole world file."""
    return record_of(World, _spellings())


def _spellings() -> Mapping[type, Spelling]:
    return {
        World: Spelling(hidden=frozenset({"source"})),
        HostSettings: Spelling(
            hidden=frozenset({"engine"}),
            kinds={
                "name": Text(least=1, most=15),
                "persona": _words(tuple(PERSONAS)),
                "memory_bytes": size(gib(1), 48 * TIB),
                "logical_processors": number(1, 2_048),
                "processor_mhz": number(1, 100_000),
            },
            complete=_with_numa_nodes,
        ),
        NumaNode: Spelling(kinds={"memory_bytes": size(1), "logical_processors": number(1)}),
        VirtualSwitch: Spelling(kinds={"name": NAME, "kind": _words(SWITCH_KINDS)}),
        EngineSettings: Spelling(
            units_in_keys=True,
            kinds={
                # Source: the ranges of reference/dynamic-memory.md section 8.
                "status_low_buffer_percent": percent(1, 88),
                "ready_delay_seconds": duration(0, 120),
                "idle_reclaim_period_seconds": duration(30, 420),
            },
        ),
        ClockSettings: Spelling(kinds={"start": Moment()}),
        User: Spelling(kinds={"name": Text(least=1, most=256)}),
        WorldVM: Spelling(
            kinds={
                "name": NAME,
                "count": number(1, COUNT_MOST),
                "uptime_seconds": duration(0, UPTIME_SECONDS_MOST),
                "generation": number(1, 2),
            },
        ),
        MemorySettings: Spelling(keys={"dynamic_memory_enabled": "dynamic"}),
        Idle: Spelling(kinds={"cpu_percent": CPU}),
        Steady: Spelling(kinds={"cpu_percent": CPU}),
        Ramp: Spelling(kinds={"cpu_percent": CPU}),
        Burst: Spelling(
            keys={"peak_seconds": "peak_duration"},
            kinds={"base_cpu_percent": CPU, "peak_cpu_percent": CPU},
        ),
        Replay: Spelling(
            kinds={
                "cpu_percent": CPU,
                "points": ListOf(kind=Row(kinds=(duration(), size()))),
            },
        ),
    }


def _words(words: tuple[str, ...]) -> Choice:
    return Choice(words={word: word for word in words})


def _with_numa_nodes(given: dict[str, Any]) -> dict[str, Any]:
    """Give a host of another size than the default one node, where it names none."""
    if "numa_nodes" in given or not given.keys() & {"memory_bytes", "logical_processors"}:
        return given
    memory_bytes: Bytes = given.get("memory_bytes", gib(64))
    processors: int = given.get("logical_processors", 16)
    node = NumaNode(memory_bytes=memory_bytes, logical_processors=processors)
    return {**given, "numa_nodes": (node,)}
