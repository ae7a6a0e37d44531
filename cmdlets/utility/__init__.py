"""Cmdlets of Microsoft.PowerShell.Utility, one per file."""

from typing import Final

from cmdlets.spec import Cmdlet
from cmdlets.utility.write_output import WriteOutput

CMDLETS: Final[tuple[type[Cmdlet], ...]] = (WriteOutput,)
