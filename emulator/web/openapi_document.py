"""The OpenAPI document: one path per cmdlet from its declaration, and the few others."""

from collections.abc import Iterable
from importlib.metadata import version
from typing import Any, Final

from marshmallow import Schema, fields

from emulator.powershell.metadata import CommandMetadata
from emulator.powershell.ports import Command
from emulator.web.request_schemas import Advance, Dials, Script
from emulator.web.schemas import parameters_of

Json = dict[str, Any]

ABOUT: Final = (
    "An emulated Hyper-V host. Parameters are bound by PowerShell's own rules; objects are JSON "
    "with enums as names, dates as ISO 8601, two levels deep. What the emulator does not "
    "emulate answers 501 with the error id NotEmulated. All of /api and /wsman needs Basic "
    "authentication; Negotiate is not offered because it is not emulated yet."
)

_TYPES: Final = {fields.String: "string", fields.Integer: "integer", fields.Boolean: "boolean"}

_READ: Final = (
    ("/api/vms", "All virtual machines, as Get-VM gives them"),
    ("/api/vms/{name}", "One virtual machine, as Get-VM gives it"),
    ("/api/vms/{name}/memory", "Its memory settings, as Get-VMMemory gives them"),
    ("/api/host", "The host, as Get-VMHost gives it"),
    ("/api/cmdlets", "Every cmdlet by name"),
)


def openapi_document(commands: Iterable[Command]) -> Json:
    """Return the document for a host that has `commands`."""
    paths: Json = {path: {"get": _operation(text, path)} for path, text in _READ}
    paths["/api/powershell"] = {"post": _operation("Run a script", body=_schema(Script))}
    paths["/api/clock"] = {
        "get": _operation("Read the virtual clock"),
        "put": _operation("Turn the clock's dials", body=_schema(Dials)),
    }
    paths["/api/clock/advance"] = {
        "post": _operation("Let virtual time pass at once", body=_schema(Advance))
    }
    for command in commands:
        about = command.metadata
        paths[f"/api/cmdlets/{about.name}"] = {"post": _cmdlet(about)}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "hvemu",
            "version": version("hyperv-emulator"),
            "description": ABOUT,
        },
        "components": {"securitySchemes": {"basic": {"type": "http", "scheme": "basic"}}},
        "security": [{"basic": []}],
        "paths": paths,
    }


def _cmdlet(about: CommandMetadata) -> Json:
    body = {
        "type": "object",
        "properties": parameters_of(about),
        "additionalProperties": False,
    }
    made = _operation(about.synopsis or about.name, body=body)
    if about.module:
        made["tags"] = [about.module]
    if about.output_types:
        made["x-output-types"] = list(about.output_types)
    return made


def _operation(summary: str, path: str = "", body: Json | None = None) -> Json:
    problem = {"application/problem+json": {"schema": {"type": "object"}}}
    made: Json = {
        "summary": summary,
        "responses": {
            "200": {"description": "Done", "content": {"application/json": {}}},
            "default": {"description": "A problem (RFC 9457)", "content": problem},
        },
    }
    if "{name}" in path:
        made["parameters"] = [
            {"name": "name", "in": "path", "required": True, "schema": {"type": "string"}}
        ]
    if body is not None:
        made["requestBody"] = {"content": {"application/json": {"schema": body}}}
    return made


def _schema(schema: type[Schema]) -> Json:
    declared = schema().fields
    properties = {
        name: {"type": _TYPES[type(field)], **dict(field.metadata)}
        for name, field in declared.items()
    }
    required = [name for name, field in declared.items() if field.required]
    return {"type": "object", "properties": properties, "required": required}
