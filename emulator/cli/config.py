"""What the user asked for, as one frozen value: command line over environment."""

from dataclasses import dataclass, field
from pathlib import Path

from emulator.clock import Rate


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """How to compose an emulated host; None leaves it to the world file or the default.

    `world` None is the default world, `state` None keeps the state in memory.
    """

    world: Path | None = None
    state: Path | None = None
    persona: str | None = None
    rate: Rate | None = None
    skip_sleeps: bool | None = None
    user: str | None = None
    password: str | None = field(default=None, repr=False)
