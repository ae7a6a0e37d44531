"""Commands that make, change and forget machines, and what their guests run."""

from dataclasses import fields, replace
from typing import Any

from emulator.engine.apply import write_row
from emulator.engine.power import wrong_state
from emulator.engine.state import State
from emulator.engine.step import answer
from emulator.inventory.commands import ChangeVM, ChangeWorkload, CreateVM, Done, RemoveVM
from emulator.inventory.identity import vm_id
from emulator.inventory.memory_checks import Fault, memory_fault
from emulator.inventory.processor_checks import processor_fault
from emulator.inventory.refusals import Reason, Refusal
from emulator.inventory.vm import VM, PowerState
from emulator.personas.versions import PERSONAS
from emulator.units import Milliseconds


def given(command: Any) -> dict[str, Any]:
    """Return the fields of a change that are to change, without the machine's id."""
    every = {field.name: getattr(command, field.name) for field in fields(command)}
    return {name: value for name, value in every.items() if name != "vm" and value is not None}


def refused(vm: VM, fault: Fault) -> Refusal:
    """Return the refusal of settings of an existing machine."""
    return Refusal(
        reason=fault.reason,
        vm=vm.id,
        vm_name=vm.name,
        setting=fault.setting,
        value=fault.value,
    )


def create(state: State, command: CreateVM, now_ms: Milliseconds) -> Done | Refusal:
    """Make a machine that is off. A name may be there already.

    The refusal names the id the machine would have had, as Hyper-V's does.
    Source: personas.md (defaults), recalled: with a path a folder of the machine's name in it.
    """
    inventory = state.inventory
    vm = _made(state, command, now_ms)
    fault = (
        _version_fault(state, vm)
        or memory_fault(vm.memory)
        or processor_fault(vm.processor, inventory.host.logical_processors)
        or _switch_fault(state, vm)
    )
    if fault is not None:
        return refused(vm, fault)
    state.inventory = replace(inventory.with_vm(vm), serial=inventory.serial + 1)
    state.add_row(vm)
    state.restless = True
    return Done(vm=vm)


def remove(state: State, command: RemoveVM) -> Done | Refusal:
    """Forget a machine that is off or saved. Source: err-038 (wrong power state)."""
    vm = state.vm(command.vm)
    if vm.state not in (PowerState.OFF, PowerState.SAVED):
        return wrong_state(vm)
    state.remove_row(vm.id)
    state.inventory = state.inventory.without(vm.id)
    state.restless = True
    return Done()


def change(state: State, command: ChangeVM) -> Done:
    """Change name, notes, paths and automatic actions, in any state (assumed)."""
    vm = replace(state.vm(command.vm), **given(command))
    state.inventory = state.inventory.with_vm(vm)
    return Done(vm=vm)


def change_workload(state: State, command: ChangeWorkload) -> Done:
    """Let the guest run something else; the workload's seconds count from now.

    At the next boot it begins anew. A guest that stands still begins it when it goes on.
    """
    vm = replace(state.vm(command.vm), workload=command.workload)
    state.inventory = state.inventory.with_vm(vm)
    state.place_workload(vm)
    row = state.rows[vm.id]
    if vm.state is not PowerState.OFF:
        running = vm.state is PowerState.RUNNING
        begins = state.now if running else state.columns.halted_tick[row]
        write_row(state, row, {"workload_tick": begins})
        answer(state, row, row + 1)
    return Done(vm=vm)


def _made(state: State, command: CreateVM, now_ms: Milliseconds) -> VM:
    host = state.inventory.host
    path = host.virtual_machine_path
    if command.path is not None:
        path = command.path.rstrip("\\") + "\\" + command.name
    return VM(
        id=vm_id(state.inventory.seed, state.inventory.serial),
        name=command.name,
        generation=command.generation,
        version=command.version or PERSONAS[host.persona].newest_vm_version,
        path=path,
        guest=command.guest,
        memory=command.memory,
        processor=command.processor,
        workload=command.workload,
        hard_drives=command.hard_drives,
        network_adapters=command.network_adapters,
        smart_paging_path=path,
        snapshot_path=path,
        created_ms=now_ms,
    )


def _version_fault(state: State, vm: VM) -> Fault | None:
    if vm.version in PERSONAS[state.inventory.host.persona].vm_versions:
        return None
    return Fault(Reason.VERSION_NOT_SUPPORTED, "version", vm.version)


def _switch_fault(state: State, vm: VM) -> Fault | None:
    known = {switch.name.casefold() for switch in state.inventory.host.switches}
    for adapter in vm.network_adapters:
        if adapter.switch is not None and adapter.switch.casefold() not in known:
            return Fault(Reason.SWITCH_NOT_FOUND, "switch", adapter.switch)
    return None
