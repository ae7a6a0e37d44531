"""The errors of Format-* and Out-*: ids, categories and messages, one function each."""

from emulator.formatting.instructions import FormatInstruction, Shape
from emulator.formatting.view_table import ViewTable
from emulator.formatting.views import shape_of
from emulator.objects.errors import ClrException, ErrorCategory, ErrorRecord, Terminating
from emulator.objects.psobject import PSObject
from emulator.objects.typing_of import type_names, type_of

STOPPED = "System.Management.Automation.PipelineStoppedException"
INVALID_OPERATION = "System.InvalidOperationException"


def unknown_view(name: str, shape: Shape, first: object, views: ViewTable) -> Terminating:
    """Return the error of -View with a name that no view of the shape has.

    Source: conformance format-table-basic-028; the list of views: PowerShell 7, FormatViewManager.
    """
    base = first.base if isinstance(first, PSObject) and first.base is not None else first
    known = [
        view.name
        for view in views.views
        if shape_of(view) is shape and views.is_applicable(view, type_names(base))
    ]
    beginning = f"The view name {name} cannot be found."
    if known:
        message = (
            f"{beginning} Specify one of the following {shape.value} views and try again:"
            f" {', '.join(known)}."
        )
    else:
        message = (
            f"{beginning} There are no existing {shape.value} views for"
            f" {type_of(base).name} objects."
        )
    return Terminating(
        ErrorRecord(
            exception=ClrException(type_name=STOPPED, message="The pipeline has been stopped."),
            error_id="FormatViewNotFound",
            category=ErrorCategory.ObjectNotFound,
            target=name,
            details_message=message,
        )
    )


def out_of_sequence(instruction: FormatInstruction, command: str) -> Terminating:
    """Return the error of format instructions that are not in the order they were made in.

    Source: PowerShell 7, BaseOutputtingCommand; wording assumed.
    """
    message = (
        f'The object of type "{instruction.ps_type.name}" is not valid or not in the correct'
        f' sequence. This is likely caused by a user-specified "{command}" command which is'
        " conflicting with the default formatting."
    )
    return Terminating(
        ErrorRecord(
            exception=ClrException(
                type_name=INVALID_OPERATION,
                message="Operation is not valid due to the current state of the object.",
            ),
            error_id="ConsoleLineOutputOutOfSequencePacket",
            category=ErrorCategory.InvalidData,
            details_message=message,
        )
    )
