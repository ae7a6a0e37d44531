"""Error records and the exceptions that carry them."""

from dataclasses import dataclass, field
from enum import IntEnum


class ErrorCategory(IntEnum):
    """System.Management.Automation.ErrorCategory."""

    NotSpecified = 0
    OpenError = 1
    CloseError = 2
    DeviceError = 3
    DeadlockDetected = 4
    InvalidArgument = 5
    InvalidData = 6
    InvalidOperation = 7
    InvalidResult = 8
    InvalidType = 9
    MetadataError = 10
    NotImplemented = 11
    NotInstalled = 12
    ObjectNotFound = 13
    OperationStopped = 14
    OperationTimeout = 15
    SyntaxError = 16
    ParserError = 17
    PermissionDenied = 18
    ResourceBusy = 19
    ResourceExists = 20
    ResourceUnavailable = 21
    ReadError = 22
    WriteError = 23
    FromStdErr = 24
    SecurityError = 25
    ProtocolError = 26
    ConnectionError = 27
    AuthenticationError = 28
    LimitsExceeded = 29
    QuotaExceeded = 30
    NotEnabled = 31


@dataclass(frozen=True, slots=True, kw_only=True)
class ClrException:
    """A .NET exception as a value: type name, message, inner exception and extra properties.

    `lineage` are the full names of its base classes, nearest first, without System.Object
    (objects.exceptions fills it from its table).
    """

    type_name: str
    message: str
    inner: "ClrException | None" = None
    lineage: tuple[str, ...] = ("System.Exception",)
    properties: tuple[tuple[str, object], ...] = ()
    hresult: int = -2146233088


@dataclass(frozen=True, slots=True, kw_only=True)
class InvocationInfo:
    """Where a command was called: the text of its line and the place in it.

    `position_message` is the "At line:1 char:1 ..." block. Empty values mean "not known".
    `command_name` is what the error view shows before the message; `line_number` from 1.
    """

    command_name: str = ""
    invocation_name: str = ""
    script_name: str | None = None
    line: str = ""
    line_number: int = 0
    offset_in_line: int = 0
    position_message: str = ""
    bound_parameters: tuple[tuple[str, object], ...] = ()
    start: int = 0
    end: int = 0
    script_text: str = field(default="", repr=False)


@dataclass(slots=True, kw_only=True)
class ErrorRecord:
    """System.Management.Automation.ErrorRecord.

    `error_id` is the id without the command; `fully_qualified_error_id` joins the two.
    `command_type` is the .NET name of the cmdlet's class or the function's name, None outside.
    """

    exception: ClrException
    error_id: str
    category: ErrorCategory
    target: object = None
    command_type: str | None = None
    activity: str = ""
    reason: str | None = None
    target_name: str | None = None
    target_type: str | None = None
    details_message: str | None = None
    recommended_action: str | None = None
    invocation: InvocationInfo | None = None
    script_stack_trace: str = ""

    @property
    def fully_qualified_error_id(self) -> str:
        """The id and, after a comma, the command that raised it."""
        return f"{self.error_id},{self.command_type}" if self.command_type else self.error_id

    @property
    def message(self) -> str:
        """What a person reads: ErrorDetails.Message where given, else the exception's."""
        return self.exception.message if self.details_message is None else self.details_message


class PowerShellError(Exception):
    """A terminating error on its way up: statement-terminating unless the subclass says more."""

    def __init__(self, record: ErrorRecord) -> None:
        """Carry `record`."""
        super().__init__(record.exception.message)
        self.record = record


class Terminating(PowerShellError):  # noqa: N818 - PowerShell's own word
    """What `ThrowTerminatingError` raises: ends the cmdlet and its statement."""


class ScriptTerminating(PowerShellError):  # noqa: N818 - PowerShell's own word
    """`throw`, or an error promoted by -ErrorAction Stop: ends the script unless caught."""


class ClrError(Exception):
    """A .NET exception raised by a conversion, a property or a method; not yet an ErrorRecord."""

    def __init__(
        self,
        exception: ClrException,
        *,
        error_id: str | None = None,
        category: ErrorCategory | None = None,
        target: object = None,
    ) -> None:
        """Carry `exception`; `error_id` is the id a record made of it gets, None = by its type.

        `category` None and `target` None mean "as objects.records decides".
        """
        super().__init__(exception.message)
        self.exception = exception
        self.error_id = error_id
        self.category = category
        self.target = target


class NotEmulated(Exception):  # noqa: N818 - the name every room and every reader uses
    """Something the real PowerShell or Hyper-V has and the emulator has not; never silent.

    `what` names it in the user's words ("parameter -Snapshot of Get-VMMemory").
    """

    def __init__(self, what: str) -> None:
        """Name what is not emulated."""
        super().__init__(f"{what} is not emulated.")
        self.what = what

    def record(self, command_type: str | None = None, activity: str = "") -> ErrorRecord:
        """Return the error record a script sees: NotEmulated, category NotImplemented."""
        return ErrorRecord(
            exception=ClrException(
                type_name="System.NotImplementedException",
                message=str(self),
                lineage=("System.SystemException", "System.Exception"),
            ),
            error_id="NotEmulated",
            category=ErrorCategory.NotImplemented,
            target=self.what,
            command_type=command_type,
            activity=activity,
        )
