"""ConvertTo-* and ConvertFrom-*: objects as JSON, CSV and CLIXML, one cmdlet per file."""

from typing import Final

from cmdlets.spec import Cmdlet
from cmdlets.utility.serialisation.convert_from_csv import ConvertFromCsv
from cmdlets.utility.serialisation.convert_from_json import ConvertFromJson
from cmdlets.utility.serialisation.convert_to_csv import ConvertToCsv
from cmdlets.utility.serialisation.convert_to_json import ConvertToJson

CMDLETS: Final[tuple[type[Cmdlet], ...]] = (
    ConvertFromCsv,
    ConvertFromJson,
    ConvertToCsv,
    ConvertToJson,
)
