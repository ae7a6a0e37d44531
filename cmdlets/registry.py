"""All cmdlets of the emulator: one tuple per folder, put together here.

Registration is explicit: a cmdlet file is listed in its folder's `CMDLETS`, a folder here.
"""

from collections.abc import Iterator
from importlib import import_module
from typing import Final

from cmdlets.binding import CmdletCommand
from cmdlets.context import Surroundings
from cmdlets.hyper_v.not_emulated import commands_not_emulated
from cmdlets.spec import Cmdlet
from emulator.powershell.ports import Command

FOLDERS: Final = ("cmdlets.core", "cmdlets.utility", "cmdlets.management", "cmdlets.hyper_v")
"""The packages that have a tuple `CMDLETS`; they are imported when a session is made."""


def cmdlet_classes() -> Iterator[type[Cmdlet]]:
    """All cmdlet classes, folder by folder."""
    for folder in FOLDERS:
        classes: tuple[type[Cmdlet], ...] = import_module(folder).CMDLETS
        yield from classes


def commands(surroundings: Surroundings) -> tuple[list[Command], dict[str, str]]:
    """Return every cmdlet as a command in `surroundings`, and the aliases of them all.

    With a Hyper-V host the module's cmdlets that no class declares are among them.
    """
    made: list[Command] = []
    aliases: dict[str, str] = {}
    if surroundings.hyper_v is not None:
        catalogue = surroundings.hyper_v.catalogue
        made.extend(commands_not_emulated(catalogue, surroundings.types.resolve))
        aliases.update(catalogue.aliases)
    for cmdlet in cmdlet_classes():
        made.append(CmdletCommand(cmdlet, surroundings))
        for alias in cmdlet.declaration.aliases:
            aliases[alias] = cmdlet.declaration.name
    return made, aliases
