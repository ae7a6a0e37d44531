"""System.Convert and System.BitConverter."""

import struct
from base64 import b64decode, b64encode
from binascii import Error as BinasciiError
from collections.abc import Callable
from typing import Final

from emulator.dotnet.overloads import Call
from emulator.dotnet.signatures import Row, Surface, constant, table
from emulator.objects.basic_types import (
    BOOLEAN,
    BYTE,
    CHAR,
    DECIMAL,
    DOUBLE,
    INT16,
    INT32,
    INT64,
    OBJECT,
    RANGES,
    SBYTE,
    SINGLE,
    STRING,
    UINT16,
    UINT32,
    UINT64,
)
from emulator.objects.collections import TypedArray
from emulator.objects.conversion import convert
from emulator.objects.date_parsing import parse_date
from emulator.objects.errors import ClrError
from emulator.objects.exceptions import fail
from emulator.objects.moments import DateTime
from emulator.objects.number_conversion import CLASSES, as_type, number_as, to_char
from emulator.objects.number_text import (
    bad_format,
    in_range,
    parse_decimal,
    parse_integer,
    parse_real,
)
from emulator.objects.numbers import Byte, Int64
from emulator.objects.text import plain_text
from emulator.objects.truth import is_true
from emulator.objects.types import PSType

CONVERT: Final = PSType(name="System.Convert", base=OBJECT, abstract=True)
BIT_CONVERTER: Final = PSType(name="System.BitConverter", base=OBJECT, abstract=True)

_BASES: Final = {2: "b", 8: "o", 10: "d", 16: "x"}
_TARGETS: Final = (
    ("ToByte", BYTE), ("ToSByte", SBYTE), ("ToInt16", INT16), ("ToUInt16", UINT16),
    ("ToInt32", INT32), ("ToUInt32", UINT32), ("ToInt64", INT64), ("ToUInt64", UINT64),
)  # fmt: skip


def _inner(error: ClrError) -> ClrError:
    """Return what .NET itself throws, without PowerShell's wrapping of a cast."""
    return ClrError(error.exception.inner) if error.exception.inner is not None else error


def _to_type(value: object, type_: PSType) -> object:
    if isinstance(value, str) and type_ is not CHAR:
        return _text_to(value, type_)
    try:
        return convert(value, type_)
    except ClrError as error:
        raise _inner(error) from error


def _text_to(text: str, type_: PSType) -> object:
    if type_ in (DOUBLE, SINGLE):
        return number_as(parse_real(text), type_)
    if type_ is DECIMAL:
        return parse_decimal(text)
    return as_type(parse_integer(text, type_), type_)


def _from_base(text: str, base: int, type_: PSType) -> int:
    if base not in _BASES:
        fail("System.ArgumentException", "Invalid Base.")
    digits = text.strip().lower()
    digits = digits.removeprefix("0x") if base == 16 else digits
    try:
        value = int(digits, base)
    except ValueError:
        fail("System.FormatException", "Could not find any recognizable digits.")
    least, greatest = RANGES[type_]
    if base != 10 and least < 0 and greatest < value <= 2 * greatest + 1:
        value -= 2 * (greatest + 1)
    return as_type(in_range(value, type_), type_)


def _to_base(value: int, base: int) -> str:
    if base not in _BASES:
        fail("System.ArgumentException", "Invalid Base.")
    if base == 10:
        return str(int(value))
    width = 64 if type(value) is Int64 else 32
    return format(int(value) & ((1 << width) - 1), _BASES[base])


def _to_bool(value: object) -> bool:
    if isinstance(value, str):
        cleaned = value.strip().lower()
        if cleaned not in {"true", "false"}:
            fail(
                "System.FormatException", f"String '{value}' was not recognized as a valid Boolean."
            )
        return cleaned == "true"
    return is_true(value)


def _to_date(value: object) -> DateTime:
    if isinstance(value, str):
        return parse_date(value)
    return value if isinstance(value, DateTime) else DateTime(0)


def _from_base64(text: str) -> TypedArray:
    try:
        raw = b64decode("".join(text.split()), validate=True)
    except (BinasciiError, ValueError):
        fail(
            "System.FormatException",
            "The input is not a valid Base-64 string as it contains a non-base 64 character, more "
            "than two padding characters, or an illegal character among the padding characters.",
        )
    return byte_array(raw)


def byte_array(raw: bytes) -> TypedArray:
    """Return bytes as a Byte[]."""
    return TypedArray(BYTE, map(Byte, raw))


def raw_bytes(items: list[int]) -> bytes:
    """Return a Byte[] as bytes."""
    return bytes(items)


def _change_type(value: object, type_: PSType) -> object:
    if type_ is STRING:
        return plain_text(value)
    if type_ is BOOLEAN:
        return _to_bool(value)
    return _to_type(value, type_)


def _to_text(call: Call, value: object) -> str:
    return plain_text(value, call.culture)


def _char(value: object) -> object:
    try:
        return to_char(value)
    except ClrError as error:
        raise _inner(error) from error


def _hex(items: list[int]) -> str:
    return raw_bytes(items).hex().upper()


def _from_hex(text: str) -> TypedArray:
    try:
        return byte_array(bytes.fromhex(text))
    except ValueError:
        fail("System.FormatException", bad_format(text))


def _numeric(name: str, type_: PSType) -> tuple[Row, ...]:
    return (
        (f"static {type_.name} {name}(System.Object value)", lambda value: _to_type(value, type_)),
        (f"static {type_.name} {name}(System.Object value, System.IFormatProvider provider)",
         lambda value, _: _to_type(value, type_)),
    )  # fmt: skip


def _based(name: str, type_: PSType) -> tuple[Row, ...]:
    return (
        (f"static {type_.name} {name}(System.Object value)", lambda value: _to_type(value, type_)),
        (f"static {type_.name} {name}(string value, int fromBase)",
         lambda text, base: _from_base(text, base, type_)),
    )  # fmt: skip


CONVERT_SURFACE: Final = Surface(
    type=CONVERT,
    statics=table(
        *(row for name, type_ in _TARGETS for row in _based(name, type_)),
        *_numeric("ToDouble", DOUBLE),
        *_numeric("ToSingle", SINGLE),
        *_numeric("ToDecimal", DECIMAL),
        ("static System.Object ChangeType(System.Object value, type conversionType)", _change_type),
        ("static byte[] FromBase64String(string s)", _from_base64),
        ("static byte[] FromHexString(string s)", _from_hex),
        ("static string ToBase64String(byte[] inArray)",
         lambda items: b64encode(raw_bytes(items)).decode("ascii")),
        ("static string ToHexString(byte[] inArray)", _hex),
        ("static bool ToBoolean(System.Object value)", _to_bool),
        ("static char ToChar(System.Object value)", _char),
        ("static datetime ToDateTime(System.Object value)", _to_date),
        ("static string ToString(System.Object value)", _to_text, True),
        ("static string ToString(int value, int toBase)", _to_base),
        ("static string ToString(long value, int toBase)", _to_base),
    ),
)  # fmt: skip

_PACKED: Final = (
    ("ToInt16", INT16, "<h"), ("ToUInt16", UINT16, "<H"), ("ToInt32", INT32, "<i"),
    ("ToUInt32", UINT32, "<I"), ("ToInt64", INT64, "<q"), ("ToUInt64", UINT64, "<Q"),
)  # fmt: skip


def _unpack(type_: PSType, code: str) -> Callable[[list[int], int], object]:
    def read(items: list[int], start: int) -> object:
        if start < 0 or start + struct.calcsize(code) > len(items):
            fail(
                "System.ArgumentException",
                "Destination array is not long enough to copy all the items in the collection. "
                "Check array index and length.",
            )
        return CLASSES[type_](struct.unpack_from(code, raw_bytes(items), start)[0])

    return read


def _pack(code: str) -> Callable[[object], TypedArray]:
    return lambda value: byte_array(struct.pack(code, value))


BIT_CONVERTER_SURFACE: Final = Surface(
    type=BIT_CONVERTER,
    static_properties=(constant("IsLittleEndian", "bool", value=True),),
    statics=table(
        ("static byte[] GetBytes(bool value)", _pack("<?")),
        ("static byte[] GetBytes(int16 value)", _pack("<h")),
        ("static byte[] GetBytes(int value)", _pack("<i")),
        ("static byte[] GetBytes(long value)", _pack("<q")),
        ("static byte[] GetBytes(uint16 value)", _pack("<H")),
        ("static byte[] GetBytes(uint32 value)", _pack("<I")),
        ("static byte[] GetBytes(uint64 value)", _pack("<Q")),
        ("static byte[] GetBytes(double value)", _pack("<d")),
        *((f"static {type_.name} {name}(byte[] value, int startIndex)", _unpack(type_, code))
          for name, type_, code in _PACKED),
        ("static double ToDouble(byte[] value, int startIndex)",
         lambda items, start: struct.unpack_from("<d", raw_bytes(items), start)[0]),
        ("static string ToString(byte[] value)", lambda items: raw_bytes(items).hex("-").upper()),
    ),
)  # fmt: skip

SURFACES: Final = (CONVERT_SURFACE, BIT_CONVERTER_SURFACE)
