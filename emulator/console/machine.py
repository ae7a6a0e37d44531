"""The machine that processes run on: filled by the composition root."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from emulator.clock import Baton
from emulator.formatting.view_table import ViewTable

if TYPE_CHECKING:
    from emulator.powershell.runtime.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """An emulated Windows, as its processes see it.

    `user` is the local account's name; `os_version` as "10.0.20348". `new_session` makes a
    PowerShell session with an environment of its own; `core` says that it is PowerShell 7.
    """

    name: str
    user: str
    os_version: str
    processors: int
    baton: Baton
    views: ViewTable
    new_session: "Callable[[Mapping[str, str]], Session]"
    core: bool = False
