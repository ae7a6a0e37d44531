"""The common parameters, and what a call said with them."""

from dataclasses import dataclass, replace
from typing import Final

from emulator.objects.basic_types import INT32, STRING
from emulator.objects.common_enums import ACTION_PREFERENCE
from emulator.objects.enums import EnumValue
from emulator.objects.types import PSType
from emulator.powershell.binder.switches import SWITCH_PARAMETER
from emulator.powershell.binder.validators import in_range
from emulator.powershell.metadata import ALL_SETS, Membership, ParameterMetadata

_EVERYWHERE: Final = {ALL_SETS: Membership()}


def _common(name: str, alias: str, type_: PSType) -> ParameterMetadata:
    return ParameterMetadata(
        name=name,
        aliases=(alias,),
        type=type_,
        sets=_EVERYWHERE,
        is_switch=type_ is SWITCH_PARAMETER,
    )


PROGRESS_ACTION: Final = _common("ProgressAction", "proga", ACTION_PREFERENCE)
"""Only in PowerShell 7.4 and later."""

COMMON: Final = (
    _common("Verbose", "vb", SWITCH_PARAMETER),
    _common("Debug", "db", SWITCH_PARAMETER),
    _common("ErrorAction", "ea", ACTION_PREFERENCE),
    _common("WarningAction", "wa", ACTION_PREFERENCE),
    _common("InformationAction", "infa", ACTION_PREFERENCE),
    PROGRESS_ACTION,
    _common("ErrorVariable", "ev", STRING),
    _common("WarningVariable", "wv", STRING),
    _common("InformationVariable", "iv", STRING),
    _common("OutVariable", "ov", STRING),
    replace(_common("OutBuffer", "ob", INT32), validators=(in_range(0, 2147483647),)),
    _common("PipelineVariable", "pv", STRING),
)
"""In the order that Get-Command and ambiguity messages list them."""

SHOULD_PROCESS: Final = (
    _common("WhatIf", "wi", SWITCH_PARAMETER),
    _common("Confirm", "cf", SWITCH_PARAMETER),
)
"""What a command with SupportsShouldProcess has besides."""

COMMON_NAMES: Final = frozenset(one.name for one in COMMON)
"""The names that [<CommonParameters>] stands for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommonParameters:
    """What a call said; None means "not given", an action is its name ("Stop")."""

    verbose: bool | None = None
    debug: bool | None = None
    error_action: str | None = None
    warning_action: str | None = None
    information_action: str | None = None
    progress_action: str | None = None
    error_variable: str | None = None
    warning_variable: str | None = None
    information_variable: str | None = None
    out_variable: str | None = None
    out_buffer: int | None = None
    pipeline_variable: str | None = None
    what_if: bool | None = None
    confirm: bool | None = None


NOTHING_SAID: Final = CommonParameters()


def said(bound: dict[str, object], *, should_process: bool) -> CommonParameters:
    """Return the common parameters among `bound`."""
    if not any(one.name in bound for one in (*COMMON, *SHOULD_PROCESS)):
        return NOTHING_SAID
    asks = should_process
    return CommonParameters(
        verbose=_flag(bound.get("Verbose")),
        debug=_flag(bound.get("Debug")),
        error_action=_action(bound.get("ErrorAction")),
        warning_action=_action(bound.get("WarningAction")),
        information_action=_action(bound.get("InformationAction")),
        progress_action=_action(bound.get("ProgressAction")),
        error_variable=_name(bound.get("ErrorVariable")),
        warning_variable=_name(bound.get("WarningVariable")),
        information_variable=_name(bound.get("InformationVariable")),
        out_variable=_name(bound.get("OutVariable")),
        out_buffer=_number(bound.get("OutBuffer")),
        pipeline_variable=_name(bound.get("PipelineVariable")),
        what_if=_flag(bound.get("WhatIf")) if asks else None,
        confirm=_flag(bound.get("Confirm")) if asks else None,
    )


def _flag(value: object) -> bool | None:
    return None if value is None else bool(value)


def _action(value: object) -> str | None:
    return value.name if isinstance(value, EnumValue) else None


def _name(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _number(value: object) -> int | None:
    return value if isinstance(value, int) else None
