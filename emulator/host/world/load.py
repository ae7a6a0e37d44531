"""World files read: from a path, from text, and the two that come with the product."""

from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from emulator.host.world.declaration import world_record
from emulator.host.world.document import Document, read_document
from emulator.host.world.values import InvalidWorld, Source, World, WorldError
from emulator.units import mib_floor

ERRORS_MOST: Final = 50
"""How many mistakes are told at once: nobody reads more before correcting the first."""


def load(path: Path) -> World:
    """Return the world of a file; InvalidWorld tells everything wrong, with file and line."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        message = f"cannot be read: {reason}"
        raise InvalidWorld((WorldError(file=str(path), line=1, message=message),)) from None
    return load_text(text, file=str(path))


def load_text(text: str, *, file: str = "<world>") -> World:
    """Return the world that a YAML text describes."""
    from emulator.host.world.schema import mistakes  # noqa: PLC0415  (marshmallow is slow to load)

    document = read_document(text, file)
    for path, message in mistakes(world_record(), document.data):
        document.add_error(document.line_of(path), message)
    _raise_if_any(document)
    world = _made(document)
    _check_numa_nodes(world, document)
    _raise_if_any(document)
    return world


def default_world() -> World:
    """Return the world used when none is given.

    It is not validated each time (marshmallow takes longer than all the rest of a start); a
    test does.
    """
    return _packaged("default.yaml")


def empty_world() -> World:
    """Return the default host without machines."""
    return _packaged("empty.yaml")


def packaged_text(name: str) -> str:
    """Return the text of a world file that comes with the product."""
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


def _packaged(name: str) -> World:
    return _made(read_document(packaged_text(name), name))


def _made(document: Document) -> World:
    data: Any = document.data
    vm_lines = tuple(document.line_of(("vms", index)) for index in range(len(data.get("vms", ()))))
    world = world_record().read(data)
    assert isinstance(world, World)
    return replace(world, source=Source(file=document.file, vm_lines=vm_lines))


def _check_numa_nodes(world: World, document: Document) -> None:
    host = world.host
    line = document.line_of(("host", "numa_nodes"))
    memory_bytes = sum(node.memory_bytes for node in host.numa_nodes)
    if memory_bytes != host.memory_bytes:
        document.add_error(
            line,
            f"numa_nodes: together {mib_floor(memory_bytes)} MB, but the host's memory is "
            f"{mib_floor(host.memory_bytes)} MB",
        )
    processors = sum(node.logical_processors for node in host.numa_nodes)
    if processors != host.logical_processors:
        document.add_error(
            line,
            f"numa_nodes: together {processors} logical processors, but the host has "
            f"{host.logical_processors}",
        )


def _raise_if_any(document: Document) -> None:
    if document.errors:
        errors = sorted(document.errors, key=lambda error: error.line)
        raise InvalidWorld(tuple(errors[:ERRORS_MOST]))
