"""What WS-Management refuses, as one table, and the fault that carries a row of it.

Source: reference/winrm.md 3.3; texts are those of wsmerror.h.
"""

from dataclasses import dataclass
from enum import Enum
from typing import Final

from emulator.winrm.namespaces import FAULT_DETAIL


@dataclass(frozen=True, slots=True, kw_only=True)
class FaultKind:
    """One row: code, SOAP sub-code, text; `{0}` in the text is the fault's subject."""

    code: int
    subcode: str
    text: str
    receiver: bool = False
    provider: str = ""
    detail: str = ""
    wmi_error: bool = False


class Fault(Enum):
    """The faults this service gives."""

    TIMED_OUT = FaultKind(
        code=2150858793,
        subcode="w:TimedOut",
        receiver=True,
        text="The WS-Management service cannot complete the operation within the time specified "
        "in OperationTimeout.  ",
    )
    SHELL_NOT_FOUND = FaultKind(
        code=2150858843,
        subcode="w:InvalidSelectors",
        provider="Shell provider",
        detail=f"{FAULT_DETAIL}/UnexpectedSelectors",
        text="The request for the Windows Remote Shell with ShellId {0} failed because the shell "
        "was not found on the server. Possible causes are: the specified ShellId is incorrect or "
        "the shell no longer exists on the server. Provide the correct ShellId or create a new "
        "shell and retry the operation. ",
    )
    INVALID_PARAMETER = FaultKind(
        code=87,
        subcode="w:InvalidParameter",
        provider="Shell cmd plugin",
        text="The parameter is incorrect. ",
    )
    ABORTED = FaultKind(
        code=995,
        subcode="w:InternalError",
        receiver=True,
        text="The I/O operation has been aborted because of either a thread exit or an "
        "application request. ",
    )
    ACCESS_DENIED = FaultKind(code=5, subcode="w:AccessDenied", text="Access is denied. ")
    SHELL_QUOTA = FaultKind(
        code=2150859173,
        subcode="w:QuotaLimit",
        wmi_error=True,
        text="The WS-Management service cannot process the request. This user has exceeded the "
        "maximum number of concurrent shells. Close existing shells or raise the quota for this "
        "user. ",
    )
    COMMAND_QUOTA = FaultKind(
        code=2150859241,
        subcode="w:QuotaLimit",
        text="The WS-Management service cannot process the request. The maximum number of "
        "concurrent commands per shell has been exceeded. ",
    )
    INVALID_RESOURCE = FaultKind(
        code=2150858811,
        subcode="a:DestinationUnreachable",
        detail=f"{FAULT_DETAIL}/InvalidResourceURI",
        text="The WS-Management service cannot process the request. {0}",
    )
    INVALID_ACTION = FaultKind(
        code=2150858753,
        subcode="a:ActionNotSupported",
        text="The WS-Management service cannot process the request because the action {0} is not "
        "supported for this resource. ",
    )
    INVALID_XML = FaultKind(
        code=2150858817,
        subcode="w:SchemaValidationError",
        text="The SOAP packet did not contain a valid envelope. {0}",
    )
    INVALID_TIMEOUT = FaultKind(
        code=2150858767,
        subcode="a:InvalidMessageInformationHeader",
        text="The WS-Management service cannot process the request because the request contained "
        "an invalid OperationTimeout: {0}. ",
    )
    INVALID_HEADER = FaultKind(
        code=2150858767,
        subcode="a:InvalidMessageInformationHeader",
        text="The WS-Management service cannot process the request because the header {0} has a "
        "value that is not valid. ",
    )
    MISSING_HEADER = FaultKind(
        code=2150858769,
        subcode="a:MessageInformationHeaderRequired",
        text="The WS-Management service cannot process the request because the header {0} is "
        "missing. ",
    )
    ANSWER_TOO_LARGE = FaultKind(
        code=2150858824,
        subcode="w:EncodingLimit",
        detail=f"{FAULT_DETAIL}/MaxEnvelopeSize",
        text="The response is larger than the MaxEnvelopeSize of the request allows. ",
    )
    REQUEST_TOO_LARGE = FaultKind(
        code=2150858825,
        subcode="w:EncodingLimit",
        detail=f"{FAULT_DETAIL}/MaxEnvelopeSize",
        text="The size of the request exceeded the configured MaxEnvelopeSize of 500 kilobytes. ",
    )


class WsmanFault(Exception):  # noqa: N818 - the protocol calls it a fault
    """A request that is answered with a SOAP fault."""

    def __init__(self, fault: Fault, subject: str = "") -> None:
        """Give `fault`; `subject` fills the place in its text."""
        super().__init__(fault.value.text.format(subject))
        self.fault = fault

    @property
    def text(self) -> str:
        """The reason a person reads."""
        return str(self)


ENVELOPE_KILOBYTES_MAX: Final = 500
"""Source: the default of winrm/config, MaxEnvelopeSizekb."""
