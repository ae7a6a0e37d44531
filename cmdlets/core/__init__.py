"""Cmdlets of Microsoft.PowerShell.Core, one per file."""

from typing import Final

from cmdlets.spec import Cmdlet

CMDLETS: Final[tuple[type[Cmdlet], ...]] = ()
