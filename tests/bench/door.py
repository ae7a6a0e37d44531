"""The door with 1,000 machines: opening, looking, reading, and a tick between two looks.

python -m tests.bench.door
"""

import tempfile
from pathlib import Path

from emulator.host.door import Host
from emulator.host.open import Opened, open_host
from emulator.host.world import default_world, load_text
from emulator.inventory.commands import ChangeVM
from tests.bench.calibration import report, seconds

RUNS = 7
WORLD = """\
host: {memory: 4 TB, logical_processors: 64}
vms:
  - name: web
    count: 1000
    state: running
    memory: {dynamic: on, maximum: 1 GB}
    workload: {kind: burst, base: 200 MB, peak: 400 MB}
"""


def read_all(host: Host) -> None:
    """Read ten properties of every machine, each as a live object does: by a look of its own."""
    for vm in host.observe().inventory.vms:
        for _ in range(10):
            host.observe().vm(vm)


def look_a_second_later(opened: Opened) -> None:
    """Let a second pass and look."""
    opened.clock.advance(1_000)
    opened.host.observe()


def kept_commands() -> None:
    """Carry out 100 commands, each on the disk before it is answered."""
    with tempfile.TemporaryDirectory() as folder:
        host = open_host(default_world(), Path(folder) / "state.db").host
        vm = next(iter(host.observe().inventory.vms))
        for number in range(100):
            host.submit(ChangeVM(vm=vm, notes=str(number)))
        host.close()


def main() -> None:
    """Print the figures."""
    print(report("default world: read", [seconds(default_world) for _ in range(RUNS)]))
    world = load_text(WORLD)
    print(report("1,000 machines: open", [seconds(lambda: open_host(world)) for _ in range(RUNS)]))
    opened = open_host(world)
    looks = [seconds(opened.host.observe) for _ in range(RUNS)]
    print(report("look when nothing moved", looks))
    reads = [seconds(lambda: read_all(opened.host)) for _ in range(RUNS)]
    print(report("10,000 readings, each by a look", reads))
    later = [seconds(lambda: look_a_second_later(opened)) for _ in range(RUNS)]
    print(report("a second passes, then a look", later))
    print(report("100 commands with a state file", [seconds(kept_commands) for _ in range(RUNS)]))


if __name__ == "__main__":
    main()
