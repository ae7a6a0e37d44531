"""Conversion of a value to a type: casts, typed variables, parameters, -as.

`convert` raises ClrError with PowerShell's ids; the rules stand in the order that PowerShell
tries them. Source: conformance conversion/*, errors cast/error.
"""

from collections.abc import Callable
from typing import Final

from emulator.objects.basic_types import (
    ARRAY,
    BIG_INTEGER,
    BOOLEAN,
    CHAR,
    INT32,
    NULLABLE,
    NUMBERS,
    OBJECT,
    PS_CUSTOM_OBJECT,
    PS_OBJECT,
    STRING,
    VOID,
)
from emulator.objects.collections import (
    HASHTABLE,
    ORDERED_DICTIONARY,
    Hashtable,
    OrderedDictionary,
    TypedArray,
)
from emulator.objects.conversion_failures import (
    inner_failure,
    no_conversion,
    null_refused,
)
from emulator.objects.date_parsing import parse_date, parse_span
from emulator.objects.enum_conversion import to_enum
from emulator.objects.enumeration import enumerate_value
from emulator.objects.error_types import EXCEPTION
from emulator.objects.errors import ClrError
from emulator.objects.exceptions import exception, invalid_cast
from emulator.objects.identifiers import GUID, VERSION, Guid, Version, parse_guid, parse_version
from emulator.objects.moments import DATE_TIME, TIME_SPAN, DateTime, TimeSpan
from emulator.objects.number_conversion import to_char, to_number
from emulator.objects.psobject import AutomationNull, PSObject
from emulator.objects.references import REFERENCE, Reference
from emulator.objects.regexes import REGEX, Regex, regex
from emulator.objects.text import to_string
from emulator.objects.truth import is_true
from emulator.objects.type_values import TYPE
from emulator.objects.types import PSType
from emulator.objects.typing_of import type_of
from emulator.objects.uris import URI, Uri

Converter = Callable[[object, PSType], object]


def convert(value: object, type: PSType) -> object:  # noqa: A002 - the contract's name
    """Return `value` as a value of `type`; ClrError (PSInvalidCastException) if it cannot be."""
    kind = value.__class__
    if kind is type.python and type.element is None:
        return value
    if type is OBJECT:
        return None if kind is AutomationNull else value
    if type is STRING:
        return to_string(value)
    if kind is AutomationNull:
        value = None
    if kind is PSObject and type not in (PS_OBJECT, PS_CUSTOM_OBJECT):
        return _unwrapped(value, type)
    rule = _RULES.get(type)
    if rule is not None:
        return rule(value, type)
    if type in NUMBERS:
        if kind is str and type is INT32 and len(value) < 10 and value.isdecimal():  # type: ignore[arg-type,attr-defined]
            return int(value)  # type: ignore[call-overload]
        return _to_number(value, type)
    return _by_shape(value, type)


def _unwrapped(value: object, type_: PSType) -> object:
    assert isinstance(value, PSObject)
    if value.base is not None:
        if type_of(value.base).is_subtype_of(type_):
            return value
        return convert(value.base, type_)
    if type_ is BOOLEAN:
        return True
    return _by_shape(value, type_)


def _to_number(value: object, type_: PSType) -> object:
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if isinstance(value, list):
        raise no_conversion(value, type_)
    return to_number(value, type_)


def _by_shape(value: object, type_: PSType) -> object:
    if value is not None and type_of(value).is_subtype_of(type_):
        return value
    if type_.element is not None:
        return to_array(value, type_)
    if type_.is_enum:
        return to_enum(value, type_)
    if type_.definition is NULLABLE:
        return _to_nullable(value, type_)
    if value is None:
        if type_.value_type:
            raise null_refused(type_)
        return None
    return _by_constructor(value, type_)


def _to_nullable(value: object, type_: PSType) -> object:
    if value is None or value == "":
        return None
    return convert(value, type_.arguments[0])


def to_array(value: object, type_: PSType) -> object:
    """Return `value` as an array: elements converted one by one, a scalar wrapped."""
    element = type_.element
    assert element is not None
    if type_.rank > 1:
        raise no_conversion(value, type_)
    if value is None:
        return None
    if isinstance(value, str) and element is CHAR:
        return TypedArray(CHAR, [to_char(letter) for letter in value])
    items = enumerate_value(value)
    source = [value] if items is None else items
    if element is OBJECT:
        return list(source)
    return TypedArray(element, [convert(item, element) for item in source])


def _by_constructor(value: object, type_: PSType) -> object:
    """Ask the type itself: a conversion it declares, then a hashtable's settable properties."""
    if type_.cast is not None:
        return type_.cast(value, type_)
    if isinstance(value, str) and EXCEPTION in type_.lineage():
        return _to_exception(value, type_)
    if isinstance(value, Hashtable) and type_.constructors:
        return _from_hashtable(value, type_)
    raise no_conversion(value, type_)


def _from_hashtable(table: Hashtable, type_: PSType) -> object:
    from emulator.objects.members import set_property  # noqa: PLC0415 - mutual

    made = type_.constructors[0].call(None)
    for key, value in table.items():
        name = to_string(key)
        found = type_.property_named(name.lower())
        if found is None:
            raise _no_such_property(name, type_)
        set_property(made, name, value)
    return made


def _no_such_property(name: str, type_: PSType) -> ClrError:
    settable = ", ".join(
        f"[{known.name} <{known.type_name}>]"
        for here in type_.lineage()
        for known in here.properties
        if known.set is not None
    )
    return invalid_cast(
        f"Cannot create object of type \"{type_.name}\". The property '{name}' was not found for "
        f"the '{type_.name}' object. The settable properties are: {settable}.",
        "ObjectCreationError",
    )


def _to_bool(value: object, _: PSType) -> object:
    return is_true(value)


def _to_date(value: object, type_: PSType) -> object:
    if value is None:
        raise null_refused(type_)
    if isinstance(value, DateTime):
        return value
    if isinstance(value, str):
        return _parsed(value, type_, parse_date)
    if isinstance(value, int) and not isinstance(value, bool):
        return DateTime(int(value))
    raise no_conversion(value, type_)


def _to_span(value: object, type_: PSType) -> object:
    if value is None:
        raise null_refused(type_)
    if isinstance(value, TimeSpan):
        return value
    if isinstance(value, str):
        return _parsed(value, type_, parse_span)
    if isinstance(value, int) and not isinstance(value, bool):
        return TimeSpan(int(value))
    raise no_conversion(value, type_)


def _to_guid(value: object, type_: PSType) -> object:
    if value is None:
        raise null_refused(type_)
    if isinstance(value, str):
        return _parsed(value, type_, parse_guid)
    return value if isinstance(value, Guid) else _refuse(value, type_)


def _to_version(value: object, type_: PSType) -> object:
    if value is None or isinstance(value, Version):
        return value
    text = to_string(value) if isinstance(value, str | float) else None
    if text is None:
        raise no_conversion(value, type_)
    return _parsed(text, type_, parse_version, "InvalidCastParseTargetInvocation")


def _refuse(value: object, type_: PSType) -> object:
    raise no_conversion(value, type_)


def _parsed(
    text: str,
    type_: PSType,
    parse: Callable[[str], object],
    error_id: str = "InvalidCastParseTargetInvocationWithFormatProvider",
) -> object:
    try:
        return parse(text)
    except ClrError as error:
        raise inner_failure(text, type_, error, error_id) from error


def _to_hashtable(value: object, type_: PSType) -> object:
    if value is None or type(value) is Hashtable:
        return value
    if isinstance(value, Hashtable):
        return Hashtable(value.items())
    raise no_conversion(value, type_)


def _to_ordered(value: object, type_: PSType) -> object:
    if value is None or isinstance(value, OrderedDictionary):
        return value
    if isinstance(value, Hashtable):
        return OrderedDictionary(value.items())
    raise no_conversion(value, type_)


def _to_custom_object(value: object, _: PSType) -> object:
    if not isinstance(value, Hashtable):
        return value
    made = PSObject()
    for key, held in value.items():
        made.add_note(to_string(key), held)
    return made


def _to_any_array(value: object, _: PSType) -> object:
    if value is None or isinstance(value, list):
        return value
    items = enumerate_value(value)
    return [value] if items is None else list(items)


def _to_exception(value: object, type_: PSType) -> object:
    if isinstance(value, str):
        return exception(type_.name, value)
    return _by_shape(value, type_)


def _to_uri(value: object, type_: PSType) -> object:
    if value is None or isinstance(value, Uri):
        return value
    return Uri(value) if isinstance(value, str) else _refuse(value, type_)


def _to_regex(value: object, type_: PSType) -> object:
    if value is None or isinstance(value, Regex):
        return value
    return _parsed(to_string(value), type_, regex, "InvalidCastFromStringToRegex")


def _to_reference(value: object, _: PSType) -> object:
    return value if isinstance(value, Reference) else Reference.to_value(value)


_RULES: Final[dict[PSType, Converter]] = {
    BOOLEAN: _to_bool,
    CHAR: lambda value, _: to_char(value),
    BIG_INTEGER: _to_number,
    VOID: lambda _value, _type: None,
    PS_OBJECT: _to_custom_object,
    PS_CUSTOM_OBJECT: _to_custom_object,
    ARRAY: _to_any_array,
    HASHTABLE: _to_hashtable,
    ORDERED_DICTIONARY: _to_ordered,
    DATE_TIME: _to_date,
    TIME_SPAN: _to_span,
    GUID: _to_guid,
    REGEX: _to_regex,
    VERSION: _to_version,
    EXCEPTION: _to_exception,
    URI: _to_uri,
    REFERENCE: _to_reference,
    TYPE: lambda value, type_: value if isinstance(value, PSType) else _refuse(value, type_),
}
"""Types with a rule of their own; all others go by their shape."""


def convert_or_null(value: object, type_: PSType) -> object:
    """Return `value -as type_`: $null where the cast fails."""
    try:
        return convert(value, type_)
    except ClrError:
        return None


def is_instance(value: object, type_: PSType) -> bool:
    """Return `value -is type_`."""
    if value is None or isinstance(value, AutomationNull):
        return False
    if type_ in (PS_CUSTOM_OBJECT, PS_OBJECT):
        return isinstance(value, PSObject)
    return type_of(value).is_subtype_of(type_)
