"""What the formatting and serialising cmdlets ask of their session: edition, views, limits."""

from dataclasses import replace
from typing import Final, NoReturn

from cmdlets.context import Context
from emulator.formatting.builtin_views import builtin_views
from emulator.formatting.error_view import ErrorView
from emulator.formatting.parameters import FormatStyle
from emulator.formatting.view_table import ViewTable
from emulator.formatting.views import View
from emulator.objects.errors import ClrError, ClrException, ErrorCategory, ErrorRecord
from emulator.objects.text import to_string

DEFAULT_ENUMERATION_LIMIT: Final = 4
BINDING: Final = "System.Management.Automation.ParameterBindingException"


def is_core(ps: Context) -> bool:
    """Return whether the session is PowerShell 7."""
    return ps.session.core


def line_width(ps: Context) -> int:
    """Return the cells of a line that is made for no screen: one less than the console has.

    Source: PowerShell 7, OutStringCommand.
    """
    return ps.session.console_width - 1


def style_of(ps: Context) -> FormatStyle:
    """Return how the session writes ($FormatEnumerationLimit)."""
    limit = ps.session.variable("FormatEnumerationLimit")
    return FormatStyle(
        core=is_core(ps),
        enumeration_limit=limit if type(limit) is int else DEFAULT_ENUMERATION_LIMIT,
    )


def views_of(ps: Context) -> ViewTable:
    """Return the views of the session: PowerShell's own and those of the Hyper-V module."""
    own = builtin_views(core=is_core(ps), error_view=lambda: error_view_of(ps))
    module = ps.surroundings.hyper_v
    extra: list[View] = []
    if module is not None:
        extra += module.views
    return ViewTable([*own, *extra])


def error_view_of(ps: Context) -> ErrorView | None:
    """Return what $ErrorView asks for, None for the edition's default."""
    wanted = to_string(ps.session.variable("ErrorView")).lower()
    return next((view for view in ErrorView if view.value.lower() == wanted), None)


def refuse_core_parameters(ps: Context, **attributes: str) -> None:
    """Refuse parameters that 5.1 does not have, as its binder would.

    `attributes` map the cmdlet's attribute to the parameter's name.
    """
    if is_core(ps):
        return
    for attribute, name in attributes.items():
        if ps.is_bound(attribute):
            message = f"A parameter cannot be found that matches parameter name '{name}'."
            throw(
                ps,
                ErrorRecord(
                    exception=ClrException(type_name=BINDING, message=message),
                    error_id="NamedParameterNotFound",
                    category=ErrorCategory.InvalidArgument,
                ),
            )


def throw(ps: Context, record: ErrorRecord) -> NoReturn:
    """End the cmdlet with `record`, in the cmdlet's name."""
    ps.throw(replace(record, command_type=ps.class_name, activity=ps.invocation.command_name))


def throw_clr(ps: Context, error: ClrError) -> NoReturn:
    """End the cmdlet with a .NET exception that has an id and a category of its own."""
    throw(
        ps,
        ErrorRecord(
            exception=error.exception,
            error_id=error.error_id or error.exception.type_name,
            category=error.category or ErrorCategory.NotSpecified,
            target=error.target,
        ),
    )
