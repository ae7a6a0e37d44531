"""Variables with a type or validation: `[int]$x = 5`, `[ValidateSet('a')]$x = 'a'`."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from emulator.objects.conversion import convert
from emulator.objects.errors import ClrError, ErrorCategory
from emulator.objects.exceptions import runtime_error
from emulator.objects.psobject import AUTOMATION_NULL
from emulator.objects.text import to_string
from emulator.objects.types import PSType
from emulator.powershell.metadata import Validator
from emulator.powershell.runtime.attributes import validators_of
from emulator.powershell.runtime.body import AttributeUse
from emulator.powershell.runtime.scope import Scope, Traits

if TYPE_CHECKING:
    from collections.abc import Sequence

SMA: Final = "System.Management.Automation."


def constrain(
    scope: Scope,
    qualifier: str,
    name: str,
    types: "Sequence[object]",
    uses: tuple[AttributeUse, ...],
    value: object,
) -> None:
    """Make the variable typed and validated, and give it its first value."""
    match qualifier:
        case "global":
            target = scope.home
        case "script":
            target = scope.script
        case _:
            target = scope
    known = [one for one in types if isinstance(one, PSType)]
    check = converter(name, known, validators_of(uses, scope))
    stored = check(None if value is AUTOMATION_NULL else value, first=True)
    lower = name.lower()
    present = target.traits.get(lower)
    if present is not None and present.fixed:
        scope.session.failures.refuse_write(present.name)
    target.declare(lower, stored, Traits(name=name, convert=check))


class Check:
    """What every new value of a constrained variable goes through."""

    __slots__ = ("_name", "_types", "_validators")

    def __init__(self, name: str, types: list[PSType], validators: tuple[Validator, ...]) -> None:
        """Convert to `types`, the innermost first, then ask `validators`."""
        self._name = name
        self._types = types
        self._validators = validators

    def __call__(self, value: object, *, first: bool = False) -> object:
        if value is AUTOMATION_NULL:
            value = None
        for type_ in reversed(self._types):
            value = _converted(value, type_, first=first)
        for validator in self._validators:
            _validate(validator, value, self._name)
        return value


def converter(
    name: str, types: list[PSType], validators: tuple[Validator, ...]
) -> Callable[..., object]:
    """Return the check of a variable with these types and validators."""
    return Check(name, types, validators)


def _converted(value: object, type_: PSType, *, first: bool) -> object:
    """Convert; a failure is an ArgumentTransformationMetadataException.

    Source: language-increment-003.
    """
    del first
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
