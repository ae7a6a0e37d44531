"""The envelope of a SOAP fault. Source: recorded answers in pypsrp's tests."""

from lxml import etree

from emulator.winrm import envelope
from emulator.winrm.envelope import add
from emulator.winrm.faults import FaultKind, WsmanFault
from emulator.winrm.namespaces import (
    ADDRESSING_FAULT,
    FAULT,
    SOAP,
    WMI_ERROR,
    WSMAN,
    WSMAN_FAULT,
    XML,
    tag,
)


def fault_envelope(fault: WsmanFault, relates_to: str, machine: str) -> etree._Element:
    """Return the answer to a refused request; `machine` is the computer that refuses."""
    kind = fault.fault.value
    addressing = kind.subcode.startswith("a:")
    root, body = envelope.answer(ADDRESSING_FAULT if addressing else WSMAN_FAULT, relates_to)
    made = add(body, SOAP, "Fault")
    code = add(made, SOAP, "Code")
    add(code, SOAP, "Value", "s:Receiver" if kind.receiver else "s:Sender")
    add(add(code, SOAP, "Subcode"), SOAP, "Value", kind.subcode)
    reason = add(add(made, SOAP, "Reason"), SOAP, "Text", fault.text)
    reason.set(tag(XML, "lang"), "en-US")
    detail = add(made, SOAP, "Detail")
    if kind.detail:
        add(detail, WSMAN, "FaultDetail", kind.detail)
    if kind.wmi_error:
        _add_wmi_error(detail, kind, fault.text)
    else:
        _add_wsman_fault(detail, kind, fault.text, machine)
    return root


def _add_wsman_fault(parent: etree._Element, kind: FaultKind, text: str, machine: str) -> None:
    made = etree.SubElement(
        parent,
        tag(FAULT, "WSManFault"),
        {"Code": str(kind.code), "Machine": machine},
        nsmap={"f": FAULT},
    )
    message = add(made, FAULT, "Message")
    if not kind.provider:
        message.text = text
        return
    inner = add(message, FAULT, "ProviderFault", provider=kind.provider)
    add(inner, FAULT, "WSManFault", Code=str(kind.code), Machine=machine).text = text


def _add_wmi_error(parent: etree._Element, kind: FaultKind, text: str) -> None:
    """Newer Windows tells quotas so, and clients look for it. Source: reference/winrm.md 3.3."""
    made = etree.SubElement(parent, tag(WMI_ERROR, "MSFT_WmiError"), nsmap={"p": WMI_ERROR})
    add(made, WMI_ERROR, "error_Code", str(kind.code))
    add(made, WMI_ERROR, "Message", text)
