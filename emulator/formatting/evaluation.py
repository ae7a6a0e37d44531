"""Reading a value for a cell, and what is reported when that fails."""

from emulator.formatting.cell_text import CellText
from emulator.formatting.expressions import (
    Block,
    Failed,
    PropertyExpression,
    PropertyName,
    label_of,
)
from emulator.formatting.parameters import FormatParameters
from emulator.formatting.properties import value_of
from emulator.formatting.views import Expression, GroupBy
from emulator.objects.errors import ClrError, ClrException, ErrorCategory, ErrorRecord

ERROR_IN_CELL = "#ERR"
"""What -DisplayError shows in place of a value. Source: conformance format-list-030."""


def as_expression(expression: Expression | None, label: str) -> PropertyExpression:
    """Return a view's expression; without one it is the property named `label`."""
    match expression:
        case None:
            return PropertyName(label)
        case str():
            return PropertyName(expression)
        case _:
            return Block(expression)


class Evaluation:
    """Evaluates expressions for one layout and remembers what failed."""

    def __init__(self, parameters: FormatParameters, text: CellText) -> None:
        """Show errors as `parameters` say."""
        self.parameters = parameters
        self.text = text
        self.failures: list[ErrorRecord] = []

    def text_of(
        self,
        expression: PropertyExpression,
        value: object,
        format_string: str | None = None,
        *,
        in_table: bool = False,
    ) -> str:
        """Return the text that `expression` gives for `value`."""
        found = value_of(expression, value)
        if isinstance(found, Failed):
            self._remember(found, expression, value)
            return ERROR_IN_CELL if self.parameters.display_error else ""
        return self.text.of(found, format_string, in_table=in_table)

    def drained(self) -> list[ErrorRecord]:
        """Return the failures since the last call (-ShowError), none unless asked for."""
        failures, self.failures = self.failures, []
        return failures

    def _remember(self, found: Failed, expression: PropertyExpression, value: object) -> None:
        if self.parameters.show_error:
            self.failures.append(
                ErrorRecord(
                    exception=_exception_of(found.error),
                    error_id="PSPropertyExpressionError",
                    category=ErrorCategory.InvalidArgument,
                    target=value,
                    details_message=f'Failed to evaluate expression "{label_of(expression)}".',
                )
            )


def _exception_of(error: Exception) -> ClrException:
    if isinstance(error, ClrError):
        return error.exception
    record = getattr(error, "record", None)
    if isinstance(record, ErrorRecord):
        return record.exception
    return ClrException(type_name="System.Exception", message=str(error))


class Grouping:
    """The current group of a layout: its key's value and the label that goes with it.

    Source: PowerShell 7, GroupingInfoManager; conformance format-table-groupby-007.
    """

    def __init__(self, expression: PropertyExpression, label: str | None) -> None:
        """Group by `expression`; `label` None means "the expression's own"."""
        self.expression = expression
        self.label = label
        self.value: object = None
        self.name: str | None = None

    def update(self, value: object, text: CellText) -> bool:
        """Take the key of the next object; return whether it differs from the one before."""
        found = value_of(self.expression, value)
        if isinstance(found, Failed):
            return False
        key = text.of(found)
        changed = key.lower() != text.of(self.value).lower()
        self.value = found
        if changed:
            self.name = self.label or label_of(self.expression)
        return changed


def grouping_of(parameters: FormatParameters, group_by: GroupBy | None) -> Grouping | None:
    """Return the grouping of the command line, else of the view, else None."""
    if parameters.group_by is not None:
        return Grouping(parameters.group_by.expression, parameters.group_by.label)
    if group_by is not None:
        return Grouping(as_expression(group_by.expression, ""), group_by.label)
    return None
