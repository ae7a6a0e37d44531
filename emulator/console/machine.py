"""The machine that processes run on: filled by the composition root."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from emulator.clock import Baton
from emulator.formatting.view_table import ViewTable

if TYPE_CHECKING:
    from emulator.powershell.runtime.session import Session


class SessionMaker(Protocol):
    """Makes PowerShell sessions."""

    def __call__(
        self, environment: Mapping[str, str], *, location: str, console_width: int
    ) -> "Session":
        """Return a fresh session with that environment and working directory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """An emulated Windows, as its processes see it.

    `user` is the local account's name; `os_version` as "10.0.20348". `core` says that its
    PowerShell is 7.
    """

    name: str
    user: str
    os_version: str
    processors: int
    baton: Baton
    views: ViewTable
    new_session: SessionMaker
    core: bool = False
