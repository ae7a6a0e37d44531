"""Get: the configuration of the service, or a shell as it is."""

from lxml import etree

from emulator.winrm.call import Call
from emulator.winrm.envelope import TIMEOUT_MS_DEFAULT, add
from emulator.winrm.faults import ENVELOPE_KILOBYTES_MAX
from emulator.winrm.namespaces import CONFIG, tag
from emulator.winrm.operations.shell_element import add_shell
from emulator.winrm.shells import (
    COMMANDS_PER_SHELL_MAX,
    IDLE_TIMEOUT_MS_DEFAULT,
    SHELLS_PER_USER_MAX,
)


def get_shell(call: Call) -> etree._Element:
    """Describe the caller's shell."""
    shell = call.shell()
    root, body = call.answer()
    add_shell(body, shell, age_ms=call.shells.age_ms(shell))
    return root


def get_config(call: Call) -> etree._Element:
    """Describe the service as it really is: its limits, and Basic as the only way in."""
    root, body = call.answer()
    config = etree.SubElement(body, tag(CONFIG, "Config"), nsmap={"cfg": CONFIG})
    add(config, CONFIG, "MaxEnvelopeSizekb", str(ENVELOPE_KILOBYTES_MAX))
    add(config, CONFIG, "MaxTimeoutms", str(TIMEOUT_MS_DEFAULT))
    service = add(config, CONFIG, "Service")
    add(service, CONFIG, "AllowUnencrypted", "true")
    authentication = add(service, CONFIG, "Auth")
    for name in ("Basic", "Kerberos", "Negotiate", "Certificate", "CredSSP"):
        add(authentication, CONFIG, name, "true" if name == "Basic" else "false")
    winrs = add(config, CONFIG, "Winrs")
    add(winrs, CONFIG, "AllowRemoteShellAccess", "true")
    add(winrs, CONFIG, "IdleTimeout", str(IDLE_TIMEOUT_MS_DEFAULT))
    add(winrs, CONFIG, "MaxProcessesPerShell", str(COMMANDS_PER_SHELL_MAX))
    add(winrs, CONFIG, "MaxShellsPerUser", str(SHELLS_PER_USER_MAX))
    return root
