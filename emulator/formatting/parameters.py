"""What the command line of Format-Table and its kin asks for."""

from dataclasses import dataclass
from enum import Enum

from emulator.formatting.expressions import PropertyExpression
from emulator.formatting.instructions import Alignment
from emulator.objects.cultures import Culture, current_culture


class Expansion(Enum):
    """-Expand: what of a collection is formatted."""

    CORE_ONLY = "CoreOnly"
    ENUM_ONLY = "EnumOnly"
    BOTH = "Both"


@dataclass(frozen=True, slots=True, kw_only=True)
class Selected:
    """One entry of -Property (or -GroupBy): an expression and how to show its value.

    None in a field means "not given". `depth` is for Format-Custom.
    """

    expression: PropertyExpression
    label: str | None = None
    width: int | None = None
    alignment: Alignment | None = None
    format_string: str | None = None
    depth: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FormatParameters:
    """The parameters of a Format-* command; None means "not given"."""

    properties: tuple[Selected, ...] = ()
    group_by: Selected | None = None
    view: str | None = None
    autosize: bool | None = None
    wrap: bool | None = None
    hide_headers: bool | None = None
    repeat_header: bool = False
    show_error: bool = False
    display_error: bool = False
    force: bool = False
    expansion: Expansion | None = None
    columns: int = 0
    depth: int = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class FormatStyle:
    """How the edition and the session write: `enumeration_limit` negative means "all"."""

    core: bool
    enumeration_limit: int = 4

    @property
    def ellipsis(self) -> str:
        """What stands for what was cut: U+2026 in Core, three dots in Desktop."""
        return "…" if self.core else "..."

    @property
    def culture(self) -> Culture:
        """The culture that dates and formats follow."""
        return current_culture(core=self.core)
