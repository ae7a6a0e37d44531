"""Which overload a call means, and its arguments converted; PowerShell's rules and errors.

Arguments are ranked from the first to the last: the overload that suits the first one best wins
("the first argument picks the overload": [math]::Max(1, 2.5) is 2), declaration order decides
between equals, and an expanded Params array is only taken where nothing else fits.
Source: conformance dotnet object/calls, number/math, string/split.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from emulator.dotnet.signature_types import DELEGATE, FORMAT_PROVIDER, signature_type
from emulator.dotnet.signatures import Overload, Parameter
from emulator.dotnet.surroundings import Surroundings
from emulator.objects.basic_types import (
    BOOLEAN,
    CHAR,
    DECIMAL,
    DOUBLE,
    INTEGERS,
    NUMBERS,
    OBJECT,
    RANGES,
    SINGLE,
    STRING,
)
from emulator.objects.conversion import convert, convert_or_null
from emulator.objects.cultures import Culture, current_culture
from emulator.objects.errors import ClrError, ErrorCategory
from emulator.objects.exceptions import METHOD_EXCEPTION, exception, fail
from emulator.objects.numbers import Char
from emulator.objects.psobject import PSObject
from emulator.objects.references import Reference
from emulator.objects.text import to_string
from emulator.objects.type_values import full_name
from emulator.objects.types import PSType
from emulator.objects.typing_of import type_of

_IDENTITY: Final = 0
_SUBTYPE: Final = 1
_WIDER: Final = 2
_TO_OBJECT: Final = 5
_TO_STRING: Final = 6
_TEXT_TO_NUMBER: Final = 7
_LANGUAGE: Final = 9
_IMPOSSIBLE: Final = 99


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """What an overload may ask about its call: the surroundings, type arguments, the type."""

    surroundings: Surroundings
    bindings: Mapping[str, PSType]
    type: PSType

    @property
    def culture(self) -> Culture:
        """The current culture of the session."""
        return current_culture(core=self.surroundings.core)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """An overload that a call may mean, parameter by parameter; `ranks` tell how well it fits."""

    overload: Overload
    parameters: tuple[Parameter, ...]
    expanded: bool
    ranks: tuple[int, ...]


def choice(
    overloads: Sequence[Overload], name: str, arguments: Sequence[object], call: Call
) -> Choice:
    """Return the overload that a call with `arguments` means."""
    candidates = [
        found for overload in overloads for found in _candidates(overload, arguments, call)
    ]
    if not candidates:
        raise no_overload(name, len(arguments))
    return min(candidates, key=lambda it: (it.expanded and _fits(candidates), it.ranks))


def _fits(candidates: list[Choice]) -> bool:
    return any(not it.expanded and _IMPOSSIBLE not in it.ranks for it in candidates)


def no_overload(name: str, count: int) -> ClrError:
    """Return the error of a call whose count of arguments suits no overload."""
    return ClrError(
        exception(
            METHOD_EXCEPTION,
            f'Cannot find an overload for "{name}" and the argument count: "{count}".',
        ),
        error_id="MethodCountCouldNotFindBest",
        category=ErrorCategory.NotSpecified,
    )


def _candidates(overload: Overload, arguments: Sequence[object], call: Call) -> list[Choice]:
    parameters = overload.parameters
    count = len(arguments)
    found: list[Choice] = []
    least = sum(not (it.optional or it.rest) for it in parameters)
    normal_least = sum(not it.optional for it in parameters)
    if normal_least <= count <= len(parameters):
        found.append(_candidate(overload, parameters[:count], arguments, call, expanded=False))
    if parameters and parameters[-1].rest and count >= least:
        last = parameters[-1]
        one = Parameter(name=last.name, type_name=last.type_name.removesuffix("[]"))
        spread = (*parameters[:-1], *([one] * (count - len(parameters) + 1)))
        found.append(_candidate(overload, spread, arguments, call, expanded=True))
    return found


def _candidate(
    overload: Overload,
    parameters: tuple[Parameter, ...],
    arguments: Sequence[object],
    call: Call,
    *,
    expanded: bool,
) -> Choice:
    ranks = tuple(
        _rank(value, parameter, call)
        for value, parameter in zip(arguments, parameters, strict=True)
    )
    return Choice(overload=overload, parameters=parameters, expanded=expanded, ranks=ranks)


def _rank(value: object, parameter: Parameter, call: Call) -> int:
    if isinstance(value, Reference):
        return _IDENTITY if parameter.by_ref else _LANGUAGE
    target = signature_type(parameter.type_name, call.bindings)
    if isinstance(value, PSObject) and value.base is not None:
        value = value.base
    if value is None:
        return _LANGUAGE if target.value_type else _SUBTYPE
    if target is DELEGATE and callable(value):
        return _IDENTITY
    source = type_of(value)
    if source is target:
        return _IDENTITY
    if target is OBJECT:
        return _TO_OBJECT
    if source.is_subtype_of(target):
        return _SUBTYPE
    if target in (DELEGATE, FORMAT_PROVIDER):
        return _SUBTYPE if source not in NUMBERS and source is not STRING else _IMPOSSIBLE
    if source in NUMBERS and target in NUMBERS:
        return _numeric_rank(source, target)
    return _language_rank(value, source, target)


def _numeric_rank(source: PSType, target: PSType) -> int:
    if source in INTEGERS and target in RANGES:
        least, greatest = RANGES[source]
        other_least, other_greatest = RANGES[target]
        wider = other_least <= least and greatest <= other_greatest
        return _WIDER if wider else _LANGUAGE
    if source in INTEGERS or source is SINGLE:
        return _WIDER + 1
    return _LANGUAGE


def _language_rank(value: object, source: PSType, target: PSType) -> int:
    if target is STRING:
        return _TO_STRING
    if source is STRING and target in NUMBERS:
        return _TEXT_TO_NUMBER + (target is DECIMAL)
    if target is CHAR and source is STRING:
        return _LANGUAGE if len(str(value)) == 1 else _IMPOSSIBLE
    if target is BOOLEAN:
        return _LANGUAGE + 2
    if isinstance(value, Char) and target is DOUBLE:
        return _IMPOSSIBLE
    if isinstance(value, Decimal | str) or target.element is not None:
        return _LANGUAGE + 1
    return _LANGUAGE


def converted(best: Choice, name: str, arguments: Sequence[object], call: Call) -> list[object]:
    """Return the arguments as the overload wants them; ClrError for one that does not convert."""
    made = [
        _argument(value, parameter, name, call)
        for value, parameter in zip(arguments, best.parameters, strict=True)
    ]
    if best.expanded:
        fixed = len(best.overload.parameters) - 1
        rest = best.overload.parameters[-1]
        array = convert(made[fixed:], signature_type(rest.type_name, call.bindings))
        made[fixed:] = [array]
    return made


def _argument(value: object, parameter: Parameter, name: str, call: Call) -> object:
    if parameter.by_ref:
        return value if isinstance(value, Reference) else Reference.to_value(value)
    target = signature_type(parameter.type_name, call.bindings)
    if target is FORMAT_PROVIDER:
        return value if isinstance(value, Culture) or hasattr(value, "culture") else None
    if target is DELEGATE:
        return value if callable(value) else call.surroundings.callable_of(value)
    if value is None and target is STRING:
        return None
    try:
        return convert(value, target)
    except ClrError as error:
        raise _bad_argument(value, parameter.name, name, target, error) from error


def _bad_argument(
    value: object, parameter: str, name: str, target: PSType, error: ClrError
) -> ClrError:
    return ClrError(
        exception(
            METHOD_EXCEPTION,
            f'Cannot convert argument "{parameter}", with value: "{to_string(value)}", for '
            f'"{name}" to type "{full_name(target)}": "{error.exception.message}"',
            error.exception,
        ),
        error_id="MethodArgumentConversionInvalidCastArgument",
        category=ErrorCategory.NotSpecified,
    )


def require(value: object, parameter: str) -> object:
    """Return `value`; $null is .NET's ArgumentNullException."""
    if value is None:
        fail("System.ArgumentNullException", f"Value cannot be null. (Parameter '{parameter}')")
    return value


def optional(value: object, type_: PSType) -> object:
    """Return `value` as `type_`, or None where it cannot be."""
    return convert_or_null(value, type_)
