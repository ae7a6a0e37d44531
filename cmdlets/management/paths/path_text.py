"""Paths as texts: drives, parents, leaves. Source: NavigationCmdletProvider of PowerShell."""

from typing import Final

SEPARATOR: Final = "\\"
NAMED_DRIVES: Final = frozenset(
    {"alias", "cert", "env", "function", "hkcu", "hklm", "variable", "wsman"}
)
"""Drives with a name of their own. Source: Get-PSDrive of Windows PowerShell 5.1."""


def normal(path: str) -> str:
    """Return the path with the separator of Windows."""
    return path.replace("/", SEPARATOR)


def drive_of(path: str) -> str:
    """Return the drive's name without the colon, empty where there is none."""
    name, colon, _ = path.partition(":")
    return name if colon and SEPARATOR not in name and "/" not in name else ""


def is_known_drive(name: str) -> bool:
    """Whether a session has the drive; every letter counts as one. Assumed."""
    return len(name) == 1 or name.lower() in NAMED_DRIVES


def without_drive(path: str) -> str:
    """Return what stands after the drive."""
    drive = drive_of(path)
    return path[len(drive) + 1 :] if drive else path


def joined(parent: str, child: str) -> str:
    """Return the path of `child` in `parent`, with one separator between them."""
    parent, child = normal(parent), normal(child)
    if not child:
        return parent if parent.endswith(SEPARATOR) else parent + SEPARATOR
    if not parent:
        return child
    if parent.endswith(SEPARATOR):
        return parent + child.removeprefix(SEPARATOR)
    return parent + child if child.startswith(SEPARATOR) else parent + SEPARATOR + child


def parent_of(path: str) -> str:
    """Return the folder of a path; a drive's root and a share have none."""
    drive = drive_of(path)
    head = f"{drive}:" if drive else ""
    rest = normal(without_drive(path))
    if rest.startswith("\\\\"):
        return _parent_on_share(rest)
    rest = rest.rstrip(SEPARATOR)
    folder, found, _ = rest.rpartition(SEPARATOR)
    if not found:
        return ""
    return head + (folder or SEPARATOR)


def _parent_on_share(path: str) -> str:
    parts = path.strip(SEPARATOR).split(SEPARATOR)
    return "\\\\" + SEPARATOR.join(parts[:-1]) if len(parts) > 2 else ""


def leaf_of(path: str) -> str:
    """Return the last part of a path; of a drive's root the root itself."""
    trimmed = normal(path).rstrip(SEPARATOR)
    if not trimmed or trimmed.endswith(":"):
        return normal(path)
    _, found, leaf = trimmed.rpartition(SEPARATOR)
    if found:
        return leaf
    return without_drive(trimmed)
