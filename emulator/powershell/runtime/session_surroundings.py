"""What .NET asks of the machine, answered by the session: clock, names, environment, blocks."""

from collections.abc import Callable, MutableMapping
from hashlib import sha256
from typing import TYPE_CHECKING

from emulator.powershell.runtime.closures import collected
from emulator.powershell.runtime.scriptblock import ScriptBlock
from emulator.powershell.runtime.signals import unwind

if TYPE_CHECKING:
    from emulator.powershell.runtime.session import Session

USER: str = "Administrator"
MACHINE: str = "HV01"


class SessionSurroundings:
    """Fills `dotnet.surroundings.Surroundings` for one session."""

    __slots__ = ("_drawn", "session")

    def __init__(self, session: "Session") -> None:
        """Answer for `session`."""
        self.session = session
        self._drawn = 0

    @property
    def core(self) -> bool:
        """Whether the edition is PowerShell 7."""
        return self.session.core

    @property
    def machine_name(self) -> str:
        """The computer's name."""
        return self.session.environment.get("COMPUTERNAME", MACHINE)

    @property
    def user_name(self) -> str:
        """Who runs the script."""
        return self.session.environment.get("USERNAME", USER)

    @property
    def environment(self) -> MutableMapping[str, str]:
        """The environment variables."""
        return self.session.environment

    @property
    def current_directory(self) -> str:
        """The process's directory."""
        return self.session.location

    def utc_ticks(self) -> int:
        """Return the virtual time."""
        return self.session.clock.utc_ticks()

    def entropy(self, size_bytes: int) -> bytes:
        """Return bytes from a hash of the virtual time and of how often it was asked."""
        self._drawn += 1
        made = b""
        while len(made) < size_bytes:
            seed = f"{self.session.clock.utc_ticks()}/{self._drawn}/{len(made)}"
            made += sha256(seed.encode()).digest()
        return made[:size_bytes]

    def callable_of(self, block: object) -> Callable[..., object]:
        """Return a script block as a function that gives its one result."""
        if callable(block):
            return block
        if not isinstance(block, ScriptBlock):
            raise TypeError(f"{block!r} is no delegate")
        session = self.session

        def call(*arguments: object) -> object:
            found: list[object] = []
            unwind(block.call(session.scope, arguments, (), found.append))
            return collected(found)

        return call
