"""Create: open a shell."""

from lxml import etree

from emulator.console.code_pages import DEFAULT_CODE_PAGE, codec_of
from emulator.winrm.call import Call
from emulator.winrm.durations import duration_ms
from emulator.winrm.envelope import add
from emulator.winrm.faults import Fault, WsmanFault
from emulator.winrm.namespaces import ADDRESSING, CMD_RESOURCE, SHELL, TRANSFER, WSMAN, tag
from emulator.winrm.operations.shell_element import add_shell
from emulator.winrm.shells import IDLE_TIMEOUT_MS_DEFAULT, IDLE_TIMEOUT_MS_MAX, ShellSettings


def create(call: Call) -> etree._Element:
    """Open a shell for the caller and say its id."""
    asked = call.request.body.find(tag(SHELL, "Shell"))
    if asked is None:
        raise WsmanFault(Fault.INVALID_XML, "It has no Shell. ")
    shell = call.shells.open(_settings(call, asked))
    root, body = call.answer()
    created = add(body, TRANSFER, "ResourceCreated")
    add(created, ADDRESSING, "Address", call.request.to or call.connection.server_url)
    reference = add(created, ADDRESSING, "ReferenceParameters")
    add(reference, WSMAN, "ResourceURI", CMD_RESOURCE)
    selectors = add(reference, WSMAN, "SelectorSet")
    add(selectors, WSMAN, "Selector", shell.id, Name="ShellId")
    add_shell(body, shell, age_ms=0)
    return root


def _settings(call: Call, asked: etree._Element) -> ShellSettings:
    idle_ms = _length_ms(asked, "IdleTimeOut")
    return ShellSettings(
        owner=call.user,
        client_ip=call.connection.address,
        name=_text(asked, "Name"),
        code_page=_code_page(call.request.option("WINRS_CODEPAGE")),
        environment=_environment(asked),
        working_directory=_text(asked, "WorkingDirectory"),
        input_streams=_text(asked, "InputStreams") or "stdin",
        output_streams=_text(asked, "OutputStreams") or "stdout stderr",
        idle_timeout_ms=min(idle_ms or IDLE_TIMEOUT_MS_DEFAULT, IDLE_TIMEOUT_MS_MAX),
        lifetime_ms=_length_ms(asked, "Lifetime"),
    )


def _text(asked: etree._Element, name: str) -> str:
    return (asked.findtext(tag(SHELL, name)) or "").strip()


def _length_ms(asked: etree._Element, name: str) -> int | None:
    """Return a time of the shell; old clients write it as a number of seconds."""
    text = _text(asked, name)
    if not text:
        return None
    if text.isascii() and text.isdigit() and len(text) <= 9:
        return int(text) * 1000
    length_ms = duration_ms(text)
    if length_ms is None:
        raise WsmanFault(Fault.INVALID_PARAMETER)
    return length_ms


def _environment(asked: etree._Element) -> dict[str, str]:
    variables = asked.iterfind(f"{tag(SHELL, 'Environment')}/{tag(SHELL, 'Variable')}")
    return {each.get("Name", ""): each.text or "" for each in variables if each.get("Name")}


def _code_page(text: str) -> int:
    if not text:
        return DEFAULT_CODE_PAGE
    known = text.isascii() and text.isdigit() and len(text) <= 5 and codec_of(int(text))
    if not known:
        raise WsmanFault(Fault.INVALID_PARAMETER)
    return int(text)
