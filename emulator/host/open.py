"""Opening a host: a world, or what a state file holds of one, with a clock and a door."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from emulator.clock import MANUAL, Baton, Clock, Rate
from emulator.engine.state import State
from emulator.host.door import Host
from emulator.host.world.build import build
from emulator.host.world.values import World
from emulator.units import ticks_floor

if TYPE_CHECKING:
    from emulator.store.keeper import Keeper


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A host with its clock and the baton of the scripts that run on it."""

    host: Host
    clock: Clock
    baton: Baton

    def close(self) -> None:
        """Keep the state, if it is kept, and give everything up."""
        self.host.close()


def open_host(
    world: World,
    state: Path | None = None,
    *,
    rate: Rate | None = None,
    skip_sleeps: bool | None = None,
) -> Opened:
    """Open a host; `rate` and `skip_sleeps` win over the world's dials (then: manual, skip).

    With a state file that holds a world already, that world goes on where it stopped: of
    `world` only the dials count. InvalidWorld and StoreError say what is in the way.
    """
    rate = rate or world.clock.rate or MANUAL
    skip = world.clock.skip_sleeps if skip_sleeps is None else skip_sleeps
    skip = True if skip is None else skip
    clock = Clock(rate=rate, skip_sleeps=skip, epoch_ticks=world.clock.start)
    if state is None:
        return _opened(build(world), None, clock)
    from emulator.store.keeper import Keeper  # noqa: PLC0415  (SQLite only where it is used)
    from emulator.store.store import Origin, Store  # noqa: PLC0415

    keeper = Keeper(Store(state))
    try:
        origin = keeper.origin()
        if origin is not None:
            now_ms = keeper.now_ms()
            restored = keeper.restore(ticks_floor(now_ms))
            clock = Clock(
                rate=rate, skip_sleeps=skip, epoch_ticks=origin.epoch_ticks, start_ms=now_ms
            )
            return _opened(restored, keeper, clock)
        first = build(world)
        keeper.begin(Origin(seed=world.seed, epoch_ticks=world.clock.start), first)
    except BaseException:
        keeper.close()
        raise
    return _opened(first, keeper, clock)


def _opened(state: State, keeper: "Keeper | None", clock: Clock) -> Opened:
    return Opened(host=Host(state, clock, keeper), clock=clock, baton=Baton(clock))
