"""How values read as text: "$x", ToString() and the operator -f."""

from decimal import Decimal
from typing import Final, NoReturn

from emulator.objects.accelerators import written_name
from emulator.objects.cultures import EN_US_FRAMEWORK, INVARIANT, Culture
from emulator.objects.date_formats import format_date, format_span
from emulator.objects.enumeration import enumerate_value
from emulator.objects.enums import EnumValue
from emulator.objects.errors import ClrError, ClrException, ErrorRecord
from emulator.objects.exceptions import exception, fail, runtime_error, thrown
from emulator.objects.identifiers import Guid, format_guid
from emulator.objects.moments import DateTime, TimeSpan
from emulator.objects.number_formats import (
    decimal_text,
    double_text,
    format_number,
    number_text,
)
from emulator.objects.numbers import Int64, Single
from emulator.objects.psobject import AutomationNull, PSObject, ScriptMethod
from emulator.objects.type_values import full_name
from emulator.objects.types import ClrObject, PSType
from emulator.objects.typing_of import type_of

_ALIGNMENT_LIMIT: Final = 1_000_000  # .NET refuses wider fields
_ARGUMENT_LIMIT: Final = 1_000_000  # and higher argument numbers


def to_string(value: object, separator: str = " ") -> str:
    """Return `value` as "$x" shows it, in the invariant culture; $OFS is the separator."""
    kind = type(value)
    if type(value) is str:
        return value
    if kind is int or kind is Int64:
        return int.__repr__(value)
    if value is None:
        return ""
    if kind is bool:
        return "True" if value else "False"
    if isinstance(value, list):
        return separator.join(map(_element_text, value))
    if type(value) is PSObject:
        return _object_text(value, separator)
    scalar = _scalar_text(value)
    if scalar is not None:
        return scalar
    items = enumerate_value(value)
    if items is not None:
        return separator.join(_element_text(item) for item in items)
    return plain_text(value)


def _element_text(value: object) -> str:
    """Return an element's text; an array inside an array shows its type only."""
    return plain_text(value) if isinstance(value, list) else to_string(value)


def _scalar_text(value: object) -> str | None:
    match value:
        case str():
            return str(value)
        case Single():
            return double_text(value, digits=7)
        case float():
            return double_text(value)
        case Decimal():
            return decimal_text(value)
        case int():
            return int.__repr__(value)
        case EnumValue():
            return value.name
        case PSType():
            return written_name(value)
        case ErrorRecord():
            return value.message
        case AutomationNull():
            return ""
        case _:
            return None


def _object_text(value: PSObject, separator: str) -> str:
    own = value.members.get("tostring")
    if isinstance(own, ScriptMethod):
        return to_string(own.call(value))
    if value.base is not None:
        return to_string(value.base, separator)
    return custom_text(value)


def custom_text(value: PSObject) -> str:
    """Return a PSCustomObject as text: @{a=1; b=2}; without members it is empty."""
    from emulator.objects.members import properties  # noqa: PLC0415 - members needs text

    if not value.members:
        return ""
    inner = "; ".join(f"{name}={_member_text(held)}" for name, held in properties(value))
    return f"@{{{inner}}}"


def _member_text(value: object) -> str:
    if type(value) is PSObject and value.base is None:
        return ""
    if isinstance(value, list) or enumerate_value(value) is not None:
        return plain_text(value)
    return to_string(value)


def plain_text(value: object, culture: Culture = INVARIANT) -> str:
    """Return what .NET's ToString() gives in `culture`: arrays and such are their type's name."""
    simple = _simple_text(value, culture)
    if simple is not None:
        return simple
    match value:
        case PSType():
            return type_text(value)
        case PSObject():
            return "" if value.base is None else plain_text(value.base, culture)
        case ClrException():
            return _exception_text(value)
        case ClrObject():
            own = value.to_text()
            return type_text(type_of(value)) if own is None else own
        case _:
            return type_text(type_of(value))


def _simple_text(value: object, culture: Culture) -> str | None:
    match value:
        case None | AutomationNull():
            return ""
        case bool():
            return "True" if value else "False"
        case str():
            return str(value)
        case int() | float() | Decimal():
            return number_text(value, culture)
        case DateTime():
            return format_date(value, "G", culture)
        case EnumValue():
            return value.name
        case ErrorRecord():
            return value.message
        case _:
            return None


def type_text(type_: PSType) -> str:
    """Return Type.ToString(): System.Int32, System.Collections.Generic.List`1[System.Int32]."""
    return type_.name if type_.arguments else full_name(type_)


def _exception_text(thrown: ClrException) -> str:
    text = f"{thrown.type_name}: {thrown.message}"
    if thrown.inner is not None:
        text += (
            f"\n ---> {_exception_text(thrown.inner)}\n"
            "   --- End of inner exception stack trace ---"
        )
    return text


def format_value(value: object, template: str, culture: Culture) -> str:
    """Return `value` as IFormattable.ToString(template, culture) does; others ignore both."""
    if type(value) is PSObject:
        return (
            to_string(value) if value.base is None else format_value(value.base, template, culture)
        )
    if not template:
        return plain_text(value, culture)
    match value:
        case bool():
            return plain_text(value)
        case int() | float() | Decimal():
            return format_number(value, template, culture)
        case DateTime():
            return format_date(value, template, culture)
        case TimeSpan():
            return format_span(value, template, culture)
        case Guid():
            return format_guid(value, template)
        case EnumValue():
            return _format_enum(value, template)
        case _:
            return plain_text(value, culture)


def _format_enum(value: EnumValue, template: str) -> str:
    match template.upper():
        case "G" | "F":
            return value.name
        case "D":
            return str(value.number)
        case "X":
            return f"{value.number & 0xFFFFFFFF:08X}"
        case _:
            raise thrown(
                "System.FormatException",
                'Format string can be only "G", "g", "X", "x", "F", "f", "D" or "d".',
            )


def format_operator(
    template: str, arguments: list[object], culture: Culture = EN_US_FRAMEWORK
) -> str:
    """Return `template -f arguments`; a bad template is PowerShell's FormatError."""
    try:
        return format_composite(template, arguments, culture)
    except ClrError as error:
        raise runtime_error(
            f"Error formatting a string: {error.exception.message}.",
            "FormatError",
            inner=error.exception,
            target=template,
        ) from error


def format_composite(template: str, arguments: list[object], culture: Culture) -> str:
    """Return String.Format(template, arguments); FormatException where .NET throws it."""
    written: list[str] = []
    at = 0
    while at < len(template):
        letter = template[at]
        if letter not in "{}":
            end = at
            while end < len(template) and template[end] not in "{}":
                end += 1
            written.append(template[at:end])
            at = end
        elif template[at + 1 : at + 2] == letter:
            written.append(letter)
            at += 2
        elif letter == "}":
            _bad(at, "Unexpected closing brace without a corresponding opening brace.")
        else:
            at = _hole(template, at + 1, arguments, culture, written)
    return "".join(written)


def _hole(
    template: str, at: int, arguments: list[object], culture: Culture, written: list[str]
) -> int:
    """Write the item whose brace ends at `at`; return where the text goes on."""
    index, at = _digits(template, at)
    at = _skip_blanks(template, at)
    width = 0
    if template[at : at + 1] == ",":
        at = _skip_blanks(template, at + 1)
        left = template[at : at + 1] == "-"
        width, at = _digits(template, at + left)
        width = -width if left else width
        at = _skip_blanks(template, at)
    specification = ""
    if template[at : at + 1] == ":":
        end = at + 1
        while end < len(template) and template[end] not in "{}":
            end += 1
        specification = template[at + 1 : end]
        at = end
    if template[at : at + 1] != "}":
        _bad(at, "Format item ends prematurely.")
    if index >= len(arguments):
        fail(
            "System.FormatException",
            "Index (zero based) must be greater than or equal to zero and less than the size "
            "of the argument list.",
        )
    text = format_value(arguments[index], specification, culture)
    written.append(text.rjust(width) if width > 0 else text.ljust(-width))
    return at + 1


def _digits(template: str, at: int) -> tuple[int, int]:
    if at >= len(template):
        _bad(at, "Format item ends prematurely.")
    end = at
    while end < len(template) and template[end] in "0123456789":
        end += 1
    if end == at:
        _bad(at, "Expected an ASCII digit.")
    number = int(template[at:end])
    if number >= max(_ALIGNMENT_LIMIT, _ARGUMENT_LIMIT):
        fail(
            "System.FormatException",
            "Index (zero based) must be greater than or equal to zero and less than the size "
            "of the argument list.",
        )
    if end >= len(template):
        _bad(end, "Format item ends prematurely.")
    return number, end


def _skip_blanks(template: str, at: int) -> int:
    while template[at : at + 1] == " ":
        at += 1
    return at


def _bad(offset: int, why: str) -> NoReturn:
    raise ClrError(
        exception(
            "System.FormatException",
            "Input string was not in a correct format. Failure to parse near offset "
            f"{offset}. {why}",
        )
    )
