"""Get-Alias and its kin, one cmdlet per file."""

from typing import Final

from cmdlets.spec import Cmdlet
from cmdlets.utility.aliases.get_alias import GetAlias
from cmdlets.utility.aliases.new_alias import NewAlias
from cmdlets.utility.aliases.set_alias import SetAlias

CMDLETS: Final[tuple[type[Cmdlet], ...]] = (GetAlias, NewAlias, SetAlias)
