"""Tee-Object."""

from collections.abc import Iterable, Iterator
from typing import Final

from cmdlets.context import Context
from cmdlets.spec import Cmdlet, at, param, switch
from emulator.objects.psobject import AUTOMATION_NULL

_FILE: Final = "File"
_LITERAL: Final = "LiteralFile"
_VARIABLE: Final = "Variable"


class TeeObject(
    Cmdlet,
    name="Tee-Object",
    module="Microsoft.PowerShell.Utility",
    class_name="Microsoft.PowerShell.Commands.TeeObjectCommand",
    default_set=_FILE,
    aliases=("tee",),
):
    """Keep in a variable what goes down the pipeline.

    PS> Get-VM | Tee-Object -Variable machines | Measure-Object
    """

    input_object: object = param(
        "System.Management.Automation.PSObject",
        "The objects.",
        sets=at(by_value=True),
        default=AUTOMATION_NULL,
    )
    file_path: str | None = param(
        "System.String",
        "The file to write to.",
        sets={_FILE: at(0, mandatory=True)},
        not_emulated=True,
    )
    literal_path: str | None = param(
        "System.String",
        "The file to write to, without wildcards.",
        sets={_LITERAL: at(mandatory=True)},
        aliases=("PSPath",),
        not_emulated=True,
    )
    append: bool = switch("Add to the file.", sets=(_FILE,), not_emulated=True)
    variable: str = param(
        "System.String", "The variable to set.", sets={_VARIABLE: at(mandatory=True)}
    )

    def begin(self, ps: Context) -> Iterable[object]:
        """Begin with nothing kept."""
        self._kept: list[object] = []
        return ()

    def process(self, ps: Context) -> Iterator[object]:
        """Keep one object and pass it on."""
        if self.input_object is not AUTOMATION_NULL:
            self._kept.append(self.input_object)
            yield self.input_object

    def end(self, ps: Context) -> Iterable[object]:
        """Set the variable: one object is itself, more are an array."""
        kept: object = self._kept[0] if len(self._kept) == 1 else (self._kept or None)
        ps.scope.assign(self.variable, self.variable.lower(), kept)
        return ()
