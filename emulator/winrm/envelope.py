"""Envelopes: bytes of a stranger to a request (hardened), and the beginnings of an answer."""

import codecs
import re
import uuid
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from emulator.winrm.durations import duration_ms
from emulator.winrm.faults import ENVELOPE_KILOBYTES_MAX, Fault, WsmanFault
from emulator.winrm.namespaces import ADDRESSING, ANONYMOUS, PREFIXES, SOAP, WSMAN, XML, tag

ENVELOPE_BYTES_MAX: Final = ENVELOPE_KILOBYTES_MAX * 1024
DEPTH_MAX: Final = 32
"""Elements inside one another; the deepest real request has eight. Source: assumed."""

TIMEOUT_MS_DEFAULT: Final = 60_000
TIMEOUT_MS_MAX: Final = 20 * 60 * 1000
"""Longer waits are cut to this: a lost client must not keep a worker for days. Source: assumed."""

ANSWER_BYTES_LEAST: Final = 8 * 1024
"""A smaller MaxEnvelopeSize is refused. Source: MS-WSMV, MaxEnvelopeSize."""

_ENCODINGS: Final = {
    "": "utf-8",
    "utf-8": "utf-8",
    "us-ascii": "ascii",
    "utf-16": "utf-16-le",
    "utf-16le": "utf-16-le",
    "utf-16be": "utf-16-be",
}
"""A closed list: some of Python's codecs take quadratic time. Source: reference/winrm.md 3.1."""

_DECLARATION: Final = re.compile(r"\s*<\?xml[^>]{0,200}\?>")
_BYTE_ORDER_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One request: its headers, read, and its body, an element still to be read.

    `timeout_ms` is how long the client waits; `answer_bytes_max` how large the answer may be.
    """

    action: str
    resource: str
    message_id: str
    to: str = ""
    timeout_ms: int = TIMEOUT_MS_DEFAULT
    answer_bytes_max: int = ENVELOPE_BYTES_MAX
    selectors: dict[str, str] = field(default_factory=dict)
    options: dict[str, str] = field(default_factory=dict)
    body: etree._Element

    @property
    def shell_id(self) -> str:
        """The shell the request speaks of, upper case, empty if none."""
        return self.selectors.get("shellid", "").removeprefix("uuid:").upper()

    def option(self, name: str) -> str:
        """Return an option of the OptionSet; names are compared without case."""
        return self.options.get(name.lower(), "")

    def switched_on(self, name: str) -> bool:
        """Whether an option is TRUE or 1, in any case."""
        return self.option(name).lower() in {"true", "1"}


def document(body: bytes, charset: str) -> etree._Element:
    """Return the root of an XML document a stranger sent; WsmanFault for what is none.

    No DTD, no entities, no network, bounded in size and depth.
    """
    if len(body) > ENVELOPE_BYTES_MAX:
        raise WsmanFault(Fault.REQUEST_TOO_LARGE)
    text = _DECLARATION.sub("", _text(body, charset), count=1)
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise WsmanFault(Fault.INVALID_XML, "A document type declaration is not allowed. ")
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(text.encode(), parser)
    except (etree.XMLSyntaxError, UnicodeEncodeError, ValueError) as error:
        raise WsmanFault(Fault.INVALID_XML, "It is not well-formed XML. ") from error
    _refuse_depth(root)
    return root


def is_envelope(root: etree._Element) -> bool:
    """Whether the document is a SOAP 1.2 envelope."""
    return root.tag == tag(SOAP, "Envelope")


def request(root: etree._Element) -> Request:
    """Return the request in an envelope; WsmanFault where a header is missing or wrong."""
    header, body = root.find(tag(SOAP, "Header")), root.find(tag(SOAP, "Body"))
    if not is_envelope(root) or header is None or body is None:
        raise WsmanFault(Fault.INVALID_XML, "It has no SOAP header and body. ")
    return Request(
        action=_required(header, ADDRESSING, "Action"),
        resource=_required(header, WSMAN, "ResourceURI"),
        message_id=_required(header, ADDRESSING, "MessageID"),
        to=_text_of(header, ADDRESSING, "To"),
        timeout_ms=_timeout_ms(header),
        answer_bytes_max=_answer_bytes_max(header),
        selectors=_named(header, "SelectorSet", "Selector"),
        options=_named(header, "OptionSet", "Option"),
        body=body,
    )


def message_id(root: etree._Element) -> str:
    """Return the MessageID, verbatim, or nothing: also a fault wants to name what it answers."""
    header = root.find(tag(SOAP, "Header"))
    return "" if header is None else _text_of(header, ADDRESSING, "MessageID")


def answer(action: str, relates_to: str) -> tuple[etree._Element, etree._Element]:
    """Return a fresh envelope and its body, for an operation to fill."""
    root = etree.Element(tag(SOAP, "Envelope"), nsmap=PREFIXES)
    root.set(tag(XML, "lang"), "en-US")
    header = etree.SubElement(root, tag(SOAP, "Header"))
    add(header, ADDRESSING, "Action", action)
    add(header, ADDRESSING, "MessageID", f"uuid:{uuid.uuid4()}".upper().replace("UUID", "uuid"))
    add(header, ADDRESSING, "To", ANONYMOUS)
    if relates_to:
        add(header, ADDRESSING, "RelatesTo", relates_to)
    return root, etree.SubElement(root, tag(SOAP, "Body"))


def add(
    parent: etree._Element, namespace: str, name: str, text: str = "", **attributes: str
) -> etree._Element:
    """Add an element with text and attributes below `parent` and return it."""
    made = etree.SubElement(parent, tag(namespace, name), attributes)
    made.text = text or None
    return made


def serialized(root: etree._Element) -> bytes:
    """Return the bytes of an answer: UTF-8, no declaration, as Windows sends."""
    return etree.tostring(root, encoding="utf-8", xml_declaration=False)


def _text(body: bytes, charset: str) -> str:
    encoding = _ENCODINGS.get(charset.lower(), "")
    for mark, marked in _BYTE_ORDER_MARKS:
        if body.startswith(mark):
            body, encoding = body[len(mark) :], marked
            break
    try:
        return body.decode(encoding)
    except (LookupError, UnicodeDecodeError) as error:
        raise WsmanFault(Fault.INVALID_XML, "Its encoding is not valid. ") from error


def _refuse_depth(root: etree._Element) -> None:
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEPTH_MAX:
            raise WsmanFault(Fault.INVALID_XML, "It is nested too deeply. ")


def _text_of(parent: etree._Element, namespace: str, name: str) -> str:
    return (parent.findtext(tag(namespace, name)) or "").strip()


def _required(header: etree._Element, namespace: str, name: str) -> str:
    found = _text_of(header, namespace, name)
    if not found:
        raise WsmanFault(Fault.MISSING_HEADER, name)
    return found


def _timeout_ms(header: etree._Element) -> int:
    text = _text_of(header, WSMAN, "OperationTimeout")
    if not text:
        return TIMEOUT_MS_DEFAULT
    length_ms = duration_ms(text)
    if length_ms is None:
        raise WsmanFault(Fault.INVALID_TIMEOUT, text[:40])
    return min(length_ms, TIMEOUT_MS_MAX)


def _answer_bytes_max(header: etree._Element) -> int:
    text = _text_of(header, WSMAN, "MaxEnvelopeSize")
    if not text:
        return ENVELOPE_BYTES_MAX
    if not (text.isascii() and text.isdigit()) or len(text) > 12:
        raise WsmanFault(Fault.INVALID_HEADER, "MaxEnvelopeSize")
    if int(text) < ANSWER_BYTES_LEAST:
        raise WsmanFault(Fault.ANSWER_TOO_LARGE)
    return min(int(text), ENVELOPE_BYTES_MAX)


def _named(header: etree._Element, group: str, member: str) -> dict[str, str]:
    found = header.find(tag(WSMAN, group))
    if found is None:
        return {}
    return {
        each.get("Name", "").lower(): (each.text or "").strip()
        for each in found.iterfind(tag(WSMAN, member))
    }
