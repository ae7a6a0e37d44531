"""What runs inside a guest, as settings: how much memory and CPU it wants as time passes.

Every workload is a piecewise function of the seconds since the guest booted. Amounts are whole
bytes; CPU is percent of all virtual processors of the machine, 0..100.
"""

from dataclasses import dataclass, field

from emulator.units import Bytes, Percent, mib


@dataclass(frozen=True, slots=True, kw_only=True)
class Idle:
    """A booted guest that does nothing. Source: finn-ws2012-idle (312 MB)."""

    demand_bytes: Bytes = mib(312)
    cpu_percent: Percent = Percent(1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Steady:
    """The same demand all the time."""

    demand_bytes: Bytes
    cpu_percent: Percent = Percent(10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ramp:
    """From `from_bytes` to `to_bytes` in a straight line over `duration_seconds`, then level."""

    from_bytes: Bytes
    to_bytes: Bytes
    start_seconds: int = 0
    duration_seconds: int = 600
    cpu_percent: Percent = Percent(20)


@dataclass(frozen=True, slots=True, kw_only=True)
class Burst:
    """`base_bytes`, and `peak_bytes` for `peak_seconds` of every `period_seconds`."""

    base_bytes: Bytes
    peak_bytes: Bytes
    period_seconds: int = 600
    peak_seconds: int = 120
    first_peak_seconds: int = 60
    base_cpu_percent: Percent = Percent(5)
    peak_cpu_percent: Percent = Percent(60)


@dataclass(frozen=True, slots=True, kw_only=True)
class Replay:
    """A series: from `at_seconds` on the demand is `demand_bytes`; the last value stays."""

    points: tuple[tuple[int, Bytes], ...] = field(default=((0, mib(312)),))
    cpu_percent: Percent = Percent(10)


WorkloadSettings = Idle | Steady | Ramp | Burst | Replay
