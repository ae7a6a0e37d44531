"""A machine whose PowerShell is 7, for the answers that were measured there."""

from collections.abc import Mapping
from dataclasses import replace

from emulator.cli.compose import compose
from emulator.cli.config import Config
from emulator.console.machine import Machine
from emulator.dotnet.typetable import TypeTable
from emulator.formatting.builtin_views import builtin_views
from emulator.formatting.view_table import ViewTable
from emulator.powershell.compiler.compiler import Compiler
from emulator.powershell.runtime.editions import Edition
from emulator.powershell.runtime.session import Session


def core_machine() -> Machine:
    """Return the default host with sessions of edition Core."""
    emulation = compose(Config(), serving=False)
    compiler = Compiler(core=True)

    def new_session(
        environment: Mapping[str, str], *, location: str, console_width: int
    ) -> Session:
        return Session(
            commands=emulation.commands,
            types=TypeTable(),
            clock=emulation.opened.clock,
            edition=Edition.CORE,
            environment=environment,
            location=location,
            console_width=console_width,
            compiler=compiler,
        )

    views = ViewTable(builtin_views(core=True))
    return replace(emulation.machine, core=True, new_session=new_session, views=views)
