"""The Hyper-V module: one folder per noun, one file per cmdlet; live objects beside them."""

from typing import Final

from cmdlets.hyper_v.host.get_vm_host import GetVMHost
from cmdlets.hyper_v.memory.get_vm_memory import GetVMMemory
from cmdlets.hyper_v.memory.set_vm_memory import SetVMMemory
from cmdlets.hyper_v.metering.disable_vm_resource_metering import DisableVMResourceMetering
from cmdlets.hyper_v.metering.enable_vm_resource_metering import EnableVMResourceMetering
from cmdlets.hyper_v.metering.measure_vm import MeasureVM
from cmdlets.hyper_v.metering.reset_vm_resource_metering import ResetVMResourceMetering
from cmdlets.hyper_v.processor.get_vm_processor import GetVMProcessor
from cmdlets.hyper_v.processor.set_vm_processor import SetVMProcessor
from cmdlets.hyper_v.vm.get_vm import GetVM
from cmdlets.hyper_v.vm.new_vm import NewVM
from cmdlets.hyper_v.vm.remove_vm import RemoveVM
from cmdlets.hyper_v.vm.rename_vm import RenameVM
from cmdlets.hyper_v.vm.restart_vm import RestartVM
from cmdlets.hyper_v.vm.resume_vm import ResumeVM
from cmdlets.hyper_v.vm.save_vm import SaveVM
from cmdlets.hyper_v.vm.set_vm import SetVM
from cmdlets.hyper_v.vm.start_vm import StartVM
from cmdlets.hyper_v.vm.stop_vm import StopVM
from cmdlets.hyper_v.vm.suspend_vm import SuspendVM
from cmdlets.spec import Cmdlet

CMDLETS: Final[tuple[type[Cmdlet], ...]] = (
    DisableVMResourceMetering,
    EnableVMResourceMetering,
    GetVM,
    GetVMHost,
    GetVMMemory,
    GetVMProcessor,
    MeasureVM,
    NewVM,
    RemoveVM,
    RenameVM,
    ResetVMResourceMetering,
    RestartVM,
    ResumeVM,
    SaveVM,
    SetVM,
    SetVMMemory,
    SetVMProcessor,
    StartVM,
    StopVM,
    SuspendVM,
)
