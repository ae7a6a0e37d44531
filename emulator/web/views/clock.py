"""The clock: read it, turn its dials, let time pass."""

from datetime import UTC, datetime, timedelta
from typing import Final

from flask import current_app

from emulator.clock import TICKS_PER_MS, Clock, Rate
from emulator.web.json_body import read_body
from emulator.web.service import service_of

_YEAR_ONE: Final = datetime(1, 1, 1, tzinfo=UTC)


def read_clock() -> dict[str, object]:
    """Say what time it is and how it passes."""
    return _shown(service_of(current_app).clock)


def set_clock() -> dict[str, object]:
    """Turn the dials that are given."""
    from emulator.web.request_schemas import Dials  # noqa: PLC0415 - see there

    dials, clock = read_body(Dials()), service_of(current_app).clock
    if "rate" in dials:
        clock.set_rate(Rate.parse(dials["rate"]))
    if "skip_sleeps" in dials:
        clock.set_skip_sleeps(dials["skip_sleeps"])
    return _shown(clock)


def advance_clock() -> dict[str, object]:
    """Let time pass at once."""
    from emulator.web.request_schemas import Advance  # noqa: PLC0415 - see there

    asked, clock = read_body(Advance()), service_of(current_app).clock
    clock.advance(asked.get("seconds", 0) * 1000 + asked.get("milliseconds", 0))
    return _shown(clock)


def _shown(clock: Clock) -> dict[str, object]:
    now_ms = clock.now_ms()
    since_year_one_ms = clock.epoch_ticks // TICKS_PER_MS + now_ms
    now = _YEAR_ONE + timedelta(milliseconds=since_year_one_ms)
    return {
        "now": now.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "elapsed_ms": now_ms,
        "rate": str(clock.rate),
        "skip_sleeps": clock.skip_sleeps,
    }
