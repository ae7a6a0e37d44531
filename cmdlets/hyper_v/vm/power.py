"""What Start-, Suspend-, Resume- and Save-VM share: which machines, and what they return."""

from collections.abc import Callable, Iterator

from cmdlets.context import Context
from cmdlets.hyper_v import parameters
from cmdlets.hyper_v.change import allowed, carry_out, confirmed
from cmdlets.hyper_v.find import machines, reached
from cmdlets.hyper_v.vm.virtual_machine import VirtualMachine
from cmdlets.spec import Cmdlet
from emulator.inventory.commands import VMCommand
from emulator.inventory.vm import VM, VMId


class PowerCmdlet(Cmdlet):
    """The parameters of a cmdlet that changes the power state of machines."""

    vm: list[object] | None = parameters.machine_objects("VMObject")
    cim_session: list[object] | None = parameters.cim_session("Name")
    computer_name: list[str] | None = parameters.computer_name("Name")
    credential: list[object] | None = parameters.credential("Name")
    name: list[str] | None = parameters.names("Name")
    as_job: bool = parameters.as_job("Name", "VMObject")
    passthru: bool = parameters.passthru("Name", "VMObject")

    def change_each(
        self, ps: Context, does: str, command: Callable[[VMId], VMCommand]
    ) -> Iterator[object]:
        """Submit `command` for each machine meant; `does` is the verb that -WhatIf shows."""
        if not reached(ps, self.computer_name):
            return
        for vm in machines(ps, self.name, self.vm):
            yield from change_one(ps, vm, does, command(vm.id), passthru=self.passthru)


def change_one(
    ps: Context,
    vm: VM,
    does: str,
    command: VMCommand,
    *,
    passthru: bool,
    ask: bool = False,
) -> Iterator[object]:
    """Ask, submit, and return the machine where -Passthru says so.

    `ask` asks even without -Confirm: the cmdlets that have -Force do, unless it is given.
    """
    if not allowed(ps, does, vm.name):
        return
    if ask and not confirmed(ps, does, vm.name):
        return
    if carry_out(ps, command) is not None and passthru:
        yield VirtualMachine(ps.hyper_v, vm)
