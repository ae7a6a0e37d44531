"""Cmdlets of Microsoft.PowerShell.Management, one per file."""

from typing import Final

from cmdlets.spec import Cmdlet

CMDLETS: Final[tuple[type[Cmdlet], ...]] = ()
