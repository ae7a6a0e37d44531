"""The composition root: from what the user asked for to a host with everything around it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from cmdlets.context import Surroundings
from cmdlets.hyper_v.module import HyperVModule
from cmdlets.known_elsewhere import known_elsewhere
from cmdlets.own_types import OWN_TYPES
from cmdlets.registry import commands
from emulator.cli.config import Config
from emulator.cli.failing import refuse
from emulator.clock import REAL
from emulator.console.machine import Machine
from emulator.dotnet.typetable import TypeTable
from emulator.formatting.builtin_views import builtin_views
from emulator.formatting.view_table import ViewTable
from emulator.host.open import Opened, open_host
from emulator.host.world import World, default_world, load
from emulator.personas.catalogue import Catalogue
from emulator.personas.versions import PERSONAS, Persona
from emulator.powershell.compiler.compiler import Compiler
from emulator.powershell.runtime.commands import CommandTable
from emulator.powershell.runtime.language_types import add_language_types
from emulator.powershell.runtime.session import Session


@dataclass(frozen=True, slots=True, kw_only=True)
class Emulation:
    """A composed host: its door, its machine, its commands. `close` keeps the state."""

    config: Config
    world: World
    opened: Opened
    persona: Persona
    machine: Machine
    commands: CommandTable

    def close(self) -> None:
        """Give everything up; the state is kept if the user asked for that."""
        self.opened.close()


class Sessions:
    """Makes the sessions of one host; they share commands and compiled scripts, nothing else."""

    def __init__(self, opened: Opened, module: HyperVModule) -> None:
        """Make sessions for an opened host."""
        self._own_types = (*module.types, *OWN_TYPES)
        types = TypeTable(self._own_types)
        add_language_types(types)
        surroundings = Surroundings(
            clock=opened.clock, types=types, host=opened.host, hyper_v=module
        )
        self.commands = CommandTable(*commands(surroundings), known_elsewhere())
        self._clock = opened.clock
        self._compiler = Compiler(core=False)

    def __call__(
        self, environment: Mapping[str, str], *, location: str, console_width: int
    ) -> Session:
        """Make one; types that a script defines stay its own."""
        return Session(
            commands=self.commands,
            types=TypeTable(self._own_types),
            clock=self._clock,
            environment=environment,
            location=location,
            console_width=console_width,
            compiler=self._compiler,
        )


def compose(config: Config, *, serving: bool) -> Emulation:
    """Compose a host; InvalidWorld and StoreError say why not.

    A service runs in real time unless told otherwise; a script alone on a clock that stands
    still and jumps over sleeps.
    """
    world = _world(config)
    opened = open_host(
        world,
        config.state,
        rate=config.rate or world.clock.rate or (REAL if serving else None),
        skip_sleeps=_skip_sleeps(config, world, serving=serving),
    )
    settings = opened.host.observe().inventory.host
    persona = PERSONAS[settings.persona]
    module = HyperVModule(opened.host, opened.clock, Catalogue())
    sessions = Sessions(opened, module)
    machine = Machine(
        name=settings.name,
        user=config.user or world.users[0].name,
        os_version=persona.os_version,
        processors=settings.logical_processors,
        baton=opened.baton,
        views=ViewTable([*builtin_views(core=False), *module.views]),
        new_session=sessions,
    )
    return Emulation(
        config=config,
        world=world,
        opened=opened,
        persona=persona,
        machine=machine,
        commands=sessions.commands,
    )


def _world(config: Config) -> World:
    world = load(config.world) if config.world else default_world()
    if config.persona is None:
        return world
    if config.persona not in PERSONAS:
        refuse(f"--persona: {config.persona!r} is no persona: {', '.join(PERSONAS)}.")
    return replace(world, host=replace(world.host, persona=config.persona))


def _skip_sleeps(config: Config, world: World, *, serving: bool) -> bool:
    for said in (config.skip_sleeps, world.clock.skip_sleeps):
        if said is not None:
            return said
    return not serving
