"""Cmdlets of Microsoft.PowerShell.Management, one per file."""

from typing import Final

from cmdlets.management.paths import CMDLETS as PATHS
from cmdlets.spec import Cmdlet

CMDLETS: Final[tuple[type[Cmdlet], ...]] = PATHS
