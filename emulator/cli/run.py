"""hvemu run: one script against a fresh host, in this process, without a server."""

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from emulator.cli.failing import refuse, world_errors
from emulator.cli.quick import quick_start

if TYPE_CHECKING:
    from emulator.cli.compose import Emulation
    from emulator.clock import Turn
    from emulator.console.text_host import ConsoleHost

WIDTH_WITHOUT_CONSOLE: Final = 120
"""Source: assumed (reference/powershell.md 15)."""

SCRIPT_BYTES_MAX: Final = 16 << 20
"""Larger than any script; what is larger is no script but a mistake."""

EXIT_INTERRUPTED: Final = 130
"""After Ctrl-C, as shells have it."""

_BYTE_ORDER_MARKS: Final = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)


@click.command(context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False})
@click.option("--world", type=click.Path(path_type=Path), help="World file; default: HV01.")
@click.option("--persona", metavar="YEAR", help="Windows Server version, such as 2022.")
@click.argument("script")
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
@click.pass_context
def run(
    ctx: click.Context,
    world: Path | None,
    persona: str | None,
    script: str,
    arguments: tuple[str, ...],
) -> None:
    """Run SCRIPT (`-` is stdin) on a fresh host whose clock jumps over sleeps.

    The exit code is that of powershell.exe -File.
    """
    text = _script_text(script)
    with world_errors(), quick_start():
        from emulator.cli.compose import compose  # noqa: PLC0415
        from emulator.cli.config import Config  # noqa: PLC0415

        emulation = compose(Config(world=world, persona=persona), serving=False)
    try:
        code = _run(text, script, arguments, emulation)
    finally:
        emulation.close()
    ctx.exit(code)


def _script_text(script: str) -> str:
    """Return the script's text: UTF-8, or what its byte order mark says."""
    try:
        data = sys.stdin.buffer.read() if script == "-" else Path(script).read_bytes()
    except OSError as error:
        refuse(f"cannot read {script}: {error.strerror or error}.")
    if len(data) > SCRIPT_BYTES_MAX:
        refuse(f"{script} is larger than {SCRIPT_BYTES_MAX} bytes.")
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    return data.decode("utf-8", errors="replace")


def _run(text: str, script: str, arguments: tuple[str, ...], emulation: "Emulation") -> int:
    from emulator.clock import Stopped  # noqa: PLC0415
    from emulator.console.deep import in_script_thread  # noqa: PLC0415

    turn = emulation.machine.baton.turn()
    try:
        return in_script_thread(
            lambda: _run_in_turn(text, script, arguments, emulation, turn),
            name="script",
            interrupt=turn.stop,
        )
    except Stopped:
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        # Whoever read the output has gone; what is left is for nobody.
        sys.stdout = None
        return 1


def _run_in_turn(
    text: str, script: str, arguments: tuple[str, ...], emulation: "Emulation", turn: "Turn"
) -> int:
    from emulator.console.environment import default_environment  # noqa: PLC0415
    from emulator.console.exit_codes import file_exit_code  # noqa: PLC0415
    from emulator.console.file_arguments import file_arguments  # noqa: PLC0415

    host, environment = _console(emulation), default_environment(emulation.machine)
    with turn:
        session = emulation.machine.new_session(
            environment, location=environment["USERPROFILE"], console_width=host.width
        )
        given = file_arguments(arguments)
        outcome = session.run(text, host, turn, arguments=given, script_name=script)
        code = file_exit_code(outcome, host)
        host.close()
        return code


def _console(emulation: "Emulation") -> "ConsoleHost":
    from emulator.console.text_host import ConsoleHost, Screen, TextErrors  # noqa: PLC0415

    is_terminal = sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if is_terminal else WIDTH_WITHOUT_CONSOLE
    machine = emulation.machine
    screen = Screen(
        write=sys.stdout.write,
        write_error=sys.stderr.write,
        width=width,
        line_end="\n",
        core=machine.core,
    )
    return ConsoleHost(screen, TextErrors(screen), machine.views)
