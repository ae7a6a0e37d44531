"""The rsp:Shell element: a shell as Create and Get describe it."""

from lxml import etree

from emulator.winrm.durations import duration_text, long_duration_text
from emulator.winrm.envelope import add
from emulator.winrm.namespaces import CMD_RESOURCE, SHELL, tag
from emulator.winrm.shells import Shell


def add_shell(parent: etree._Element, shell: Shell, *, age_ms: int) -> None:
    """Describe `shell` below `parent`. Source: recorded answers in pypsrp's tests."""
    settings = shell.settings
    made = etree.SubElement(parent, tag(SHELL, "Shell"), nsmap={"rsp": SHELL})
    add(made, SHELL, "ShellId", shell.id)
    if settings.name:
        add(made, SHELL, "Name", settings.name)
    add(made, SHELL, "ResourceUri", CMD_RESOURCE)
    add(made, SHELL, "Owner", settings.owner)
    add(made, SHELL, "ClientIP", settings.client_ip)
    add(made, SHELL, "IdleTimeOut", duration_text(settings.idle_timeout_ms))
    add(made, SHELL, "InputStreams", settings.input_streams)
    add(made, SHELL, "OutputStreams", settings.output_streams)
    add(made, SHELL, "ShellRunTime", long_duration_text(age_ms))
    add(made, SHELL, "ShellInactivity", long_duration_text(0))
