"""The environment variables a process of the emulated Windows begins with."""

from collections.abc import Mapping

from emulator.console.machine import Machine
from emulator.powershell.runtime import environment as language


def default_environment(machine: Machine) -> dict[str, str]:
    """Return what an administrator's process has: the language's own list, for this machine."""
    made = language.default_environment(machine.name, machine.user)
    return {**made, "NUMBER_OF_PROCESSORS": str(machine.processors)}


def merged(base: Mapping[str, str], changes: Mapping[str, str]) -> dict[str, str]:
    """Return `base` with `changes`; names are compared without case, `base` keeps its spelling."""
    made = dict(base)
    for name, value in changes.items():
        made[spelled(made, name)] = value
    return made


def spelled(environment: Mapping[str, str], name: str) -> str:
    """Return `name` as the environment spells it, or as given where it is not there."""
    wanted = name.lower()
    return next((each for each in environment if each.lower() == wanted), name)
