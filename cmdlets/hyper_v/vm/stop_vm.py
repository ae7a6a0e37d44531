"""Stop-VM."""

from collections.abc import Iterable, Iterator

from cmdlets.context import Context
from cmdlets.hyper_v import parameters, refusals
from cmdlets.hyper_v.find import machines, reached, write_refusal
from cmdlets.hyper_v.vm.power import change_one
from cmdlets.spec import Cmdlet, switch
from emulator.inventory.commands import SaveVM, VMCommand
from emulator.inventory.commands import StopVM as StopCommand
from emulator.inventory.vm import VM, GuestFamily, PowerState

SETS = ("Name", "VMObject")


class StopVM(
    Cmdlet,
    name="Stop-VM",
    module="Hyper-V",
    class_name="Microsoft.HyperV.PowerShell.Commands.StopVM",
    default_set="Name",
    supports_should_process=True,
    output=("Microsoft.HyperV.PowerShell.VirtualMachine",),
):
    """Shut down, turn off or save virtual machines.

    Without a switch the guest is asked to shut down. A guest that cannot (no operating system)
    makes the real cmdlet prompt, which fails where nobody can answer; -Force turns such a guest
    off.

    PS> Stop-VM web01

    PS> Stop-VM web01 -TurnOff
    """

    vm: list[object] | None = parameters.machine_objects("VMObject")
    cim_session: list[object] | None = parameters.cim_session("Name")
    computer_name: list[str] | None = parameters.computer_name("Name")
    credential: list[object] | None = parameters.credential("Name")
    name: list[str] | None = parameters.names("Name")
    save: bool = switch("Save the machine's state instead.", sets=SETS)
    turn_off: bool = switch("Cut the power instead.", sets=SETS)
    force: bool = switch("Shut down without waiting for unsaved work.", sets=SETS)
    as_job: bool = parameters.as_job(*SETS)
    passthru: bool = parameters.passthru(*SETS)

    def process(self, ps: Context) -> Iterable[object]:
        """Stop each machine; a missing one is an error record, not the end."""
        if not reached(ps, self.computer_name):
            return
        for vm in machines(ps, self.name, self.vm):
            yield from self._stop(ps, vm)

    def _stop(self, ps: Context, vm: VM) -> Iterator[object]:
        if self._needs_prompt(vm):
            write_refusal(ps, refusals.prompt_impossible())
            return
        command: VMCommand = SaveVM(vm=vm.id) if self.save else self._power_off(vm)
        verb = "save" if self.save else "turn off" if self.turn_off else "shut down"
        yield from change_one(ps, vm, verb, command, passthru=self.passthru)

    def _power_off(self, vm: VM) -> StopCommand:
        return StopCommand(vm=vm.id, turn_off=self.turn_off or vm.guest is GuestFamily.NONE)

    def _needs_prompt(self, vm: VM) -> bool:
        """Whether the guest cannot shut down by itself. Source: err-035, behaviour-facts."""
        asked = not (self.force or self.save or self.turn_off)
        return asked and vm.state is PowerState.RUNNING and vm.guest is GuestFamily.NONE
