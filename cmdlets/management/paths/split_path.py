"""Split-Path."""

from collections.abc import Iterator
from typing import Final

from cmdlets.context import Context
from cmdlets.management.paths.path_text import drive_of, leaf_of, parent_of, without_drive
from cmdlets.spec import Cmdlet, at, param, switch
from emulator.objects.errors import ErrorCategory

_PARENT: Final = "ParentSet"
_LITERAL: Final = "LiteralPathSet"
_LEAF: Final = "LeafSet"
_QUALIFIER: Final = "QualifierSet"
_REST: Final = "NoQualifierSet"
_ABSOLUTE: Final = "IsAbsoluteSet"
_BASE: Final = "LeafBaseSet"
_EXTENSION: Final = "ExtensionSet"
_BY_PATH: Final = (_PARENT, _LEAF, _QUALIFIER, _REST, _ABSOLUTE, _BASE, _EXTENSION)


class SplitPath(
    Cmdlet,
    name="Split-Path",
    module="Microsoft.PowerShell.Management",
    class_name="Microsoft.PowerShell.Commands.SplitPathCommand",
    default_set=_PARENT,
    output=("System.String", "System.Boolean"),
):
    r"""Take a part of a path: its folder, if not said otherwise.

    PS> Split-Path D:\VMs\web01.vhdx -Leaf
    """

    path: list[str] | None = param(
        "System.String[]",
        "The paths.",
        sets={one: at(0, mandatory=True, by_value=True, by_property_name=True) for one in _BY_PATH},
    )
    literal_path: list[str] | None = param(
        "System.String[]",
        "The paths, without wildcards.",
        sets={_LITERAL: at(mandatory=True, by_property_name=True)},
        aliases=("PSPath",),
    )
    qualifier: bool = switch("The drive.", sets={_QUALIFIER: at(mandatory=True)})
    no_qualifier: bool = switch("All but the drive.", sets={_REST: at(mandatory=True)})
    parent: bool = switch("The folder.", sets=(_PARENT,))
    leaf: bool = switch("The last part.", sets={_LEAF: at(mandatory=True)})
    leaf_base: bool = switch(
        "The last part without its extension.", sets={_BASE: at(mandatory=True)}, core_only=True
    )
    extension: bool = switch(
        "The extension.", sets={_EXTENSION: at(mandatory=True)}, core_only=True
    )
    resolve: bool = switch("Paths of files that are there.", not_emulated=True)
    is_absolute: bool = switch("Whether it has a drive.", sets={_ABSOLUTE: at(mandatory=True)})
    credential: object = param(
        "System.Object",
        "Who asks; no provider uses it.",
        sets=at(by_property_name=True),
        not_emulated=True,
    )

    def process(self, ps: Context) -> Iterator[object]:
        """Split one list of paths."""
        for path in self.path or self.literal_path or ():
            yield from self._part(ps, path)

    def _part(self, ps: Context, path: str) -> Iterator[object]:
        leaf = leaf_of(path)
        base, dot, extension = leaf.rpartition(".")
        match ps.parameter_set:
            case "LeafSet":
                yield leaf
            case "LeafBaseSet":
                yield base if dot else leaf
            case "ExtensionSet":
                yield f".{extension}" if dot else ""
            case "QualifierSet":
                yield from self._qualifier(ps, path)
            case "NoQualifierSet":
                yield without_drive(path)
            case "IsAbsoluteSet":
                yield bool(drive_of(path))
            case _:
                yield parent_of(path)

    def _qualifier(self, ps: Context, path: str) -> Iterator[object]:
        drive = drive_of(path)
        if drive:
            yield f"{drive}:"
            return
        ps.write_error(
            ps.record(
                f"Cannot parse path because path '{path}' does not have a qualifier specified.",
                "ParsePathFormatError",
                ErrorCategory.InvalidArgument,
                type_name="System.FormatException",
                target=path,
            )
        )
