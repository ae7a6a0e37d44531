"""ConvertFrom-Csv."""

from collections.abc import Iterable

from cmdlets.context import Context
from cmdlets.spec import Cmdlet, at, param, switch
from cmdlets.utility.serialisation.convert_to_csv import LIST_SEPARATOR
from emulator.objects.csv_text import CsvReader
from emulator.objects.text import to_string
from emulator.powershell.binder.validators import (
    ALLOW_EMPTY_COLLECTION,
    ALLOW_EMPTY_STRING,
    not_null_or_empty,
)


class ConvertFromCsv(
    Cmdlet,
    name="ConvertFrom-Csv",
    module="Microsoft.PowerShell.Utility",
    class_name="Microsoft.PowerShell.Commands.ConvertFromCsvCommand",
    default_set="Delimiter",
    output=("System.Management.Automation.PSCustomObject",),
):
    """Read lines of comma-separated values as objects; every value is a string.

    PS> 'Name,MB', 'web01,4096' | ConvertFrom-Csv
    """

    input_object: list[str] | None = param(
        "System.Management.Automation.PSObject[]",
        "The lines.",
        sets={
            "Delimiter": at(0, mandatory=True, by_value=True),
            "UseCulture": at(0, mandatory=True, by_value=True),
        },
        validators=(ALLOW_EMPTY_STRING, ALLOW_EMPTY_COLLECTION),
    )
    delimiter: str = param(
        "System.Char",
        "What separates the fields.",
        sets={"Delimiter": at(1)},
        default=",",
    )
    use_culture: bool = switch(
        "Fields are separated by the culture's list separator.",
        sets={"UseCulture": at(mandatory=True)},
    )
    header: list[str] | None = param(
        "System.String[]",
        "The column names; without them the first line has them.",
        validators=(not_null_or_empty(),),
    )

    def __init__(self) -> None:
        """Begin without a header."""
        self.reader: CsvReader | None = None
        self.has_warned = False

    def process(self, ps: Context) -> Iterable[object]:
        """Read the lines of one pipeline object."""
        if self.reader is None:
            separator = LIST_SEPARATOR if self.use_culture else self.delimiter
            self.reader = CsvReader(separator, self.header)
        for line in self.input_object or ():
            yield from self.reader.objects(to_string(line))
            if self.reader.has_missing_names and not self.has_warned:
                self.has_warned = True
                ps.warning(
                    'One or more headers were not specified. Default names starting with "H" have'
                    " been used in place of any missing headers."
                )
