"""Values as plain data, and back."""

import json

import pytest

from emulator.inventory import commands as ask
from emulator.inventory.devices import HardDrive
from emulator.inventory.host import HostSettings, VirtualSwitch
from emulator.inventory.inventory import Inventory
from emulator.inventory.memory import MemorySettings
from emulator.inventory.plain import NotPlain, from_plain, plain
from emulator.inventory.refusals import Reason, Refusal
from emulator.inventory.vm import VM, CheckpointType, StartAction, VMId
from emulator.inventory.workload import Burst, Idle, Ramp, Replay, Steady
from emulator.objects.numbers import UInt64
from emulator.units import Bytes, mib

ID = VMId("5a8b0e1c-0d5a-4f5e-9c4b-0a1b2c3d4e5f")
MACHINE = VM(
    id=ID,
    name="web",
    path="C:\\",
    hard_drives=(HardDrive(path="a.vhdx", size_bytes=mib(1)),),
    workload=Replay(points=((0, mib(1)), (9, mib(2)))),
)


@pytest.mark.parametrize(
    "value",
    [
        MACHINE,
        Inventory(host=HostSettings(switches=(VirtualSwitch(name="LAN", kind="External"),))),
        Inventory(seed=3, serial=4).with_vm(MACHINE),
        ask.CreateVM(name="a", workload=Ramp(from_bytes=mib(1), to_bytes=mib(2))),
        ask.ChangeVM(
            vm=ID, automatic_start_action=StartAction.START, checkpoint_type=CheckpointType.DISABLED
        ),
        ask.ChangeMemory(vm=ID, startup_bytes=mib(512)),
        ask.ChangeProcessor(vm=ID, count=2, expose_virtualization_extensions=True),
        ask.ChangeWorkload(vm=ID, workload=Burst(base_bytes=mib(1), peak_bytes=mib(2))),
        ask.ChangeWorkload(vm=ID, workload=Steady(demand_bytes=mib(1))),
        ask.ChangeWorkload(vm=ID, workload=Idle()),
        *(
            kind(vm=ID)
            for kind in (
                ask.RemoveVM, ask.StartVM, ask.StopVM, ask.RestartVM, ask.PauseVM, ask.ResumeVM,
                ask.SaveVM, ask.EnableMetering, ask.DisableMetering, ask.ResetMetering,
            )
        ),
        ask.Done(vm=MACHINE, already=True),
        Refusal(reason=Reason.OUT_OF_MEMORY, vm=ID, needed_mib=3),
    ],
)  # fmt: skip
def test_a_value_survives_json(value: object) -> None:
    assert from_plain(json.loads(json.dumps(plain(value)))) == value


def test_numbers_of_dotnet_become_plain_numbers() -> None:
    written = plain(MemorySettings(startup_bytes=Bytes(UInt64(mib(512)))))
    assert type(written["startup_bytes"]) is int


def test_a_field_that_came_later_takes_its_default() -> None:
    written = plain(MACHINE)
    del written["generation"]
    assert from_plain(written) == MACHINE


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"is": "Ghost"}, "'Ghost' is no kind of value"),
        ({"name": "a"}, "None is no kind of value"),
        ({"is": "StartVM"}, "StartVM cannot be read.*vm"),
        ({"is": "StartVM", "vm": "x", "odd": 1}, "odd"),
        ({"is": "PowerState", "value": "Dancing"}, "PowerState cannot be read"),
        ({"is": "Percent"}, "no kind of value"),
        ({"is": "Final"}, "no kind of value"),
    ],
)
def test_data_that_is_no_value_is_refused(data: object, words: str) -> None:
    with pytest.raises(NotPlain, match=words):
        from_plain(data)


def test_what_is_not_of_the_inventory_has_no_plain_form() -> None:
    with pytest.raises(NotPlain, match="float"):
        plain(MemorySettings(weight=0.5))  # type: ignore[arg-type]
