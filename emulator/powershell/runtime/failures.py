"""What happens when a statement fails: the record is completed, remembered, and judged.

The order is the real one's (ExceptionHandlingOps.CheckActionPreference): complete the record with
the statement's place, put it into $Error, set $? to false; inside a `try` (anywhere up the calls)
the failure goes up; else $ErrorActionPreference decides: SilentlyContinue and Ignore swallow it,
Stop turns it into an error that ends the script, a `throw` goes up, and everything else is
reported on the error stream and the script goes on with the next statement.
"""

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NoReturn

from emulator.objects.errors import (
    ClrError,
    ClrException,
    ErrorCategory,
    ErrorRecord,
    InvocationInfo,
    NotEmulated,
    PowerShellError,
    ScriptTerminating,
)
from emulator.objects.exceptions import exception, runtime_error
from emulator.objects.records import record_of
from emulator.powershell.runtime.positions import Extent, position_message
from emulator.powershell.runtime.preferences import Action, action_of

if TYPE_CHECKING:
    from emulator.powershell.runtime.scope import Scope
    from emulator.powershell.runtime.session import Session

SMA: Final = "System.Management.Automation."
ERRORS_MOST: Final = 256
"""How many records $Error keeps. Source: $MaximumErrorCount of 5.1."""

FAILURES: Final = (PowerShellError, ClrError, NotEmulated, RecursionError)
"""What a statement can fail with; anything else is our bug, a stop, or a way out."""


class Thrown(ScriptTerminating):
    """What the `throw` statement raises."""


class Failures:
    """The error side of one session: $Error, and what becomes of a failed statement."""

    def __init__(self, session: "Session") -> None:
        """Serve `session`."""
        self.session = session

    def statement_failed(self, scope: "Scope", error: Exception, extent: Extent) -> None:
        """Deal with what ended the statement at `extent`; raises what is to go up."""
        failure = self.as_failure(error, extent)
        self.remember(failure.record)
        session = self.session
        session.succeeded = False
        stops = isinstance(failure, ScriptTerminating)
        thrown = isinstance(failure, Thrown)
        if session.guarded or (stops and not thrown):
            raise failure
        action = action_of(scope.find("erroractionpreference"))
        if action in {Action.SILENTLY_CONTINUE, Action.IGNORE}:
            return
        if action is Action.STOP and not thrown:
            raise ScriptTerminating(failure.record) from error
        if thrown:
            raise failure
        session.streams.error(failure.record)

    def as_failure(self, error: Exception, extent: Extent) -> PowerShellError:
        """Return `error` as a PowerShellError whose record knows its place."""
        if isinstance(error, PowerShellError):
            failure = error
        elif isinstance(error, ClrError):
            failure = PowerShellError(record_of(error, core=self.session.core))
        elif isinstance(error, NotEmulated):
            failure = PowerShellError(error.record())
        else:
            failure = PowerShellError(call_depth_overflow(self.session.limits.call_depth))
        self.complete(failure.record, extent)
        return failure

    def complete(self, record: ErrorRecord, extent: Extent) -> None:
        """Give `record` the place and the stack, where it has none yet."""
        if record.invocation is None:
            record.invocation = invocation_at(extent)
        elif not record.invocation.position_message:
            place = invocation_at(extent)
            record.invocation = replace(
                place,
                command_name=record.invocation.command_name,
                invocation_name=record.invocation.invocation_name,
                bound_parameters=record.invocation.bound_parameters,
            )
        if not record.script_stack_trace:
            record.script_stack_trace = self.session.stack_trace(extent)

    def remember(self, record: ErrorRecord) -> None:
        """Put `record` in front of $Error, unless its exception stands there already."""
        session = self.session
        for take in session.error_takers:
            take(record)
        errors = session.errors
        newest = errors[0] if errors else None
        if isinstance(newest, ErrorRecord) and (
            newest is record or newest.exception is record.exception
        ):
            return
        errors.insert(0, record)
        del errors[ERRORS_MOST:]

    def refuse_write(self, name: str) -> NoReturn:
        """Raise the error of writing to a variable that cannot be written."""
        raise runtime_error(
            f"Cannot overwrite variable {name} because it is read-only or constant.",
            "VariableNotWritable",
            ErrorCategory.WriteError,
            type_name=SMA + "SessionStateUnauthorizedAccessException",
            target=name,
        )

    def throw(self, value: object, extent: Extent, current: ErrorRecord | None) -> Thrown:
        """Return what `throw value` raises; `current` is the record a bare throw raises again."""
        record = self._thrown_record(value, current)
        self.complete(record, extent)
        return Thrown(record)

    def _thrown_record(self, value: object, current: ErrorRecord | None) -> ErrorRecord:
        if isinstance(value, ErrorRecord):
            return value
        if isinstance(value, ClrException):
            return ErrorRecord(
                exception=value,
                error_id=value.message,
                category=ErrorCategory.OperationStopped,
            )
        if value is None:
            if current is not None:
                return current
            return ErrorRecord(
                exception=exception(SMA + "RuntimeException", "ScriptHalted"),
                error_id="ScriptHalted",
                category=ErrorCategory.OperationStopped,
            )
        text = self.session.text_of(value)
        return ErrorRecord(
            exception=exception(SMA + "RuntimeException", text),
            error_id=text,
            category=ErrorCategory.OperationStopped,
            target=value,
        )


def invocation_at(
    extent: Extent, *, command_name: str = "", invocation_name: str = ""
) -> InvocationInfo:
    """Return the InvocationInfo of something that stands at `extent`."""
    source = extent.source
    number = source.line_number(extent.start)
    return InvocationInfo(
        command_name=command_name,
        invocation_name=invocation_name,
        script_name=source.file,
        line=source.line_with_end(number),
        line_number=number,
        offset_in_line=source.column(extent.start),
        position_message=position_message(extent),
        start=extent.start,
        end=extent.end,
        script_text=source.text,
    )


def call_depth_overflow(depth: int) -> ErrorRecord:
    """Return the error of calls nested too deep."""
    return ErrorRecord(
        exception=exception(
            SMA + "ScriptCallDepthException",
            "The script failed due to call depth overflow.",
        ),
        error_id="CallDepthOverflow",
        category=ErrorCategory.InvalidOperation,
        target=depth,
    )
