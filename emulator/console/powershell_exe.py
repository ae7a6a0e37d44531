"""powershell.exe: runs one script in a session of its own and returns its exit code."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from emulator.clock import Stopped, Turn
from emulator.console import code_pages
from emulator.console.exit_codes import exit_code
from emulator.console.powershell_arguments import (
    EXIT_BAD_ARGUMENT,
    Arguments,
    BadArgument,
    Format,
    Source,
    parse,
)
from emulator.console.running import Surroundings
from emulator.console.stdin_script import run_stdin_script
from emulator.console.text_host import ConsoleHost, ErrorSink, Screen, TextErrors, XmlErrors
from emulator.objects.errors import NotEmulated

if TYPE_CHECKING:
    from emulator.console.pipe import BytePipe
    from emulator.powershell.runtime.session import Session

WIDTH: Final = 80
"""Columns where the output is a pipe. Source: process.jsonl text-005."""

LINE_END: Final = "\r\n"

EXIT_STOPPED: Final = 1
"""Of a stopped process; its parent has given the exit code already."""


def run(words: list[str], here: Surroundings) -> int:
    """Run what the words after `powershell.exe` ask for."""
    try:
        arguments = parse(words)
    except BadArgument as wrong:
        here.write_error(f"{wrong}{LINE_END}")
        return EXIT_BAD_ARGUMENT
    _refuse(arguments)
    return _run(arguments, here)


def _refuse(arguments: Arguments) -> None:
    """Say aloud what of powershell.exe there is not yet."""
    if arguments.help:
        raise NotEmulated("the help text of powershell.exe")
    if arguments.no_exit or arguments.source is Source.PROMPT:
        raise NotEmulated("the prompt of powershell.exe (give -Command or -EncodedCommand)")
    if arguments.source is Source.FILE:
        raise NotEmulated(f"-File {arguments.script} (the host has no files yet)")
    if Format.XML in {arguments.output_format, arguments.input_format}:
        raise NotEmulated("the format XML of powershell.exe")


def _run(arguments: Arguments, here: Surroundings) -> int:
    turn = here.machine.baton.turn()
    here.streams.stop.tell(turn.stop)
    pipes = _Pipes(here, turn)
    try:
        with turn:
            session = here.machine.new_session(
                here.environment, location=here.working_directory, console_width=WIDTH
            )
            host = _host(arguments, pipes, here)
            try:
                return _run_script(arguments, session, host, pipes)
            finally:
                host.close()
    except Stopped:
        return EXIT_STOPPED


def _run_script(
    arguments: Arguments, session: "Session", host: ConsoleHost, pipes: "_Pipes"
) -> int:
    if arguments.source is Source.STDIN:
        return run_stdin_script(pipes.lines(), session, host, pipes.turn)
    script = arguments.script
    # Only a script that reads $input waits for standard input (process.jsonl stdin-013..016).
    lines = pipes.lines() if "$input" in script.lower() else None
    outcome = session.run(script, host, pipes.turn, input=lines)
    return exit_code(outcome, host)


def _host(arguments: Arguments, pipes: "_Pipes", here: Surroundings) -> ConsoleHost:
    machine = here.machine
    screen = Screen(
        write=pipes.write,
        write_error=pipes.write_error,
        width=WIDTH,
        line_end=LINE_END,
        core=machine.core,
    )
    as_xml = arguments.source is Source.ENCODED and arguments.output_format is None
    errors: ErrorSink = XmlErrors(screen) if as_xml else TextErrors(screen)
    return ConsoleHost(screen, errors, machine.views)


@dataclass(frozen=True, slots=True)
class _Pipes:
    """The three streams as text; who has to wait for the client lets other scripts execute."""

    here: Surroundings
    turn: Turn

    def write(self, text: str) -> None:
        self._write(self.here.streams.stdout, text)

    def write_error(self, text: str) -> None:
        self._write(self.here.streams.stderr, text)

    def lines(self) -> Iterator[str]:
        """Yield the lines of standard input, without their ends, as they arrive."""
        stdin = self.here.streams.stdin
        while True:
            with self.turn.away():
                line = stdin.read_line()
            if line is None:
                return
            text = code_pages.decode(line, self.here.code_page)
            yield text.removesuffix("\n").removesuffix("\r")

    def _write(self, pipe: "BytePipe", text: str) -> None:
        data = code_pages.encode(text, self.here.code_page)
        if pipe.has_room(len(data)):
            pipe.write(data)
            return
        with self.turn.away():
            pipe.write(data)
