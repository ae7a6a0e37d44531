"""Properties of the engine: memory is conserved, bounds hold, looking changes nothing."""

from hypothesis import given, settings
from hypothesis import strategies as st

from emulator.engine.advance import advance
from emulator.engine.codes import PAUSED, RUNNING
from emulator.engine.invariants import check
from emulator.engine.reading import host_reading
from emulator.engine.snapshot import freeze, thaw
from emulator.engine.state import State
from emulator.inventory.commands import Done
from emulator.inventory.inventory import Inventory
from emulator.units import Milliseconds, Ticks
from tests.properties.engine_worlds import Move, answer, stories, told

Story = tuple[Inventory, list[Move]]


@settings(max_examples=60)
@given(stories())
def test_after_every_tick_and_command_all_invariants_hold(story: Story) -> None:
    inventory, moves = story
    state = State.of(inventory)
    now_ms = 0
    for wait_ms, command in moves:
        now_ms += wait_ms
        while state.now < now_ms // 1000:
            advance(state, Ticks(state.now + 1))
            check(state)
        if command is not None:
            answer(state, command, Milliseconds(now_ms))
            check(state)
        host = host_reading(state)
        parts = host.reserve_bytes + host.assigned_bytes + host.overhead_bytes + host.free_bytes
        assert parts == host.memory_bytes


@settings(max_examples=60)
@given(stories())
def test_a_guests_view_never_shrinks_while_it_is_on(story: Story) -> None:
    inventory, moves = story
    state = State.of(inventory)
    now_ms = 0
    seen: dict[tuple[str, int], int] = {}  # by machine and boot
    for wait_ms, command in moves:
        now_ms += wait_ms
        until = now_ms // 1000
        while state.now < until:
            advance(state, Ticks(min(state.now + 9, until)))
            for vm_id, row in state.rows.items():
                c = state.columns
                if c.power[row] in (RUNNING, PAUSED):
                    boot = (vm_id, c.up_since_ms[row])
                    assert c.visible_bytes[row] >= seen.get(boot, 0)
                    seen[boot] = c.visible_bytes[row]
        if command is not None:
            answer(state, command, Milliseconds(now_ms))


@settings(max_examples=60)
@given(stories())
def test_skipping_is_not_skipping(story: Story) -> None:
    inventory, moves = story
    assert told(inventory, moves) == told(inventory, moves, skipping=False)


@settings(max_examples=80)
@given(stories(), st.integers(1, 7))
def test_looking_on_the_way_changes_nothing(story: Story, looks: int) -> None:
    inventory, moves = story
    assert told(inventory, moves, looks=looks) == told(inventory, moves)


@settings(max_examples=60)
@given(stories(), st.integers(0, 900), st.integers(0, 900))
def test_two_advances_are_one(story: Story, early: int, late: int) -> None:
    inventory, moves = story
    once, _ = told(inventory, moves)
    twice = thaw(freeze(once))
    start = once.now
    advance(once, Ticks(start + early + late))
    advance(twice, Ticks(start + early))
    advance(twice, Ticks(start + early + late))
    assert once == twice


@settings(max_examples=60)
@given(stories(), st.integers(0, 20))
def test_a_thawed_world_goes_on_as_the_frozen_one(story: Story, cut: int) -> None:
    inventory, moves = story
    whole, answers = told(inventory, moves)
    state, _ = told(inventory, moves[:cut])
    state = thaw(freeze(state))
    now_ms = sum(wait_ms for wait_ms, _ in moves[:cut])
    later = []
    for wait_ms, command in moves[cut:]:
        now_ms += wait_ms
        advance(state, Ticks(now_ms // 1000))
        if command is not None:
            later.append(answer(state, command, Milliseconds(now_ms)))
    assert state == whole
    assert later == answers[len(answers) - len(later) :]


@settings(max_examples=60)
@given(stories())
def test_what_is_not_done_changes_nothing(story: Story) -> None:
    inventory, moves = story
    state = State.of(inventory)
    now_ms = 0
    for wait_ms, command in moves:
        now_ms += wait_ms
        advance(state, Ticks(now_ms // 1000))
        if command is None:
            continue
        before = freeze(state)
        outcome = answer(state, command, Milliseconds(now_ms))
        if not isinstance(outcome, Done) or outcome.already:
            assert freeze(state) == before


@settings(max_examples=40)
@given(stories())
def test_the_same_story_has_the_same_end(story: Story) -> None:
    inventory, moves = story
    one, other = told(inventory, moves), told(inventory, moves)
    assert one == other
    assert freeze(one[0]) == freeze(other[0])
