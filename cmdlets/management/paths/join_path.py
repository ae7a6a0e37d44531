"""Join-Path."""

from collections.abc import Iterator

from cmdlets.context import Context
from cmdlets.management.paths.path_text import drive_of, is_known_drive, joined
from cmdlets.spec import Cmdlet, at, param, switch
from emulator.objects.errors import ErrorCategory
from emulator.powershell.binder.validators import (
    ALLOW_EMPTY_COLLECTION,
    ALLOW_EMPTY_STRING,
    ALLOW_NULL,
)


class JoinPath(
    Cmdlet,
    name="Join-Path",
    module="Microsoft.PowerShell.Management",
    class_name="Microsoft.PowerShell.Commands.JoinPathCommand",
    output=("System.String",),
):
    r"""Join a folder and a name to a path.

    PS> Join-Path D:\VMs web01
    """

    path: list[str] = param(
        "System.String[]",
        "The folders.",
        sets=at(0, mandatory=True, by_value=True, by_property_name=True),
        aliases=("PSPath",),
    )
    child_path: str | None = param(
        "System.String",
        "The name in them.",
        sets=at(1, mandatory=True, by_property_name=True),
        validators=(ALLOW_NULL, ALLOW_EMPTY_STRING),
    )
    additional_child_path: list[str] | None = param(
        "System.String[]",
        "More names.",
        sets=at(2, by_property_name=True, remaining=True),
        validators=(ALLOW_NULL, ALLOW_EMPTY_STRING, ALLOW_EMPTY_COLLECTION),
        core_only=True,
    )
    resolve: bool = switch("Write paths of files that are there.", not_emulated=True)
    credential: object = param(
        "System.Object",
        "Who asks; no provider uses it.",
        sets=at(by_property_name=True),
        not_emulated=True,
    )

    def process(self, ps: Context) -> Iterator[object]:
        """Join one list of folders."""
        for folder in self.path:
            drive = drive_of(folder)
            if drive and not is_known_drive(drive):
                ps.write_error(
                    ps.record(
                        f"Cannot find drive. A drive with the name '{drive}' does not exist.",
                        "DriveNotFound",
                        ErrorCategory.ObjectNotFound,
                        type_name="System.Management.Automation.DriveNotFoundException",
                        target=drive,
                    )
                )
                continue
            made = joined(folder, self.child_path or "")
            for name in self.additional_child_path or ():
                made = joined(made, name)
            yield made
