"""Cmdlets of Microsoft.PowerShell.Core, one per file."""

from typing import Final

from cmdlets.core.for_each_object import ForEachObject
from cmdlets.core.get_command import GetCommand
from cmdlets.core.get_help import GetHelp
from cmdlets.core.modules import CMDLETS as MODULES
from cmdlets.core.set_strict_mode import SetStrictMode
from cmdlets.core.where_object import WhereObject
from cmdlets.spec import Cmdlet

CMDLETS: Final[tuple[type[Cmdlet], ...]] = (
    *MODULES,
    ForEachObject,
    GetCommand,
    GetHelp,
    SetStrictMode,
    WhereObject,
)
