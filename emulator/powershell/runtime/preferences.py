"""Preferences: what a session does with an error, a warning, a message; and how high is High."""

from enum import Enum

from emulator.objects.enums import EnumValue
from emulator.powershell.metadata import ConfirmImpact


class Action(Enum):
    """System.Management.Automation.ActionPreference."""

    SILENTLY_CONTINUE = 0
    STOP = 1
    CONTINUE = 2
    INQUIRE = 3
    IGNORE = 4
    SUSPEND = 5
    BREAK = 6


_BY_NAME = {action.name.replace("_", "").lower(): action for action in Action}


def action_of(value: object, default: Action = Action.CONTINUE) -> Action:
    """Return the action a preference variable or -ErrorAction says; `default` for nonsense."""
    if isinstance(value, Action):
        return value
    if isinstance(value, EnumValue):
        return _BY_NAME.get(value.name.lower(), default)
    if isinstance(value, bool):
        return default
    if isinstance(value, int):
        return Action(value) if 0 <= value <= Action.BREAK.value else default
    if isinstance(value, str):
        return _BY_NAME.get(value.strip().lower(), default)
    return default


_IMPACTS = list(ConfirmImpact)


def impact_of(value: object) -> ConfirmImpact:
    """Return what $ConfirmPreference says; nonsense counts as High, the default."""
    if isinstance(value, EnumValue):
        value = value.name
    if isinstance(value, int) and 0 <= value < len(_IMPACTS):
        return _IMPACTS[value]
    text = str(value).lower()
    return next((one for one in _IMPACTS if one.value.lower() == text), ConfirmImpact.HIGH)


def at_least(impact: ConfirmImpact, threshold: ConfirmImpact) -> bool:
    """Whether `impact` asks for confirmation under `threshold`; None as threshold never asks."""
    if threshold is ConfirmImpact.NONE:
        return False
    return _IMPACTS.index(impact) >= _IMPACTS.index(threshold)
