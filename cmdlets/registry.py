"""All cmdlets of the emulator: one tuple per folder, put together here.

Registration is explicit: a cmdlet file is listed in its folder's `CMDLETS`, a folder here.
"""

from collections.abc import Iterator
from importlib import import_module
from typing import Final

from cmdlets.binding import CmdletCommand
from cmdlets.context import Surroundings
from cmdlets.spec import Cmdlet

FOLDERS: Final = ("cmdlets.core", "cmdlets.utility", "cmdlets.management", "cmdlets.hyper_v")
"""The packages that have a tuple `CMDLETS`; they are imported when a session is made."""


def cmdlet_classes() -> Iterator[type[Cmdlet]]:
    """All cmdlet classes, folder by folder."""
    for folder in FOLDERS:
        classes: tuple[type[Cmdlet], ...] = import_module(folder).CMDLETS
        yield from classes


def commands(surroundings: Surroundings) -> tuple[list[CmdletCommand], dict[str, str]]:
    """Return every cmdlet as a command in `surroundings`, and the aliases of them all."""
    made: list[CmdletCommand] = []
    aliases: dict[str, str] = {}
    for cmdlet in cmdlet_classes():
        made.append(CmdletCommand(cmdlet, surroundings))
        for alias in cmdlet.declaration.aliases:
            aliases[alias] = cmdlet.declaration.name
    return made, aliases
