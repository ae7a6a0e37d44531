"""Command: start a process in a shell."""

from lxml import etree

from emulator.console.launch import Launch
from emulator.winrm.call import Call
from emulator.winrm.commands import RunningCommand
from emulator.winrm.envelope import add
from emulator.winrm.faults import Fault, WsmanFault
from emulator.winrm.namespaces import SHELL, tag
from emulator.winrm.shells import Shell


def command(call: Call) -> etree._Element:
    """Start the command line and say the command's id."""
    line = call.request.body.find(tag(SHELL, "CommandLine"))
    if line is None:
        raise WsmanFault(Fault.INVALID_XML, "It has no CommandLine. ")
    shell = call.shell()
    launch = _launch(call, shell, line)
    started = shell.add(
        lambda new_id: RunningCommand(id=new_id, process=call.launch(launch)),
        line.get("CommandId", "").upper(),
    )
    root, body = call.answer()
    response = etree.SubElement(body, tag(SHELL, "CommandResponse"), nsmap={"rsp": SHELL})
    add(response, SHELL, "CommandId", started.id)
    return root


def _launch(call: Call, shell: Shell, line: etree._Element) -> Launch:
    """Join command and arguments by blanks, as WinRS does before cmd.exe reads them."""
    words = [line.findtext(tag(SHELL, "Command")) or ""]
    words += [each.text or "" for each in line.iterfind(tag(SHELL, "Arguments"))]
    settings = shell.settings
    return Launch(
        command_line=" ".join(word for word in words if word),
        direct=call.request.switched_on("WINRS_SKIP_CMD_SHELL"),
        environment=settings.environment,
        working_directory=settings.working_directory,
        code_page=settings.code_page,
    )
