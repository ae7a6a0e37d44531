"""Format-* and Out-*: how objects become text, one cmdlet per file."""

from typing import Final

from cmdlets.spec import Cmdlet
from cmdlets.utility.formatting.format_custom import FormatCustom
from cmdlets.utility.formatting.format_list import FormatList
from cmdlets.utility.formatting.format_table import FormatTable
from cmdlets.utility.formatting.format_wide import FormatWide
from cmdlets.utility.formatting.out_default import OutDefault
from cmdlets.utility.formatting.out_host import OutHost
from cmdlets.utility.formatting.out_null import OutNull
from cmdlets.utility.formatting.out_string import OutString

CMDLETS: Final[tuple[type[Cmdlet], ...]] = (
    FormatCustom,
    FormatList,
    FormatTable,
    FormatWide,
    OutDefault,
    OutHost,
    OutNull,
    OutString,
)
