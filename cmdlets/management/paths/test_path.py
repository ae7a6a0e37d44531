"""Test-Path."""

from collections.abc import Iterable, Iterator
from typing import Final

from cmdlets.context import Context
from cmdlets.core.command_search import functions
from cmdlets.management.paths.path_text import drive_of, is_known_drive, without_drive
from cmdlets.spec import Cmdlet, at, param, switch
from cmdlets.utility.aliases.alias_object import targets
from cmdlets.utility.variables.lookup import visible
from emulator.objects.enums import EnumValue, enum_type
from emulator.objects.errors import NotEmulated
from emulator.objects.wildcards import is_match

_PATH: Final = "Path"
_LITERAL: Final = "LiteralPath"
TEST_PATH_TYPE: Final = enum_type(
    "Microsoft.PowerShell.Commands.TestPathType", {"Any": 0, "Container": 1, "Leaf": 2}
)


class TestPath(
    Cmdlet,
    name="Test-Path",
    module="Microsoft.PowerShell.Management",
    class_name="Microsoft.PowerShell.Commands.TestPathCommand",
    default_set=_PATH,
    output=("System.Boolean",),
):
    """Say whether there is something at a path; of files nothing is known yet.

    PS> Test-Path Variable:found
    """

    __test__ = False

    path: list[str] | None = param(
        "System.String[]",
        "The paths.",
        sets={_PATH: at(0, mandatory=True, by_value=True, by_property_name=True)},
        wildcards=True,
    )
    literal_path: list[str] | None = param(
        "System.String[]",
        "The paths, without wildcards.",
        sets={_LITERAL: at(mandatory=True, by_property_name=True)},
        aliases=("PSPath",),
    )
    filter_: str | None = param(
        "System.String", "A filter of the provider.", name="Filter", not_emulated=True
    )
    include: list[str] | None = param("System.String[]", "Names to keep.", not_emulated=True)
    exclude: list[str] | None = param("System.String[]", "Names to leave out.", not_emulated=True)
    path_type: EnumValue | None = param(
        TEST_PATH_TYPE, "A container, a leaf, or any.", aliases=("Type",)
    )
    is_valid: bool = switch("Whether the text could be a path.", not_emulated=True)
    credential: object = param(
        "System.Object",
        "Who asks.",
        sets=at(by_property_name=True),
        not_emulated=True,
    )
    older_than: object = param("System.Object", "Only older files.", not_emulated=True)
    newer_than: object = param("System.Object", "Only newer files.", not_emulated=True)

    def process(self, ps: Context) -> Iterator[object]:
        """Answer for one list of paths."""
        for path in self.path or self.literal_path or ():
            drive = drive_of(path)
            if drive and not is_known_drive(drive):
                yield False
                continue
            name = without_drive(path).lstrip("\\/")
            names = _names_on(ps, drive.lower())
            kind = "Any" if self.path_type is None else self.path_type.name
            if not name:
                yield kind != "Leaf"
            elif self.path is None:
                yield kind != "Container" and name.lower() in {one.lower() for one in names}
            else:
                yield kind != "Container" and any(is_match(name, one) for one in names)


def _names_on(ps: Context, drive: str) -> Iterable[str]:
    """Return the names of what is on a drive of the session."""
    match drive:
        case "variable":
            return [one.name for one in visible(ps, None).values()]
        case "env":
            return list(ps.session.environment)
        case "function":
            return [one.metadata.name for one in functions(ps.scope)]
        case "alias":
            return [name for name, _ in targets(ps).values()]
        case "" | "c":
            raise NotEmulated("Test-Path in the file system")
        case _:
            raise NotEmulated(f"Test-Path on the drive {drive.upper()}:")
