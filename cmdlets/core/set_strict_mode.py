"""Set-StrictMode."""

from collections.abc import Iterable
from typing import Final

from cmdlets.context import Context
from cmdlets.spec import Cmdlet, at, param, switch
from emulator.objects.errors import ErrorCategory
from emulator.objects.identifiers import Version, parse_version
from emulator.objects.psobject import PSObject
from emulator.objects.text import to_string

LATEST: Final = 3
"""The newest version of strict mode that has rules of its own."""


def to_strict_version(value: object) -> object:
    """Return the argument as a version: Latest is the newest, a whole number has minor 0."""
    bare = value.base if isinstance(value, PSObject) else value
    text = to_string(bare)
    if text.lower() == "latest":
        text = f"{LATEST}.0"
    return parse_version(text if "." in text else f"{text}.0")


class SetStrictMode(
    Cmdlet,
    name="Set-StrictMode",
    module="Microsoft.PowerShell.Core",
    class_name="Microsoft.PowerShell.Commands.SetStrictModeCommand",
    default_set="Version",
):
    """Make the language stricter in this scope and those below it.

    PS> Set-StrictMode -Version Latest
    """

    off: bool = switch("Back to no strictness.", sets={"Off": at(mandatory=True)})
    version: Version | None = param(
        "System.Version",
        "The strictness of which version: 1.0, 2.0, 3.0 or Latest.",
        sets={"Version": at(mandatory=True)},
        aliases=("v",),
        transform=to_strict_version,
    )

    def end(self, ps: Context) -> Iterable[object]:
        """Set the version in the caller's scope."""
        wanted = 0
        if self.version is not None:
            wanted = self.version.major
            if wanted > LATEST:
                ps.throw(
                    ps.record(
                        f"Cannot validate argument on parameter 'Version'. The "
                        f'"{to_string(self.version)}" argument does not contain a valid '
                        "PowerShell version. Supply a valid version number and then try the "
                        "command again.",
                        "ParameterArgumentValidationError",
                        ErrorCategory.InvalidData,
                        type_name="System.Management.Automation."
                        "ParameterBindingValidationException",
                    )
                )
        ps.scope.strict = wanted
        return ()
