"""What every object has: GetType, ToString, Equals, GetHashCode; enums; types as objects."""

import zlib
from typing import Final

from emulator.dotnet.overloads import Call
from emulator.dotnet.signatures import Surface, overloads, table
from emulator.objects.basic_types import ENUM, OBJECT, STRING, VALUE_TYPE
from emulator.objects.collections import TypedArray
from emulator.objects.comparison import compare
from emulator.objects.enums import EnumValue, find, member, members_of, name_of, names_by_value
from emulator.objects.error_types import EXCEPTION
from emulator.objects.exceptions import fail, fail_argument
from emulator.objects.psobject import custom_object
from emulator.objects.references import Reference
from emulator.objects.text import format_value, plain_text
from emulator.objects.type_values import TYPE, underlying_type
from emulator.objects.types import PSType
from emulator.objects.typing_of import type_of


def _to_string(call: Call, it: object) -> str:
    return plain_text(it, call.culture)


def _equals(it: object, other: object) -> bool:
    if isinstance(it, str | int | float | EnumValue):
        return type(it) is type(other) and it == other
    return it is other or (type(it) is type(other) and not isinstance(it, list) and it == other)


def hash_code(value: object) -> int:
    """Return GetHashCode(): the number for small integers, else a stable hash of the text."""
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, int):
        folded = int(value) & 0xFFFFFFFF ^ (int(value) >> 32 & 0xFFFFFFFF if int(value) > 0 else 0)
        return folded - (1 << 32) if folded >> 31 else folded
    code = zlib.crc32(plain_text(value).encode("utf-8", "surrogatepass"))
    return code - (1 << 32) if code >> 31 else code


OBJECT_SURFACE: Final = Surface(
    type=OBJECT,
    methods=table(
        ("bool Equals(System.Object obj)", _equals),
        ("int GetHashCode()", hash_code),
        ("type GetType()", type_of),
        ("string ToString()", _to_string, True),
    ),
    statics=table(
        ("static bool Equals(System.Object objA, System.Object objB)", _equals),
        ("static bool ReferenceEquals(System.Object objA, System.Object objB)", lambda a, b: a is b),
    ),
    constructors=overloads(("System.Object new()", custom_object)),
)  # fmt: skip
VALUE_SURFACE: Final = Surface(type=VALUE_TYPE, methods=table())


def _enum_checked(type_: PSType) -> PSType:
    if not type_.is_enum:
        fail_argument("System.ArgumentException", "Type provided must be an Enum.", "enumType")
    return type_


def _names(type_: PSType) -> TypedArray:
    return TypedArray(STRING, names_by_value(_enum_checked(type_)))


def _values(type_: PSType) -> TypedArray:
    members = members_of(_enum_checked(type_))
    return TypedArray(
        type_, [member(type_, name) for name in names_by_value(type_) if name in members]
    )


def _parse(type_: PSType, text: str, ignore: bool = False) -> EnumValue:  # noqa: FBT001, FBT002
    total = 0
    for part in text.split(","):
        name = part.strip()
        if name.lstrip("+-").isdigit():
            total |= int(name)
            continue
        found = find(type_, name) if ignore else None
        if found is None and name in members_of(_enum_checked(type_)):
            found = member(type_, name)
        if found is None:
            fail("System.ArgumentException", f"Requested value '{text}' was not found.")
        total |= found.number
    return EnumValue(type_, total)


def _is_defined(type_: PSType, value: object) -> bool:
    members = members_of(_enum_checked(type_))
    if isinstance(value, str):
        return value in members
    number = value.number if isinstance(value, EnumValue) else value
    return number in members.values()


def _name(type_: PSType, value: object) -> str | None:
    number = value.number if isinstance(value, EnumValue) else value
    assert isinstance(number, int)
    known = number in members_of(_enum_checked(type_)).values()
    return name_of(type_, number) if known else None


def _try_parse(type_: PSType, text: str, ignore: bool, result: Reference) -> bool:  # noqa: FBT001
    found = find(type_, text) if ignore or text in members_of(type_) else None
    if found is None:
        return False
    result.value = found
    return True


def _underlying(type_: PSType) -> PSType:
    found = underlying_type(_enum_checked(type_))
    assert found is not None
    return found


def _has_flag(it: EnumValue, flag: object) -> bool:
    number = flag.number if isinstance(flag, EnumValue) else 0
    return it.number & number == number


def _enum_text(call: Call, it: EnumValue, template: str) -> str:
    return format_value(it, template, call.culture)


ENUM_SURFACE: Final = Surface(
    type=ENUM,
    methods=table(
        ("int CompareTo(System.Object target)", compare),
        ("bool Equals(System.Object obj)", _equals),
        ("System.TypeCode GetTypeCode()", lambda it: _underlying(it.type)),
        ("bool HasFlag(System.Enum flag)", _has_flag),
        ("string ToString()", lambda it: it.name),
        ("string ToString(string format)", _enum_text, True),
    ),
    statics=table(
        ("static string GetName(type enumType, System.Object value)", _name),
        ("static string[] GetNames(type enumType)", _names),
        ("static type GetUnderlyingType(type enumType)", _underlying),
        ("static array GetValues(type enumType)", _values),
        ("static bool IsDefined(type enumType, System.Object value)", _is_defined),
        ("static System.Object Parse(type enumType, string value)", _parse),
        ("static System.Object Parse(type enumType, string value, bool ignoreCase)", _parse),
        ("static System.Object ToObject(type enumType, int value)", EnumValue),
        ("static bool TryParse(type enumType, string value, bool ignoreCase, [ref] System.Object result)", _try_parse),
    ),
)  # fmt: skip


def _assignable(it: PSType, other: PSType | None) -> bool:
    return other is not None and other.is_subtype_of(it)


def _subclass(it: PSType, other: PSType) -> bool:
    return it is not other and it.is_subtype_of(other)


TYPE_SURFACE: Final = Surface(
    type=TYPE,
    methods=table(
        ("bool Equals(System.Object o)", lambda it, other: it is other),
        ("type GetElementType()", lambda it: it.element),
        ("string[] GetEnumNames()", _names),
        ("array GetEnumValues()", _values),
        ("type GetEnumUnderlyingType()", _underlying),
        ("type[] GetGenericArguments()", lambda it: TypedArray(TYPE, it.arguments)),
        ("bool IsAssignableFrom(type c)", _assignable),
        ("bool IsInstanceOfType(System.Object o)", lambda it, value: value is not None and type_of(value).is_subtype_of(it)),
        ("bool IsSubclassOf(type c)", _subclass),
        ("string ToString()", plain_text),
    ),
)  # fmt: skip


def _base_exception(it: object) -> object:
    inner = getattr(it, "inner", None)
    while inner is not None:
        it, inner = inner, inner.inner
    return it


EXCEPTION_SURFACE: Final = Surface(
    type=EXCEPTION,
    methods=table(
        ("System.Exception GetBaseException()", _base_exception),
        ("string ToString()", plain_text),
    ),
)

SURFACES: Final = (
    OBJECT_SURFACE,
    VALUE_SURFACE,
    ENUM_SURFACE,
    TYPE_SURFACE,
    EXCEPTION_SURFACE,
)
