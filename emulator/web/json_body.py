"""The body of a request: JSON, an object, checked by a marshmallow schema."""

import json
import re
from typing import TYPE_CHECKING, Any, Final, cast

from emulator.web.body import read_bytes
from emulator.web.problem import Problem

if TYPE_CHECKING:
    from marshmallow import Schema, ValidationError

DEPTH_MAX: Final = 64
"""Values inside one another. It is counted before Python's parser, which recurses in C, sees the
text: scripts need a limit of recursion that would let it overflow a worker's stack."""

_STRING: Final = re.compile(rb'"(?:[^"\\]|\\.)*"?', re.DOTALL)
_BRACKET: Final = re.compile(rb"[\[\]{}]")


def read_object() -> dict[str, object]:
    """Return the JSON object in the body; an empty body is an empty object."""
    data = read_bytes()
    if not data.strip():
        return {}
    try:
        _refuse_depth(data)
        value = json.loads(data, parse_constant=_no_constant)
    except UnicodeDecodeError as error:
        raise Problem(400, "The body is not UTF-8 text.") from error
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise Problem(400, f"The body is not JSON: {error.msg} at {place}.") from error
    except ValueError as error:
        raise Problem(400, f"The body cannot be read: {error}.") from error
    if not isinstance(value, dict):
        raise Problem(400, 'The body is JSON but not an object: write {"name": value}.')
    return value


def read_body(schema: "Schema") -> dict[str, Any]:
    """Return the body as `schema` reads it; a 422 problem says what is wrong with each name."""
    from marshmallow import ValidationError  # noqa: PLC0415 - whoever has a schema has it already

    try:
        return cast("dict[str, Any]", schema.load(read_object()))
    except ValidationError as error:
        raise Problem(422, _sentence(error), fields=error.messages) from error


def _sentence(error: "ValidationError") -> str:
    messages = error.messages
    if not isinstance(messages, dict):
        return "The body is not valid."
    said = [f"{name}: {_first(why)}" for name, why in sorted(messages.items())]
    return "The body is not valid. " + " ".join(said)


def _first(why: object) -> str:
    return str(why[0]) if isinstance(why, list) and why else str(why)


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not a JSON number")


def _refuse_depth(data: bytes) -> None:
    depth = 0
    for bracket in _BRACKET.findall(_STRING.sub(b"", data)):
        depth += 1 if bracket in b"[{" else -1
        if depth > DEPTH_MAX:
            raise ValueError(f"values are nested deeper than {DEPTH_MAX}")
