"""System.Management.Automation.PathInfo: a path with its drive and provider."""

from typing import Final

from cmdlets.management.paths.path_text import drive_of
from emulator.objects.basic_types import OBJECT
from emulator.objects.types import ClrObject, Property, PSType

_SMA: Final = "System.Management.Automation."
_STRING: Final = "System.String"
FILE_SYSTEM: Final = "FileSystem"


class Provider(ClrObject):
    """The provider of the file system, by name."""

    __slots__ = ()
    ps_type = PSType(
        name=_SMA + "ProviderInfo",
        base=OBJECT,
        properties=(Property(name="Name", type_name=_STRING, get=lambda _: FILE_SYSTEM),),
    )

    def to_text(self) -> str:
        """Return its full name."""
        return f"Microsoft.PowerShell.Core\\{FILE_SYSTEM}"


class Drive(ClrObject):
    """A drive of the file system, by name."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        """Name the drive."""
        self.name = name

    def to_text(self) -> str:
        """Return the name."""
        return self.name

    ps_type = PSType(
        name=_SMA + "PSDriveInfo",
        base=OBJECT,
        properties=(
            Property(name="Name", type_name=_STRING, get=lambda it: it.name),
            Property(name="Provider", type_name=_SMA + "ProviderInfo", get=lambda _: Provider()),
            Property(name="Root", type_name=_STRING, get=lambda it: f"{it.name}:\\"),
        ),
    )


class PathInfo(ClrObject):
    """A path of the file system."""

    __slots__ = ("path",)

    def __init__(self, path: str) -> None:
        """Show `path`."""
        self.path = path

    def to_text(self) -> str:
        """Return the path."""
        return self.path


PATH_INFO: Final = PSType(
    name=_SMA + "PathInfo",
    base=OBJECT,
    python=PathInfo,
    default_display=("Path",),
    properties=(
        Property(
            name="Drive",
            type_name=_SMA + "PSDriveInfo",
            get=lambda it: Drive(drive_of(it.path)),
        ),
        Property(name="Provider", type_name=_SMA + "ProviderInfo", get=lambda _: Provider()),
        Property(name="ProviderPath", type_name=_STRING, get=lambda it: it.path),
        Property(name="Path", type_name=_STRING, get=lambda it: it.path),
    ),
)
PathInfo.ps_type = PATH_INFO
