"""Import-Module and its kin, one cmdlet per file, and modules as objects."""

from typing import Final

from cmdlets.core.modules.get_module import GetModule
from cmdlets.core.modules.import_module import ImportModule
from cmdlets.core.modules.remove_module import RemoveModule
from cmdlets.spec import Cmdlet

CMDLETS: Final[tuple[type[Cmdlet], ...]] = (GetModule, ImportModule, RemoveModule)
