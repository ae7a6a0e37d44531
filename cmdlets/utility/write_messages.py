"""What Write-Warning, Write-Verbose and Write-Debug share: one message from the pipeline."""

from cmdlets.spec import Cmdlet, at, param
from emulator.powershell.binder.validators import ALLOW_EMPTY_STRING


class MessageWriter(Cmdlet):
    """Base of the cmdlets that write one message."""

    message: str = param(
        "System.String",
        "The message.",
        sets=at(0, mandatory=True, by_value=True),
        aliases=("Msg",),
        validators=(ALLOW_EMPTY_STRING,),
        default="",
    )
