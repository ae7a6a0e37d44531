"""System.Type: the type of a type, and the properties of a type used as a value."""

from typing import Final

from emulator.objects.basic_types import (
    BOOLEAN,
    DOUBLE,
    ENUM,
    INTEGERS,
    OBJECT,
    SINGLE,
    STRING,
    VALUE_TYPE,
)
from emulator.objects.basic_types import CHAR as _CHAR
from emulator.objects.collections import TypedArray
from emulator.objects.types import Property, PSType

_PRIMITIVE: Final = frozenset({*INTEGERS, SINGLE, DOUBLE, BOOLEAN, _CHAR})


def full_name(type_: PSType) -> str:
    """Return Type.FullName: for a closed generic its arguments in doubled brackets.

    The assembly names that .NET adds to them are left out. Source: assumed
    """
    if type_.element is not None:
        return f"{full_name(type_.element)}[{',' * (type_.rank - 1)}]"
    if type_.arguments and type_.definition is not None:
        inner = ",".join(f"[{full_name(argument)}]" for argument in type_.arguments)
        return f"{type_.definition.name}[{inner}]"
    return type_.name


def simple_name(type_: PSType) -> str:
    """Return Type.Name: without namespace, generics as List`1, nested ones by their own name."""
    if type_.element is not None:
        return f"{simple_name(type_.element)}[{',' * (type_.rank - 1)}]"
    name = type_.definition.name if type_.definition is not None else type_.name
    return name.rsplit(".", 1)[-1].rsplit("+", 1)[-1]


def namespace(type_: PSType) -> str | None:
    """Return Type.Namespace."""
    if type_.element is not None:
        return namespace(type_.element)
    name = type_.definition.name if type_.definition is not None else type_.name
    return name.rpartition(".")[0] or None


def _is_class(type_: PSType) -> bool:
    return not type_.value_type and not type_.interface and type_ is not VALUE_TYPE


def _arguments(type_: PSType) -> TypedArray:
    return TypedArray(TYPE, type_.arguments)


def _underlying(type_: PSType) -> PSType | None:
    from emulator.objects.typing_of import PYTHON_TYPES  # noqa: PLC0415 - it needs this module

    return PYTHON_TYPES[type_.enum_underlying] if type_.is_enum else None


def _flag(name: str, get: object) -> Property:
    assert callable(get)
    return Property(name=name, type_name="System.Boolean", get=get)


TYPE: Final = PSType(
    name="System.Type",
    base=PSType(name="System.Reflection.MemberInfo", base=OBJECT, abstract=True),
    python=PSType,
    abstract=True,
    properties=(
        _flag("IsAbstract", lambda it: it.abstract or it.interface),
        _flag("IsArray", lambda it: it.element is not None),
        _flag("IsClass", _is_class),
        _flag("IsEnum", lambda it: it.is_enum),
        _flag("IsGenericType", lambda it: bool(it.arguments or it.definition_arity)),
        _flag("IsGenericTypeDefinition", lambda it: bool(it.definition_arity)),
        _flag("IsInterface", lambda it: it.interface),
        _flag("IsPrimitive", lambda it: it in _PRIMITIVE),
        _flag("IsPublic", lambda _: True),
        _flag("IsSealed", lambda it: it.value_type or it is STRING or it.element is not None),
        _flag("IsValueType", lambda it: it.value_type and it is not ENUM),
        Property(name="Name", type_name="System.String", get=simple_name),
        Property(name="FullName", type_name="System.String", get=full_name),
        Property(name="Namespace", type_name="System.String", get=namespace),
        Property(name="BaseType", type_name="System.Type", get=lambda it: it.base),
        Property(name="GenericTypeArguments", type_name="System.Type[]", get=_arguments),
        Property(name="UnderlyingSystemType", type_name="System.Type", get=lambda it: it),
    ),
)
RUNTIME_TYPE: Final = PSType(name="System.RuntimeType", base=TYPE, python=PSType)


def underlying_type(type_: PSType) -> PSType | None:
    """Return the integer type below an enumeration, or None for another type."""
    return _underlying(type_)
