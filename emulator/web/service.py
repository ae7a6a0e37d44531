"""What the application serves, put together by the composition root."""

from dataclasses import dataclass
from typing import Final, cast

from flask import Flask

from emulator.clock import Clock
from emulator.powershell.runtime.commands import CommandTable
from emulator.web.script_runner import ScriptRunner
from emulator.winrm.authentication import BasicAuthentication
from emulator.winrm.service import Service

EXTENSION: Final = "hvemu"


@dataclass(frozen=True, slots=True, kw_only=True)
class WebService:
    """One emulated host as HTTP sees it."""

    host_name: str
    authentication: BasicAuthentication
    winrm: Service
    clock: Clock
    scripts: ScriptRunner
    commands: CommandTable


def service_of(application: Flask) -> WebService:
    """Return what an application serves."""
    return cast("WebService", application.extensions[EXTENSION])
