"""The cmdlets: list them, call one."""

from flask import current_app

from emulator.powershell.ports import Command
from emulator.web.cmdlet_call import call
from emulator.web.json_body import read_object
from emulator.web.problem import Problem
from emulator.web.service import service_of
from emulator.web.views.powershell import document


def list_cmdlets() -> list[dict[str, object]]:
    """Name every cmdlet and what it does."""
    commands = service_of(current_app).commands
    return [_summary(command) for command in commands]


def run_cmdlet(name: str) -> dict[str, object]:
    """Call a cmdlet with the parameters in the body."""
    service = service_of(current_app)
    command = service.commands.find(name.lower())
    if command is None:
        raise Problem(404, f"There is no cmdlet {name}; GET /api/cmdlets lists them.")
    return document(call(service.scripts, command, read_object()), placed=False)


def _summary(command: Command) -> dict[str, object]:
    about = command.metadata
    return {"name": about.name, "module": about.module, "synopsis": about.synopsis}
