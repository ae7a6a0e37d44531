"""The inventory as one value, and the ids of machines."""

import re

from emulator.inventory.identity import vm_id
from emulator.inventory.inventory import Inventory
from emulator.inventory.vm import VM


def a_vm(serial: int, name: str = "web") -> VM:
    return VM(id=vm_id(1, serial), name=name, path="C:\\")


def test_machines_keep_their_order_and_are_replaced_in_place() -> None:
    inventory = Inventory()
    for serial in range(3):
        inventory = inventory.with_vm(a_vm(serial, f"vm{serial}"))
    inventory = inventory.with_vm(a_vm(0, "renamed"))
    assert [vm.name for vm in inventory.vms.values()] == ["renamed", "vm1", "vm2"]
    inventory = inventory.without(vm_id(1, 1))
    assert [vm.name for vm in inventory.vms.values()] == ["renamed", "vm2"]


def test_names_are_found_in_any_case_and_need_not_be_unique() -> None:
    inventory = Inventory().with_vm(a_vm(0, "Web")).with_vm(a_vm(1, "web")).with_vm(a_vm(2, "db"))
    assert [vm.id for vm in inventory.named("WEB")] == [vm_id(1, 0), vm_id(1, 1)]
    assert not [*inventory.named("we")]


def test_an_id_is_a_guid_of_seed_and_serial() -> None:
    ids = {vm_id(seed, serial) for seed in range(20) for serial in range(20)}
    assert len(ids) == 400
    shape = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
    assert all(shape.fullmatch(each) for each in ids)
    assert vm_id(1, 0) == vm_id(1, 0)
