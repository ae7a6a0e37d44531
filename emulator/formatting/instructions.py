"""What Format-Table and its kin emit: start, group start, entries, group end, end.

Scripts see these objects only by their type names; Out-Default, Out-String and Out-File turn
them into lines. Source: conformance format-table-basic-031 and -033.
"""

from dataclasses import dataclass
from enum import Enum
from typing import Final

from emulator.objects.basic_types import OBJECT
from emulator.objects.types import ClrObject, PSType

NAMESPACE: Final = "Microsoft.PowerShell.Commands.Internal.Format"


class Alignment(Enum):
    """How a column stands in its width."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


class Shape(Enum):
    """The four layouts."""

    TABLE = "Table"
    LIST = "List"
    WIDE = "Wide"
    CUSTOM = "Custom"


@dataclass(frozen=True, slots=True, kw_only=True)
class TableColumnInfo:
    """A column of a table as it will print; `width` 0 means "fit"."""

    label: str
    width: int = 0
    alignment: Alignment = Alignment.LEFT


@dataclass(frozen=True, slots=True, kw_only=True)
class TableHeader:
    """The head of a table."""

    columns: tuple[TableColumnInfo, ...]
    hide_header: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ListHeader:
    """The head of a list: nothing prints."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WideHeader:
    """The head of a wide layout; `columns` 0 means "two, or what fits"."""

    columns: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomHeader:
    """The head of a custom layout: nothing prints."""


Header = TableHeader | ListHeader | WideHeader | CustomHeader


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; `alignment` None means "that of the column"."""

    text: str
    alignment: Alignment | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """One row of a table; `wrap` breaks long cells into several lines."""

    cells: tuple[Cell, ...]
    wrap: bool = False


@dataclass(frozen=True, slots=True)
class ListEntry:
    """One object of a list: pairs of label and text."""

    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class WideEntry:
    """One cell of a wide layout."""

    text: str


@dataclass(frozen=True, slots=True)
class TextToken:
    """A piece of text in a custom layout."""

    text: str


@dataclass(frozen=True, slots=True)
class NewLine:
    """An end of line in a custom layout."""


@dataclass(frozen=True, slots=True)
class Frame:
    """An indented part of a custom layout; `first_line` negative means hanging."""

    tokens: "tuple[CustomToken, ...]"
    left: int = 0
    right: int = 0
    first_line: int = 0


CustomToken = TextToken | NewLine | Frame


@dataclass(frozen=True, slots=True)
class CustomEntry:
    """One object of a custom layout."""

    tokens: tuple[CustomToken, ...]


@dataclass(frozen=True, slots=True)
class RawText:
    """A scalar, printed as it is."""

    text: str


Entry = TableRow | ListEntry | WideEntry | CustomEntry | RawText

_PACKET: Final = PSType(
    name=f"{NAMESPACE}.PacketInfoData",
    base=PSType(name=f"{NAMESPACE}.FormatInfoData", base=OBJECT),
)
_CONTROL: Final = PSType(name=f"{NAMESPACE}.ControlInfoData", base=_PACKET)
_START: Final = PSType(name=f"{NAMESPACE}.StartData", base=_CONTROL)


class FormatInstruction(ClrObject):
    """Base of all format instructions."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FormatStartData(FormatInstruction):
    """Begins a layout; `autosize` asks for widths after the content."""

    header: Header
    autosize: bool = False
    ps_type = PSType(name=f"{NAMESPACE}.FormatStartData", base=_START)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class GroupStartData(FormatInstruction):
    """Begins a group; `heading` is the text over it, None without one."""

    heading: tuple[CustomToken, ...] | None = None
    ps_type = PSType(name=f"{NAMESPACE}.GroupStartData", base=_START)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FormatEntryData(FormatInstruction):
    """One object; `out_of_band` means "prints at once, in no layout"."""

    entry: Entry
    out_of_band: bool = False
    ps_type = PSType(name=f"{NAMESPACE}.FormatEntryData", base=_PACKET)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class GroupEndData(FormatInstruction):
    """Ends a group."""

    ps_type = PSType(name=f"{NAMESPACE}.GroupEndData", base=_CONTROL)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FormatEndData(FormatInstruction):
    """Ends a layout."""

    ps_type = PSType(name=f"{NAMESPACE}.FormatEndData", base=_CONTROL)


Instruction = FormatStartData | GroupStartData | FormatEntryData | GroupEndData | FormatEndData
"""Every format instruction there is."""
