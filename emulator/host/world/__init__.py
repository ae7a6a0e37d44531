"""World files: what a host begins with, in YAML; reading, validating, building and writing them.

`values` is a world as a value; `kinds`, `records` and `declaration` say how it is written;
`document` and `schema` read a file and find its mistakes; `load`, `dump` and `build` do the work.
"""

from emulator.host.world.dump import dump
from emulator.host.world.load import default_world, empty_world, load, load_text
from emulator.host.world.values import (
    ClockSettings,
    InvalidWorld,
    User,
    World,
    WorldDisk,
    WorldError,
    WorldVM,
)

__all__ = [
    "ClockSettings",
    "InvalidWorld",
    "User",
    "World",
    "WorldDisk",
    "WorldError",
    "WorldVM",
    "default_world",
    "dump",
    "empty_world",
    "load",
    "load_text",
]
