"""$Host, $ExecutionContext and $PWD: what a session says of its surroundings."""

from typing import TYPE_CHECKING, Final

from emulator.dotnet.cultures import culture_info
from emulator.objects.basic_types import OBJECT
from emulator.objects.errors import NotEmulated
from emulator.objects.identifiers import Version
from emulator.objects.text import to_string
from emulator.objects.types import ClrObject, Method, Property, PSType

if TYPE_CHECKING:
    from emulator.powershell.runtime.session import Session

SMA: Final = "System.Management.Automation."
STRING: Final = "System.String"


class HostObject(ClrObject):
    """$Host: the name and version of the host; its user interface is not emulated."""

    __slots__ = ("version",)

    def __init__(self, version: Version) -> None:
        """Say `version`."""
        self.version = version


def _refuse(what: str) -> object:
    raise NotEmulated(what)


INTERNAL_HOST: Final = PSType(
    name=SMA + "Internal.Host.InternalHost",
    base=OBJECT,
    python=HostObject,
    properties=(
        Property(name="Name", type_name=STRING, get=lambda _: "ConsoleHost"),
        Property(name="Version", type_name="System.Version", get=lambda it: it.version),
        Property(
            name="CurrentCulture",
            type_name="System.Globalization.CultureInfo",
            get=lambda _: culture_info("en-US"),
        ),
        Property(
            name="CurrentUICulture",
            type_name="System.Globalization.CultureInfo",
            get=lambda _: culture_info("en-US"),
        ),
        Property(name="UI", type_name="System.Object", get=lambda _: _refuse("$Host.UI")),
        Property(name="PrivateData", type_name="System.Object", get=lambda _: None),
    ),
)
HostObject.ps_type = INTERNAL_HOST


class ExecutionContext(ClrObject):
    """$ExecutionContext: only InvokeCommand.ExpandString is emulated."""

    __slots__ = ("session",)

    def __init__(self, session: "Session") -> None:
        """Speak for `session`."""
        self.session = session


class CommandIntrinsics(ClrObject):
    """$ExecutionContext.InvokeCommand."""

    __slots__ = ("session",)

    def __init__(self, session: "Session") -> None:
        """Speak for `session`."""
        self.session = session

    def expand(self, text: object) -> str:
        """Return a text with its variables and sub-expressions expanded."""
        block = self.session.create_block(f'@"\n{to_string(text)}\n"@')
        return to_string(self.session.invoke_block(block)[0])


COMMAND_INTRINSICS: Final = PSType(
    name=SMA + "CommandInvocationIntrinsics",
    base=OBJECT,
    python=CommandIntrinsics,
    methods=(
        Method(
            name="ExpandString",
            call=lambda it, text: it.expand(text),
            definitions=("string ExpandString(string source)",),
        ),
        Method(
            name="NewScriptBlock",
            call=lambda it, text: it.session.create_block(to_string(text)),
            definitions=("scriptblock NewScriptBlock(string scriptText)",),
        ),
    ),
)
CommandIntrinsics.ps_type = COMMAND_INTRINSICS

ENGINE_INTRINSICS: Final = PSType(
    name=SMA + "EngineIntrinsics",
    base=OBJECT,
    python=ExecutionContext,
    properties=(
        Property(
            name="InvokeCommand",
            type_name=COMMAND_INTRINSICS.name,
            get=lambda it: CommandIntrinsics(it.session),
        ),
        Property(
            name="SessionState",
            type_name="System.Object",
            get=lambda _: _refuse("$ExecutionContext.SessionState"),
        ),
    ),
)
ExecutionContext.ps_type = ENGINE_INTRINSICS


class PathInfo(ClrObject):
    """$PWD: a path of the file system."""

    __slots__ = ("path",)

    def __init__(self, path: str) -> None:
        """Say `path`."""
        self.path = path

    def to_text(self) -> str:
        """Return the path."""
        return self.path


PATH_INFO: Final = PSType(
    name=SMA + "PathInfo",
    base=OBJECT,
    python=PathInfo,
    properties=(
        Property(name="Drive", type_name="System.Object", get=lambda _: None),
        Property(name="Provider", type_name="System.Object", get=lambda _: None),
        Property(name="ProviderPath", type_name=STRING, get=lambda it: it.path),
        Property(name="Path", type_name=STRING, get=lambda it: it.path),
    ),
)
PathInfo.ps_type = PATH_INFO

HOST_TYPES: Final = (
    INTERNAL_HOST,
    ENGINE_INTRINSICS,
    COMMAND_INTRINSICS,
    PATH_INFO,
)
"""For the type table."""
