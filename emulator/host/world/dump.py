"""A world written as a world file: what differs from the defaults, and no passwords."""

from dataclasses import replace

from emulator.host.world.declaration import world_record
from emulator.host.world.values import World


def dump(world: World) -> str:
    """Return the YAML text that `load_text` reads as the same world, passwords left out."""
    import yaml  # noqa: PLC0415  (only worlds need it, and it costs start-up time)

    users = tuple(replace(user, password=None) for user in world.users)
    written = world_record().write(replace(world, users=users))
    return str(yaml.safe_dump(written, sort_keys=False, allow_unicode=True, width=100))
