"""A small world for tests: machines by name, sizes in MiB, every tick checked."""

from collections.abc import Mapping
from typing import Any

from emulator.engine.advance import advance
from emulator.engine.carry_out import carry_out
from emulator.engine.invariants import check
from emulator.engine.reading import HostReading, VMReading, host_reading, vm_reading
from emulator.engine.snapshot import freeze
from emulator.engine.state import State
from emulator.inventory.commands import Command, CreateVM, Done, StartVM
from emulator.inventory.host import EngineSettings, HostSettings, VirtualSwitch
from emulator.inventory.inventory import Inventory
from emulator.inventory.memory import MemorySettings
from emulator.inventory.refusals import Refusal
from emulator.inventory.vm import VM, VMId
from emulator.inventory.workload import Steady, WorkloadSettings
from emulator.units import MIB, Bytes, Milliseconds, Percent, Ticks, mib


def dynamic(
    startup: int, least: int = 512, most: int = 4096, *, buffer: int = 20, weight: int = 50
) -> MemorySettings:
    return MemorySettings(
        dynamic_memory_enabled=True,
        startup_bytes=mib(startup),
        minimum_bytes=mib(least),
        maximum_bytes=mib(most),
        buffer_percent=Percent(buffer),
        weight=weight,
    )


def static(startup: int) -> MemorySettings:
    return MemorySettings(startup_bytes=mib(startup))


def steady(demand: int, cpu: int = 10) -> WorkloadSettings:
    return Steady(demand_bytes=mib(demand), cpu_percent=Percent(cpu))


class World:
    """A host whose memory is `pool` MiB for machines: no reserve, no overhead unless given."""

    def __init__(
        self, pool: int = 16384, *, host: Mapping[str, Any] | None = None, **engine: Any
    ) -> None:
        plain = {"host_reserve_bytes": Bytes(0), "vm_overhead_bytes": Bytes(0)}
        settings = HostSettings(
            memory_bytes=mib(pool),
            switches=(VirtualSwitch(name="LAN", kind="External"),),
            engine=EngineSettings(**{**plain, **engine}),
            **(host or {}),
        )
        self.state = State.of(Inventory(host=settings))
        self.ids: dict[str, VMId] = {}

    @property
    def now_ms(self) -> Milliseconds:
        return Milliseconds(self.state.now * 1000)

    def create(self, name: str, memory: MemorySettings, **more: Any) -> VMId:
        done = self.do(CreateVM(name=name, memory=memory, **more))
        assert done.vm is not None
        self.ids[name] = done.vm.id
        return done.vm.id

    def start(self, name: str, memory: MemorySettings, **more: Any) -> VMId:
        vm_id = self.create(name, memory, **more)
        self.do(StartVM(vm=vm_id))
        return vm_id

    def do(self, command: Command, after_ms: int = 0) -> Done:
        outcome = carry_out(self.state, command, Milliseconds(self.now_ms + after_ms))
        assert isinstance(outcome, Done), outcome
        check(self.state)
        return outcome

    def refused(self, command: Command) -> Refusal:
        before = freeze(self.state)
        outcome = carry_out(self.state, command, self.now_ms)
        assert isinstance(outcome, Refusal), outcome
        assert freeze(self.state) == before, "a refusal changes nothing"
        return outcome

    def run(self, seconds: int) -> None:
        for _ in range(seconds):
            advance(self.state, Ticks(self.state.now + 1), skipping=False)
            check(self.state)

    def leap(self, seconds: int) -> None:
        advance(self.state, Ticks(self.state.now + seconds))
        check(self.state)

    def vm(self, name: str) -> VM:
        return self.state.vm(self.ids[name])

    def read(self, name: str) -> VMReading:
        return vm_reading(self.state, self.ids[name], self.now_ms)

    def host(self) -> HostReading:
        return host_reading(self.state)

    def assigned(self, name: str) -> int:
        return self.read(name).assigned_bytes // MIB

    def trace(self, name: str, seconds: int) -> list[int]:
        """Return assigned memory in MiB now and after each of so many seconds."""
        sizes = [self.assigned(name)]
        for _ in range(seconds):
            self.run(1)
            sizes.append(self.assigned(name))
        return sizes
