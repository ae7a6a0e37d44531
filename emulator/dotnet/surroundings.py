"""What .NET asks of the machine around it: the clock, chance, names, the environment."""

from collections.abc import Callable, MutableMapping
from dataclasses import dataclass, field
from typing import Protocol

DEFAULT_EPOCH_TICKS = 639031968000000000
"""2026-01-05T08:00:00Z, where the emulator's clock begins."""


class Surroundings(Protocol):
    """The port that a session fills; nothing in .NET's surface reads the real machine."""

    @property
    def core(self) -> bool:
        """Whether the edition is Core (7) and not Desktop (5.1)."""

    @property
    def machine_name(self) -> str:
        """Return the name of the emulated computer."""

    @property
    def user_name(self) -> str:
        """Return the name of the user without domain."""

    @property
    def environment(self) -> MutableMapping[str, str]:
        """Environment variables of the process, names in any case."""

    @property
    def current_directory(self) -> str:
        """Return the process's working folder."""

    def utc_ticks(self) -> int:
        """Return now in 100 ns since 0001-01-01, UTC."""

    def entropy(self, size_bytes: int) -> bytes:
        """Return bytes that are new at each call and the same in each run of the same world."""

    def callable_of(self, block: object) -> Callable[..., object]:
        """Return a script block (or another delegate) as a Python callable."""


@dataclass(slots=True, kw_only=True)
class StillSurroundings:
    """Surroundings where nothing moves: a fixed time, a counter for chance, no script blocks."""

    core: bool = False
    machine_name: str = "HV01"
    user_name: str = "Administrator"
    environment: MutableMapping[str, str] = field(default_factory=dict)
    current_directory: str = "C:\\"
    ticks: int = DEFAULT_EPOCH_TICKS
    seed: int = 0
    _drawn: int = 0

    def utc_ticks(self) -> int:
        """Return the fixed time."""
        return self.ticks

    def entropy(self, size_bytes: int) -> bytes:
        """Return a hash of the seed and of how often it was asked."""
        from hashlib import sha256  # noqa: PLC0415 - start-up need not load OpenSSL

        self._drawn += 1
        made = b""
        while len(made) < size_bytes:
            made += sha256(f"{self.seed}/{self._drawn}/{len(made)}".encode()).digest()
        return made[:size_bytes]

    def callable_of(self, block: object) -> Callable[..., object]:
        """Return `block` if Python can call it."""
        if callable(block):
            return block
        raise TypeError(f"{block!r} is no delegate")
