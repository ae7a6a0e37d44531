"""marshmallow schemas and JSON Schema of cmdlets, derived from what the cmdlets declare.

The schema checks shape: names, and JSON types that could become the parameter's type. The
binder, which alone knows conversion, parameter sets and validators, decides the rest.
"""

from collections.abc import Mapping
from typing import Any, Final

from marshmallow import RAISE, Schema, ValidationError, fields

from emulator.objects.types import PSType
from emulator.powershell.metadata import CommandMetadata, ParameterMetadata

_INTEGERS: Final = frozenset(
    f"System.{name}"
    for name in ("SByte", "Byte", "Int16", "UInt16", "Int32", "UInt32", "Int64", "UInt64")
)
_NUMBERS: Final = frozenset({"System.Single", "System.Double", "System.Decimal"})
_TEXTS: Final = frozenset({"System.String", "System.Guid", "System.DateTime", "System.TimeSpan"})

COMMON: Final[Mapping[str, dict[str, object]]] = {
    "ErrorAction": {"type": "string"},
    "WarningAction": {"type": "string"},
    "Verbose": {"type": "boolean"},
    "Debug": {"type": "boolean"},
}
"""The common parameters a caller over HTTP can use; the others name variables of a script."""

SHOULD_PROCESS: Final[Mapping[str, dict[str, object]]] = {
    "WhatIf": {"type": "boolean"},
    "Confirm": {"type": "boolean"},
}


class Given(fields.Field[Any]):
    """A parameter's value: a scalar of JSON, or an array where the parameter is one."""

    def __init__(self, json_type: dict[str, object], **more: Any) -> None:
        """Take what fits `json_type`."""
        super().__init__(allow_none=True, **more)
        self.json_type = json_type

    def _deserialize(self, value: Any, attr: Any, data: Any, **kwargs: Any) -> Any:  # noqa: ARG002
        if isinstance(value, list) and self.json_type.get("type") not in {"array", None}:
            raise ValidationError("Takes one value, not an array.")
        if isinstance(value, dict) and self.json_type.get("type") in _SCALARS:
            raise ValidationError(f"Takes a {self.json_type['type']}, not an object.")
        return value


_SCALARS: Final = frozenset({"string", "integer", "number", "boolean"})


def schema_of(command: CommandMetadata) -> Schema:
    """Return the marshmallow schema of a command's parameters; aliases count, case does not."""
    names = {name.lower(): Given(kind) for name, kind in parameters_of(command).items()}
    for parameter in command.parameters:
        kind = json_type_of(parameter)
        names |= {alias.lower(): Given(kind) for alias in parameter.aliases}
    made = Schema.from_dict(dict(names), name=command.name.replace("-", ""))
    return made(unknown=RAISE)


def parameters_of(command: CommandMetadata) -> dict[str, dict[str, object]]:
    """Return the JSON type of every parameter, common ones last."""
    made = {
        parameter.name: json_type_of(parameter)
        for parameter in command.parameters
        if not parameter.dont_show
    }
    if command.supports_should_process:
        made |= SHOULD_PROCESS
    return {**made, **COMMON}


def json_type_of(parameter: ParameterMetadata) -> dict[str, object]:
    """Return the JSON Schema of one parameter, with what it is for."""
    boolean: dict[str, object] = {"type": "boolean"}
    kind = boolean if parameter.is_switch else _json_type(parameter.type)
    if parameter.description:
        kind["description"] = parameter.description
    return kind


def _json_type(kind: PSType) -> dict[str, object]:
    if kind.name.startswith("System.Nullable") and kind.arguments:
        return _json_type(kind.arguments[0])
    if kind.element is not None:
        items = _json_type(kind.element)
        return {"type": "array", "items": items} if items else {"type": "array"}
    if kind.enum_members is not None:
        return {"type": "string", "enum": list(kind.enum_members)}
    for names, json_type in ((_INTEGERS, "integer"), (_NUMBERS, "number"), (_TEXTS, "string")):
        if kind.name in names:
            return {"type": json_type}
    return {"type": "boolean"} if kind.name == "System.Boolean" else {}
