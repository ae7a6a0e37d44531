"""Which .NET type a value has, and its PSTypeNames."""

from decimal import Decimal
from typing import Final

from emulator.objects.basic_types import (
    BIG_INTEGER,
    BOOLEAN,
    BYTE,
    CHAR,
    DECIMAL,
    DOUBLE,
    INT16,
    INT32,
    INT64,
    OBJECT,
    OBJECT_ARRAY,
    PS_CUSTOM_OBJECT,
    SBYTE,
    SINGLE,
    STRING,
    UINT16,
    UINT32,
    UINT64,
)
from emulator.objects.enums import EnumValue
from emulator.objects.error_types import ERROR_RECORD, INVOCATION_INFO, exception_type
from emulator.objects.errors import ClrException, ErrorRecord, InvocationInfo
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
from emulator.objects.type_values import RUNTIME_TYPE, full_name
from emulator.objects.types import PSType

PYTHON_TYPES: Final[dict[type, PSType]] = {
    str: STRING,
    int: INT32,
    bool: BOOLEAN,
    float: DOUBLE,
    list: OBJECT_ARRAY,
    Decimal: DECIMAL,
    Int64: INT64,
    UInt64: UINT64,
    UInt32: UINT32,
    Int16: INT16,
    UInt16: UINT16,
    Byte: BYTE,
    SByte: SBYTE,
    BigInteger: BIG_INTEGER,
    Single: SINGLE,
    Char: CHAR,
    PSType: RUNTIME_TYPE,
    ErrorRecord: ERROR_RECORD,
    InvocationInfo: INVOCATION_INFO,
}
"""Python classes that stand for one .NET type each and cannot carry it themselves."""


def type_of(value: object) -> PSType:
    """Return the .NET type of a value that is not $null; a PSObject's is that of its base."""
    found = PYTHON_TYPES.get(type(value))
    if found is not None:
        return found
    if type(value) is PSObject:
        return PS_CUSTOM_OBJECT if value.base is None else type_of(value.base)
    if type(value) is EnumValue:
        return value.type
    if type(value) is ClrException:
        return exception_type(value.type_name, value.lineage)
    declared = getattr(value, "ps_type", None)
    if isinstance(declared, PSType):
        return declared
    if value is None:
        return OBJECT
    return _by_base_class(value)


def _by_base_class(value: object) -> PSType:
    for base in type(value).__mro__:
        if base in PYTHON_TYPES:
            return PYTHON_TYPES[base]
    raise AssertionError(f"a Python {type(value).__name__} is no value of the emulator")


def type_names(value: object) -> list[str]:
    """Return the PSTypeNames of a value, nearest first; $null has none."""
    if value is None:
        return []
    if isinstance(value, PSObject) and value.type_names is not None:
        return value.type_names
    return names_of_type(type_of(value))


def names_of_type(type_: PSType) -> list[str]:
    """Return the names of a type and its bases as an adapter lists them."""
    return [full_name(here) for here in type_.lineage()]
