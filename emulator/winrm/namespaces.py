"""The names of WS-Management: namespaces, actions, resources. Source: reference/winrm.md 3."""

from typing import Final

SOAP: Final = "http://www.w3.org/2003/05/soap-envelope"
ADDRESSING: Final = "http://schemas.xmlsoap.org/ws/2004/08/addressing"
WSMAN: Final = "http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd"
MICROSOFT: Final = "http://schemas.microsoft.com/wbem/wsman/1/wsman.xsd"
TRANSFER: Final = "http://schemas.xmlsoap.org/ws/2004/09/transfer"
SHELL: Final = "http://schemas.microsoft.com/wbem/wsman/1/windows/shell"
CONFIG: Final = "http://schemas.microsoft.com/wbem/wsman/1/config"
FAULT: Final = "http://schemas.microsoft.com/wbem/wsman/1/wsmanfault"
WMI_ERROR: Final = "http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/MSFT_WmiError"
IDENTITY: Final = "http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd"
XML: Final = "http://www.w3.org/XML/1998/namespace"

PREFIXES: Final = {
    "s": SOAP,
    "a": ADDRESSING,
    "w": WSMAN,
    "p": MICROSOFT,
    "x": TRANSFER,
}

ANONYMOUS: Final = f"{ADDRESSING}/role/anonymous"
ADDRESSING_FAULT: Final = f"{ADDRESSING}/fault"
WSMAN_FAULT: Final = "http://schemas.dmtf.org/wbem/wsman/1/wsman/fault"
FAULT_DETAIL: Final = "http://schemas.dmtf.org/wbem/wsman/1/wsman/faultDetail"

CREATE: Final = f"{TRANSFER}/Create"
DELETE: Final = f"{TRANSFER}/Delete"
GET: Final = f"{TRANSFER}/Get"
COMMAND: Final = f"{SHELL}/Command"
SEND: Final = f"{SHELL}/Send"
RECEIVE: Final = f"{SHELL}/Receive"
SIGNAL: Final = f"{SHELL}/Signal"

SHELL_RESOURCE: Final = SHELL
CMD_RESOURCE: Final = f"{SHELL}/cmd"
CONFIG_RESOURCE: Final = CONFIG
POWERSHELL_RESOURCES: Final = "http://schemas.microsoft.com/powershell/"
WMI_RESOURCES: Final = "http://schemas.microsoft.com/wbem/wsman/1/wmi/"
"""The last two are beginnings; all resource URIs are compared without case."""

COMMAND_RUNNING: Final = f"{SHELL}/CommandState/Running"
COMMAND_DONE: Final = f"{SHELL}/CommandState/Done"


def tag(namespace: str, name: str) -> str:
    """Return the name of an element as lxml writes it."""
    return f"{{{namespace}}}{name}"
