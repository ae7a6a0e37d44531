"""Variables with a type or validation: `[int]$x = 5`, `[ValidateSet('a')]$x = 'a'`."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from emulator.objects.conversion import convert
from emulator.objects.errors import ClrError, ErrorCategory
from emulator.objects.exceptions import runtime_error
from emulator.objects.psobject import AUTOMATION_NULL
from emulator.objects.text import to_string
from emulator.objects.types import PSType
from emulator.powershell.metadata import Validator
from emulator.powershell.runtime.attributes import validators_of
from emulator.powershell.runtime.body import AttributeUse
from emulator.powershell.runtime.closures import Evaluate
from emulator.powershell.runtime.scope import Scope, Traits

SMA: Final = "System.Management.Automation."


@dataclass(frozen=True, slots=True, kw_only=True)
class Constraint:
    """What stands before a variable: `[ValidateRange(1, 9)][int]$scope:name`."""

    qualifier: str
    name: str
    types: tuple[Evaluate, ...]
    uses: tuple[AttributeUse, ...]


def constrain(scope: Scope, constraint: Constraint, value: object) -> None:
    """Make the variable typed and validated, and give it its first value."""
    name = constraint.name
    match constraint.qualifier:
        case "global":
            target = scope.home
        case "script":
            target = scope.script
        case _:
            target = scope
    found = [one(scope) for one in constraint.types]
    known = [one for one in found if isinstance(one, PSType)]
    check = converter(
        name, known, validators_of(constraint.uses, scope), shared=target.parent is None
    )
    stored = check(None if value is AUTOMATION_NULL else value)
    lower = name.lower()
    present = target.traits.get(lower)
    if present is not None and present.fixed:
        scope.session.failures.refuse_write(present.name)
    target.declare(lower, stored, Traits(name=name, convert=check))


def converter(
    name: str, types: list[PSType], validators: tuple[Validator, ...], *, shared: bool
) -> Callable[[object], object]:
    """Return what every new value of the variable goes through: types, then validators.

    A variable of the global scope (`shared`) reports a failed conversion as a transformation,
    one of a function as the failed cast. Source: language-increment-003,
    errors-binding-transform-023.
    """

    def check(value: object) -> object:
        if value is AUTOMATION_NULL:
            value = None
        for type_ in reversed(types):
            value = _transformed(value, type_) if shared else convert(value, type_)
        for validator in validators:
            _validate(validator, value, name)
        return value

    return check


def _transformed(value: object, type_: PSType) -> object:
    try:
        return convert(value, type_)
    except ClrError as error:
        raise runtime_error(
            error.exception.message,
            "RuntimeException",
            ErrorCategory.MetadataError,
            inner=error.exception,
            type_name=SMA + "ArgumentTransformationMetadataException",
        ) from error


def _validate(validator: Validator, value: object, name: str) -> None:
    """Ask one validator; its refusal is worded for a variable. Source: language-assign-004."""
    if validator.check is None:
        return
    try:
        validator.check(value)
    except ClrError as error:
        raise runtime_error(
            f"The variable cannot be validated because the value {to_string(value)} is not a "
            f"valid value for the {name} variable.",
            "ValidateSetFailure",
            ErrorCategory.MetadataError,
            inner=error.exception,
            type_name=SMA + "ValidationMetadataException",
        ) from error
