"""The primitive .NET types as values, and the types made of others: arrays and Nullable."""

from decimal import Decimal
from typing import Final

from emulator.objects.numbers import (
    BigInteger,
    Byte,
    Char,
    Int16,
    Int64,
    SByte,
    Single,
    UInt16,
    UInt32,
    UInt64,
)
from emulator.objects.psobject import PSObject
from emulator.objects.types import Property, PSType

_ICOMPARABLE: Final = "System.IComparable"
_NUMBER: Final = (_ICOMPARABLE, "System.IFormattable", "System.IConvertible")

OBJECT: Final = PSType(name="System.Object", python=object)
VALUE_TYPE: Final = PSType(name="System.ValueType", base=OBJECT, abstract=True)
ENUM: Final = PSType(
    name="System.Enum", base=VALUE_TYPE, interfaces=_NUMBER, value_type=True, abstract=True
)
VOID: Final = PSType(name="System.Void", base=VALUE_TYPE, value_type=True)


def _number(name: str, python: type) -> PSType:
    return PSType(
        name=f"System.{name}", base=VALUE_TYPE, python=python, interfaces=_NUMBER, value_type=True
    )


SBYTE: Final = _number("SByte", SByte)
BYTE: Final = _number("Byte", Byte)
INT16: Final = _number("Int16", Int16)
UINT16: Final = _number("UInt16", UInt16)
INT32: Final = _number("Int32", int)
UINT32: Final = _number("UInt32", UInt32)
INT64: Final = _number("Int64", Int64)
UINT64: Final = _number("UInt64", UInt64)
SINGLE: Final = _number("Single", Single)
DOUBLE: Final = _number("Double", float)
DECIMAL: Final = _number("Decimal", Decimal)
BIG_INTEGER: Final = _number("Numerics.BigInteger", BigInteger)
BOOLEAN: Final = PSType(
    name="System.Boolean",
    base=VALUE_TYPE,
    python=bool,
    interfaces=(_ICOMPARABLE, "System.IConvertible"),
    value_type=True,
)
CHAR: Final = PSType(
    name="System.Char",
    base=VALUE_TYPE,
    python=Char,
    interfaces=(_ICOMPARABLE, "System.IConvertible"),
    value_type=True,
)
INT_PTR: Final = PSType(name="System.IntPtr", base=VALUE_TYPE, value_type=True)


def _utf16_length(text: str) -> int:
    if text.isascii():
        return len(text)
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


STRING: Final = PSType(
    name="System.String",
    base=OBJECT,
    python=str,
    interfaces=(
        _ICOMPARABLE,
        "System.ICloneable",
        "System.IConvertible",
        "System.Collections.IEnumerable",
    ),
    properties=(Property(name="Length", type_name="System.Int32", get=_utf16_length),),
)

DBNULL: Final = PSType(name="System.DBNull", base=OBJECT)


def _interface(name: str) -> PSType:
    return PSType(name=name, interface=True, abstract=True)


ICOMPARABLE: Final = _interface(_ICOMPARABLE)
IFORMATTABLE: Final = _interface("System.IFormattable")
ICONVERTIBLE: Final = _interface("System.IConvertible")
ICLONEABLE: Final = _interface("System.ICloneable")
IDISPOSABLE: Final = _interface("System.IDisposable")
IENUMERABLE: Final = _interface("System.Collections.IEnumerable")
IENUMERATOR: Final = _interface("System.Collections.IEnumerator")
ICOLLECTION: Final = _interface("System.Collections.ICollection")
ILIST: Final = _interface("System.Collections.IList")
IDICTIONARY: Final = _interface("System.Collections.IDictionary")
INTERFACES: Final = (
    ICOMPARABLE,
    IFORMATTABLE,
    ICONVERTIBLE,
    ICLONEABLE,
    IDISPOSABLE,
    IENUMERABLE,
    IENUMERATOR,
    ICOLLECTION,
    ILIST,
    IDICTIONARY,
)

_COLLECTION: Final = (
    "System.Collections.IList",
    "System.Collections.ICollection",
    "System.Collections.IEnumerable",
)

ARRAY: Final = PSType(
    name="System.Array",
    base=OBJECT,
    python=list,
    interfaces=("System.ICloneable", *_COLLECTION),
    abstract=True,
    aliases=(("Count", "Length"),),
    properties=(
        Property(name="Length", type_name="System.Int32", get=len),
        Property(name="LongLength", type_name="System.Int64", get=lambda it: Int64(len(it))),
        Property(name="Rank", type_name="System.Int32", get=lambda it: getattr(it, "rank", 1)),
        Property(name="SyncRoot", type_name="System.Object", get=lambda it: it),
        Property(name="IsReadOnly", type_name="System.Boolean", get=lambda _: False),
        Property(name="IsFixedSize", type_name="System.Boolean", get=lambda _: True),
        Property(name="IsSynchronized", type_name="System.Boolean", get=lambda _: False),
    ),
)

PS_OBJECT: Final = PSType(name="System.Management.Automation.PSObject", base=OBJECT)
PS_CUSTOM_OBJECT: Final = PSType(
    name="System.Management.Automation.PSCustomObject", base=OBJECT, python=PSObject
)

NULLABLE: Final = PSType(
    name="System.Nullable`1", base=VALUE_TYPE, value_type=True, definition_arity=1
)

PRIMITIVES: Final = (
    OBJECT,
    VALUE_TYPE,
    ENUM,
    VOID,
    SBYTE,
    BYTE,
    INT16,
    UINT16,
    INT32,
    UINT32,
    INT64,
    UINT64,
    SINGLE,
    DOUBLE,
    DECIMAL,
    BIG_INTEGER,
    BOOLEAN,
    CHAR,
    INT_PTR,
    STRING,
    DBNULL,
    ARRAY,
    PS_OBJECT,
    PS_CUSTOM_OBJECT,
    NULLABLE,
)
"""Everything declared here that is no interface."""


def array_of(element: PSType, rank: int = 1) -> PSType:
    """Return the array type with that element type; one and the same for each element type."""
    return element.closed(rank, lambda: _array_type(element, rank))


def _array_type(element: PSType, rank: int) -> PSType:
    return PSType(
        name=f"{element.name}[{',' * (rank - 1)}]",
        base=ARRAY,
        python=list,
        element=element,
        interfaces=ARRAY.interfaces,
        rank=rank,
    )


def nullable_of(type_: PSType) -> PSType:
    """Return Nullable[type_]; a value of it is $null or one of `type_` itself."""
    return closed_generic(NULLABLE, (type_,))


def closed_generic(definition: PSType, arguments: tuple[PSType, ...]) -> PSType:
    """Return the generic type closed over `arguments`, members taken from the definition."""
    return definition.closed(arguments, lambda: _closed_type(definition, arguments))


def _closed_type(definition: PSType, arguments: tuple[PSType, ...]) -> PSType:
    names = ",".join(argument.name for argument in arguments)
    return PSType(
        name=f"{definition.name}[{names}]",
        base=definition.base,
        python=definition.python,
        arguments=arguments,
        interfaces=definition.interfaces,
        properties=definition.properties,
        methods=definition.methods,
        static_properties=definition.static_properties,
        static_methods=definition.static_methods,
        constructors=definition.constructors,
        aliases=definition.aliases,
        value_type=definition.value_type,
        definition=definition,
        cast=definition.cast,
    )


OBJECT_ARRAY: Final = array_of(OBJECT)
STRING_ARRAY: Final = array_of(STRING)

INTEGERS: Final = (SBYTE, BYTE, INT16, UINT16, INT32, UINT32, INT64, UINT64)
"""The integer types with a range."""
RANGES: Final[dict[PSType, tuple[int, int]]] = {
    SBYTE: (-(1 << 7), (1 << 7) - 1),
    BYTE: (0, (1 << 8) - 1),
    INT16: (-(1 << 15), (1 << 15) - 1),
    UINT16: (0, (1 << 16) - 1),
    INT32: (-(1 << 31), (1 << 31) - 1),
    UINT32: (0, (1 << 32) - 1),
    INT64: (-(1 << 63), (1 << 63) - 1),
    UINT64: (0, (1 << 64) - 1),
}
"""The least and the greatest value of each integer type."""
NUMBERS: Final = frozenset({*INTEGERS, SINGLE, DOUBLE, DECIMAL, BIG_INTEGER})
"""All types that arithmetic knows."""
