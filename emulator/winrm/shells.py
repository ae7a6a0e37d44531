"""Shells: who owns them, what they hold, and when they are forgotten."""

import time
import uuid
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from threading import Lock
from typing import Final

from emulator.console.code_pages import DEFAULT_CODE_PAGE
from emulator.console.process import Signal
from emulator.winrm.commands import RunningCommand
from emulator.winrm.faults import Fault, WsmanFault

SHELLS_PER_USER_MAX: Final = 30
COMMANDS_PER_SHELL_MAX: Final = 25
"""Source: winrm/config, MaxShellsPerUser (documented) and MaxProcessesPerShell (documented)."""

IDLE_TIMEOUT_MS_DEFAULT: Final = 7_200_000
IDLE_TIMEOUT_MS_MAX: Final = 2_147_483_647
"""Source: winrm/config, IdleTimeout."""

FORGOTTEN_COMMANDS_MAX: Final = 64
"""Ended commands a shell still knows by name, so that a second Signal is no error."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShellSettings:
    """What Create asked for; None for a lifetime means "until deleted or idle"."""

    owner: str
    client_ip: str = ""
    name: str = ""
    code_page: int = DEFAULT_CODE_PAGE
    environment: Mapping[str, str] = field(default_factory=dict)
    working_directory: str = ""
    input_streams: str = "stdin"
    output_streams: str = "stdout stderr"
    idle_timeout_ms: int = IDLE_TIMEOUT_MS_DEFAULT
    lifetime_ms: int | None = None


class Shell:
    """One shell and its commands."""

    def __init__(self, settings: ShellSettings, now: float) -> None:
        """Open a shell at `now` (monotonic seconds) with a fresh id."""
        self.id = str(uuid.uuid4()).upper()
        self.settings = settings
        self.opened = now
        self.last_used = now
        self._lock = Lock()
        self._commands: dict[str, RunningCommand] = {}
        self._forgotten: deque[str] = deque(maxlen=FORGOTTEN_COMMANDS_MAX)
        self._closed = False

    def add(self, start: Callable[[str], RunningCommand], wanted_id: str) -> RunningCommand:
        """Start a command and keep it, under the client's id where it gave a free one."""
        with self._lock:
            if self._closed:
                raise WsmanFault(Fault.SHELL_NOT_FOUND, self.id)
            if len(self._commands) >= COMMANDS_PER_SHELL_MAX:
                raise WsmanFault(Fault.COMMAND_QUOTA)
            free = bool(wanted_id) and wanted_id not in self._commands
            command = start(wanted_id if free else str(uuid.uuid4()).upper())
            self._commands[command.id] = command
            return command

    def command(self, command_id: str) -> RunningCommand:
        """Return a command; WsmanFault 87 where the shell has none of that id."""
        with self._lock:
            found = self._commands.get(command_id.upper())
        if found is None:
            raise WsmanFault(Fault.INVALID_PARAMETER)
        return found

    def forget(self, command_id: str) -> RunningCommand | None:
        """Take a command out; None where it was forgotten before, a fault where never known."""
        command_id = command_id.upper()
        with self._lock:
            found = self._commands.pop(command_id, None)
            if found is None and command_id not in self._forgotten:
                raise WsmanFault(Fault.INVALID_PARAMETER)
            if found is not None:
                self._forgotten.append(command_id)
            return found

    def close(self) -> None:
        """End all commands; whoever waits for their output sees the shell gone."""
        with self._lock:
            self._closed = True
            commands = tuple(self._commands.values())
            self._commands.clear()
        for command in commands:
            command.stop(Signal.TERMINATE)

    @property
    def is_closed(self) -> bool:
        """Whether the shell was deleted."""
        return self._closed

    def is_over(self, now: float) -> bool:
        """Whether the idle time-out or the lifetime has passed."""
        lifetime_ms = self.settings.lifetime_ms
        idle_seconds = self.settings.idle_timeout_ms / 1000
        if now - self.last_used >= idle_seconds:
            return True
        return lifetime_ms is not None and now - self.opened >= lifetime_ms / 1000


class ShellTable:
    """All shells, by id."""

    def __init__(self, *, monotonic: Callable[[], float] = time.monotonic) -> None:
        """Begin empty; `monotonic` gives seconds that never go back."""
        self._monotonic = monotonic
        self._lock = Lock()
        self._shells: dict[str, Shell] = {}
        self._closed = False

    def open(self, settings: ShellSettings) -> Shell:
        """Open a shell; WsmanFault where its owner has too many."""
        self.reap()
        with self._lock:
            if self._closed:
                raise WsmanFault(Fault.ABORTED)
            owned = sum(s.settings.owner == settings.owner for s in self._shells.values())
            if owned >= SHELLS_PER_USER_MAX:
                raise WsmanFault(Fault.SHELL_QUOTA)
            shell = Shell(settings, self._monotonic())
            self._shells[shell.id] = shell
            return shell

    def of(self, owner: str, shell_id: str) -> Shell:
        """Return a shell of `owner`; another user's is as good as none."""
        self.reap()
        with self._lock:
            shell = self._shells.get(shell_id)
        if shell is None or shell.settings.owner != owner:
            raise WsmanFault(Fault.SHELL_NOT_FOUND, shell_id)
        self.touch(shell)
        return shell

    def touch(self, shell: Shell) -> None:
        """Note that the shell is in use now."""
        shell.last_used = self._monotonic()

    def age_ms(self, shell: Shell) -> int:
        """Return how long the shell has been open, in whole milliseconds (floor)."""
        return int((self._monotonic() - shell.opened) * 1000)

    def delete(self, shell: Shell) -> None:
        """Close the shell and forget it."""
        with self._lock:
            self._shells.pop(shell.id, None)
        shell.close()

    def reap(self) -> None:
        """Close what is idle for too long or has outlived its lifetime."""
        now = self._monotonic()
        with self._lock:
            over = [shell for shell in self._shells.values() if shell.is_over(now)]
        for shell in over:
            self.delete(shell)

    def close(self) -> None:
        """Close every shell, and open no more: the service ends."""
        with self._lock:
            self._closed = True
            shells = tuple(self._shells.values())
        for shell in shells:
            self.delete(shell)
