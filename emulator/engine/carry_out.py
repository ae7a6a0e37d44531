"""Carrying out a command: all of it, or a refusal and nothing."""

from typing import assert_never

from emulator.engine import machines, meters, power
from emulator.engine.memory_change import change_memory
from emulator.engine.processor_change import change_processor
from emulator.engine.state import State
from emulator.inventory import commands as ask
from emulator.inventory.refusals import Reason, Refusal
from emulator.units import Milliseconds, ticks_floor


def carry_out(state: State, command: ask.Command, now_ms: Milliseconds) -> ask.Done | Refusal:
    """Do what `command` says at `now_ms`; the state must have been advanced to its tick.

    What changes is the inventory, the columns of the machine, and of those that give memory to
    it. A refusal changes nothing.
    """
    assert ticks_floor(now_ms) == state.now, f"the state is at tick {state.now}, not {now_ms} ms"
    if isinstance(command, ask.CreateVM):
        return machines.create(state, command, now_ms)
    if command.vm not in state.inventory.vms:
        return Refusal(reason=Reason.VM_NOT_FOUND, vm=command.vm)
    match command:
        case ask.StartVM() | ask.StopVM() | ask.RestartVM():
            return _switch(state, command, now_ms)
        case ask.PauseVM() | ask.ResumeVM() | ask.SaveVM():
            return _halt(state, command, now_ms)
        case ask.EnableMetering() | ask.DisableMetering() | ask.ResetMetering():
            return _meter(state, command)
        case _:
            return _change(state, command)


def _switch(
    state: State, command: ask.StartVM | ask.StopVM | ask.RestartVM, now_ms: Milliseconds
) -> ask.Done | Refusal:
    vm = state.vm(command.vm)
    match command:
        case ask.StartVM():
            return power.start(state, vm, now_ms)
        case ask.StopVM():
            return power.stop(state, vm, turn_off=command.turn_off)
        case ask.RestartVM():
            return power.restart(state, vm, now_ms)
        case _:
            assert_never(command)


def _halt(
    state: State, command: ask.PauseVM | ask.ResumeVM | ask.SaveVM, now_ms: Milliseconds
) -> ask.Done | Refusal:
    vm = state.vm(command.vm)
    match command:
        case ask.PauseVM():
            return power.pause(state, vm, now_ms)
        case ask.ResumeVM():
            return power.resume(state, vm, now_ms)
        case ask.SaveVM():
            return power.save(state, vm)
        case _:
            assert_never(command)


def _meter(
    state: State, command: ask.EnableMetering | ask.DisableMetering | ask.ResetMetering
) -> ask.Done | Refusal:
    vm = state.vm(command.vm)
    match command:
        case ask.EnableMetering():
            return meters.enable(state, vm)
        case ask.DisableMetering():
            return meters.disable(state, vm)
        case ask.ResetMetering():
            return meters.reset(state, vm)
        case _:
            assert_never(command)


def _change(
    state: State,
    command: ask.RemoveVM
    | ask.ChangeVM
    | ask.ChangeMemory
    | ask.ChangeProcessor
    | ask.ChangeWorkload,
) -> ask.Done | Refusal:
    match command:
        case ask.RemoveVM():
            return machines.remove(state, command)
        case ask.ChangeVM():
            return machines.change(state, command)
        case ask.ChangeMemory():
            return change_memory(state, command)
        case ask.ChangeProcessor():
            return change_processor(state, command)
        case ask.ChangeWorkload():
            return machines.change_workload(state, command)
        case _:
            assert_never(command)
