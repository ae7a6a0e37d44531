"""Which operation answers which action on which resource: the table of the protocol."""

from collections.abc import Mapping
from typing import Final

from emulator.winrm import namespaces as ns
from emulator.winrm.call import Call, Operation
from emulator.winrm.faults import Fault, WsmanFault
from emulator.winrm.operations.command import command
from emulator.winrm.operations.create import create
from emulator.winrm.operations.delete import delete
from emulator.winrm.operations.get import get_config, get_shell
from emulator.winrm.operations.receive import receive
from emulator.winrm.operations.send import send
from emulator.winrm.operations.signal import signal

_CMD: Final[Mapping[str, Operation]] = {
    ns.CREATE: create,
    ns.COMMAND: command,
    ns.SEND: send,
    ns.RECEIVE: receive,
    ns.SIGNAL: signal,
    ns.DELETE: delete,
    ns.GET: get_shell,
}

OPERATIONS: Final[Mapping[str, Mapping[str, Operation]]] = {
    ns.CMD_RESOURCE: _CMD,
    ns.SHELL_RESOURCE: {ns.GET: get_shell, ns.DELETE: delete},
    ns.CONFIG_RESOURCE: {ns.GET: get_config},
}
"""Resource URI, then action. What is not here is refused by `operation`, aloud."""

_NOT_EMULATED: Final = (
    (ns.POWERSHELL_RESOURCES, "PowerShell remoting (PSRP) is not emulated. "),
    (ns.WMI_RESOURCES, "WMI and CIM over WS-Management are not emulated. "),
)


def operation(call: Call) -> Operation:
    """Return what answers the call; WsmanFault for an unknown resource or action."""
    resource = call.request.resource.lower()
    actions = OPERATIONS.get(resource)
    if actions is None:
        raise WsmanFault(Fault.INVALID_RESOURCE, _reason(resource))
    found = actions.get(call.request.action)
    if found is not None:
        return found
    if resource == ns.CONFIG_RESOURCE:
        raise WsmanFault(Fault.ACCESS_DENIED)
    raise WsmanFault(Fault.INVALID_ACTION, call.request.action)


def _reason(resource: str) -> str:
    for beginning, reason in _NOT_EMULATED:
        if resource.startswith(beginning):
            return reason
    return "The resource URI is missing or it has an incorrect format. "
