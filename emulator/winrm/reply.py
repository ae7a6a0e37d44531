"""What a request is answered with, and what is known of the connection it came on."""

from dataclasses import dataclass, field
from typing import Final

SOAP_TYPE: Final = "application/soap+xml;charset=UTF-8"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """Status, headers in order (a name may stand there twice) and body of an answer."""

    status: int
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""


@dataclass(slots=True, kw_only=True, eq=False)
class Connection:
    """One TCP connection, for as long as it lives; `address` is the client's IP.

    Security contexts of NTLM and the like will hang here, never on an address.
    Source: reference/winrm.md 4.
    """

    address: str
    server_url: str = field(default="http://localhost:5985/wsman")
