"""The doors of a composed host: WinRM and the HTTP API, with the users who may come in."""

import secrets
from dataclasses import dataclass
from typing import Final

from emulator.cli.compose import Emulation
from emulator.console.starting import MachineLauncher
from emulator.web.script_runner import ScriptRunner
from emulator.web.service import WebService
from emulator.winrm.authentication import Account, BasicAuthentication
from emulator.winrm.call import Computer
from emulator.winrm.service import Service

PASSWORD_BYTES: Final = 12
"""Of chance in a password that is made up: 96 bits, 16 characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doors:
    """What `serve` serves; `account` is the one its greeting speaks of."""

    web: WebService
    account: Account
    password_was_made_up: bool

    def close(self) -> None:
        """End every script and shell, so that nobody waits for one."""
        self.web.scripts.close()
        self.web.winrm.close()


def open_doors(emulation: Emulation) -> Doors:
    """Put the doors into a host."""
    accounts, made_up = _accounts(emulation)
    machine = emulation.machine
    authentication = BasicAuthentication(*accounts)
    winrm = Service(
        authentication=authentication,
        launch=MachineLauncher(machine),
        computer=Computer(name=machine.name, os_version=machine.os_version),
    )
    web = WebService(
        host_name=machine.name,
        authentication=authentication,
        winrm=winrm,
        clock=emulation.opened.clock,
        scripts=ScriptRunner(machine),
        commands=emulation.commands,
    )
    return Doors(web=web, account=accounts[0], password_was_made_up=made_up)


def _accounts(emulation: Emulation) -> tuple[list[Account], bool]:
    """Return the account of the greeting, the world's others, and whether we made its password.

    A user without a password gets one that nobody is told, except the first.
    """
    config, world = emulation.config, emulation.world
    passwords = {user.name: user.password for user in world.users}
    first = emulation.machine.user
    given = config.password or passwords.pop(first, None)
    passwords.pop(first, None)
    accounts = [
        Account(
            user=name,
            password=password or secrets.token_urlsafe(PASSWORD_BYTES),
            computer=emulation.machine.name,
        )
        for name, password in ((first, given), *passwords.items())
    ]
    return accounts, given is None
