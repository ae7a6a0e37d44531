"""What the language knows of a command before it runs: its parameters and parameter sets.

Functions, scripts and cmdlets all describe themselves with these values; one binder reads them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from emulator.objects.types import PSType

ALL_SETS: Final = "__AllParameterSets"


class ConfirmImpact(Enum):
    """System.Management.Automation.ConfirmImpact."""

    NONE = "None"
    LOW = "Low"
    MEDIUM = "Medium"
    HIGH = "High"


class CommandKind(Enum):
    """System.Management.Automation.CommandTypes, as far as they exist here."""

    ALIAS = "Alias"
    FUNCTION = "Function"
    FILTER = "Filter"
    CMDLET = "Cmdlet"
    EXTERNAL_SCRIPT = "ExternalScript"
    APPLICATION = "Application"


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """What a parameter is in one parameter set; `position` None means "named only"."""

    position: int | None = None
    mandatory: bool = False
    from_pipeline: bool = False
    from_pipeline_by_property_name: bool = False
    from_remaining: bool = False
    help_message: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Validator:
    """A check on a bound value; `check` raises ClrError with the real validator's message.

    `attribute` is the .NET name ("System.Management.Automation.ValidateRangeAttribute") and
    `values` its arguments, for Get-Command, completion and help. `null_allowed` is what
    AllowNull / AllowEmptyString / AllowEmptyCollection say when they are the attribute.
    """

    attribute: str
    values: tuple[object, ...] = ()
    check: Callable[[object], None] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ParameterMetadata:
    """One parameter: its type, aliases, and what it is in each of its sets.

    `transform` changes an argument before conversion (argument transformation attributes).
    """

    name: str
    type: PSType
    sets: Mapping[str, Membership]
    aliases: tuple[str, ...] = ()
    validators: tuple[Validator, ...] = ()
    transform: Callable[[object], object] | None = None
    is_switch: bool = False
    supports_wildcards: bool = False
    dont_show: bool = False
    description: str = ""
    default_text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandMetadata:
    """A command as declared; parameters in declaration order, common ones not among them.

    `implementing_type` is the .NET class of a cmdlet and what error ids end in; a function's is
    its name. `common_parameters` is false for functions without CmdletBinding.
    """

    name: str
    kind: CommandKind
    parameters: tuple[ParameterMetadata, ...]
    implementing_type: str
    default_set: str = ALL_SETS
    module: str = ""
    supports_should_process: bool = False
    confirm_impact: ConfirmImpact = ConfirmImpact.MEDIUM
    positional_binding: bool = True
    common_parameters: bool = True
    output_types: tuple[str, ...] = ()
    synopsis: str = ""
    description: str = ""
    examples: tuple[str, ...] = field(default=())
    derived: dict[str, object] = field(
        default_factory=dict, init=False, repr=False, compare=False, hash=False
    )
    """What readers computed from the rest and keep here (the binder's plan)."""
