"""A program at work: what it can read, write and change."""

from dataclasses import dataclass

from emulator.console import code_pages
from emulator.console.machine import Machine
from emulator.console.process import StandardStreams


class Exit(Exception):  # noqa: N818 - it is no error
    """cmd.exe's `exit`: ends the interpreter with a code."""

    def __init__(self, code: int) -> None:
        """End with `code`."""
        super().__init__(code)
        self.code = code


@dataclass(slots=True, kw_only=True)
class Surroundings:
    """The machine, the streams and the state that cmd.exe's commands change."""

    machine: Machine
    streams: StandardStreams
    environment: dict[str, str]
    working_directory: str
    code_page: int
    error_level: int = 0
    depth: int = 0

    def child(self) -> "Surroundings":
        """Return what a process started here has: copies, so that nothing comes back."""
        return Surroundings(
            machine=self.machine,
            streams=self.streams,
            environment=dict(self.environment),
            working_directory=self.working_directory,
            code_page=self.code_page,
            depth=self.depth + 1,
        )

    def write(self, text: str) -> None:
        """Write to standard output in the console's code page."""
        self.streams.stdout.write(code_pages.encode(text, self.code_page))

    def write_error(self, text: str) -> None:
        """Write to standard error in the console's code page."""
        self.streams.stderr.write(code_pages.encode(text, self.code_page))
