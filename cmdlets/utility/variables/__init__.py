"""Get-Variable and its kin: variables as objects, one cmdlet per file."""

from typing import Final

from cmdlets.spec import Cmdlet
from cmdlets.utility.variables.clear_variable import ClearVariable
from cmdlets.utility.variables.get_variable import GetVariable
from cmdlets.utility.variables.new_variable import NewVariable
from cmdlets.utility.variables.remove_variable import RemoveVariable
from cmdlets.utility.variables.set_variable import SetVariable

CMDLETS: Final[tuple[type[Cmdlet], ...]] = (
    ClearVariable,
    GetVariable,
    NewVariable,
    RemoveVariable,
    SetVariable,
)
