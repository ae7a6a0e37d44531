"""The variables every session begins with: automatic ones and preferences."""

from typing import TYPE_CHECKING, Final

from emulator.objects.collections import Hashtable
from emulator.objects.common_enums import ACTION_PREFERENCE, CONFIRM_IMPACT
from emulator.objects.enums import EnumValue, member
from emulator.objects.identifiers import parse_version
from emulator.powershell.runtime.editions import FACTS, Edition, version_table
from emulator.powershell.runtime.host_objects import ExecutionContext, HostObject, PathInfo
from emulator.powershell.runtime.scope import Traits, VariableOption
from emulator.powershell.runtime.typed_variables import converter

if TYPE_CHECKING:
    from emulator.powershell.runtime.session import Session

READ_ONLY: Final = frozenset({VariableOption.READ_ONLY, VariableOption.ALL_SCOPE})
CONSTANT: Final = frozenset({VariableOption.CONSTANT, VariableOption.ALL_SCOPE})
ALL_SCOPE: Final = frozenset({VariableOption.ALL_SCOPE})

PROCESS_ID: Final = 4711
"""$PID of every session: there are no processes. Assumed."""


def action(name: str) -> EnumValue:
    """Return an ActionPreference value."""
    return member(ACTION_PREFERENCE, name)


def impact(name: str) -> EnumValue:
    """Return a ConfirmImpact value."""
    return member(CONFIRM_IMPACT, name)


def fill(session: "Session") -> None:
    """Give the global scope of `session` its variables."""
    _constants(session)
    _preferences(session)
    if session.edition is Edition.CORE:
        for name, value in (
            ("IsWindows", True),
            ("IsLinux", False),
            ("IsMacOS", False),
            ("IsCoreCLR", True),
        ):
            _declare(session, name, value, CONSTANT)


def _declare(
    session: "Session", name: str, value: object, options: frozenset[VariableOption]
) -> None:
    session.home.declare(name.lower(), value, Traits(name=name, options=options))
    session.spelling[name.lower()] = name


def _constants(session: "Session") -> None:
    facts = FACTS[session.edition]
    user = session.surroundings.user_name
    for name, value in (("true", True), ("false", False)):
        _declare(session, name, value, CONSTANT)
    for name, fixed in (
        ("HOME", f"C:\\Users\\{user}"),
        ("PID", PROCESS_ID),
        ("PSHOME", facts.home),
        ("PSVersionTable", version_table(session.edition)),
        ("PSEdition", session.edition.value),
        ("PSCulture", "en-US"),
        ("PSUICulture", "en-US"),
        ("ShellId", "Microsoft.PowerShell"),
        ("Error", session.error_list),
        ("Host", HostObject(parse_version(facts.version))),
        ("ExecutionContext", ExecutionContext(session)),
        ("EnabledExperimentalFeatures", []),
    ):
        options = CONSTANT if name not in {"PSCulture", "PSUICulture"} else READ_ONLY
        _declare(session, name, fixed, options)


def _preferences(session: "Session") -> None:
    values = session.home.values
    for name, value in (
        ("null", None),
        ("ErrorActionPreference", action("Continue")),
        ("WarningPreference", action("Continue")),
        ("VerbosePreference", action("SilentlyContinue")),
        ("DebugPreference", action("SilentlyContinue")),
        ("InformationPreference", action("SilentlyContinue")),
        ("ProgressPreference", action("Continue")),
        ("ConfirmPreference", impact("High")),
        ("WhatIfPreference", False),
        ("FormatEnumerationLimit", 4),
        ("MaximumHistoryCount", 4096),
        ("NestedPromptLevel", 0),
        ("PSDefaultParameterValues", Hashtable()),
        ("PSEmailServer", ""),
        (
            "PSSessionConfigurationName",
            "http://schemas.microsoft.com/powershell/Microsoft.PowerShell",
        ),
        ("PSNativeCommandUseErrorActionPreference", False),
        ("ErrorView", "ConciseView" if session.core else "NormalView"),
        ("PWD", PathInfo(session.location)),
        ("PSScriptRoot", ""),
        ("PSCommandPath", ""),
        ("args", []),
        ("StackTrace", ""),
        ("LASTEXITCODE", None),
    ):
        session.spelling[name.lower()] = name
        if name == "LASTEXITCODE":
            continue
        values[name.lower()] = value
        if isinstance(value, EnumValue):
            check = converter(name, [value.type], (), shared=True)
            session.home.declare(name.lower(), value, Traits(name=name, convert=check))
