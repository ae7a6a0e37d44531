"""How long a day of virtual time takes: python -m tests.bench.engine_day [machines] [hours].

Three days of ten machines on one host: quiet (steady demand), lively (bursts and ramps) and
short (the host has too little memory), each with and without skipping.
"""

import sys
import time
from collections.abc import Callable

from emulator.engine.advance import advance
from emulator.engine.carry_out import carry_out
from emulator.engine.state import State
from emulator.inventory.commands import CreateVM, StartVM
from emulator.inventory.host import HostSettings
from emulator.inventory.inventory import Inventory
from emulator.inventory.memory import MemorySettings
from emulator.inventory.workload import Burst, Ramp, Steady, WorkloadSettings
from emulator.units import Bytes, Milliseconds, Ticks, gib, mib

MEMORY = MemorySettings(
    dynamic_memory_enabled=True, startup_bytes=mib(1024), maximum_bytes=mib(8192)
)


def steady(number: int) -> WorkloadSettings:
    return Steady(demand_bytes=mib(500 + 10 * number))


def lively(number: int) -> WorkloadSettings:
    if number % 2:
        return Burst(base_bytes=mib(600), peak_bytes=mib(3000), first_peak_seconds=37 * number)
    return Ramp(from_bytes=mib(600), to_bytes=mib(6000), duration_seconds=20 * 3600)


DAYS: dict[str, tuple[Callable[[int], WorkloadSettings], int]] = {
    "quiet": (steady, 8),
    "lively": (lively, 8),
    "short": (lively, 2),
}
"""Workload of each machine, and GiB of host memory per machine."""


def world(name: str, machines: int) -> State:
    workload, gib_each = DAYS[name]
    memory_bytes = Bytes(gib(4) + machines * gib(gib_each))
    state = State.of(Inventory(host=HostSettings(memory_bytes=memory_bytes)))
    for number in range(machines):
        create = CreateVM(name=f"vm{number}", memory=MEMORY, workload=workload(number))
        carry_out(state, create, Milliseconds(0))
    for vm in list(state.ids):
        carry_out(state, StartVM(vm=vm), Milliseconds(0))
    return state


def main() -> None:
    machines, hours = [int(word) for word in [*sys.argv[1:], "10", "24"][:2]]
    if len(sys.argv) == 2:
        hours = 24
    ticks = hours * 3600
    for name in DAYS:
        for skipping in (True, False):
            state = world(name, machines)
            begun = time.perf_counter()
            advance(state, Ticks(ticks), skipping=skipping)
            took = time.perf_counter() - begun
            rate = machines * ticks / took / 1e6
            how = "skipping" if skipping else "each tick"
            print(f"{name:7} {how:9} {took:8.3f} s  {rate:8.2f} M machine-seconds/s")
            assert state.breaches == 0


if __name__ == "__main__":
    main()
