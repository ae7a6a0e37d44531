"""Freezing a state to JSON-able data, and thawing it."""

from dataclasses import fields
from typing import Any, Final

from emulator.engine.columns import COLUMN_NAMES, Columns
from emulator.engine.segments import SEGMENT_NAMES, Segments
from emulator.engine.state import State
from emulator.inventory.plain import from_plain, plain
from emulator.inventory.vm import VMId
from emulator.units import Ticks

SNAPSHOT_VERSION: Final = 1
"""Counts up when rules or columns change so that older snapshots would go on differently."""


class SnapshotUnreadable(ValueError):  # noqa: N818 - says what is wrong
    """The data is no snapshot this engine can go on from."""


def freeze(state: State) -> dict[str, Any]:
    """Return everything of a state as dicts, lists, strings and whole numbers."""
    return {
        "version": SNAPSHOT_VERSION,
        "now": state.now,
        "restless": state.restless,
        "breaches": state.breaches,
        "inventory": plain(state.inventory),
        "columns": state.columns.rows(len(state.ids)),
        "segments": {name: list(getattr(state.segments, name)) for name in SEGMENT_NAMES},
    }


def thaw(data: dict[str, Any]) -> State:
    """Return the state that was frozen; SnapshotUnreadable if this engine cannot go on from it."""
    version = data.get("version")
    if version != SNAPSHOT_VERSION:
        raise SnapshotUnreadable(
            f"the snapshot has version {version}, this engine reads {SNAPSHOT_VERSION}"
        )
    state = State(
        inventory=from_plain(data["inventory"]),
        now=Ticks(data["now"]),
        columns=_columns(data["columns"]),
        segments=Segments(**{field.name: [*data["segments"][field.name]] for field in _SEGMENTS}),
        restless=data["restless"],
        breaches=data["breaches"],
    )
    state.ids = [VMId(vm_id) for vm_id in state.inventory.vms]
    state.rows = {vm_id: row for row, vm_id in enumerate(state.ids)}
    state.columns.segment_first[len(state.ids)] = len(state.segments)
    return state


_SEGMENTS: Final = fields(Segments)


def _columns(frozen: dict[str, list[int]]) -> Columns:
    if frozen.keys() != set(COLUMN_NAMES):
        odd = sorted(frozen.keys() ^ set(COLUMN_NAMES))
        raise SnapshotUnreadable(f"the snapshot's columns differ from the engine's: {odd}")
    columns = Columns()
    columns.make_room(len(frozen["power"]) + 1)
    for name, values in frozen.items():
        columns.column(name)[: len(values)] = values
    return columns
