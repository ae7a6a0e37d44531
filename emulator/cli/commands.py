"""The command `hvemu` and its subcommands, each imported when it is called."""

from collections.abc import Mapping
from importlib import import_module
from typing import Final, cast

import click

SUBCOMMANDS: Final[Mapping[str, str]] = {
    "run": "emulator.cli.run",
    "serve": "emulator.cli.serve",
    "world": "emulator.cli.world",
}
"""Name and module; the module has a click command of the same name."""


class LazyGroup(click.Group):
    """A group that imports a subcommand when somebody wants it."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names."""
        return sorted(SUBCOMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return a subcommand, None where there is none of that name."""
        module = SUBCOMMANDS.get(cmd_name)
        if module is None:
            return None
        return cast("click.Command", getattr(import_module(module), cmd_name))


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="hyperv-emulator", prog_name="hvemu")
def hvemu() -> None:
    """Emulate a Hyper-V host: its PowerShell, its errors and its dynamic memory."""
