"""The default table views of the catalogue in compact form.

A view becomes {"types": [names], "personas": "all", "modern" or "before2016", "columns": [[label,
property, how]], "confidence": text}; `how` is "" (the property as it is), "MB" (its bytes in
MiB) or "Inbound" / "Outbound" (the traffic of that direction, summed).
"""

import re
from typing import Any, Final

NAMESPACE: Final = "Microsoft.HyperV.PowerShell."
ONLY_IN_DOCUMENTS: Final = "doc example only"
TRAFFIC: Final = "NetworkMeteredTrafficReport"


def compact_views(formats: Any) -> list[dict[str, object]]:
    """Return the table views, without those that only an old document shows."""
    tables = [
        view
        for view in formats["views"]
        if "columns" in view and view.get("confidence") != ONLY_IN_DOCUMENTS
    ]
    old = {_types(view)[0] for view in tables if "(2012" in view["type"]}
    return [
        {
            "types": _types(view),
            "personas": _personas(view, old),
            "columns": [_column(column) for column in view["columns"]],
            "confidence": view.get("confidence", ""),
        }
        for view in tables
    ]


def _types(view: Any) -> list[str]:
    names = re.sub(r"\(.*\)", "", view["type"]).split("/")
    return [_full(name.strip()) for name in names if name.strip()]


def _full(name: str) -> str:
    return name if "." in name else NAMESPACE + name


def _personas(view: Any, old: set[str]) -> str:
    if "(2012" in view["type"]:
        return "before2016"
    return "modern" if _types(view)[0] in old else "all"


def _column(column: Any) -> list[str]:
    label, expression = column["label"], column["expression"]
    traffic = re.fullmatch(r"sum of TotalTraffic, Direction (\w+)", expression)
    if traffic:
        return [label, TRAFFIC, traffic[1]]
    if expression.endswith(" / 1MB"):
        return [label, expression.removesuffix(" / 1MB"), "MB"]
    return [label, expression.split(" ")[0], ""]
