"""Restart-VM."""

from collections.abc import Iterable

from cmdlets.context import Context
from cmdlets.hyper_v import parameters
from cmdlets.hyper_v.find import machines, reached
from cmdlets.hyper_v.vm.power import change_one
from cmdlets.spec import Cmdlet, at, param, switch
from emulator.inventory.commands import RestartVM as RestartCommand
from emulator.objects.enums import EnumValue
from emulator.powershell.binder.validators import in_range

SETS = ("Name", "NameWait", "VMObject", "VMObjectWait")
BY_NAME = ("Name", "NameWait")
WAITING = ("NameWait", "VMObjectWait")


class RestartVM(
    Cmdlet,
    name="Restart-VM",
    module="Hyper-V",
    class_name="Microsoft.HyperV.PowerShell.Commands.RestartVM",
    default_set="Name",
    supports_should_process=True,
    output=("Microsoft.HyperV.PowerShell.VirtualMachine",),
):
    """Restart virtual machines: their guests boot anew.

    PS> Restart-VM web01 -Force
    """

    vm: list[object] | None = parameters.machine_objects("VMObject", "VMObjectWait")
    cim_session: list[object] | None = parameters.cim_session(*BY_NAME)
    computer_name: list[str] | None = parameters.computer_name(*BY_NAME)
    credential: list[object] | None = parameters.credential(*BY_NAME)
    name: list[str] | None = parameters.names(*BY_NAME)
    force: bool = switch("Do not ask.", sets=SETS)
    as_job: bool = parameters.as_job(*SETS)
    passthru: bool = parameters.passthru(*SETS)
    wait: bool = switch(
        "Wait until the guest is there again.",
        sets=dict.fromkeys(WAITING, at(mandatory=True)),
        not_emulated=True,
    )
    for_: EnumValue | None = param(
        "Microsoft.HyperV.PowerShell.Commands.RestartVM+WaitVMTypes",
        "What to wait for.",
        name="For",
        sets=WAITING,
        not_emulated=True,
    )
    delay: int | None = param(
        "System.UInt16",
        "Seconds between two looks while waiting.",
        sets=WAITING,
        validators=(in_range(1, 65535),),
        not_emulated=True,
    )
    timeout: int | None = param(
        "System.Nullable[System.Int32]",
        "Seconds to wait at most.",
        sets=WAITING,
        aliases=("TimeoutSec",),
        validators=(in_range(-1, 2147483647),),
        not_emulated=True,
    )
    type: EnumValue | None = param(
        "Microsoft.HyperV.PowerShell.Commands.RestartVM+RestartType",
        "How to restart: by a reset, or through the guest.",
        sets=SETS,
    )

    def process(self, ps: Context) -> Iterable[object]:
        """Restart each machine; a missing one is an error record, not the end."""
        if not reached(ps, self.computer_name):
            return
        for vm in machines(ps, self.name, self.vm):
            command = RestartCommand(vm=vm.id)
            yield from change_one(
                ps, vm, "restart", command, passthru=self.passthru, ask=not self.force
            )
