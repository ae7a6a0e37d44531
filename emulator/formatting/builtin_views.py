"""The views that PowerShell brings for the types of the language and its core cmdlets.

Source: conformance format/default and format/objects unless a view says otherwise.
"""

from collections.abc import Callable
from typing import Final

from emulator.formatting.cell_text import base_of
from emulator.formatting.error_view import ErrorView, error_text
from emulator.formatting.instructions import Alignment
from emulator.formatting.views import (
    CustomView,
    GroupBy,
    ListItem,
    ListView,
    TableColumn,
    TableView,
    View,
)
from emulator.objects import members
from emulator.objects.cultures import current_culture
from emulator.objects.errors import ErrorRecord
from emulator.objects.text import format_operator, to_string

SMA: Final = "System.Management.Automation."
UTILITY: Final = "Microsoft.PowerShell.Commands."

HOST_BUFFER: Final = 120
"""Width that 5.1's error view cuts at inside Out-String; assumed, real hosts differ."""


def _text(value: object) -> list[str]:
    return to_string(value).split("\n")


def _property(name: str) -> Callable[[object], list[str]]:
    def lines(value: object) -> list[str]:
        return to_string(members.get_property(value, name)).split("\n")

    return lines


def _alias_or_name(command: object) -> object:
    name = members.get_property(command, "Name")
    shown = members.get_property(command, "DisplayName")
    return name if shown in {members.MISSING, None, ""} else shown


DICTIONARY: Final = TableView(
    name="Dictionary",
    types=(
        "System.Collections.DictionaryEntry",
        "System.Collections.Hashtable",
    ),
    columns=(
        TableColumn("Name", "Name", width=30),
        TableColumn("Value", "Value"),
    ),
)

DICTIONARY_LIST: Final = ListView(
    name="Dictionary",
    types=("System.Collections.DictionaryEntry",),
    items=(ListItem("Name", "Name"), ListItem("Value", "Value")),
)

COMMANDS: Final = TableView(
    name="CommandInfo",
    types=(SMA + "CommandInfo",),
    columns=(
        TableColumn("CommandType", "CommandType", width=15),
        TableColumn("Name", _alias_or_name, width=50),
        TableColumn("Version", "Version", width=10),
        TableColumn("Source", "Source"),
    ),
)

TABLES: Final[tuple[View, ...]] = (
    TableView(
        name="Version",
        types=("System.Version",),
        columns=(
            TableColumn("Major", width=6),
            TableColumn("Minor", width=6),
            TableColumn("Build", width=6),
            TableColumn("Revision", width=8),
        ),
    ),
    TableView(name="Guid", types=("System.Guid",), columns=(TableColumn("Guid"),)),
    TableView(
        name="CultureInfo",
        types=("System.Globalization.CultureInfo",),
        columns=(
            TableColumn("LCID", width=16),
            TableColumn("Name", width=16),
            TableColumn("DisplayName"),
        ),
    ),
    TableView(
        name="TimeSpan",
        types=("System.TimeSpan",),
        columns=tuple(
            TableColumn(name) for name in ("Days", "Hours", "Minutes", "Seconds", "Milliseconds")
        ),
    ),
    TableView(
        name="PSVariable",
        types=(SMA + "PSVariable",),
        columns=(TableColumn("Name", width=30), TableColumn("Value")),
    ),
    TableView(
        name="MemberDefinition",
        types=(UTILITY + "MemberDefinition",),
        columns=(TableColumn("Name"), TableColumn("MemberType"), TableColumn("Definition")),
        group_by=GroupBy(expression="TypeName"),
        autosize=True,
    ),
    TableView(
        name="GroupInfo",
        types=(UTILITY + "GroupInfo",),
        columns=(
            TableColumn("Count", width=5, alignment=Alignment.RIGHT),
            TableColumn("Name", width=25),
            TableColumn("Group"),
        ),
    ),
    TableView(
        name="GroupInfoNoElement",
        types=(UTILITY + "GroupInfoNoElement",),
        columns=(
            TableColumn("Count", width=5, alignment=Alignment.RIGHT),
            TableColumn("Name", width=25),
        ),
    ),
)

TIME_SPAN: Final = ListView(
    name="TimeSpan",
    types=("System.TimeSpan",),
    items=tuple(
        ListItem(name)
        for name in (
            "Days",
            "Hours",
            "Minutes",
            "Seconds",
            "Milliseconds",
            "Ticks",
            "TotalDays",
            "TotalHours",
            "TotalMinutes",
            "TotalSeconds",
            "TotalMilliseconds",
        )
    ),
)


def builtin_views(
    *, core: bool, error_view: Callable[[], ErrorView | None] = lambda: None
) -> tuple[View, ...]:
    """Return the views of an edition; `error_view` reads $ErrorView when an error is shown."""

    def error_lines(value: object) -> list[str]:
        record = base_of(value)
        assert isinstance(record, ErrorRecord), "the view is for error records"
        text = error_text(record, width=HOST_BUFFER, core=core, view=error_view())
        return text.split("\n")

    def date_lines(value: object) -> list[str]:
        return [format_operator("{0:F}", [base_of(value)], current_culture(core=core))]

    errors = CustomView(
        name="ErrorRecord", types=(SMA + "ErrorRecord",), lines=error_lines, out_of_band=True
    )
    dates = CustomView(name="DateTime", types=("System.DateTime",), lines=date_lines)
    records = tuple(
        CustomView(name=name, types=(SMA + name,), lines=_text, out_of_band=True)
        for name in ("ScriptBlock", "InformationRecord")
    ) + tuple(
        CustomView(name=name, types=(SMA + name,), lines=_property("Message"), out_of_band=True)
        for name in ("WarningRecord", "VerboseRecord", "DebugRecord")
    )
    return (errors, dates, *records, DICTIONARY, DICTIONARY_LIST, COMMANDS, TIME_SPAN, *TABLES)
