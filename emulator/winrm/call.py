"""One call of an operation: the request, who sent it, and what the operation works with."""

from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from emulator.console.launch import Launcher
from emulator.winrm import envelope
from emulator.winrm.envelope import Request
from emulator.winrm.polls import PollSlots
from emulator.winrm.reply import Connection
from emulator.winrm.shells import Shell, ShellTable


@dataclass(frozen=True, slots=True, kw_only=True)
class Computer:
    """What the service says of the computer it stands for; `os_version` as "10.0.20348"."""

    name: str = "HV01"
    os_version: str = "10.0.20348"


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """Everything an operation may look at. `user` is the full name of the caller."""

    request: Request
    user: str
    connection: Connection
    computer: Computer
    shells: ShellTable
    polls: PollSlots
    launch: Launcher

    def shell(self) -> Shell:
        """Return the caller's shell that the request names; WsmanFault without one."""
        return self.shells.of(self.user, self.request.shell_id)

    def answer(self) -> tuple[etree._Element, etree._Element]:
        """Return the answer's envelope and its empty body."""
        return envelope.answer(f"{self.request.action}Response", self.request.message_id)


Operation = Callable[[Call], etree._Element]  # noqa: SLF001 - lxml-stubs has no public name
"""What answers a call with an envelope."""
