"""Get-VMHost."""

from collections.abc import Iterable

from cmdlets.context import Context
from cmdlets.hyper_v.find import reached
from cmdlets.hyper_v.host.vm_host import VMHost
from cmdlets.spec import Cmdlet, at, param
from emulator.powershell.binder.validators import not_null_or_empty


class GetVMHost(
    Cmdlet,
    name="Get-VMHost",
    module="Hyper-V",
    class_name="Microsoft.HyperV.PowerShell.Commands.GetVMHost",
    default_set="ComputerName",
    output=("Microsoft.HyperV.PowerShell.VMHost",),
):
    """Get the host's settings.

    PS> Get-VMHost
    """

    cim_session: list[object] | None = param(
        "Microsoft.Management.Infrastructure.CimSession[]",
        "CIM sessions to the host; only sessions to the emulated host itself exist.",
        sets={"CimSession": at(0, mandatory=True, by_property_name=True)},
        validators=(not_null_or_empty(),),
    )
    computer_name: list[str] | None = param(
        "System.String[]",
        "Hosts to ask; the emulated host knows only itself.",
        sets={"ComputerName": at(0, by_value=True)},
        validators=(not_null_or_empty(),),
    )
    credential: list[object] | None = param(
        "System.Management.Automation.PSCredential[]",
        "Accounts to use on remote hosts.",
        sets={"ComputerName": at(1, by_value=True)},
        validators=(not_null_or_empty(),),
        not_emulated=True,
    )

    def process(self, ps: Context) -> Iterable[object]:
        """Return the host."""
        return (VMHost(ps.hyper_v),) if reached(ps, self.computer_name) else ()
