"""Measure-VM."""

from collections.abc import Iterable

from cmdlets.context import Context
from cmdlets.hyper_v import parameters, refusals
from cmdlets.hyper_v.find import machines, reached, write_refusal
from cmdlets.hyper_v.metering.report import MeteringReport
from cmdlets.spec import Cmdlet


class MeasureVM(
    Cmdlet,
    name="Measure-VM",
    module="Hyper-V",
    class_name="Microsoft.HyperV.PowerShell.Commands.MeasureVM",
    default_set="Name",
    output=("Microsoft.HyperV.PowerShell.VMMeteringReportForVirtualMachine",),
):
    """Report what virtual machines used since their meters were last reset.

    A machine that is not metered is an error.

    PS> Enable-VMResourceMetering web01; Start-Sleep 60; Measure-VM web01
    """

    vm: list[object] | None = parameters.machine_objects("VMObject")
    cim_session: list[object] | None = parameters.cim_session("Name")
    computer_name: list[str] | None = parameters.computer_name("Name")
    credential: list[object] | None = parameters.credential("Name")
    name: list[str] | None = parameters.names("Name")

    def process(self, ps: Context) -> Iterable[object]:
        """Return one report per machine, figures of this moment."""
        if not reached(ps, self.computer_name):
            return
        for vm in machines(ps, self.name, self.vm):
            meter = ps.host.observe().meter(vm.id)
            if meter is None:
                write_refusal(ps, refusals.metering_off(vm.name))
            else:
                yield MeteringReport(ps.hyper_v, vm, meter)
