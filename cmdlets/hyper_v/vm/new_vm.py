"""New-VM."""

from collections.abc import Iterable
from typing import Final

from cmdlets.context import Context
from cmdlets.hyper_v import parameters, refusals
from cmdlets.hyper_v.change import allowed, carry_out
from cmdlets.hyper_v.find import reached, write_refusal
from cmdlets.hyper_v.vm.virtual_machine import VirtualMachine
from cmdlets.spec import Cmdlet, at, param, switch
from emulator.inventory.commands import CreateVM
from emulator.inventory.devices import HardDrive, NetworkAdapter
from emulator.inventory.memory import MemorySettings
from emulator.objects.enums import EnumValue
from emulator.objects.errors import NotEmulated
from emulator.objects.identifiers import Version
from emulator.powershell.binder.validators import not_null, not_null_or_empty, one_of
from emulator.units import Bytes, gib

SETS = ("No VHD", "New VHD", "Existing VHD")
DEFAULT_NAME: Final = "New Virtual Machine"
"""Source: documented (the name New-VM gives without -Name)."""
EXISTING_DISK_BYTES: Final = gib(127)
"""Size taken for a disk given by path, which no file system here holds (assumed: the default)."""


class NewVM(
    Cmdlet,
    name="New-VM",
    module="Hyper-V",
    class_name="Microsoft.HyperV.PowerShell.Commands.NewVM",
    default_set="No VHD",
    supports_should_process=True,
    output=("Microsoft.HyperV.PowerShell.VirtualMachine",),
):
    """Create a virtual machine.

    The machine is off, has static memory, one processor and one network adapter. Paths are
    recorded; no file is created.

    PS> New-VM -Name web03 -MemoryStartupBytes 1GB -SwitchName LAN
    """

    vm_name: str | None = param(
        "System.String",
        "Name of the machine; names need not be unique.",
        name="Name",
        sets=dict.fromkeys(SETS, at(0, by_value=True, by_property_name=True)),
        aliases=("VMName",),
        validators=(not_null_or_empty(),),
    )
    memory_startup_bytes: int | None = param(
        "System.Nullable[System.Int64]",
        "Memory of the machine; 512 MB unless given.",
        sets=dict.fromkeys(SETS, at(1)),
        validators=(not_null(),),
    )
    boot_device: EnumValue | None = param(
        "System.Nullable[Microsoft.HyperV.PowerShell.BootDevice]",
        "What to boot from first.",
        sets=SETS,
        validators=(not_null_or_empty(),),
    )
    no_vhd: bool = switch("Make no disk.", name="NoVHD", sets=("No VHD",))
    switch_name: str | None = param(
        "System.String",
        "The virtual switch the adapter is connected to.",
        sets=SETS,
        validators=(not_null_or_empty(),),
    )
    vhd_path: str | None = param(
        "System.String",
        "Path of an existing disk.",
        name="VHDPath",
        sets={"Existing VHD": at(mandatory=True)},
        validators=(not_null_or_empty(),),
    )
    new_vhd_path: str | None = param(
        "System.String",
        "Path of a new disk.",
        name="NewVHDPath",
        sets={"New VHD": at(mandatory=True)},
        validators=(not_null_or_empty(),),
    )
    new_vhd_size_bytes: int | None = param(
        "System.UInt64",
        "Size of the new disk.",
        name="NewVHDSizeBytes",
        sets={"New VHD": at(mandatory=True)},
        validators=(not_null_or_empty(),),
    )
    path: str | None = param(
        "System.String",
        "Folder of the machine's files.",
        sets=SETS,
        validators=(not_null_or_empty(),),
    )
    source_guest_state_path: str | None = param(
        "System.String", "Where guest state is copied from.", sets=SETS, not_emulated=True
    )
    version: Version | None = param(
        "System.Version",
        "Configuration version of the machine; the host's newest unless given.",
        sets=SETS,
        validators=(not_null(),),
    )
    prerelease: bool = switch("Make a prerelease machine.", sets=SETS, not_emulated=True)
    experimental: bool = switch("Make an experimental machine.", sets=SETS, not_emulated=True)
    generation: int | None = param(
        "System.Nullable[System.Int16]",
        "1 (BIOS) or 2 (UEFI).",
        sets=dict.fromkeys(SETS, at(2)),
        validators=(one_of("1", "2"), not_null_or_empty()),
    )
    guest_state_isolation_type: EnumValue | None = param(
        "Microsoft.HyperV.PowerShell.GuestIsolationType",
        "How the guest's state is isolated.",
        sets=SETS,
        not_emulated=True,
    )
    force: bool = switch("Do not ask.", sets=SETS)
    as_job: bool = parameters.as_job(*SETS)
    cim_session: list[object] | None = parameters.cim_session(*SETS)
    computer_name: list[str] | None = parameters.computer_name(*SETS)
    credential: list[object] | None = parameters.credential(*SETS)

    def process(self, ps: Context) -> Iterable[object]:
        """Create one machine and return it."""
        if not reached(ps, self.computer_name):
            return
        name = self.vm_name or DEFAULT_NAME
        if not self._switch_known(ps) or not allowed(ps, "create", name):
            return
        done = carry_out(ps, self._command(name))
        if done is not None:
            assert done.vm is not None, "a created machine comes back"
            yield VirtualMachine(ps.hyper_v, done.vm)

    def _switch_known(self, ps: Context) -> bool:
        """Whether the switch exists; the real cmdlet finds out before it creates anything."""
        if self.switch_name is None:
            return True
        wanted = self.switch_name.casefold()
        switches = ps.host.observe().inventory.host.switches
        if any(known.name.casefold() == wanted for known in switches):
            return True
        write_refusal(ps, refusals.switch_not_found(self.switch_name))
        return False

    def _command(self, name: str) -> CreateVM:
        memory = MemorySettings()
        if self.memory_startup_bytes is not None:
            memory = MemorySettings(startup_bytes=Bytes(int(self.memory_startup_bytes)))
        if self.boot_device is not None and self.boot_device.name not in ("VHD", "IDE"):
            raise NotEmulated(f"New-VM -BootDevice {self.boot_device.name}")
        return CreateVM(
            name=name,
            path=self.path,
            generation=int(self.generation or 1),
            version=None if self.version is None else str(self.version),
            memory=memory,
            hard_drives=self._disks(),
            network_adapters=(NetworkAdapter(switch=self.switch_name),),
        )

    def _disks(self) -> tuple[HardDrive, ...]:
        controller = "SCSI" if self.generation == 2 else "IDE"
        if self.new_vhd_path is not None:
            size = Bytes(int(self.new_vhd_size_bytes or 0))
            disk = HardDrive(path=self.new_vhd_path, size_bytes=size, controller_type=controller)
            return (disk,)
        if self.vhd_path is not None:
            return (
                HardDrive(
                    path=self.vhd_path,
                    size_bytes=EXISTING_DISK_BYTES,
                    controller_type=controller,
                ),
            )
        return ()
