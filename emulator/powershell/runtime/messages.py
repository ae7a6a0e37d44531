"""What travels on the streams beside objects and errors: warnings, messages, information."""

from typing import Final

from emulator.objects.basic_types import OBJECT
from emulator.objects.types import ClrObject, Property, PSType

_SMA: Final = "System.Management.Automation."


class InformationalRecord(ClrObject):
    """Base of the warning, verbose and debug records: a message."""

    __slots__ = ("message",)

    def __init__(self, message: str) -> None:
        """Say `message`."""
        self.message = message

    def to_text(self) -> str:
        """Return the message."""
        return self.message


INFORMATIONAL: Final = PSType(
    name=_SMA + "InformationalRecord",
    base=OBJECT,
    python=InformationalRecord,
    abstract=True,
    properties=(
        Property(name="Message", type_name="System.String", get=lambda it: it.message),
        Property(name="InvocationInfo", type_name=_SMA + "InvocationInfo", get=lambda _: None),
        Property(
            name="PipelineIterationInfo",
            type_name="System.Collections.ObjectModel.ReadOnlyCollection`1[System.Int32]",
            get=lambda _: [],
        ),
    ),
)


class WarningRecord(InformationalRecord):
    """System.Management.Automation.WarningRecord."""

    __slots__ = ()
    ps_type = PSType(name=_SMA + "WarningRecord", base=INFORMATIONAL)


class VerboseRecord(InformationalRecord):
    """System.Management.Automation.VerboseRecord."""

    __slots__ = ()
    ps_type = PSType(name=_SMA + "VerboseRecord", base=INFORMATIONAL)


class DebugRecord(InformationalRecord):
    """System.Management.Automation.DebugRecord."""

    __slots__ = ()
    ps_type = PSType(name=_SMA + "DebugRecord", base=INFORMATIONAL)


class HostInformationMessage(ClrObject):
    """What Write-Host puts into an information record."""

    __slots__ = ("background", "foreground", "message", "no_newline")

    def __init__(
        self,
        message: str,
        *,
        no_newline: bool = False,
        foreground: object = None,
        background: object = None,
    ) -> None:
        """Show `message` in these colours; None means the host's own."""
        self.message = message
        self.no_newline = no_newline
        self.foreground = foreground
        self.background = background

    ps_type = PSType(
        name=_SMA + "HostInformationMessage",
        base=OBJECT,
        properties=(
            Property(name="Message", type_name="System.String", get=lambda it: it.message),
            Property(name="NoNewLine", type_name="System.Boolean", get=lambda it: it.no_newline),
            Property(
                name="ForegroundColor",
                type_name="System.ConsoleColor",
                get=lambda it: it.foreground,
            ),
            Property(
                name="BackgroundColor",
                type_name="System.ConsoleColor",
                get=lambda it: it.background,
            ),
        ),
    )

    def to_text(self) -> str:
        """Return the message."""
        return self.message


class InformationRecord(ClrObject):
    """System.Management.Automation.InformationRecord."""

    __slots__ = ("message_data", "source", "tags", "time")

    def __init__(
        self,
        message_data: object,
        *,
        source: str = "",
        tags: tuple[str, ...] = (),
        time: object = None,
    ) -> None:
        """Carry `message_data`; `time` is a DateTime of the virtual clock."""
        self.message_data = message_data
        self.source = source
        self.tags = tags
        self.time = time

    ps_type = PSType(
        name=_SMA + "InformationRecord",
        base=OBJECT,
        properties=(
            Property(name="MessageData", type_name="System.Object", get=lambda it: it.message_data),
            Property(name="Source", type_name="System.String", get=lambda it: it.source),
            Property(name="TimeGenerated", type_name="System.DateTime", get=lambda it: it.time),
            Property(
                name="Tags",
                type_name="System.Collections.Generic.List`1[System.String]",
                get=lambda it: list(it.tags),
            ),
        ),
    )

    def to_text(self) -> str | None:
        """Return the text of the message, None for what has none of its own."""
        data = self.message_data
        if isinstance(data, ClrObject):
            return data.to_text()
        return data if isinstance(data, str) else str(data)


class ProgressRecord(ClrObject):
    """System.Management.Automation.ProgressRecord."""

    __slots__ = ("activity", "completed", "identity", "parent", "percent", "status")

    def __init__(
        self,
        identity: int,
        activity: str,
        status: str,
        *,
        percent: int = -1,
        parent: int = -1,
        completed: bool = False,
    ) -> None:
        """Say how far `activity` has come; `percent` -1 means "not known"."""
        self.identity = identity
        self.activity = activity
        self.status = status
        self.percent = percent
        self.parent = parent
        self.completed = completed

    ps_type = PSType(
        name=_SMA + "ProgressRecord",
        base=OBJECT,
        properties=(
            Property(name="ActivityId", type_name="System.Int32", get=lambda it: it.identity),
            Property(name="ParentActivityId", type_name="System.Int32", get=lambda it: it.parent),
            Property(name="Activity", type_name="System.String", get=lambda it: it.activity),
            Property(name="StatusDescription", type_name="System.String", get=lambda it: it.status),
            Property(name="PercentComplete", type_name="System.Int32", get=lambda it: it.percent),
        ),
    )


MESSAGE_TYPES: Final = (
    INFORMATIONAL,
    WarningRecord.ps_type,
    VerboseRecord.ps_type,
    DebugRecord.ps_type,
    HostInformationMessage.ps_type,
    InformationRecord.ps_type,
    ProgressRecord.ps_type,
)
"""For the type table."""
