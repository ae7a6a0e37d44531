"""The cmdlets of the catalogue in compact form, corrections merged in.

A cmdlet becomes {"default": set, "shouldprocess": bool, "impact": text, "output": [types],
"parameters": [[name, type, aliases, validators, sets]]} with its parameters in the order of
declaration; `sets` is {set name: [mandatory, position or null, by value, by property name]}; the
set of a cmdlet with a single unnamed set is "__AllParameterSets". WhatIf and Confirm are not
listed: they follow from "shouldprocess".
"""

from typing import Any, Final

RISK_PARAMETERS: Final = frozenset({"WhatIf", "Confirm"})
SYSTEM_TYPES: Final = {
    "SwitchParameter": "System.Management.Automation.SwitchParameter",
    "String": "System.String",
    "String[]": "System.String[]",
    "UInt16": "System.UInt16",
    "UInt32": "System.UInt32",
    "CimSession[]": "Microsoft.Management.Infrastructure.CimSession[]",
    "PSCredential[]": "System.Management.Automation.PSCredential[]",
    "hashtable": "System.Collections.Hashtable",
    "hashtable[]": "System.Collections.Hashtable[]",
    "VMHostAssignableDevice[]": "Microsoft.HyperV.PowerShell.VMHostAssignableDevice[]",
    "VMHostPartitionableGpu[]": "Microsoft.HyperV.PowerShell.VMHostPartitionableGpu[]",
    "GuestIsolationType": "Microsoft.HyperV.PowerShell.GuestIsolationType",
    "System.Management.Automation.CredentialAttribute()": (
        "System.Management.Automation.PSCredential"
    ),
}


def compact_cmdlets(module: Any, corrections: Any) -> dict[str, Any]:
    """Return every cmdlet in compact form, by name."""
    cmdlets = module["cmdlets"]
    for name, change in corrections["cmdlets"].items():
        cmdlets[name] = _corrected(cmdlets[name], change)
    return {name: _compact_cmdlet(cmdlet) for name, cmdlet in cmdlets.items()}


def _corrected(cmdlet: Any, change: Any) -> Any:
    merged = dict(cmdlet)
    for key, value in change.items():
        if key == "parameters":
            merged[key] = _merged_by_name(cmdlet[key], value)
        elif key == "parameter_sets":
            merged[key] = _merged_sets(cmdlet[key], value)
        elif key != "reason":
            merged[key] = value
    return merged


def _merged_by_name(have: list[Any], changes: list[Any]) -> list[Any]:
    by_name = {item["name"]: dict(item) for item in have}
    for change in changes:
        if change.get("remove"):
            by_name.pop(change["name"], None)
        else:
            by_name.setdefault(change["name"], {}).update(change)
    return list(by_name.values())


def _merged_sets(have: list[Any], changes: list[Any]) -> list[Any]:
    by_name = {item["name"]: dict(item) for item in have}
    for change in changes:
        if change.get("remove"):
            by_name.pop(change["name"], None)
            continue
        entry = by_name.setdefault(change["name"], {"name": change["name"], "parameters": []})
        for key, value in change.items():
            merge = key == "parameters"
            entry[key] = _merged_by_name(entry[key], value) if merge else value
    return list(by_name.values())


def _compact_cmdlet(cmdlet: Any) -> dict[str, Any]:
    sets = cmdlet["parameter_sets"]
    default = next((entry["name"] for entry in sets if entry.get("default")), "")
    outputs = cmdlet["output_types"]
    return {
        "default": default or "__AllParameterSets",
        "shouldprocess": bool(cmdlet["supports_should_process"]),
        "impact": cmdlet["confirm_impact"] or "Medium",
        "output": [
            name for name in outputs.get("stub") or outputs.get("docs") or [] if name != "None"
        ],
        "parameters": [
            _compact_parameter(parameter, sets)
            for parameter in _declared(cmdlet["parameters"], sets)
            if parameter["name"] not in RISK_PARAMETERS
        ],
    }


def _declared(parameters: list[Any], sets: list[Any]) -> list[Any]:
    """Return the parameters as the real cmdlet declares them.

    The catalogue lists them by name; the order of each set survives in its own list. Set after
    set, a parameter not yet placed goes right behind the one before it in that set.
    Source: conformance/hyperv-binding.jsonl, metadata/syntax (all 47 agree).
    """
    order: list[str] = []
    for entry in sets:
        before = -1
        for item in entry["parameters"]:
            if item["name"] not in order:
                order.insert(before + 1, item["name"])
            before = order.index(item["name"])
    known = {name: place for place, name in enumerate(order)}
    return sorted(parameters, key=lambda one: known.get(one["name"], len(known)))


def _compact_parameter(parameter: Any, sets: list[Any]) -> list[Any]:
    member_of = {}
    for entry in sets:
        for item in entry["parameters"]:
            if item["name"] == parameter["name"]:
                member_of[entry["name"] or "__AllParameterSets"] = [
                    bool(item["mandatory"]),
                    item["position"],
                    bool(item["pipeline_by_value"]),
                    bool(item["pipeline_by_property_name"]),
                ]
    return [
        parameter["name"],
        _type_name(parameter),
        parameter["aliases"],
        parameter.get("validators") or [],
        member_of,
    ]


def _type_name(parameter: Any) -> str:
    name = SYSTEM_TYPES.get(parameter["type"], parameter["type"])
    return f"System.Nullable[{name}]" if parameter.get("nullable") else str(name)
