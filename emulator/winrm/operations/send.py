"""Send: bytes for the standard input of a command."""

import base64
import binascii
import time

from lxml import etree

from emulator.winrm.call import Call
from emulator.winrm.commands import RunningCommand
from emulator.winrm.envelope import add
from emulator.winrm.faults import Fault, WsmanFault
from emulator.winrm.namespaces import SHELL, tag


def send(call: Call) -> etree._Element:
    """Write every stream of the request to its command."""
    shell = call.shell()
    deadline = time.monotonic() + call.request.timeout_ms / 1000
    for stream in call.request.body.iterfind(f"{tag(SHELL, 'Send')}/{tag(SHELL, 'Stream')}"):
        _write(shell.command(stream.get("CommandId", "")), stream, deadline)
    root, body = call.answer()
    add(body, SHELL, "SendResponse")
    return root


def _write(command: RunningCommand, stream: etree._Element, deadline: float) -> None:
    if stream.get("Name") != "stdin":
        raise WsmanFault(Fault.INVALID_PARAMETER)
    try:
        data = base64.b64decode("".join((stream.text or "").split()), validate=True)
    except (binascii.Error, ValueError) as error:
        raise WsmanFault(Fault.INVALID_PARAMETER) from error
    stdin = command.process.streams.stdin
    if data and not stdin.write(data, deadline=deadline):
        raise WsmanFault(Fault.TIMED_OUT)
    if stream.get("End", "").lower() in {"true", "1"}:
        stdin.close()
