"""Properties of the door: looking changes nothing, and the journal makes the state again."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from emulator.clock import Clock
from emulator.engine.snapshot import freeze, thaw
from emulator.engine.state import State
from emulator.host.door import Host
from emulator.inventory.commands import Command, Done
from emulator.inventory.inventory import Inventory
from emulator.inventory.plain import from_plain, plain
from emulator.inventory.refusals import Refusal
from emulator.objects.errors import NotEmulated
from emulator.store.keeper import Keeper
from emulator.store.store import Origin, Store
from emulator.units import Ticks, ticks_floor
from tests.properties.engine_worlds import Move, stories

Story = tuple[Inventory, list[Move]]


def answer(host: Host, command: Command) -> Done | Refusal | str:
    try:
        return host.submit(command)
    except NotEmulated as error:
        return str(error)


def lived(host: Host, moves: list[Move], *, looks: int = 0) -> list[Done | Refusal | str]:
    """Live through a story, looking so often in every wait."""
    answers = []
    for wait_ms, command in moves:
        begin_ms = host.clock.now_ms()
        for look in range(1, looks + 1):
            host.clock.advance_to(begin_ms + wait_ms * look // (looks + 1))
            host.observe().vms()
            host.observe().host()
        host.clock.advance_to(begin_ms + wait_ms)
        if command is not None:
            answers.append(answer(host, command))
    host.observe()
    return answers


@settings(max_examples=40)
@given(stories(), st.integers(1, 4))
def test_looking_changes_nothing(story: Story, looks: int) -> None:
    inventory, moves = story
    unseen, watched = Host.of(inventory, Clock()), Host.of(inventory, Clock())
    assert lived(unseen, moves) == lived(watched, moves, looks=looks)
    assert unseen._state == watched._state


@settings(max_examples=40)
@given(stories())
def test_a_look_says_the_same_for_ever_after(story: Story) -> None:
    inventory, moves = story
    host = Host.of(inventory, Clock())
    looks = []
    for wait_ms, command in moves:
        host.clock.advance(wait_ms)
        if command is not None:
            answer(host, command)
        copy = Host(thaw(freeze(host._state)), Clock(start_ms=host.clock.now_ms()))
        looks.append((host.observe(), copy.observe()))
    for early, other in looks:  # `early` is read only now
        assert early.vms() == other.vms()
        assert early.host() == other.host()
        assert [early.meter(vm) for vm in early.vms()] == [other.meter(vm) for vm in other.vms()]


@settings(max_examples=25)
@given(stories())
def test_replaying_the_journal_makes_the_state_and_the_snapshot(story: Story) -> None:
    inventory, moves = story
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "state.db"
        keeper = Keeper(Store(file))
        state = State.of(inventory)
        keeper.begin(Origin(seed=inventory.seed, epoch_ticks=0), state)
        host = Host(state, Clock(), keeper)
        lived(host, moves)
        until = ticks_floor(host.clock.now_ms())
        assert keeper.restore(until) == host._state
        host.close()
        again = Keeper(Store(file))
        assert again.now_ms() == host.clock.now_ms()
        assert again.restore(until) == again.restore_from_first(until) == host._state
        assert again.restore(Ticks(until + 500)) == again.restore_from_first(Ticks(until + 500))
        again.close()


@given(stories())
def test_a_command_reads_the_same_after_it_was_written(story: Story) -> None:
    _, moves = story
    for _, command in moves:
        assert from_plain(plain(command)) == command
