"""Services for the tests: real WinRM over the tiny programs, a real clock."""

from typing import Any

from emulator.clock import MANUAL, Baton, Clock
from emulator.console.machine import Machine
from emulator.formatting.view_table import ViewTable
from emulator.powershell.runtime.commands import CommandTable
from emulator.web.script_runner import ScriptRunner
from emulator.web.service import WebService
from tests.winrm import wsman


def _no_session(*arguments: object, **names: object) -> Any:
    raise AssertionError(f"these tests run no script: {arguments} {names}")


def bare_service() -> WebService:
    """Return a service without PowerShell; the user is `wsman.ACCOUNT`."""
    clock = Clock(rate=MANUAL, skip_sleeps=False)
    machine = Machine(
        name="HV01",
        user="Administrator",
        os_version="10.0.20348",
        processors=16,
        baton=Baton(clock),
        views=ViewTable(()),
        new_session=_no_session,
    )
    winrm = wsman.service()
    return WebService(
        host_name="HV01",
        authentication=winrm.authentication,
        winrm=winrm,
        clock=clock,
        scripts=ScriptRunner(machine),
        commands=CommandTable((), {}),
    )
