"""ChangeProcessor."""

from dataclasses import replace

from emulator.engine.apply import write_row
from emulator.engine.machines import given, refused
from emulator.engine.power import wrong_state
from emulator.engine.state import State
from emulator.engine.step import answer
from emulator.inventory.commands import ChangeProcessor, Done
from emulator.inventory.memory_checks import Fault
from emulator.inventory.processor_checks import FREE_WHILE_RUNNING, processor_fault
from emulator.inventory.refusals import Reason, Refusal
from emulator.inventory.vm import PowerState


def change_processor(state: State, command: ChangeProcessor) -> Done | Refusal:
    """Change processor settings, all that are given or none.

    Source: documented ranges; what is fixed while the machine is on: processor_checks (assumed).
    """
    vm = state.vm(command.vm)
    if vm.state is PowerState.SAVED:
        return wrong_state(vm, "processor")
    asked = given(command)
    settings = replace(vm.processor, **asked)
    fault = processor_fault(settings, state.inventory.host.logical_processors)
    if fault is not None:
        return refused(vm, fault)
    if vm.state is not PowerState.OFF:
        for name, value in asked.items():
            if name not in FREE_WHILE_RUNNING and value != getattr(vm.processor, name):
                locked = Fault(Reason.PROCESSOR_LOCKED_WHILE_RUNNING, name, str(value))
                return refused(vm, locked)
    changed = replace(vm, processor=settings)
    row = state.rows[vm.id]
    state.inventory = state.inventory.with_vm(changed)
    state.place_settings(changed)
    write_row(state, row, {})
    answer(state, row, row + 1)
    return Done(vm=changed)
