"""Questions to the user: sessions have none to ask, so -Confirm and Inquire fail as there.

Source: errors-action-preference-005; a host without user interface.
"""

from typing import TYPE_CHECKING, Final

from emulator.objects.errors import ClrException, ErrorCategory, ErrorRecord

if TYPE_CHECKING:
    from emulator.powershell.runtime.stage import Stage

_TEXT: Final = (
    "A command that prompts the user failed because the host program or the command type does "
    "not support user interaction. The host was attempting to request confirmation with the "
    "following message: {}"
)


def confirmed(message: str, stage: "Stage") -> ErrorRecord:
    """Return the error of a question nobody can answer."""
    return ErrorRecord(
        exception=ClrException(
            type_name="System.Management.Automation.Host.HostException",
            message=_TEXT.format(message),
            lineage=(
                "System.Management.Automation.RuntimeException",
                "System.SystemException",
                "System.Exception",
            ),
        ),
        error_id="HostFunctionNotImplemented",
        category=ErrorCategory.NotImplemented,
        command_type=stage.metadata.implementing_type,
        activity=stage.metadata.name,
    )
