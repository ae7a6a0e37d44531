"""Worlds, commands and waits that hypothesis draws for the properties of the engine."""

from hypothesis import strategies as st

from emulator.engine.advance import advance
from emulator.engine.carry_out import carry_out
from emulator.engine.state import State
from emulator.inventory import commands as ask
from emulator.inventory.host import EngineSettings, HostSettings, ShortagePolicy
from emulator.inventory.inventory import Inventory
from emulator.inventory.memory import MemorySettings
from emulator.inventory.refusals import Refusal
from emulator.inventory.vm import GuestFamily, VMId
from emulator.inventory.workload import Burst, Idle, Ramp, Replay, Steady
from emulator.objects.errors import NotEmulated
from emulator.units import Milliseconds, Percent, Ticks, mib

MACHINES_MOST = 4
Move = tuple[int, ask.Command | None]
"""Milliseconds to wait, then a command (None: just look)."""

even = st.integers(16, 1024).map(lambda count: mib(2 * count))
demand = st.integers(0, 2500).map(mib)
seconds = st.integers(0, 400)

workloads = st.one_of(
    st.just(Idle()),
    st.builds(Steady, demand_bytes=demand),
    st.builds(
        Ramp, from_bytes=demand, to_bytes=demand, start_seconds=seconds, duration_seconds=seconds
    ),
    st.builds(
        Burst,
        base_bytes=demand,
        peak_bytes=demand,
        period_seconds=st.integers(1, 400),
        peak_seconds=st.integers(0, 200),
        first_peak_seconds=seconds,
    ),
    st.builds(
        Ramp,
        from_bytes=st.integers(600, 620).map(mib),
        to_bytes=st.integers(600, 620).map(mib),
        duration_seconds=st.integers(50, 900),
    ),
    st.builds(Replay, points=st.lists(st.tuples(seconds, demand), max_size=5).map(tuple)),
)


@st.composite
def memories(draw: st.DrawFn) -> MemorySettings:
    """Settings that Hyper-V accepts."""
    least, startup, most = sorted((draw(even), draw(even), draw(even)))
    return MemorySettings(
        dynamic_memory_enabled=draw(st.sampled_from((True, True, False))),
        startup_bytes=startup,
        minimum_bytes=least,
        maximum_bytes=most,
        buffer_percent=Percent(draw(st.sampled_from((5, 20, 20, 100, 2000)))),
        weight=draw(st.sampled_from((0, 50, 50, 100))),
    )


@st.composite
def commands(draw: st.DrawFn, ids: list[VMId]) -> ask.Command:
    """A command for one of these machines."""
    vm = draw(st.sampled_from(ids))
    simple = (
        ask.StartVM, ask.StartVM, ask.StopVM, ask.RestartVM, ask.PauseVM, ask.ResumeVM,
        ask.SaveVM, ask.EnableMetering, ask.ResetMetering, ask.DisableMetering, ask.RemoveVM,
    )  # fmt: skip
    made: ask.Command = draw(
        st.one_of(
            st.sampled_from(simple).map(lambda kind: kind(vm=vm)),
            st.builds(ask.ChangeWorkload, vm=st.just(vm), workload=workloads),
            st.builds(
                ask.ChangeMemory,
                vm=st.just(vm),
                startup_bytes=st.none() | even,
                minimum_bytes=st.none() | even,
                maximum_bytes=st.none() | even,
                weight=st.none() | st.integers(0, 100),
            ),
        )
    )
    return made


@st.composite
def stories(draw: st.DrawFn) -> tuple[Inventory, list[Move]]:
    """A host, its first commands (some machines made and started), and what happens then."""
    engine = EngineSettings(
        idle_reclaim=draw(st.booleans()),
        idle_reclaim_period_seconds=draw(st.sampled_from((30, 300))),
        shortage_policy=draw(st.sampled_from(ShortagePolicy)),
        host_reserve_bytes=mib(0),
    )
    memory_bytes = draw(st.integers(512, 6000).map(mib))
    inventory = Inventory(host=HostSettings(memory_bytes=memory_bytes, engine=engine))
    machines = draw(st.integers(1, MACHINES_MOST))
    made = [
        ask.CreateVM(
            name=f"vm{number}",
            memory=draw(memories()),
            workload=draw(workloads),
            guest=draw(st.sampled_from(GuestFamily)),
        )
        for number in range(machines)
    ]
    ids = ids_of(inventory, made)
    first: list[Move] = [(0, command) for command in made]
    first += [(0, ask.StartVM(vm=vm)) for vm in ids]
    waits = st.sampled_from((0, 400, 1000, 7000, 60_000, 310_500))
    move = st.tuples(waits, st.none() | commands(ids))
    return inventory, first + draw(st.lists(move, max_size=12))


def ids_of(inventory: Inventory, made: list[ask.CreateVM]) -> list[VMId]:
    """Return the ids these machines will have."""
    state = State.of(inventory)
    for command in made:
        carry_out(state, command, Milliseconds(0))
    return list(state.ids)


def told(
    inventory: Inventory, moves: list[Move], *, skipping: bool = True, looks: int = 0
) -> tuple[State, list[ask.Done | Refusal | str]]:
    """Tell a story; `looks` are stops on the way of every wait. Return the end and the answers."""
    state = State.of(inventory)
    now_ms = 0
    answers: list[ask.Done | Refusal | str] = []
    for wait_ms, command in moves:
        for look in range(1, looks + 1):
            advance(state, Ticks((now_ms + wait_ms * look // (looks + 1)) // 1000))
        now_ms += wait_ms
        advance(state, Ticks(now_ms // 1000), skipping=skipping)
        if command is not None:
            answers.append(answer(state, command, Milliseconds(now_ms)))
    return state, answers


def answer(state: State, command: ask.Command, now_ms: Milliseconds) -> ask.Done | Refusal | str:
    """Carry out a command; what is not emulated answers its words."""
    try:
        return carry_out(state, command, now_ms)
    except NotEmulated as refusal:
        return str(refusal)
