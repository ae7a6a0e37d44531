"""The classes and enums of the catalogue in compact form.

A class becomes {"base": name or null, "properties": [[name, type]], "aliases": [[name, target]],
"opaque": bool}: properties in display order, with those that later versions added in their
places. An enum becomes {name: number} in declaration order.
"""

import re
from typing import Any, Final

NAMESPACE: Final = "Microsoft.HyperV.PowerShell."


def compact_types(types: Any, inheritance: Any) -> dict[str, Any]:
    """Return classes, enums and the alias properties that all device classes have."""
    bases = inheritance["bases"]
    return {
        "classes": {
            name: _compact_class(name, entry, bases) for name, entry in types["classes"].items()
        },
        "enums": {
            _nested(name): {member["name"]: member["value"] for member in entry["members"]}
            for name, entry in types["enums"].items()
        },
        "device_aliases": [
            [member["name"], member["target"]]
            for member in types["alias_properties_common"]["members"]
        ],
        "bases": {
            NAMESPACE + name: NAMESPACE + base if base else None for name, base in bases.items()
        },
    }


def _nested(name: str) -> str:
    """Return the .NET name of a type inside a cmdlet's class: Commands.RestartVM+WaitVMTypes."""
    return re.sub(r"(\.Commands\.\w+)\.", r"\1+", name)


def _compact_class(name: str, entry: Any, bases: dict[str, Any]) -> dict[str, Any]:
    properties = [[item["name"], item["type"].removesuffix("?")] for item in entry["properties"]]
    for later in entry.get("later_properties", []):
        names = [item[0] for item in properties]
        place = names.index(later["after"]) + 1 if later["after"] in names else len(names)
        properties.insert(place, [later["name"], later.get("type", "System.Object")])
    base = bases.get(name.removeprefix(NAMESPACE))
    return {
        "base": NAMESPACE + base if base else None,
        "properties": properties,
        "aliases": [[item["name"], item["target"]] for item in entry.get("alias_properties", [])],
        "opaque": bool(entry.get("opaque", False)),
    }
