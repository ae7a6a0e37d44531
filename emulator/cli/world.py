"""hvemu world: check a world file, write one."""

from pathlib import Path

import click

from emulator.cli.failing import EXIT_WRONG, world_errors


@click.group()
def world() -> None:
    """Check and write world files."""


@world.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_context
def check(ctx: click.Context, file: Path) -> None:
    """Say what is wrong with a world FILE, by line."""
    from emulator.host.world import InvalidWorld, load  # noqa: PLC0415
    from emulator.host.world.build import build  # noqa: PLC0415

    try:
        found = load(file)
        build(found)
    except InvalidWorld as wrong:
        for error in wrong.errors:
            click.echo(str(error), err=True)
        ctx.exit(EXIT_WRONG)
    machines = sum(vm.count or 1 for vm in found.vms)
    click.echo(f"{file}: OK, host {found.host.name} with {machines} virtual machines")


@world.command()
@click.argument("file", type=click.Path(path_type=Path), required=False)
def dump(file: Path | None) -> None:
    """Write the world of FILE, or the default world, in full to stdout."""
    from emulator.host.world import default_world, load  # noqa: PLC0415
    from emulator.host.world import dump as written  # noqa: PLC0415

    with world_errors():
        click.echo(written(load(file) if file else default_world()), nl=False)
