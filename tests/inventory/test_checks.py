"""Which settings Hyper-V accepts."""

from dataclasses import replace
from typing import Any

import pytest

from emulator.inventory.memory import MemorySettings
from emulator.inventory.memory_checks import memory_fault
from emulator.inventory.processor import ProcessorSettings
from emulator.inventory.processor_checks import processor_fault
from emulator.inventory.refusals import Reason
from emulator.units import TIB, Bytes, Percent, mib

LIMITS, ALIGNED, RANGE = (
    Reason.MEMORY_VALUE_OUT_OF_LIMITS,
    Reason.MEMORY_NOT_ALIGNED,
    Reason.MEMORY_OUT_OF_RANGE,
)


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"startup_bytes": mib(2200)},  # oom-2200
        {"startup_bytes": mib(4000)},  # insuff-4000
        {"startup_bytes": mib(256)},  # under the default minimum: static memory does not mind
        {"minimum_bytes": mib(32)},
        {"maximum_bytes": Bytes(12 * TIB)},
        {"buffer_percent": Percent(5)},
        {"buffer_percent": Percent(2000)},
        {"weight": 0},
        {"weight": 100},
        {"dynamic_memory_enabled": True},
        {"maximum_per_numa_node_bytes": mib(2)},
    ],
)
def test_hyper_v_accepts(change: dict[str, Any]) -> None:
    assert memory_fault(replace(MemorySettings(), **change)) is None


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"startup_bytes": mib(9001)}, (ALIGNED, "startup_bytes", "9001")),  # align-9001
        ({"startup_bytes": mib(4077)}, (ALIGNED, "startup_bytes", "4077")),  # align-4077
        ({"startup_bytes": Bytes(mib(512) + 1)}, (ALIGNED, "startup_bytes", "512")),
        ({"minimum_bytes": mib(513)}, (ALIGNED, "minimum_bytes", "513")),
        ({"maximum_bytes": mib(1025)}, (ALIGNED, "maximum_bytes", "1025")),
        (
            {"maximum_per_numa_node_bytes": mib(3)},
            (ALIGNED, "maximum_per_numa_node_bytes", "3"),
        ),
        ({"startup_bytes": mib(30)}, (LIMITS, "startup_bytes", "30")),
        ({"minimum_bytes": mib(31)}, (LIMITS, "minimum_bytes", "31")),  # limits before alignment
        (
            {"maximum_bytes": Bytes(12 * TIB + mib(2))},
            (LIMITS, "maximum_bytes", "12582914"),
        ),
        ({"buffer_percent": Percent(4)}, (LIMITS, "buffer_percent", "4")),
        ({"buffer_percent": Percent(2001)}, (LIMITS, "buffer_percent", "2001")),
        ({"weight": -1}, (LIMITS, "weight", "-1")),
        ({"weight": 101}, (LIMITS, "weight", "101")),
        (
            {"dynamic_memory_enabled": True, "startup_bytes": mib(510)},
            (RANGE, "startup_bytes", "510"),
        ),
        (
            {"dynamic_memory_enabled": True, "maximum_bytes": mib(510), "minimum_bytes": mib(32)},
            (RANGE, "startup_bytes", "512"),
        ),
    ],
)
def test_hyper_v_does_not_accept(change: dict[str, Any], fault: tuple[Reason, str, str]) -> None:
    assert memory_fault(replace(MemorySettings(), **change)) == fault


@pytest.mark.parametrize(
    ("settings", "setting"),
    [
        (ProcessorSettings(count=8), None),
        (ProcessorSettings(count=9), "count"),
        (ProcessorSettings(maximum_percent=0), None),
        (ProcessorSettings(maximum_percent=50, reserve_percent=51), "reserve_percent"),
        (ProcessorSettings(relative_weight=10_000), None),
        (ProcessorSettings(relative_weight=10_001), "relative_weight"),
    ],
)
def test_processor_settings_have_limits(settings: ProcessorSettings, setting: str | None) -> None:
    fault = processor_fault(settings, logical_processors=8)
    assert (fault and fault.setting) == setting
