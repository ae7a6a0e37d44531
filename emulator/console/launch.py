"""What a parent says when it starts a process, and who can start one."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from emulator.console.code_pages import DEFAULT_CODE_PAGE
from emulator.console.process import Process


@dataclass(frozen=True, slots=True, kw_only=True)
class Launch:
    """A command line and the surroundings it runs in.

    `direct` means that no cmd.exe is asked to read the line (WINRS_SKIP_CMD_SHELL).
    """

    command_line: str
    direct: bool = False
    environment: Mapping[str, str] = field(default_factory=dict)
    working_directory: str = ""
    code_page: int = DEFAULT_CODE_PAGE


class Launcher(Protocol):
    """Starts processes on the emulated machine."""

    def __call__(self, launch: Launch) -> Process:
        """Start the command line and return at once."""
