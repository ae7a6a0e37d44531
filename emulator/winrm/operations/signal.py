"""Signal: stop a command, or say that one is done with it."""

from lxml import etree

from emulator.console.process import Signal
from emulator.winrm.call import Call
from emulator.winrm.envelope import add
from emulator.winrm.faults import Fault, WsmanFault
from emulator.winrm.namespaces import SHELL, tag
from emulator.winrm.shells import Shell


def signal(call: Call) -> etree._Element:
    """Send a signal to a command; `terminate` also forgets it."""
    asked = call.request.body.find(tag(SHELL, "Signal"))
    if asked is None:
        raise WsmanFault(Fault.INVALID_PARAMETER)
    shell, kind = call.shell(), _kind(asked.findtext(tag(SHELL, "Code")) or "")
    _deliver(shell, asked.get("CommandId", ""), kind)
    root, body = call.answer()
    add(body, SHELL, "SignalResponse")
    return root


def _kind(code: str) -> Signal:
    """Return the signal a code names, in any case; its last part says which."""
    for kind in Signal:
        if code.strip().lower().endswith(f"/signal/{kind.value}"):
            return kind
    raise WsmanFault(Fault.INVALID_PARAMETER)


def _deliver(shell: Shell, command_id: str, kind: Signal) -> None:
    """Stop the command. A pending Receive keeps its hold on it and still tells the end."""
    find = shell.forget if kind is Signal.TERMINATE else shell.command
    command = find(command_id)
    if command is not None:
        command.stop(kind)
