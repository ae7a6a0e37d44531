"""How a subcommand gives up: one sentence on stderr, and an exit code, never a traceback."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final, NoReturn

import click

EXIT_REFUSED: Final = 2
"""The call cannot be carried out as it was written."""

EXIT_WRONG: Final = 1
"""The file that was looked at is wrong."""


class Refusal(click.ClickException):
    """A sentence for the user; the command ends with code 2."""

    exit_code = EXIT_REFUSED

    def show(self, file: object = None) -> None:  # noqa: ARG002 - click's signature
        """Write the sentence to stderr."""
        click.echo(f"hvemu: {self.message}", err=True)


def refuse(sentence: str) -> NoReturn:
    """End the command with a sentence."""
    raise Refusal(sentence)


@contextmanager
def world_errors() -> Iterator[None]:
    """Turn a wrong world and a state file that cannot be had into sentences."""
    from emulator.host.world import InvalidWorld  # noqa: PLC0415 - keeps `hvemu --help` quick
    from emulator.store.store import StoreError  # noqa: PLC0415

    try:
        yield
    except InvalidWorld as wrong:
        for error in wrong.errors:
            click.echo(str(error), err=True)
        refuse("the world file is not valid; nothing was started.")
    except StoreError as error:
        refuse(str(error))
