"""Receive: the long poll for what a command writes."""

import base64

from lxml import etree

from emulator.winrm.call import Call
from emulator.winrm.commands import STREAMS, Output
from emulator.winrm.envelope import add
from emulator.winrm.faults import Fault, WsmanFault
from emulator.winrm.namespaces import COMMAND_DONE, COMMAND_RUNNING, SHELL, tag

ENVELOPE_OVERHEAD_BYTES = 4 * 1024
"""What stands around the streams in an answer; measured about 1,500."""


def receive(call: Call) -> etree._Element:
    """Wait for output or the end; the real time-out fault where neither came in time."""
    shell, wanted = call.shell(), _desired(call)
    command_id = wanted.get("CommandId", "")
    command = shell.command(command_id)
    with call.polls.deadline(call.request.timeout_ms) as deadline:
        output = command.receive(
            call.request.message_id, limit_bytes=_limit_bytes(call), deadline=deadline
        )
    call.shells.touch(shell)
    if shell.is_closed:
        raise WsmanFault(Fault.ABORTED)
    if not output.is_news:
        raise WsmanFault(Fault.TIMED_OUT)
    root, body = call.answer()
    _add_output(body, command_id, output)
    return root


def _desired(call: Call) -> etree._Element:
    found = call.request.body.find(f"{tag(SHELL, 'Receive')}/{tag(SHELL, 'DesiredStream')}")
    if found is None:
        raise WsmanFault(Fault.INVALID_PARAMETER)
    return found


def _limit_bytes(call: Call) -> int:
    """Return how much output fits: base64 makes four characters of three bytes (floor)."""
    return (call.request.answer_bytes_max - ENVELOPE_OVERHEAD_BYTES) // 4 * 3


def _add_output(body: etree._Element, command_id: str, output: Output) -> None:
    response = etree.SubElement(body, tag(SHELL, "ReceiveResponse"), nsmap={"rsp": SHELL})
    for name, data in output.chunks:
        text = base64.b64encode(data).decode("ascii")
        add(response, SHELL, "Stream", text, Name=name, CommandId=command_id)
    if output.exit_code is None:
        add(response, SHELL, "CommandState", CommandId=command_id, State=COMMAND_RUNNING)
        return
    for name in STREAMS:
        add(response, SHELL, "Stream", Name=name, CommandId=command_id, End="true")
    state = add(response, SHELL, "CommandState", CommandId=command_id, State=COMMAND_DONE)
    add(state, SHELL, "ExitCode", str(output.exit_code))
