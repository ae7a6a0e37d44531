"""Inventory values, commands and outcomes as plain JSON-able data, and back.

A frozen value becomes {"is": its class name, field: value ...}, an enum member {"is": its class
name, "value": ...}, a tuple a list, the mapping of machines a list. Snapshots and the journal
keep this form, so a class or field here is never renamed; a field may be added with a default.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from types import MappingProxyType
from typing import Any, Final

from emulator.inventory import commands, devices, host, memory, processor, vm, workload
from emulator.inventory.inventory import Inventory
from emulator.inventory.refusals import Reason, Refusal

TAG: Final = "is"
_MODULES: Final = (commands, devices, host, memory, processor, vm, workload)


class NotPlain(ValueError):  # noqa: N818 - says what the data is
    """The data is none that `plain` writes."""


def plain(value: object) -> Any:
    """Return `value` as dicts, lists, strings and whole numbers."""
    if value is None or isinstance(value, bool | str):
        return value
    if isinstance(value, int):
        return int(value)
    if isinstance(value, Enum):
        return {TAG: type(value).__name__, "value": value.value}
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, Mapping):
        return [plain(item) for item in value.values()]
    if is_dataclass(value) and not isinstance(value, type):
        written = {field.name: plain(getattr(value, field.name)) for field in fields(value)}
        return {TAG: type(value).__name__, **written}
    raise NotPlain(f"a {type(value).__name__} has no plain form")


def from_plain(data: Any) -> Any:
    """Return the value that `plain` wrote as `data`; NotPlain says what does not fit."""
    if isinstance(data, list):
        return tuple(from_plain(item) for item in data)
    if not isinstance(data, dict):
        return data
    name = data.get(TAG)
    made = _classes().get(str(name))
    if made is None:
        raise NotPlain(f"{TAG}: {name!r} is no kind of value of the inventory")
    read = {key: from_plain(item) for key, item in data.items() if key != TAG}
    if made is Inventory:
        read["vms"] = MappingProxyType({machine.id: machine for machine in read["vms"]})
    try:
        return made(**read)
    except (TypeError, ValueError) as problem:
        raise NotPlain(f"this {name} cannot be read: {problem}") from problem


@cache
def _classes() -> Mapping[str, Any]:
    """Name every class of the inventory that can stand in plain data."""
    found = {
        name: member
        for module in _MODULES
        for name, member in vars(module).items()
        if isinstance(member, type)
        and member.__module__ == module.__name__
        and (is_dataclass(member) or issubclass(member, Enum))
    }
    return {**found, "Inventory": Inventory, "Refusal": Refusal, "Reason": Reason}
