"""Where to listen: `HOST:PORT` as the user writes it."""

import re
from dataclasses import dataclass
from ipaddress import ip_address

import click

from emulator.cli.failing import refuse


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A host and a port; port 0 takes a free one."""

    host: str
    port: int

    @property
    def is_loopback(self) -> bool:
        """Whether only this computer can connect."""
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return self.host.lower() == "localhost"

    @property
    def url(self) -> str:
        """The URL of the service; an address for "all of them" is shown as loopback."""
        host = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(self.host, self.host)  # noqa: S104
        if ":" in host and not host.startswith("["):
            host = f"[{host}]"
        return f"http://{host}:{self.port}"


class AddressType(click.ParamType):  # type: ignore[type-arg]  # older clicks are not generic
    """HOST:PORT, [IPv6]:PORT, :PORT or PORT."""

    name = "HOST:PORT"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Address:
        """Return the address a text stands for."""
        if isinstance(value, Address):
            return value
        found = re.fullmatch(r"(?:(\[[0-9a-fA-F:]+\]|[^:\[\]]*):)?([0-9]{1,5})", str(value))
        if found is None or int(found[2]) > 65535:
            self.fail(f"{value!r} is no HOST:PORT, such as 127.0.0.1:5985.", param, ctx)
        host = (found[1] or "").strip("[]")
        return Address(host=host or "127.0.0.1", port=int(found[2]))


def refuse_port(address: Address, error: OSError) -> None:
    """Say why the service cannot listen there."""
    place = f"{address.host}:{address.port}"
    if "in use" in str(error).lower():
        refuse(
            f"{place} is in use already. Choose another with --listen HOST:PORT; "
            "port 0 takes a free one."
        )
    refuse(f"cannot listen on {place}: {error.strerror or error}.")
