"""Delete: close a shell."""

from lxml import etree

from emulator.winrm.call import Call


def delete(call: Call) -> etree._Element:
    """Close the caller's shell with all its commands."""
    call.shells.delete(call.shell())
    return call.answer()[0]
