"""The service: a request's bytes in, the answer's bytes out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from emulator.console.launch import Launcher
from emulator.winrm import envelope
from emulator.winrm.authentication import BasicAuthentication
from emulator.winrm.call import Call, Computer
from emulator.winrm.dispatch import operation
from emulator.winrm.fault_envelope import fault_envelope
from emulator.winrm.faults import Fault, WsmanFault
from emulator.winrm.namespaces import IDENTITY, SOAP, tag
from emulator.winrm.operations.identify import identify
from emulator.winrm.polls import PollSlots
from emulator.winrm.reply import SOAP_TYPE, Connection, Reply
from emulator.winrm.shells import ShellTable

CHALLENGES: Final = (("WWW-Authenticate", 'Basic realm="WSMAN"'),)
"""Only what can be answered is offered: Negotiate, Kerberos and CredSSP are not emulated."""

_UNKNOWN_VERSION: Final = "0.0.0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """Shells on one computer, behind Basic authentication. Sans-IO: no socket, no thread."""

    authentication: BasicAuthentication
    launch: Launcher
    computer: Computer = field(default_factory=Computer)
    shells: ShellTable = field(default_factory=ShellTable)
    polls: PollSlots = field(default_factory=PollSlots)

    def handle(self, connection: Connection, headers: Mapping[str, str], body: bytes) -> Reply:
        """Answer one POST; names of `headers` are lower case."""
        if headers.get("wsmanidentify", "").lower() == "unauthenticated":
            return self._identified(headers, body, _UNKNOWN_VERSION)
        user = self.authentication.user(headers.get("authorization", ""), connection.address)
        if user is None:
            return Reply(status=401, headers=CHALLENGES)
        if not body:
            return Reply(status=200)
        return self._answered(connection, headers, body, user)

    def close(self) -> None:
        """End every shell."""
        self.shells.close()

    def _answered(
        self, connection: Connection, headers: Mapping[str, str], body: bytes, user: str
    ) -> Reply:
        media, charset = _content_type(headers)
        if media.startswith("multipart/"):
            # An encrypted body without a security context. Source: reference/winrm.md 3.1.
            return Reply(status=400)
        relates_to = ""
        try:
            root = envelope.document(body, charset)
            if _is_identify(root):
                return _reply(200, identify(self.computer.os_version))
            relates_to = envelope.message_id(root)
            call = self._call(connection, envelope.request(root), user)
            return _bounded(_reply(200, operation(call)(call)), call)
        except WsmanFault as fault:
            return _reply(500, fault_envelope(fault, relates_to, self.computer.name))

    def _call(self, connection: Connection, request: envelope.Request, user: str) -> Call:
        return Call(
            request=request,
            user=user,
            connection=connection,
            computer=self.computer,
            shells=self.shells,
            polls=self.polls,
            launch=self.launch,
        )

    def _identified(self, headers: Mapping[str, str], body: bytes, os_version: str) -> Reply:
        """Answer Identify without asking who it is, and nothing else."""
        try:
            if _is_identify(envelope.document(body, _content_type(headers)[1])):
                return _reply(200, identify(os_version))
        except WsmanFault as fault:
            return _reply(500, fault_envelope(fault, "", self.computer.name))
        return Reply(status=401, headers=CHALLENGES)


def _is_identify(root: etree._Element) -> bool:
    return root.find(f"{tag(SOAP, 'Body')}/{tag(IDENTITY, 'Identify')}") is not None


def _content_type(headers: Mapping[str, str]) -> tuple[str, str]:
    """Return media type and charset, lower case; empty where not said."""
    media, *parameters = headers.get("content-type", "").lower().split(";")
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "charset":
            return media.strip(), value.strip(' "')
    return media.strip(), ""


def _bounded(reply: Reply, call: Call) -> Reply:
    if len(reply.body) > call.request.answer_bytes_max:
        raise WsmanFault(Fault.ANSWER_TOO_LARGE)
    return reply


def _reply(status: int, root: etree._Element) -> Reply:
    return Reply(
        status=status,
        headers=(("Content-Type", SOAP_TYPE),),
        body=envelope.serialized(root),
    )
