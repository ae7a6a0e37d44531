"""ConvertTo-Csv."""

from collections.abc import Iterable
from typing import Final

from cmdlets.context import Context
from cmdlets.spec import Cmdlet, at, param, switch
from cmdlets.utility.formatting.edition import is_core, refuse_core_parameters
from emulator.objects.csv_text import (
    CsvOptions,
    Quotes,
    column_names,
    data_line,
    header_line,
    type_line,
)
from emulator.objects.cultures import current_culture
from emulator.powershell.binder.validators import one_of

LIST_SEPARATOR: Final = ","
"""What -UseCulture takes: en-US separates lists by commas."""


class ConvertToCsv(
    Cmdlet,
    name="ConvertTo-Csv",
    module="Microsoft.PowerShell.Utility",
    class_name="Microsoft.PowerShell.Commands.ConvertToCsvCommand",
    default_set="Delimiter",
    output=("System.String",),
):
    """Write objects as lines of comma-separated values.

    The first object gives the columns.

    PS> Get-VM | Select-Object Name, State | ConvertTo-Csv -NoTypeInformation
    """

    input_object: object = param(
        "System.Management.Automation.PSObject",
        "The objects to write.",
        sets={
            "Delimiter": at(0, mandatory=True, by_value=True),
            "UseCulture": at(0, mandatory=True, by_value=True),
        },
    )
    delimiter: str = param(
        "System.Char",
        "What separates the fields.",
        sets={"Delimiter": at(1)},
        default=",",
    )
    use_culture: bool = switch(
        "Separate by the culture's list separator.", sets={"UseCulture": at()}
    )
    include_type_information: bool = switch(
        "Write the type of the first object (PowerShell 7).", aliases=("ITI",)
    )
    no_type_information: bool = switch("Leave out the type line.", aliases=("NTI",))
    quote_fields: list[str] | None = param(
        "System.String[]", "The columns in quotes (PowerShell 7).", aliases=("QF",)
    )
    use_quotes: str = param(
        "System.String",
        "Which fields stand in quotes (PowerShell 7).",
        aliases=("UQ",),
        validators=(one_of(*(quotes.value for quotes in Quotes)),),
        default=Quotes.ALWAYS.value,
    )
    no_header: bool = switch("Leave out the column names (PowerShell 7.4).")

    def __init__(self) -> None:
        """Begin without columns."""
        self.columns: list[str] | None = None

    def begin(self, ps: Context) -> Iterable[object]:
        """Refuse what the edition does not have."""
        refuse_core_parameters(
            ps,
            include_type_information="IncludeTypeInformation",
            quote_fields="QuoteFields",
            use_quotes="UseQuotes",
            no_header="NoHeader",
        )
        return ()

    def process(self, ps: Context) -> Iterable[object]:
        """Write the line of one object, before the first one the header."""
        options = self._options(ps)
        if self.columns is None:
            self.columns = column_names(self.input_object, core=options.core)
            if self.columns and self._names_type(ps):
                yield type_line(self.input_object)
            if self.columns and not self.no_header:
                yield header_line(self.columns, options)
        if self.columns:
            yield data_line(self.input_object, self.columns, options)

    def _names_type(self, ps: Context) -> bool:
        return self.include_type_information if is_core(ps) else not self.no_type_information

    def _options(self, ps: Context) -> CsvOptions:
        core = is_core(ps)
        fields = self.quote_fields
        return CsvOptions(
            culture=current_culture(core=core),
            core=core,
            delimiter=LIST_SEPARATOR if self.use_culture else self.delimiter,
            quotes=next(one for one in Quotes if one.value.lower() == self.use_quotes.lower()),
            quote_fields=None if fields is None else frozenset(name.lower() for name in fields),
        )
