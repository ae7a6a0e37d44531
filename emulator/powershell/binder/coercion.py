"""How an argument becomes a value of its parameter's type, and which values fit as they are.

Cmdlets and functions differ, as in the real one: a cmdlet's parameter converts by the binder's
rules, a function's typed parameter is an argument transformation.
Source: conformance/hyperv-binding.jsonl convert/*, errors.jsonl binding/transform, /switch.
"""

from decimal import Decimal
from typing import Final

from emulator.objects.basic_types import ARRAY, BOOLEAN, ILIST, NULLABLE, NUMBERS, OBJECT, STRING
from emulator.objects.collections import TypedArray
from emulator.objects.common_enums import ACTION_PREFERENCE
from emulator.objects.conversion import convert
from emulator.objects.enumeration import enumerate_value
from emulator.objects.errors import ClrError
from emulator.objects.exceptions import invalid_cast
from emulator.objects.psobject import AUTOMATION_NULL, PSObject
from emulator.objects.text import type_text
from emulator.objects.type_values import full_name
from emulator.objects.types import PSType
from emulator.objects.typing_of import type_of
from emulator.powershell.binder.argument import Argument
from emulator.powershell.binder.binding_errors import Failures
from emulator.powershell.binder.plan import PlanParameter, is_nullable
from emulator.powershell.binder.switches import (
    ABSENT,
    PRESENT,
    SWITCH_PARAMETER,
    SwitchParameter,
)


class DoesNotFit:
    """The type of NO_FIT."""

    __slots__ = ()


NO_FIT: Final = DoesNotFit()
"""The answer of `fitted` for a value that would need a conversion."""


def bare(value: object) -> object:
    """Return what a PSObject wraps; a PSCustomObject and all else is itself."""
    if type(value) is PSObject and value.base is not None:
        return value.base
    return None if value is AUTOMATION_NULL else value


def is_of(value: object, type_: PSType) -> bool:
    """Whether `value` (not $null) is an instance of the type; arrays of classes are covariant."""
    own = type_of(value)
    if own.is_subtype_of(type_):
        return True
    if type_.element is not None and own.element is not None:
        return not own.element.value_type and own.element.is_subtype_of(type_.element)
    if type_.definition is NULLABLE:
        return own is type_.arguments[0]
    return False


def fitted(value: object, parameter: PlanParameter) -> object:
    """Return the value the parameter gets without a conversion, or NO_FIT."""
    type_ = parameter.type
    if value is None:
        fits = parameter.takes_anything or not (type_.value_type or type_ is STRING)
        return None if fits else NO_FIT
    if parameter.takes_anything:
        return value
    if type(value) is PSObject and value.base is None and is_of(value, type_):
        return value
    inner = bare(value)
    if is_of(inner, type_):
        return inner
    element = ELEMENT_OF_ARRAY if type_ is ARRAY else type_.element
    if element is None:
        return NO_FIT
    items = inner if isinstance(inner, list) else [inner]
    made: list[object] = []
    for item in items:
        held = bare(item)
        if held is not None and element is not OBJECT and not is_of(held, element):
            return NO_FIT
        made.append(item if element is OBJECT else held)
    return made if element is OBJECT else TypedArray(element, made)


ELEMENT_OF_ARRAY: Final = OBJECT
"""What System.Array, as a parameter type, holds."""


class Coercion:
    """Converts the arguments of one call."""

    __slots__ = ("_core", "_failures", "_function", "_simple")

    def __init__(self, failures: Failures, *, function: bool, simple: bool, core: bool) -> None:
        """Report by `failures`; `function` and `simple` as in the plan."""
        self._failures = failures
        self._function = function
        self._simple = simple
        self._core = core

    def coerced(self, argument: Argument, parameter: PlanParameter) -> object:
        """Return the argument's value as the parameter's type; ConversionError if it cannot be."""
        if self._function:
            return self._transformed(argument, parameter)
        value = self._converted(argument, parameter, parameter.type, argument.value)
        if value is None and not is_nullable(parameter.type) and not parameter.is_switch:
            raise self._failures.unsettable(argument, parameter.name, _null_message(parameter.type))
        return value

    def _transformed(self, argument: Argument, parameter: PlanParameter) -> object:
        """Convert as ArgumentTypeConverterAttribute does for functions."""
        value = argument.value
        type_ = parameter.type
        if type_ is OBJECT:
            return value
        try:
            inner = bare(value)
            if type_ is STRING and not self._simple and _is_array(inner):
                raise invalid_cast(
                    f"Cannot convert value to type {STRING.name}.", "InvalidCastFromAnyTypeToString"
                )
            if type_ is BOOLEAN or type_ is SWITCH_PARAMETER:
                _check_bool(inner, type_)
            if type_ is SWITCH_PARAMETER and isinstance(inner, SwitchParameter | None):
                return inner or ABSENT
            if type_ is BOOLEAN and isinstance(inner, SwitchParameter):
                return inner.is_present
            return convert(_source(argument, type_, value), type_)
        except ClrError as error:
            raise self._failures.transformation(
                argument, parameter.name, error.exception.message, error.exception
            ) from error

    def _converted(
        self, argument: Argument, parameter: PlanParameter, type_: PSType, value: object
    ) -> object:
        if value is None or value is AUTOMATION_NULL:
            return self._from_null(argument, parameter, type_)
        if type_ is OBJECT or parameter.takes_anything:
            return value
        inner = bare(value)
        if type_ in _SWITCHES or (type_.definition is NULLABLE and type_.arguments[0] is BOOLEAN):
            return self._boolean(argument, parameter, type_, inner)
        if is_of(inner, type_):
            return inner
        if type_.element is not None or type_ is ARRAY:
            return self._array(argument, parameter, type_, value)
        if isinstance(inner, list):
            raise self._failures.wrong_kind(
                argument, parameter.name, type_, inner, "Specified method is not supported."
            )
        target = type_.arguments[0] if type_.definition is NULLABLE else type_
        try:
            return convert(_source(argument, target, value), target)
        except ClrError as error:
            message = error.exception.message
            if type_ is ACTION_PREFERENCE and not self._core:
                message = message.replace(", Suspend, Break", ", Suspend")
            raise self._failures.not_convertible(
                argument, parameter.name, parameter.type, message, inner
            ) from error

    def _from_null(self, argument: Argument, parameter: PlanParameter, type_: PSType) -> object:
        if type_ is BOOLEAN:
            raise self._failures.null_switch(argument, parameter.name)
        return ABSENT if type_ is SWITCH_PARAMETER else None

    def _boolean(
        self, argument: Argument, parameter: PlanParameter, type_: PSType, value: object
    ) -> object:
        """Booleans and switches take booleans and numbers only."""
        if isinstance(value, SwitchParameter):
            truth = value.is_present
        elif isinstance(value, bool | int | float | Decimal):
            truth = bool(value)
        else:
            raise self._failures.wrong_kind(argument, parameter.name, type_, value, "")
        if type_ is SWITCH_PARAMETER:
            return PRESENT if truth else ABSENT
        return truth

    def _array(
        self, argument: Argument, parameter: PlanParameter, type_: PSType, value: object
    ) -> object:
        element = ELEMENT_OF_ARRAY if type_.element is None else type_.element
        inner = bare(value)
        items = [value]
        if isinstance(inner, list) or type_of(inner).is_subtype_of(ILIST):
            found = enumerate_value(inner)
            assert found is not None
            items = list(found)
        if element is OBJECT:
            return items
        made = [self._converted(argument, parameter, element, item) for item in items]
        if element.value_type:
            for item in made:
                if item is None:
                    raise self._failures.not_convertible(
                        argument, parameter.name, type_, _null_message(element), value
                    )
        return TypedArray(element, made)


_SWITCHES: Final = (BOOLEAN, SWITCH_PARAMETER)


def _source(argument: Argument, type_: PSType, value: object) -> object:
    """Return what is converted: of a bare number its text, unless the type is a number."""
    if argument.text is not None and value is argument.value and type_ not in NUMBERS:
        number = isinstance(value, int | float | Decimal) and not isinstance(value, bool)
        inner = type_.arguments[0] if type_.definition is NULLABLE else type_
        if number and not inner.is_enum and inner not in NUMBERS and inner.name not in _FROM_NUMBER:
            return argument.text
    return value


_FROM_NUMBER: Final = frozenset(
    {"System.DateTime", "System.TimeSpan", "System.Char", BOOLEAN.name, SWITCH_PARAMETER.name}
)
"""Types that a number becomes by its value."""


def _is_array(value: object) -> bool:
    return isinstance(value, list)


def _check_bool(value: object, type_: PSType) -> None:
    """Refuse what is neither a boolean nor a number."""
    if isinstance(value, bool | int | float | Decimal | SwitchParameter):
        return
    if value is None and type_ is SWITCH_PARAMETER:
        return
    what = "" if value is None else type_text(type_of(value))
    raise invalid_cast(
        f'Cannot convert value "{what}" to type "{type_text(type_)}". Boolean parameters accept '
        "only Boolean values and numbers, such as $True, $False, 1 or 0.",
        "InvalidCastFromAnyTypeToBoolean",
    )


def _null_message(type_: PSType) -> str:
    if type_.is_enum:
        try:
            convert(None, type_)
        except ClrError as error:
            return error.exception.message
    return f'Cannot convert null to type "{full_name(type_)}".'
