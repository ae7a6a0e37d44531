"""Refusals: why a host did not do what it was asked, as values; their texts live elsewhere."""

from dataclasses import dataclass
from enum import Enum

from emulator.inventory.vm import VMId


class Reason(Enum):
    """Why a command was refused. Each has its error record in the cmdlets' catalogue."""

    VM_NOT_FOUND = "no machine has this id (any more)"
    WRONG_STATE = "the machine is not in a state in which this can be done"
    MEMORY_NOT_ALIGNED = "a memory size is no whole, even number of MB"
    MEMORY_OUT_OF_RANGE = "minimum <= startup <= maximum would not hold"
    MEMORY_VALUE_OUT_OF_LIMITS = "a memory value is outside what Hyper-V accepts"
    GUEST_KEEPS_MEMORY = "the guest does not part with as much memory as a resize would take"
    MEMORY_LOCKED_WHILE_RUNNING = "this memory setting cannot change while the machine runs"
    OUT_OF_MEMORY = "the host has too little memory to start the machine"
    INSUFFICIENT_RESOURCES = "the hypervisor cannot allocate the memory"
    PROCESSOR_COUNT_OUT_OF_RANGE = "more processors than the host has"
    PROCESSOR_LOCKED_WHILE_RUNNING = "this processor setting cannot change while it runs"
    PROCESSOR_VALUE_OUT_OF_LIMITS = "a processor value is outside what Hyper-V accepts"
    METERING_OFF = "the machine is not metered, so there is no window to begin anew"
    SWITCH_NOT_FOUND = "no virtual switch has that name"
    VERSION_NOT_SUPPORTED = "the host cannot make machines of that version"


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """One refusal and the facts its message needs; sizes are in MiB as Hyper-V prints them."""

    reason: Reason
    vm: VMId | None = None
    vm_name: str = ""
    value: str = ""
    """The value refused, as text; which one it is follows from `reason`."""
    setting: str = ""
    """The field of the command that was refused ("startup_bytes"); empty where there is none."""
    needed_mib: int | None = None
    """What a start asked for (startup or saved memory); None for other refusals."""
    available_mib: int | None = None
    """What the host could have found for it: free memory and what others would give."""
