"""Sending a command to the host and telling the script what came of it."""

from typing import Final

from cmdlets.context import Context
from cmdlets.hyper_v import refusals
from cmdlets.hyper_v.find import write_refusal
from emulator.inventory.commands import Command, Done
from emulator.inventory.refusals import Refusal
from emulator.objects.errors import PowerShellError

HOST_CANNOT_ASK: Final = "HostFunctionNotImplemented"
"""The id of a question that a session without user cannot put."""

ALREADY_TEXT: Final = "The virtual machine is already in the specified state."
"""Source: err-037."""


def carry_out(ps: Context, command: Command) -> Done | None:
    """Submit `command`; None where the host refused, which the error stream then tells.

    A machine that already is in the state asked for gets a warning and counts as done.
    """
    outcome = ps.host.submit(command)
    if isinstance(outcome, Refusal):
        write_refusal(ps, refusals.text_of(outcome, command))
        return None
    if outcome.already:
        ps.warning(ALREADY_TEXT)
    return outcome


def allowed(ps: Context, does: str, vm_name: str) -> bool:
    """Ask -WhatIf and -Confirm in the module's words: Start-VM will start virtual machine "x".

    Source: the captured form of Restore-VMSnapshot; the verbs of the others are assumed.
    """
    return allowed_to(ps, f'{does} virtual machine "{vm_name}"')


def allowed_to(ps: Context, do_what: str) -> bool:
    """Ask -WhatIf and -Confirm whether the cmdlet may do what the words say."""
    return ps.should_process_described(f"{ps.invocation.command_name} will {do_what}.")


def confirmed(ps: Context, does: str, vm_name: str) -> bool:
    """Ask before something that cannot be undone; where nobody can answer, refuse.

    Source: documented prompts; the refusal is that of Stop-VM (err-035), for the others assumed.
    """
    query = f'Are you sure you want to {does} virtual machine "{vm_name}"?'
    try:
        return ps.should_continue(query, "Confirm")
    except PowerShellError as error:
        if error.record.error_id != HOST_CANNOT_ASK:
            raise
        write_refusal(ps, refusals.prompt_impossible())
        return False
