"""The types that the language itself brings, for the table of types scripts can name."""

from typing import Final

from emulator.dotnet.typetable import TypeTable
from emulator.objects.types import PSType
from emulator.powershell.binder.switches import SWITCH_PARAMETER
from emulator.powershell.runtime.bound_dictionary import BOUND_DICTIONARY
from emulator.powershell.runtime.enumerators import ENUMERATOR
from emulator.powershell.runtime.host_objects import HOST_TYPES
from emulator.powershell.runtime.messages import MESSAGE_TYPES
from emulator.powershell.runtime.method_groups import METHOD_GROUP
from emulator.powershell.runtime.script_cmdlet import SCRIPT_CMDLET
from emulator.powershell.runtime.scriptblock import SCRIPT_BLOCK

LANGUAGE_TYPES: Final[tuple[PSType, ...]] = (
    SCRIPT_BLOCK,
    SCRIPT_CMDLET,
    SWITCH_PARAMETER,
    METHOD_GROUP,
    ENUMERATOR,
    BOUND_DICTIONARY,
    *MESSAGE_TYPES,
    *HOST_TYPES,
)


def add_language_types(types: TypeTable) -> None:
    """Add them to `types`, unless they are there."""
    if types.resolve(SCRIPT_BLOCK.name) is None:
        for one in LANGUAGE_TYPES:
            types.add(one)
