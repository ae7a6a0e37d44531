"""A world built: the state of the host at the moment the world begins.

The machines are made and started by the commands that everybody else uses, at moments before 0,
and time passes in between: at moment 0 guests have booted and reported, memory has settled where
the rules put it, and what cannot be (a machine the host is too full for) is told as a mistake of
the file. Two machines with different uptimes were started in that order. A saved machine ran for
`SAVED_AFTER_SECONDS` first; a paused one is paused, and metering begins, at moment 0.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from emulator.engine.advance import advance
from emulator.engine.carry_out import carry_out
from emulator.engine.state import State
from emulator.host.world.values import InvalidWorld, World, WorldDisk, WorldError, WorldVM
from emulator.inventory.commands import (
    ChangeVM,
    Command,
    CreateVM,
    Done,
    EnableMetering,
    PauseVM,
    SaveVM,
    StartVM,
)
from emulator.inventory.devices import HardDrive
from emulator.inventory.inventory import Inventory
from emulator.inventory.refusals import Refusal
from emulator.inventory.vm import PowerState, VMId
from emulator.units import Ticks, milliseconds

SAVED_AFTER_SECONDS: Final = 120
"""Within this time after its start every guest has reported (documented requirement)."""
FOLDER: Final = "C:\\VMs"
SET_AFTERWARDS: Final = (
    "notes",
    "automatic_start_action",
    "automatic_start_delay_seconds",
    "automatic_stop_action",
    "checkpoint_type",
)
"""Fields of a machine that New-VM does not set."""


def build(world: World) -> State:
    """Return the state at moment 0; InvalidWorld tells which machine cannot be as the file says."""
    began = Ticks(-max((_uptime_ticks(vm) for vm in world.vms), default=0))
    host = replace(world.host, engine=world.engine)
    state = State(inventory=Inventory(host=host, seed=world.seed), now=began)
    machines = tuple(_machines(world, state))
    errors: dict[int, WorldError] = {}
    steps = (step for machine in machines for step in _steps(machine))
    for step in sorted(steps, key=lambda step: step.at):
        advance(state, step.at)
        if step.machine.index in errors:  # what follows from a mistake is none of its own
            continue
        outcome = carry_out(state, step.command, milliseconds(step.at))
        if isinstance(outcome, Refusal):
            errors[step.machine.index] = _told(world, step.machine, outcome)
    if errors:
        raise InvalidWorld(tuple(error for _, error in sorted(errors.items())))
    advance(state, Ticks(0))
    return state


@dataclass(frozen=True, slots=True, kw_only=True)
class _Machine:
    """A machine that has been made: its id, what the file says, and which entry that is."""

    id: VMId
    vm: WorldVM
    index: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Step:
    """What is done to a machine before the world begins, and when."""

    at: Ticks
    machine: _Machine
    command: Command


def _machines(world: World, state: State) -> Iterator[_Machine]:
    errors: list[WorldError] = []
    for index, vm in enumerate(world.vms):
        for name in _names(vm):
            command = _creation(vm, name)
            outcome = carry_out(state, command, milliseconds(state.now))
            if isinstance(outcome, Done):
                assert outcome.vm is not None, "a machine just made exists"
                yield _Machine(id=outcome.vm.id, vm=vm, index=index)
                continue
            errors.append(world.source.error_in_vm(index, f"{name}: {_reason(outcome)}"))
            break  # its copies have the same fault
    if errors:
        raise InvalidWorld(tuple(errors))


def _names(vm: WorldVM) -> Iterator[str]:
    if vm.count is None:
        yield vm.name
        return
    for number in range(1, vm.count + 1):
        yield f"{vm.name}-{number:04}"


def _creation(vm: WorldVM, name: str) -> CreateVM:
    parent = (vm.path or FOLDER).rstrip("\\")
    folder = f"{parent}\\{name}"
    files = (name if at == 0 else f"{name}-{at + 1}" for at in range(len(vm.disks)))
    paths = (f"{folder}\\{file}.vhdx" for file in files)
    return CreateVM(
        name=name,
        path=parent,
        generation=vm.generation,
        version=vm.version,
        memory=vm.memory,
        processor=vm.processor,
        hard_drives=tuple(
            _hard_drive(disk, path, vm.generation, location)
            for location, (disk, path) in enumerate(zip(vm.disks, paths, strict=True))
        ),
        network_adapters=vm.adapters,
        guest=vm.guest,
        workload=vm.workload,
    )


def _hard_drive(disk: WorldDisk, path: str, generation: int, location: int) -> HardDrive:
    """Attach a disk where the wizard does: two on each IDE controller, or all on SCSI."""
    number, place = divmod(location, 2) if generation == 1 else (0, location)
    return HardDrive(
        path=disk.path or path,
        size_bytes=disk.size_bytes,
        controller_type="IDE" if generation == 1 else "SCSI",
        controller_number=number,
        controller_location=place,
    )


def _steps(machine: _Machine) -> Iterator[_Step]:
    vm, start = machine.vm, Ticks(-_uptime_ticks(machine.vm))
    change = _change(machine)
    if change is not None:
        yield _Step(at=start, machine=machine, command=change)
    if vm.state is not PowerState.OFF:
        yield _Step(at=start, machine=machine, command=StartVM(vm=machine.id))
    if vm.state is PowerState.SAVED:
        saved = Ticks(min(start + SAVED_AFTER_SECONDS, 0))
        yield _Step(at=saved, machine=machine, command=SaveVM(vm=machine.id))
    if vm.metering_enabled:
        yield _Step(at=Ticks(0), machine=machine, command=EnableMetering(vm=machine.id))
    if vm.state is PowerState.PAUSED:
        yield _Step(at=Ticks(0), machine=machine, command=PauseVM(vm=machine.id))


def _change(machine: _Machine) -> ChangeVM | None:
    """Return what is set after a machine is made; None where all of it is as made."""
    made, differing = WorldVM(name=machine.vm.name), dict[str, Any]()
    for name in SET_AFTERWARDS:
        value = getattr(machine.vm, name)
        if value != getattr(made, name):
            differing[name] = value
    return ChangeVM(vm=machine.id, **differing) if differing else None


def _uptime_ticks(vm: WorldVM) -> Ticks:
    return Ticks(0 if vm.state is PowerState.OFF else vm.uptime_seconds)


def _told(world: World, machine: _Machine, refusal: Refusal) -> WorldError:
    message = f"{machine.vm.name} cannot be {machine.vm.state.value}: {_reason(refusal)}"
    return world.source.error_in_vm(machine.index, message)


def _reason(refusal: Refusal) -> str:
    text = refusal.reason.value
    if refusal.setting:
        text += f" ({refusal.setting} {refusal.value})"
    if refusal.needed_mib is not None and refusal.available_mib is not None:
        text += f" (needs {refusal.needed_mib} MB, {refusal.available_mib} MB can be had)"
    return text
