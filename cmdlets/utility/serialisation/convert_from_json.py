"""ConvertFrom-Json."""

from collections.abc import Iterable, Iterator
from typing import Final

from cmdlets.context import Context
from cmdlets.spec import Cmdlet, at, param, switch
from cmdlets.utility.formatting.edition import is_core, refuse_core_parameters, throw_clr
from emulator.objects.errors import ClrError
from emulator.objects.json_reader import MOST_NESTED, DateKind, ReadOptions, from_json
from emulator.powershell.binder.validators import ALLOW_EMPTY_STRING, in_range, one_of

NEWLINE: Final = "\r\n"
"""What joins the lines of a document that was piped in line by line."""


class ConvertFromJson(
    Cmdlet,
    name="ConvertFrom-Json",
    module="Microsoft.PowerShell.Utility",
    class_name="Microsoft.PowerShell.Commands.ConvertFromJsonCommand",
    output=("System.Management.Automation.PSCustomObject",),
):
    """Read JSON as objects.

    5.1 gives an array as one object, 7 its elements one by one.

    PS> '{"name": "web01"}' | ConvertFrom-Json
    """

    input_object: str = param(
        "System.String",
        "The text; several piped strings are one document or one each.",
        sets=at(0, mandatory=True, by_value=True),
        validators=(ALLOW_EMPTY_STRING,),
    )
    as_hashtable: bool = switch("Give hashtables instead of custom objects (PowerShell 7).")
    date_kind: str = param(
        "System.String",
        "What becomes of dates (PowerShell 7.5).",
        validators=(one_of("Default", "Local", "Utc", "Offset", "String"),),
        default="Default",
    )
    depth: int = param(
        "System.Int32",
        "How deep containers may be nested (PowerShell 7).",
        validators=(in_range(1, 2147483647),),
        default=MOST_NESTED,
    )
    no_enumerate: bool = switch("Give an array as one object (PowerShell 7).")

    def __init__(self) -> None:
        """Begin without text."""
        self.texts: list[str] = []

    def begin(self, ps: Context) -> Iterable[object]:
        """Refuse what the edition does not have."""
        refuse_core_parameters(
            ps,
            as_hashtable="AsHashtable",
            date_kind="DateKind",
            depth="Depth",
            no_enumerate="NoEnumerate",
        )
        return ()

    def process(self, ps: Context) -> Iterable[object]:
        """Keep one string."""
        self.texts.append(self.input_object)
        return ()

    def end(self, ps: Context) -> Iterable[object]:
        """Read what was kept: each string a document, or all of them one."""
        options = self._options(ps)
        texts = self.texts
        if len(texts) > 1 and not _reads(texts[0], options):
            texts = [NEWLINE.join(texts)]
        for text in texts:
            try:
                value = from_json(text, options)
            except ClrError as error:
                throw_clr(ps, error)
            yield from self._written(value, core=options.core)

    def _written(self, value: object, *, core: bool) -> Iterator[object]:
        if core and isinstance(value, list) and not self.no_enumerate:
            yield from value
        else:
            yield value

    def _options(self, ps: Context) -> ReadOptions:
        return ReadOptions(
            core=is_core(ps),
            depth=self.depth,
            as_hashtable=self.as_hashtable,
            dates=DateKind(self.date_kind.capitalize()),
        )


def _reads(text: str, options: ReadOptions) -> bool:
    try:
        from_json(text, options)
    except ClrError as error:
        return error.exception.type_name != "System.ArgumentException"
    return True
