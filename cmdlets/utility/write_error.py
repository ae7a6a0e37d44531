"""Write-Error."""

from collections.abc import Iterable
from dataclasses import replace

from cmdlets.context import Context
from cmdlets.spec import Cmdlet, at, param
from emulator.objects.enums import EnumValue
from emulator.objects.errors import (
    ClrException,
    ErrorCategory,
    ErrorRecord,
    InvocationInfo,
)
from emulator.objects.exceptions import exception
from emulator.objects.psobject import PSObject
from emulator.powershell.binder.validators import ALLOW_EMPTY_STRING, ALLOW_NULL

_PLAIN = "NoException"
_WITH_EXCEPTION = "WithException"
_RECORD = "ErrorRecord"
_MADE = (_PLAIN, _WITH_EXCEPTION)
OWN_EXCEPTION = "Microsoft.PowerShell.Commands.WriteErrorException"


class WriteError(
    Cmdlet,
    name="Write-Error",
    module="Microsoft.PowerShell.Utility",
    class_name="Microsoft.PowerShell.Commands.WriteErrorCommand",
    default_set=_PLAIN,
):
    """Write a non-terminating error.

    PS> Write-Error 'The host is full' -ErrorId HostFull -Category LimitsExceeded
    """

    exception: ClrException | None = param(
        "System.Exception",
        "The exception that happened.",
        sets={_WITH_EXCEPTION: at(0, mandatory=True)},
    )
    message: str | None = param(
        "System.String",
        "What went wrong.",
        sets={_PLAIN: at(0, mandatory=True, by_value=True), _WITH_EXCEPTION: at()},
        aliases=("Msg",),
        validators=(ALLOW_NULL, ALLOW_EMPTY_STRING),
    )
    error_record: ErrorRecord | None = param(
        "System.Management.Automation.ErrorRecord",
        "A record to write again.",
        sets={_RECORD: at(0, mandatory=True)},
    )
    category: EnumValue | None = param(
        "System.Management.Automation.ErrorCategory", "The kind of error.", sets=_MADE
    )
    error_id: str | None = param("System.String", "The error's id.", sets=_MADE)
    target_object: object = param("System.Object", "What it happened to.", sets=_MADE)
    recommended_action: str | None = param("System.String", "What to do about it.")
    category_activity: str | None = param(
        "System.String", "What was being done.", aliases=("Activity",)
    )
    category_reason: str | None = param("System.String", "The reason.", aliases=("Reason",))
    category_target_name: str | None = param(
        "System.String", "The name of what it happened to.", aliases=("TargetName",)
    )
    category_target_type: str | None = param(
        "System.String", "The type of what it happened to.", aliases=("TargetType",)
    )

    def process(self, ps: Context) -> Iterable[object]:
        """Write the error in the name of the function that calls."""
        caller = ps.session.variable("MyInvocation")
        bare = caller.base if isinstance(caller, PSObject) else caller
        name = bare.command_name if isinstance(bare, InvocationInfo) else ""
        record = replace(
            self._record(),
            command_type=name or None,
            activity=self.category_activity or "Write-Error",
        )
        if name and isinstance(bare, InvocationInfo):
            record.invocation = bare
        if self.category_reason:
            record.reason = self.category_reason
        if self.category_target_name:
            record.target_name = self.category_target_name
        if self.category_target_type:
            record.target_type = self.category_target_type
        if self.recommended_action:
            record.recommended_action = self.recommended_action
            record.details_message = record.message
        ps.write_error(record)
        return ()

    def _record(self) -> ErrorRecord:
        if self.error_record is not None:
            return self.error_record
        thrown = self.exception
        details = None
        if thrown is None:
            thrown = exception(OWN_EXCEPTION, self.message or "")
        elif self.message:
            details = self.message
        number = 0 if self.category is None else self.category.number
        return ErrorRecord(
            exception=thrown,
            error_id=self.error_id or thrown.type_name,
            category=ErrorCategory(number),
            target=self.target_object,
            details_message=details,
        )
