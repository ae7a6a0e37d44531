"""hvemu serve: the service on a port, until it is told to end."""

import signal
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

import click

from emulator.cli.failing import refuse, world_errors
from emulator.cli.listening import Address, AddressType, refuse_port
from emulator.cli.quick import quick_start

if TYPE_CHECKING:
    from emulator.cli.compose import Emulation
    from emulator.cli.config import Config
    from emulator.cli.doors import Doors
    from emulator.web.server import HTTPServer

LISTEN_DEFAULT = "127.0.0.1:5985"


@click.command()
@click.option("--world", type=click.Path(path_type=Path), help="World file; default: HV01.")
@click.option("--state", type=click.Path(path_type=Path), help="Keep the state in this file.")
@click.option("--listen", type=AddressType(), default=LISTEN_DEFAULT, show_default=True,
              help="Port 0 takes a free one and prints it.")  # fmt: skip
@click.option("--listen-tls", metavar="HOST:PORT", help="Not emulated yet.")
@click.option("--user", help="User name; default: the world's first user.")
@click.option("--password", envvar="HVEMU_PASSWORD", metavar="TEXT",
              help="Password; default: made up and printed. Also HVEMU_PASSWORD.")  # fmt: skip
@click.option("--clock", "rate", metavar="real|manual|xN", help="How fast time passes.")
@click.option("--skip-sleeps", is_flag=True, default=None,
              help="Jump over Start-Sleep when all that runs sleeps.")  # fmt: skip
@click.option("--persona", metavar="YEAR", help="Windows Server version, such as 2022.")
@click.option("--log", "log_level", default="info", show_default=True,
              type=click.Choice(["debug", "info", "warning"]), help="To stderr.")  # fmt: skip
def serve(
    listen: Address, listen_tls: str | None, rate: str | None, log_level: str, **options: object
) -> None:
    """Serve an emulated host: WinRM and the HTTP API on one port."""
    if listen_tls is not None:
        refuse("--listen-tls is not emulated yet; use --listen and a tunnel for TLS.")
    _start_log(log_level)
    _serve(listen, _config(rate, options))


def _config(rate: str | None, options: dict[str, object]) -> "Config":
    from emulator.cli.config import Config  # noqa: PLC0415
    from emulator.clock import Rate  # noqa: PLC0415

    try:
        dial = Rate.parse(rate) if rate is not None else None
    except ValueError as error:
        refuse(f"--clock: {error}.")
    return Config(rate=dial, **options)  # type: ignore[arg-type]  # click gave them these types


def _serve(listen: Address, config: "Config") -> None:
    with world_errors(), quick_start():
        from emulator.cli.greeting import greeting  # noqa: PLC0415

        emulation, doors, server = _composed(listen, config)
    try:
        server.prepare()
    except OSError as error:
        emulation.close()
        refuse_port(listen, error)
    bound = Address(host=listen.host, port=server.port)
    ended = _end_asked_for()
    Thread(target=server.serve, name="listener", daemon=True).start()
    click.echo(greeting(bound, emulation, doors), nl=False)
    ended.wait()
    # What runs is ended first: a long poll would keep its worker, and the server waits for it.
    doors.close()
    server.stop()
    emulation.close()


def _composed(listen: Address, config: "Config") -> "tuple[Emulation, Doors, HTTPServer]":
    from emulator.cli.compose import compose  # noqa: PLC0415
    from emulator.cli.doors import open_doors  # noqa: PLC0415
    from emulator.web.app import create_app  # noqa: PLC0415
    from emulator.web.server import HTTPServer  # noqa: PLC0415

    emulation = compose(config, serving=True)
    doors = open_doors(emulation)
    return emulation, doors, HTTPServer(listen.host, listen.port, create_app(doors.web))


def _end_asked_for() -> Event:
    """Return what SIGINT and SIGTERM set; a second one ends the process at once.

    The listener has a thread of its own, so that signals get through.
    """
    ended = Event()

    def end(number: int, _frame: object) -> None:
        signal.signal(number, signal.SIG_DFL)
        ended.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, end)
    return ended


def _start_log(level: str) -> None:
    import logging  # noqa: PLC0415

    logging.basicConfig(format="%(asctime)s %(levelname)s %(message)s", level=level.upper())
