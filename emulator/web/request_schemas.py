"""The marshmallow schemas of the bodies that are no cmdlet's parameters.

Imported where a body is read: marshmallow costs a tenth of the time a service takes to start.
"""

from typing import Final

from marshmallow import Schema, ValidationError, fields, validate

from emulator.clock import Rate
from emulator.web.script_runner import TIME_LIMIT_MS_DEFAULT, TIME_LIMIT_MS_MOST

ADVANCE_MS_MOST: Final = 366 * 24 * 3600 * 1000
"""A year at once: the host catches up with that in bounded time."""


def _is_rate(text: str) -> None:
    try:
        Rate.parse(text)
    except ValueError as error:
        raise ValidationError(str(error)) from error


class Dials(Schema):
    """What PUT /api/clock takes: one dial or both."""

    rate = fields.String(validate=_is_rate, metadata={"description": "real, manual or xN"})
    skip_sleeps = fields.Boolean(metadata={"description": "jump when everything sleeps"})


class Advance(Schema):
    """What POST /api/clock/advance takes: how much virtual time passes."""

    seconds = fields.Integer(strict=True, validate=validate.Range(0, ADVANCE_MS_MOST // 1000))
    milliseconds = fields.Integer(strict=True, validate=validate.Range(0, ADVANCE_MS_MOST))


class Script(Schema):
    """What POST /api/powershell takes."""

    script = fields.String(required=True, metadata={"description": "PowerShell text"})
    time_limit_seconds = fields.Integer(
        strict=True,
        load_default=TIME_LIMIT_MS_DEFAULT // 1000,
        validate=validate.Range(1, TIME_LIMIT_MS_MOST // 1000),
        metadata={"description": "real seconds after which the script is stopped"},
    )
