"""Cmdlets of Microsoft.PowerShell.Utility, one per file."""

from typing import Final

from cmdlets.spec import Cmdlet
from cmdlets.utility.add_member import AddMember
from cmdlets.utility.aliases import CMDLETS as ALIASES
from cmdlets.utility.compare_object import CompareObject
from cmdlets.utility.formatting import CMDLETS as FORMATTING
from cmdlets.utility.get_culture import GetCulture, GetUICulture
from cmdlets.utility.get_date import GetDate
from cmdlets.utility.get_host import GetHost
from cmdlets.utility.get_member import GetMember
from cmdlets.utility.get_random import GetRandom
from cmdlets.utility.get_unique import GetUnique
from cmdlets.utility.group_object import GroupObject
from cmdlets.utility.invoke_expression import InvokeExpression
from cmdlets.utility.measure_command import MeasureCommand
from cmdlets.utility.measure_object import MeasureObject
from cmdlets.utility.new_guid import NewGuid
from cmdlets.utility.new_object import NewObject
from cmdlets.utility.new_time_span import NewTimeSpan
from cmdlets.utility.read_host import ReadHost
from cmdlets.utility.select_object import SelectObject
from cmdlets.utility.serialisation import CMDLETS as SERIALISATION
from cmdlets.utility.sort_object import SortObject
from cmdlets.utility.start_sleep import StartSleep
from cmdlets.utility.tee_object import TeeObject
from cmdlets.utility.variables import CMDLETS as VARIABLES
from cmdlets.utility.write_debug import WriteDebug
from cmdlets.utility.write_error import WriteError
from cmdlets.utility.write_host import WriteHost
from cmdlets.utility.write_information import WriteInformation
from cmdlets.utility.write_output import WriteOutput
from cmdlets.utility.write_progress import WriteProgress
from cmdlets.utility.write_verbose import WriteVerbose
from cmdlets.utility.write_warning import WriteWarning

CMDLETS: Final[tuple[type[Cmdlet], ...]] = (
    *ALIASES,
    *FORMATTING,
    *SERIALISATION,
    *VARIABLES,
    AddMember,
    GetDate,
    GetHost,
    GetMember,
    GroupObject,
    InvokeExpression,
    MeasureCommand,
    MeasureObject,
    NewGuid,
    NewObject,
    NewTimeSpan,
    SelectObject,
    SortObject,
    StartSleep,
    CompareObject,
    GetCulture,
    GetUICulture,
    GetRandom,
    GetUnique,
    ReadHost,
    TeeObject,
    WriteDebug,
    WriteError,
    WriteHost,
    WriteInformation,
    WriteOutput,
    WriteProgress,
    WriteVerbose,
    WriteWarning,
)
