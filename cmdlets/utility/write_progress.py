"""Write-Progress."""

from collections.abc import Iterable

from cmdlets.context import Context
from cmdlets.spec import Cmdlet, at, param, switch
from emulator.objects.errors import ErrorCategory
from emulator.powershell.binder.validators import in_range, not_null_or_empty
from emulator.powershell.runtime.messages import ProgressRecord

_HIGHEST = 2147483647


class WriteProgress(
    Cmdlet,
    name="Write-Progress",
    module="Microsoft.PowerShell.Utility",
    class_name="Microsoft.PowerShell.Commands.WriteProgressCommand",
):
    """Report how far a task has come.

    PS> Write-Progress -Activity 'Starting machines' -PercentComplete 40
    """

    activity: str | None = param("System.String", "The task.", sets=at(0))
    status: str = param(
        "System.String",
        "What it does now.",
        sets=at(1),
        validators=(not_null_or_empty(),),
        default="Processing",
    )
    id: int = param(
        "System.Int32",
        "Which progress bar.",
        sets=at(2),
        validators=(in_range(0, _HIGHEST),),
        default=0,
    )
    percent_complete: int = param(
        "System.Int32",
        "How much is done; -1 means unknown.",
        validators=(in_range(-1, 100),),
        default=-1,
    )
    seconds_remaining: int = param("System.Int32", "How long it will take.", default=-1)
    current_operation: str | None = param("System.String", "The step at work.")
    parent_id: int = param(
        "System.Int32",
        "The progress bar this one belongs to.",
        validators=(in_range(-1, _HIGHEST),),
        default=-1,
    )
    completed: bool = switch("The task is done.")
    source_id: int = param("System.Int32", "Which source reports.", default=0)

    def process(self, ps: Context) -> Iterable[object]:
        """Write the record."""
        if not self.activity:
            ps.throw(
                ps.record(
                    "Missing value for mandatory parameter. (Parameter 'Activity')",
                    "MissingActivity",
                    ErrorCategory.InvalidArgument,
                    type_name="System.ArgumentException",
                )
            )
        ps.runtime.write_progress(
            ProgressRecord(
                self.id,
                self.activity,
                self.status,
                percent=self.percent_complete,
                parent=self.parent_id,
                completed=self.completed,
            )
        )
        return ()
