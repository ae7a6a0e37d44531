"""Error records of the module: one function per kind of refusal, texts from the catalogue.

Each text names its source: `err-NNN` is a captured message of the catalogue; "assumed" marks a
text formed by the pattern of its nearest kin. The parts of a task's message are separated by
blank lines, the short ones first, then the same facts with the machine's id in upper case.
"""

from dataclasses import dataclass
from typing import Final, assert_never

from emulator.inventory.commands import ChangeMemory, ChangeProcessor, ChangeVM, Command
from emulator.inventory.refusals import Reason, Refusal
from emulator.objects.errors import ClrException, ErrorCategory, ErrorRecord

EXCEPTION: Final = "Microsoft.HyperV.PowerShell.VirtualizationException"
COMMANDS: Final = "Microsoft.HyperV.PowerShell.Commands."
BETWEEN_PARTS: Final = "\r\n\r\n"

CATEGORY_OF: Final = {
    "InvalidParameter": ErrorCategory.InvalidArgument,
    "ObjectNotFound": ErrorCategory.ObjectNotFound,
    "InvalidState": ErrorCategory.InvalidOperation,
    "InvalidOperation": ErrorCategory.InvalidOperation,
    "NotSupported": ErrorCategory.InvalidOperation,
    "OperationFailed": ErrorCategory.NotSpecified,
    "Unspecified": ErrorCategory.NotSpecified,
    "AccessDenied": ErrorCategory.PermissionDenied,
    "OutOfMemory": ErrorCategory.FromStdErr,
}
"""The category of each identifier. Source: types.json exceptions.identifier_to_category_seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorText:
    """An identifier and the parts of its message, as Hyper-V words them."""

    identifier: str
    parts: tuple[str, ...]


def record(
    text: ErrorText, *, command_class: str, activity: str, target: object = None
) -> ErrorRecord:
    """Return the record of `text` as the cmdlet `activity` of class `command_class` raises it."""
    return ErrorRecord(
        exception=ClrException(
            type_name=EXCEPTION,
            message=BETWEEN_PARTS.join(text.parts),
            lineage=("System.Exception",),
        ),
        error_id=text.identifier,
        category=CATEGORY_OF[text.identifier],
        target=target,
        command_type=command_class,
        activity=activity,
    )


def vm_not_found(name: str, *, getting: bool, old: bool = False) -> ErrorText:
    """Answer a name that no machine has; `getting` is Get-VM, `old` a host before 2016.

    Source: err-001 (Get-VM), err-003 (Get-VM of 2012 R2), err-004 to err-008 (others); that the
    others of 2012 R2 say what the later ones say is assumed.
    """
    text = f'Hyper-V was unable to find a virtual machine with name "{name}".'
    if getting and old:
        found = f"Hyper-V was unable to find a virtual machine with name {name}."
        text = f"A parameter is invalid. {found}"
    return ErrorText(identifier="InvalidParameter" if getting else "ObjectNotFound", parts=(text,))


def vm_id_not_found(vm_id: str) -> ErrorText:
    """Answer an id that no machine has. Source: assumed (form of err-001)."""
    return ErrorText(
        identifier="ObjectNotFound",
        parts=(f'Hyper-V was unable to find a virtual machine with id "{vm_id}".',),
    )


def computer_not_resolved(name: str) -> ErrorText:
    """Answer a -ComputerName that is not the emulated host. Source: err-076; id assumed."""
    return ErrorText(
        identifier="InvalidParameter",
        parts=(
            (
                f"The computer '{name}' could not be resolved. Make sure you typed the machine name "
                "correctly and that you have network access."
            ),
        ),
    )


def object_gone(computer_name: str) -> ErrorText:
    """Answer an object whose machine was removed. Source: err-073."""
    return ErrorText(
        identifier="ObjectNotFound",
        parts=(
            (
                f"Hyper-V encountered an error trying to access an object on computer "
                f"'{computer_name}' because the object was not found. The object might have been "
                "deleted. Verify that the Virtual Machine Management service on the computer is "
                "running."
            ),
        ),
    )


def switch_not_found(name: str) -> ErrorText:
    """Answer a -SwitchName that no switch has. Source: err-012."""
    return ErrorText(
        identifier="InvalidParameter",
        parts=(f'Hyper-V was unable to find a virtual switch with name "{name}".',),
    )


def metering_off(name: str) -> ErrorText:
    """Answer Measure-VM on a machine that is not metered. Source: assumed (text not captured)."""
    return ErrorText(
        identifier="InvalidOperation",
        parts=(
            (
                f"Resource metering is not enabled for the virtual machine '{name}'. Enable it with "
                "Enable-VMResourceMetering and try again."
            ),
        ),
    )


def prompt_impossible() -> ErrorText:
    """Answer a cmdlet that must ask where nobody can answer. Source: err-035."""
    return ErrorText(
        identifier="InvalidOperation",
        parts=(
            (
                "Windows PowerShell is in NonInteractive mode. Read and Prompt functionality is not "
                "available."
            ),
        ),
    )


def text_of(refusal: Refusal, command: Command) -> ErrorText:
    """Return the words for a refusal of `command` by the host."""
    match refusal.reason:
        case Reason.VM_NOT_FOUND:
            return vm_not_found(refusal.vm_name or refusal.value, getting=False)
        case Reason.SWITCH_NOT_FOUND:
            return switch_not_found(refusal.value)
        case Reason.OUT_OF_MEMORY | Reason.INSUFFICIENT_RESOURCES:
            return _start_refused(refusal)
        case Reason.WRONG_STATE:
            return _wrong_state(refusal, command)
        case (
            Reason.MEMORY_NOT_ALIGNED
            | Reason.MEMORY_OUT_OF_RANGE
            | Reason.MEMORY_VALUE_OUT_OF_LIMITS
            | Reason.MEMORY_LOCKED_WHILE_RUNNING
            | Reason.GUEST_KEEPS_MEMORY
        ):
            return _memory_refused(refusal)
        case (
            Reason.PROCESSOR_COUNT_OUT_OF_RANGE
            | Reason.PROCESSOR_LOCKED_WHILE_RUNNING
            | Reason.PROCESSOR_VALUE_OUT_OF_LIMITS
        ):
            return _processor_refused(refusal)
        case Reason.METERING_OFF:
            return metering_off(refusal.vm_name)
        case Reason.VERSION_NOT_SUPPORTED:
            return _version_refused(refusal)
    assert_never(refusal.reason)


def _id_of(refusal: Refusal) -> str:
    return f"(Virtual machine ID {(refusal.vm or '').upper()})"


def _start_refused(refusal: Refusal) -> ErrorText:
    """Word a start that found too little memory. Source: err-019 and err-023."""
    vm, mark, size = refusal.vm_name, _id_of(refusal), refusal.needed_mib
    if refusal.reason is Reason.INSUFFICIENT_RESOURCES:
        why = "Insufficient system resources exist to complete the requested service. (0x800705AA)."
        return ErrorText(
            identifier="Unspecified",
            parts=(
                f"'{vm}' failed to start.",
                f"Unable to allocate {size} MB of RAM: {why}",
                f"'{vm}' failed to start. {mark}",
                f"'{vm}' is unable to allocate {size} MB of RAM: {why} {mark}",
            ),
        )
    why = "Not enough memory resources are available to complete this operation. (0x8007000E)."
    short = f"Not enough memory in the system to start the virtual machine {vm}"
    return ErrorText(
        identifier="OutOfMemory",
        parts=(
            f"'{vm}' failed to start.",
            f"{short}.",
            f"Could not initialize memory: {why}",
            f"'{vm}' failed to start. {mark}",
            f"{short} with ram size {size} megabytes. {mark}",
            f"'{vm}' could not initialize memory: {why} {mark}",
        ),
    )


def _wrong_state(refusal: Refusal, command: Command) -> ErrorText:
    """Word a command that the power state forbids. Source: err-038, err-039, err-042.

    err-038 has no id; that of err-039 and err-042 is taken (assumed).
    """
    match command:
        case ChangeMemory():
            return _device_locked(refusal, "Memory")
        case ChangeProcessor():
            return _device_locked(refusal, "Processor")
        case ChangeVM():
            parts: tuple[str, ...] = (
                f"Modifying the properties of '{refusal.vm_name}' failed.",
                "The operation cannot be performed while the object is in its current state.",
            )
        case _:
            parts = (
                (
                    "The operation cannot be performed while the virtual machine is in its current "
                    "state."
                ),
            )
    return ErrorText(identifier="InvalidState", parts=parts)


def _device_locked(refusal: Refusal, device: str) -> ErrorText:
    """Word a device that cannot change now. Source: err-042 (no detail line)."""
    vm, mark = refusal.vm_name, _id_of(refusal)
    return ErrorText(
        identifier="InvalidState",
        parts=(
            f"Failed to modify device '{device}'.",
            f"'{vm}' failed to modify device '{device}'. {mark}",
        ),
    )


def _device_text(refusal: Refusal, device: str, short: str, long: str) -> ErrorText:
    vm, mark = refusal.vm_name, _id_of(refusal)
    return ErrorText(
        identifier="InvalidParameter",
        parts=(
            f"Failed to modify device '{device}'.",
            short,
            f"'{vm}' failed to modify device '{device}'. {mark}",
            f"{long} {mark}",
        ),
    )


def _memory_refused(refusal: Refusal) -> ErrorText:
    """Word a refused memory setting. Source: err-041 (alignment), err-042 (state); else assumed."""
    vm = refusal.vm_name
    if refusal.reason is Reason.MEMORY_NOT_ALIGNED:
        return _device_text(
            refusal,
            "Memory",
            f"Invalid memory value assigned for '{vm}'. Memory values must be properly aligned.",
            f"Invalid memory value assigned for '{vm}'. The memory value assigned "
            f"('{refusal.value}' MB) is not properly aligned. Try again with a memory value that "
            "is properly aligned.",
        )
    if refusal.reason is Reason.MEMORY_LOCKED_WHILE_RUNNING:
        return _device_locked(refusal, "Memory")
    short = f"Invalid {_words(refusal)} value assigned for '{vm}'."
    return _device_text(
        refusal, "Memory", short, f"{short} The value assigned is '{refusal.value}'."
    )


def _words(refusal: Refusal) -> str:
    """Return the refused setting in words: startup_bytes is "startup memory"."""
    return refusal.setting.replace("_bytes", " memory").replace("_percent", "").replace("_", " ")


def _processor_refused(refusal: Refusal) -> ErrorText:
    """Word a refused processor setting. Source: assumed (pattern of err-045 and err-046)."""
    if refusal.reason is Reason.PROCESSOR_LOCKED_WHILE_RUNNING:
        return _device_locked(refusal, "Processor")
    short = f"Cannot assign the specified {_words(refusal)}."
    return _device_text(
        refusal,
        "Processor",
        short,
        f"The {_words(refusal)} '{refusal.value}' for virtual machine '{refusal.vm_name}' is out "
        "of range.",
    )


def _version_refused(refusal: Refusal) -> ErrorText:
    """Word a -Version that the host cannot make. Source: assumed."""
    return ErrorText(
        identifier="InvalidParameter",
        parts=(
            "Failed to create a new virtual machine.",
            f"The configuration version '{refusal.value}' is not supported on this host.",
        ),
    )
