"""What must hold of every state, in words; the counting form is rules/invariants.py."""

from emulator.engine.codes import OFF, SAVED
from emulator.engine.state import State
from emulator.engine.step import breaches
from emulator.units import MIB


def check(state: State) -> None:
    """Assert every invariant; the message names the machine and its figures in MiB.

    Source: reference 4 rules 3 and 4, 2.1; design 4.2.
    """
    c = state.columns
    assert state.free_bytes >= 0, f"the host has given {-state.free_bytes} bytes too many"
    for vm_id, row in state.rows.items():
        name = state.vm(vm_id).name
        size, seen = c.assigned_bytes[row], c.visible_bytes[row]
        least, most = c.minimum_bytes[row], c.maximum_bytes[row]
        assert size % MIB == 0, f"{name} has {size} bytes, no whole MiB"
        if c.power[row] in (OFF, SAVED):
            assert size == 0, f"{name} does not run and has {size // MIB}"
            continue
        assert size <= seen, f"{name} has {size // MIB} and sees {seen // MIB}"
        if c.dynamic[row]:
            words = f"{name} has {size // MIB}, not {least // MIB}..{most // MIB}"
            assert least <= size <= most, words
        else:
            words = f"{name} has {size // MIB}, not {c.startup_bytes[row] // MIB}"
            assert size == c.startup_bytes[row], words
    assert breaches(state) == 0 == state.breaches, "the count of breaches is not 0"
