"""A client of our own for the tests: builds requests, reads answers, sends nothing itself."""

import base64
import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypedDict, Unpack

from lxml import etree

from emulator.winrm import namespaces as ns
from emulator.winrm.authentication import Account, BasicAuthentication
from emulator.winrm.reply import Connection, Reply
from emulator.winrm.service import Service
from emulator.winrm.shells import ShellTable
from tests.winrm.programs import launch

ACCOUNT = Account(user="Administrator", password="Pa:ss wörd")
NAMES = {
    "s": ns.SOAP, "a": ns.ADDRESSING, "w": ns.WSMAN, "rsp": ns.SHELL, "x": ns.TRANSFER,
    "f": ns.FAULT, "wmi": ns.WMI_ERROR, "cfg": ns.CONFIG,
}  # fmt: skip


def basic(user: str, password: str, encoding: str = "utf-8") -> str:
    """Return the value of an Authorization header."""
    return "Basic " + base64.b64encode(f"{user}:{password}".encode(encoding)).decode()


@dataclass
class Ticks:
    """A clock for shells and delays that moves when told."""

    now: float = 1000.0

    def __call__(self) -> float:
        return self.now


def service(clock: Ticks | None = None) -> Service:
    """Return a service with the tiny programs."""
    clock = clock or Ticks()
    return Service(
        authentication=BasicAuthentication(ACCOUNT, monotonic=clock),
        launch=launch,
        shells=ShellTable(monotonic=clock),
    )


@dataclass
class Answer:
    """A reply, read."""

    reply: Reply
    root: etree._Element | None = field(init=False)

    def __post_init__(self) -> None:
        self.root = etree.fromstring(self.reply.body) if self.reply.body else None

    def all(self, path: str) -> list[etree._Element]:
        assert self.root is not None
        return self.root.findall(path, NAMES)

    def text(self, path: str) -> str:
        found = self.all(path)
        return (found[0].text or "") if found else ""

    @property
    def fault(self) -> int | None:
        """The code of the fault, None where it is none."""
        for element in self.all(".//f:WSManFault"):
            return int(element.get("Code", ""))
        code = self.text(".//wmi:error_Code")
        return int(code) if code else None

    def output(self, name: str) -> bytes:
        streams = [e for e in self.all(".//rsp:Stream") if e.get("Name") == name]
        return b"".join(base64.b64decode(e.text or "") for e in streams)


class How(TypedDict, total=False):
    """Headers of a request that a test wants otherwise."""

    resource: str
    timeout: str
    size: str
    message_id: str


@dataclass
class Client:
    """Speaks to a service as one user."""

    service: Service
    authorization: str = basic(ACCOUNT.user, ACCOUNT.password)
    connection: Connection = field(default_factory=lambda: Connection(address="127.0.0.1"))
    numbers: Iterator[int] = field(default_factory=itertools.count)

    def post(self, body: bytes, **headers: str) -> Answer:
        sent = {
            "content-type": "application/soap+xml;charset=UTF-8",
            "authorization": self.authorization,
            **{name.replace("_", "-"): value for name, value in headers.items()},
        }
        return Answer(self.service.handle(self.connection, sent, body))

    def call(
        self,
        action: str,
        body: str = "",
        *,
        shell: str = "",
        resource: str = ns.CMD_RESOURCE,
        timeout: str = "PT20S",
        size: str = "153600",
        options: Mapping[str, str] | None = None,
        message_id: str = "",
    ) -> Answer:
        return self.post(
            envelope(
                action,
                body,
                shell=shell,
                resource=resource,
                timeout=timeout,
                size=size,
                options=options or {},
                message_id=message_id or f"uuid:{next(self.numbers)}",
            ).encode()
        )

    def open(self, options: Mapping[str, str] | None = None, inside: str = "") -> str:
        body = f"<rsp:Shell>{inside}<rsp:InputStreams>stdin</rsp:InputStreams></rsp:Shell>"
        return self.call(ns.CREATE, body, options=options).text(".//w:Selector[@Name='ShellId']")

    def start(self, shell: str, line: str) -> str:
        body = f"<rsp:CommandLine><rsp:Command>{line}</rsp:Command></rsp:CommandLine>"
        return self.call(ns.COMMAND, body, shell=shell).text(".//rsp:CommandId")

    def receive(self, shell: str, command: str, **how: Unpack[How]) -> Answer:
        body = (
            f'<rsp:Receive><rsp:DesiredStream CommandId="{command}">stdout stderr'
            "</rsp:DesiredStream></rsp:Receive>"
        )
        return self.call(ns.RECEIVE, body, shell=shell, **how)

    def receive_all(self, shell: str, command: str) -> tuple[bytes, bytes, int]:
        stdout, stderr = b"", b""
        while True:
            answer = self.receive(shell, command)
            stdout += answer.output("stdout")
            stderr += answer.output("stderr")
            code = answer.text(".//rsp:ExitCode")
            if code:
                return stdout, stderr, int(code)

    def send(self, shell: str, command: str, data: bytes, *, end: bool = True) -> Answer:
        text = base64.b64encode(data).decode()
        body = (
            f'<rsp:Send><rsp:Stream Name="stdin" CommandId="{command}" '
            f'End="{str(end).lower()}">{text}</rsp:Stream></rsp:Send>'
        )
        return self.call(ns.SEND, body, shell=shell)

    def signal(self, shell: str, command: str, kind: str = "terminate") -> Answer:
        body = (
            f'<rsp:Signal CommandId="{command}"><rsp:Code>{ns.SHELL}/signal/{kind}</rsp:Code>'
            "</rsp:Signal>"
        )
        return self.call(ns.SIGNAL, body, shell=shell)

    def delete(self, shell: str) -> Answer:
        return self.call(ns.DELETE, shell=shell)


def envelope(
    action: str,
    body: str,
    *,
    shell: str,
    resource: str,
    timeout: str,
    size: str,
    options: Mapping[str, str],
    message_id: str,
) -> str:
    """Return a request as pywinrm lays it out, but for the order of its headers."""
    selectors = f'<w:SelectorSet><w:Selector Name="ShellId">{shell}</w:Selector></w:SelectorSet>'
    option_set = "".join(f'<w:Option Name="{k}">{v}</w:Option>' for k, v in options.items())
    names = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in NAMES.items())
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n<s:Envelope {names}><s:Header>'
        f"<a:To>http://windows-host:5985/wsman</a:To>"
        f"<w:MaxEnvelopeSize s:mustUnderstand='true'>{size}</w:MaxEnvelopeSize>"
        f"<a:MessageID>{message_id}</a:MessageID>"
        f"<w:OperationTimeout>{timeout}</w:OperationTimeout>"
        f"<w:ResourceURI>{resource}</w:ResourceURI><a:Action>{action}</a:Action>"
        f"{selectors if shell else ''}<w:OptionSet>{option_set}</w:OptionSet>"
        f"</s:Header><s:Body>{body}</s:Body></s:Envelope>"
    )
