"""The clock: read it, turn its dials, let time pass."""

from datetime import UTC, datetime, timedelta
from typing import Final

from flask import current_app
from marshmallow import Schema, ValidationError, fields, validate

from emulator.clock import TICKS_PER_MS, Clock, Rate
from emulator.web.json_body import read_body
from emulator.web.service import service_of

_YEAR_ONE: Final = datetime(1, 1, 1, tzinfo=UTC)

ADVANCE_MS_MOST: Final = 366 * 24 * 3600 * 1000
"""A year at once: the host catches up with that in bounded time."""


def _is_rate(text: str) -> None:
    try:
        Rate.parse(text)
    except ValueError as error:
        raise ValidationError(str(error)) from error


class Dials(Schema):
    """What PUT takes: one dial or both."""

    rate = fields.String(validate=_is_rate, metadata={"description": "real, manual or xN"})
    skip_sleeps = fields.Boolean(metadata={"description": "jump when everything sleeps"})


class Advance(Schema):
    """What POST .../advance takes: how much virtual time passes, in whole milliseconds."""

    seconds = fields.Integer(strict=True, validate=validate.Range(0, ADVANCE_MS_MOST // 1000))
    milliseconds = fields.Integer(strict=True, validate=validate.Range(0, ADVANCE_MS_MOST))


def read_clock() -> dict[str, object]:
    """Say what time it is and how it passes."""
    return _shown(service_of(current_app).clock)


def set_clock() -> dict[str, object]:
    """Turn the dials that are given."""
    dials, clock = read_body(Dials()), service_of(current_app).clock
    if "rate" in dials:
        clock.set_rate(Rate.parse(dials["rate"]))
    if "skip_sleeps" in dials:
        clock.set_skip_sleeps(dials["skip_sleeps"])
    return _shown(clock)


def advance_clock() -> dict[str, object]:
    """Let time pass at once."""
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
