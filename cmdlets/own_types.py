"""The types that the cmdlets of core, utility and management bring; for the type table."""

from typing import Final

from cmdlets.core.modules.module_info import MODULE_TYPE, PS_MODULE_INFO
from cmdlets.utility.get_date import DISPLAY_HINT
from cmdlets.utility.group_object import GroupInfo, GroupInfoNoElement
from cmdlets.utility.measure_info import (
    GenericMeasureInfo,
    ObjectMeasureInfo,
    TextMeasureInfo,
)
from cmdlets.utility.member_definition import MemberDefinition
from cmdlets.utility.serialisation.ps_serializer import PS_SERIALIZER
from cmdlets.utility.variables.variable_object import ITEM_OPTIONS, PS_VARIABLE, VISIBILITY
from emulator.objects.types import PSType
from emulator.powershell.binder.parameter_info import ATTRIBUTE_TYPES
from emulator.powershell.binder.switches import SWITCH_PARAMETER
from emulator.powershell.command_info import COMMAND_INFO_TYPES

OWN_TYPES: Final[tuple[PSType, ...]] = (
    SWITCH_PARAMETER,
    DISPLAY_HINT,
    GroupInfo.ps_type,
    GroupInfoNoElement.ps_type,
    GenericMeasureInfo.ps_type,
    ObjectMeasureInfo.ps_type,
    TextMeasureInfo.ps_type,
    MemberDefinition.ps_type,
    *COMMAND_INFO_TYPES,
    *ATTRIBUTE_TYPES,
    PS_SERIALIZER,
    ITEM_OPTIONS,
    MODULE_TYPE,
    PS_MODULE_INFO,
    PS_VARIABLE,
    VISIBILITY,
)
"""Given to TypeTable as extra types by the composition root."""
