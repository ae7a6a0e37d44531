"""What one reads most: machines, their memory, the host. Each is the call of a Get cmdlet."""

from flask import current_app

from emulator.web.cmdlet_call import call
from emulator.web.problem import Problem
from emulator.web.service import service_of


def vms() -> list[object]:
    """Give all machines."""
    return _objects("Get-VM", {})


def vm(name: str) -> object:
    """Give one machine."""
    return _one("Get-VM", {"Name": [_literal(name)]})


def vm_memory(name: str) -> object:
    """Give the memory of one machine."""
    return _one("Get-VMMemory", {"VMName": [_literal(name)]})


def host() -> object:
    """Give the host."""
    return _one("Get-VMHost", {})


def _objects(cmdlet: str, parameters: dict[str, object]) -> list[object]:
    service = service_of(current_app)
    command = service.commands.find(cmdlet.lower())
    assert command is not None, f"every host has {cmdlet}"
    return call(service.scripts, command, parameters).output


def _one(cmdlet: str, parameters: dict[str, object]) -> object:
    """Return the one object; several machines may have one name, then the answer is a list."""
    try:
        found = _objects(cmdlet, parameters)
    except Problem as problem:
        problem.status = 404 if problem.status == 422 else problem.status
        raise
    return found[0] if len(found) == 1 else found


def _literal(name: str) -> str:
    """Return a name whose wildcard characters mean themselves."""
    return "".join(f"`{letter}" if letter in "*?[]`" else letter for letter in name)
