"""What the application serves, put together by the composition root."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, cast

from flask import Flask

from emulator.clock import Clock
from emulator.powershell.ports import Command
from emulator.web.script_runner import ScriptRunner
from emulator.winrm.authentication import BasicAuthentication
from emulator.winrm.service import Service

EXTENSION: Final = "hvemu"


@dataclass(frozen=True, slots=True, kw_only=True)
class WebService:
    """One emulated host as HTTP sees it; `cmdlets` by lower-case name."""

    host_name: str
    authentication: BasicAuthentication
    winrm: Service
    clock: Clock
    scripts: ScriptRunner
    cmdlets: Mapping[str, Command]


def service_of(application: Flask) -> WebService:
    """Return what an application serves."""
    return cast("WebService", application.extensions[EXTENSION])
