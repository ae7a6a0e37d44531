"""How text and numbers become a value of an enumeration, with PowerShell's messages."""

from emulator.objects.enumeration import as_list
from emulator.objects.enums import (
    EnumValue,
    is_defined,
    matches,
    members_of,
    names_by_value,
)
from emulator.objects.exceptions import exception, invalid_cast
from emulator.objects.number_text import literal_value
from emulator.objects.psobject import PSObject
from emulator.objects.text import to_string
from emulator.objects.types import PSType


def to_enum(value: object, type_: PSType) -> EnumValue:
    """Return `value` as a member of the enumeration: a name, a number, names of flags."""
    if isinstance(value, PSObject) and value.base is not None:
        value = value.base
    if isinstance(value, EnumValue):
        return value if value.type is type_ else _from_number(value.number, type_, value)
    if value is None:
        raise invalid_cast(
            f'Cannot convert null to type "{type_.name}" due to enumeration values that are not '
            "valid. Specify one of the following enumeration values and try again. The possible "
            f'enumeration values are "{",".join(names_by_value(type_))}".',
            "nullToEnumInvalidCast",
        )
    if isinstance(value, str):
        return _from_text(str(value), type_)
    if isinstance(value, int) and not isinstance(value, bool):
        return _from_number(int(value), type_, value)
    if isinstance(value, float) and value.is_integer():
        return _from_number(int(value), type_, value)
    if isinstance(value, list):
        return _from_text(",".join(to_string(item) for item in as_list(value)), type_)
    from emulator.objects.conversion_failures import no_conversion  # noqa: PLC0415 - mutual

    raise no_conversion(value, type_)


def _from_number(number: int, type_: PSType, value: object) -> EnumValue:
    if not is_defined(type_, number):
        raise invalid_cast(
            f'Cannot convert value "{to_string(value)}" to type "{type_.name}" due to enumeration '
            "values that are not valid. Specify one of the following enumeration values and try "
            f'again. The possible enumeration values are "{",".join(names_by_value(type_))}".',
            "UndefinedIntegerToEnum",
        )
    return EnumValue(type_, number)


def _from_text(text: str, type_: PSType) -> EnumValue:
    number = literal_value(text) if text.strip()[:1] in set("0123456789+-") else None
    if isinstance(number, int):
        return _from_number(int(number), type_, text)
    total = 0
    for part in text.split(","):
        total |= _one_name(part.strip(), text, type_)
    return EnumValue(type_, total)


def _one_name(name: str, text: str, type_: PSType) -> int:
    known = members_of(type_)
    for member, number in known.items():
        if member.lower() == name.lower():
            return number
    found = matches(type_, name)
    if len(found) == 1:
        return known[found[0]]
    if found:
        message = (
            f"The identifier name {name} cannot be processed because it is either too similar or "
            f"identical to the following enumerator names: {', '.join(found)}. "
            "Use a more specific identifier name."
        )
    else:
        message = (
            f"Unable to match the identifier name {name} to a valid enumerator name. Specify one "
            f"of the following enumerator names and try again:\n{', '.join(names_by_value(type_))}"
        )
    raise invalid_cast(
        f'Cannot convert value "{text}" to type "{type_.name}". Error: "{message}"',
        "SubstringDisambiguationEnumParseThrewAnException",
        exception("System.ArgumentException", message),
    )
