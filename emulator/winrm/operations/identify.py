"""Identify: which service this is; the one operation without headers."""

from lxml import etree

from emulator.winrm.envelope import add
from emulator.winrm.namespaces import IDENTITY, PREFIXES, SOAP, tag


def identify(os_version: str) -> etree._Element:
    """Say protocol, vendor and version; `os_version` 0.0.0 where the caller is unknown."""
    root = etree.Element(tag(SOAP, "Envelope"), nsmap=PREFIXES)
    add(root, SOAP, "Header")
    body = add(root, SOAP, "Body")
    response = etree.SubElement(body, tag(IDENTITY, "IdentifyResponse"), nsmap={"wsmid": IDENTITY})
    add(response, IDENTITY, "ProtocolVersion", "http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd")
    add(response, IDENTITY, "ProductVendor", "Microsoft Corporation")
    add(response, IDENTITY, "ProductVersion", f"OS: {os_version} SP: 0.0 Stack: 3.0")
    return root
