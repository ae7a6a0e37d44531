"""When two answers are equal: what the README of the cases says, and nothing else."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

COMPARED: Final = ("text", "types", "stopped", "warning", "verbose", "debug", "information")
"""Fields of an answer that must be equal; clixml too, where it was recorded."""
OF_ERRORS: Final = ("fqid", "category", "exception", "message")
"""Fields of an error record that must be equal."""
STRICT: Final = ("reason", "activity", "target", "targettype", "line", "offset")
"""Fields of an error record that make the second figure."""
EMPTY: Final[dict[str, Any]] = {
    "text": "",
    "types": [],
    "stopped": False,
    "warning": [],
    "verbose": [],
    "debug": [],
    "information": [],
}

_PATH = re.compile(r"(?:<folder>|(?<![\w.])\./|(?<![\w.])\.\\)[^\s'\"|]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One field that differs."""

    field: str
    expected: object
    actual: object
    strict: bool = False


def differences(
    expected: dict[str, Any], actual: dict[str, Any], *, clixml: bool
) -> Iterator[Difference]:
    """Yield what differs; strict ones are those of the second figure."""
    fields = (*COMPARED, "clixml") if clixml else COMPARED
    for field in fields:
        one = normalised(expected.get(field, EMPTY.get(field)))
        two = normalised(actual.get(field, EMPTY.get(field)))
        if one != two:
            yield Difference(field=field, expected=one, actual=two)
    yield from _of_errors(expected["errors"], actual["errors"])


def _of_errors(
    expected: list[dict[str, Any]], actual: list[dict[str, Any]]
) -> Iterator[Difference]:
    if len(expected) != len(actual):
        yield Difference(
            field="errors",
            expected=[one["fqid"] for one in expected],
            actual=[f"{one['fqid']}: {one['message']}" for one in actual],
        )
        return
    for at, (one, two) in enumerate(zip(expected, actual, strict=True)):
        for field in (*OF_ERRORS, *STRICT):
            left, right = normalised(one.get(field)), normalised(two.get(field))
            if left != right:
                yield Difference(
                    field=f"errors[{at}].{field}",
                    expected=left,
                    actual=right,
                    strict=field in STRICT,
                )


def normalised(value: Any) -> Any:
    """Return `value` with line ends and the separators of relative paths as on Linux."""
    if isinstance(value, str):
        text = value.replace("\r\n", "\n").replace("_x000D__x000A_", "_x000A_")
        return _PATH.sub(lambda found: found[0].replace("\\", "/"), text)
    if isinstance(value, list):
        return [normalised(one) for one in value]
    return value
