"""What Format-Table, -List, -Wide and -Custom share: their parameters and how they run."""

from collections.abc import Iterable
from typing import Final, NoReturn

from cmdlets.context import Context
from cmdlets.spec import Cmdlet, at, param, switch
from cmdlets.utility.formatting.edition import style_of, throw, views_of
from cmdlets.utility.formatting.property_parameter import GROUP_KEYS, selected
from emulator.formatting.instructions import Shape
from emulator.formatting.parameters import Expansion, FormatParameters
from emulator.formatting.shaping import Shaper
from emulator.objects.errors import (
    ClrException,
    ErrorCategory,
    ErrorRecord,
    PowerShellError,
)
from emulator.objects.psobject import AUTOMATION_NULL
from emulator.powershell.binder.validators import one_of

INVALID_DATA: Final = "System.IO.InvalidDataException"

GROUP_BY: Final = param("System.Object", "Formats in groups by a property or a calculated value.")
VIEW: Final = param("System.String", "The name of the view to use.")
SHOW_ERROR: Final = switch("Report expressions that fail behind the object.")
DISPLAY_ERROR: Final = switch("Show #ERR where an expression fails.")
FORCE: Final = switch("Format scalars and errors too, not only objects.")
EXPAND: Final = param(
    "System.String",
    "What of a collection is formatted: itself, its elements, or both.",
    validators=(one_of("CoreOnly", "EnumOnly", "Both"),),
)
INPUT_OBJECT: Final = param(
    "System.Management.Automation.PSObject",
    "The objects to format.",
    sets=at(by_value=True),
    default=AUTOMATION_NULL,
)


class FormatCmdlet(Cmdlet):
    """Base of the Format cmdlets: objects in, format instructions out."""

    shape: Shape
    group_by: object
    view: str | None
    show_error: bool
    display_error: bool
    force: bool
    expand: str | None
    input_object: object

    def __init__(self) -> None:
        """Begin without a layout."""
        self.shaper: Shaper | None = None

    def parameters(self, ps: Context) -> FormatParameters:
        """Return what the command line asks for."""
        raise NotImplementedError

    def shared(self, ps: Context) -> FormatParameters:
        """Return the parameters that all Format cmdlets have."""
        group_by = self.group_by
        return FormatParameters(
            group_by=None if group_by is None else selected(ps, group_by, GROUP_KEYS),
            view=self.view,
            show_error=self.show_error,
            display_error=self.display_error,
            force=self.force,
            expansion=None if self.expand is None else _expansion(self.expand),
        )

    def begin(self, ps: Context) -> Iterable[object]:
        """Read the parameters."""
        self.shaper = Shaper(
            views_of(ps), style_of(ps), shape=self.shape, parameters=self.parameters(ps)
        )
        return ()

    def process(self, ps: Context) -> Iterable[object]:
        """Format one object."""
        assert self.shaper is not None, "process runs after begin"
        try:
            yield from self.shaper.feed(self.input_object)
        except PowerShellError as error:
            if error.record.command_type is None:
                throw(ps, error.record)
            raise

    def end(self, ps: Context) -> Iterable[object]:
        """Close the layout."""
        assert self.shaper is not None, "end runs after begin"
        return self.shaper.finish()


def _expansion(written: str) -> Expansion:
    return next(one for one in Expansion if one.value.lower() == written.lower())


def refuse_both(ps: Context, error_id: str, first: str, second: str) -> NoReturn:
    """Refuse two parameters that exclude each other.

    Source: conformance format-table-basic-029, format-wide-013.
    """
    throw(
        ps,
        ErrorRecord(
            exception=ClrException(
                type_name=INVALID_DATA,
                message="Found invalid data while decoding.",
            ),
            error_id=error_id,
            category=ErrorCategory.InvalidArgument,
            details_message=f"Cmdlet parameters {first} and {second} are mutually exclusive.",
        ),
    )


def refuse_null_reference(ps: Context) -> NoReturn:
    """Fail as the real cmdlet does on an empty -Property. Source: format-table-basic-023."""
    name = "System.NullReferenceException"
    throw(
        ps,
        ErrorRecord(
            exception=ClrException(
                type_name=name,
                message="Object reference not set to an instance of an object.",
            ),
            error_id=name,
            category=ErrorCategory.NotSpecified,
        ),
    )
