"""cmd.exe /c: runs the commands of a line, one after the other."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from threading import Condition
from typing import Final

from emulator.console import cmd_commands, powershell_exe
from emulator.console.cmd_line import LineTooLong, Step, When, expanded, inside_c, steps
from emulator.console.command_line import split
from emulator.console.pipe import OUTPUT_BYTES_MAX, BytePipe
from emulator.console.process import StandardStreams
from emulator.console.running import Exit, Surroundings
from emulator.objects.errors import NotEmulated

NESTING_MAX: Final = 16
"""cmd /c inside cmd /c: each level is a Python frame or five."""

NOT_EMULATED_EXIT: Final = 1
FILE_NOT_FOUND: Final = 2
"""ERROR_FILE_NOT_FOUND; a real host answers the Command with fault 2147942402 (assumed)."""


def run(line: str, here: Surroundings) -> int:
    """Run what stands after `cmd /c` and return the exit code."""
    try:
        return _run_steps(steps(expanded(inside_c(line), here.environment)), here)
    except LineTooLong:
        here.write_error("The command line is too long.\r\n")
        return 1
    except NotEmulated as missing:
        here.write_error(f"hvemu: {missing}\r\n")
        return NOT_EMULATED_EXIT
    except Exit as end:
        return end.code


def run_direct(line: str, here: Surroundings) -> int:
    """Run a program without cmd.exe (WINRS_SKIP_CMD_SHELL): no variables, no second command."""
    try:
        program = _program(split(line)[0])
        if program is not None:
            return program(line, here)
    except NotEmulated as missing:
        here.write_error(f"hvemu: {missing}\r\n")
        return NOT_EMULATED_EXIT
    here.write_error("The system cannot find the file specified. \r\n")
    return FILE_NOT_FOUND


def _run_steps(line: list[Step], here: Surroundings) -> int:
    for step in line:
        code = here.error_level
        if (step.when is When.SUCCEEDED and code) or (step.when is When.FAILED and not code):
            continue
        if here.streams.stop.signal is not None:
            break
        here.error_level = _run_step(step, here)
    return here.error_level


def _run_step(step: Step, here: Surroundings) -> int:
    outer = here.streams
    here.streams = _redirected(step, outer)
    try:
        name, rest = cmd_commands.name_and_rest(step.text)
        command = cmd_commands.COMMANDS.get(name.lower())
        if command is not None:
            return command(rest, here)
        return _start(name, step.text, here)
    finally:
        here.streams = outer


def _redirected(step: Step, streams: StandardStreams) -> StandardStreams:
    stdout = _nul() if step.output_to_nul else streams.stdout
    stderr = _nul() if step.errors_to_nul else streams.stderr
    return replace(streams, stdout=stdout, stderr=stdout if step.errors_to_output else stderr)


def _nul() -> BytePipe:
    nul = BytePipe(Condition(), limit_bytes=OUTPUT_BYTES_MAX)
    nul.abandon()
    return nul


def _start(name: str, text: str, here: Surroundings) -> int:
    """Run a program by name or path."""
    program = _program(name)
    if program is not None:
        return program(text, here)
    here.write_error(
        f"'{name}' is not recognized as an internal or external command,\r\n"
        "operable program or batch file.\r\n"
    )
    return 1


def _program(name: str) -> Callable[[str, Surroundings], int] | None:
    """Return a program by name or path, None where Windows has none of that name."""
    base = _base_name(name)
    if base in cmd_commands.NOT_EMULATED:
        raise NotEmulated(f"the command {name} of cmd.exe")
    return PROGRAMS.get(base)


def _base_name(name: str) -> str:
    return name.replace("/", "\\").rpartition("\\")[2].lower().removesuffix(".exe")


def _powershell(text: str, here: Surroundings) -> int:
    return powershell_exe.run(split(text)[1:], here)


def _cmd(text: str, here: Surroundings) -> int:
    """Run `cmd /c` inside: its environment is a copy, as a process of its own has."""
    words = text.split(maxsplit=2)
    if len(words) < 3 or words[1].lower() not in {"/c", "/s/c"}:
        raise NotEmulated("cmd.exe without /c")
    if here.depth >= NESTING_MAX:
        raise NotEmulated(f"cmd.exe nested more than {NESTING_MAX} deep")
    return run(words[2], here.child())


PROGRAMS: Final[Mapping[str, Callable[[str, Surroundings], int]]] = {
    "powershell": _powershell,
    "cmd": _cmd,
    "hostname": cmd_commands.hostname,
    "whoami": cmd_commands.whoami,
    "chcp": cmd_commands.chcp,
    "chcp.com": cmd_commands.chcp,
}
"""Programs of System32, by name without .exe."""
