"""ConvertTo-Json."""

from collections.abc import Iterable
from typing import Final

from cmdlets.context import Context
from cmdlets.spec import Cmdlet, at, param, switch
from cmdlets.utility.formatting.edition import is_core, refuse_core_parameters, throw_clr
from emulator.objects.errors import ClrError
from emulator.objects.json_writer import Escapes, JsonOptions, to_json
from emulator.powershell.binder.validators import ALLOW_NULL, in_range, one_of

DEFAULT_DEPTH: Final = 2
ESCAPE_NAMES: Final = tuple(
    escapes.value for escapes in (Escapes.DEFAULT, Escapes.NON_ASCII, Escapes.HTML)
)


class ConvertToJson(
    Cmdlet,
    name="ConvertTo-Json",
    module="Microsoft.PowerShell.Utility",
    class_name="Microsoft.PowerShell.Commands.ConvertToJsonCommand",
    output=("System.String",),
):
    """Write objects as JSON.

    Several piped objects become an array. What lies deeper than -Depth becomes text.

    PS> Get-VM web01 | Select-Object Name, State | ConvertTo-Json -Compress
    """

    input_object: object = param(
        "System.Object",
        "The objects to write.",
        sets=at(0, mandatory=True, by_value=True),
        validators=(ALLOW_NULL,),
    )
    depth: int = param(
        "System.Int32",
        "How many levels of containers are written out.",
        validators=(in_range(0, 100),),
        default=DEFAULT_DEPTH,
    )
    compress: bool = switch("Leave out blanks and ends of line.")
    enums_as_strings: bool = switch("Write names of enumeration values (PowerShell 7).")
    as_array: bool = switch("Write an array for one object too (PowerShell 7).")
    escape_handling: str | None = param(
        "System.String",
        "Which characters are written as \\u escapes (PowerShell 7).",
        validators=(one_of(*ESCAPE_NAMES),),
    )

    def __init__(self) -> None:
        """Begin without objects."""
        self.objects: list[object] = []

    def begin(self, ps: Context) -> Iterable[object]:
        """Refuse what the edition does not have."""
        refuse_core_parameters(
            ps,
            enums_as_strings="EnumsAsStrings",
            as_array="AsArray",
            escape_handling="EscapeHandling",
        )
        return ()

    def process(self, ps: Context) -> Iterable[object]:
        """Keep one object."""
        self.objects.append(self.input_object)
        return ()

    def end(self, ps: Context) -> Iterable[object]:
        """Write the JSON of what was kept."""
        if not self.objects:
            return
        whole: object = self.objects
        if len(self.objects) == 1 and not self.as_array:
            whole = self.objects[0]
        try:
            written = to_json(whole, self._options(ps))
        except ClrError as error:
            throw_clr(ps, error)
        if written.truncated and is_core(ps):
            ps.warning(
                "Resulting JSON is truncated as serialization has exceeded the set depth of"
                f" {self.depth}."
            )
        yield written.text

    def _options(self, ps: Context) -> JsonOptions:
        wanted = (self.escape_handling or Escapes.DEFAULT.value).lower()
        return JsonOptions(
            core=is_core(ps),
            depth=self.depth,
            compress=self.compress,
            enums_as_strings=self.enums_as_strings,
            escapes=next(one for one in Escapes if one.value.lower() == wanted),
        )
