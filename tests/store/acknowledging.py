"""A process that makes machines for ever and says each of them once it is made.

Run by tests/store/test_kill.py, which ends it without warning.
"""

import sys
from pathlib import Path

from emulator.clock import REAL
from emulator.host.open import open_host
from emulator.host.world import empty_world
from emulator.inventory.commands import ChangeVM, CreateVM, Done


def main(state: str) -> None:
    """Make machines, change them, and tell each once that is acknowledged."""
    host = open_host(empty_world(), Path(state), rate=REAL).host
    number = len(host.observe().inventory.vms)
    while True:
        outcome = host.submit(CreateVM(name=f"vm{number}"))
        assert isinstance(outcome, Done)
        assert outcome.vm is not None
        host.submit(ChangeVM(vm=outcome.vm.id, notes="acknowledged"))
        print(number, flush=True)
        number += 1


if __name__ == "__main__":
    main(sys.argv[1])
