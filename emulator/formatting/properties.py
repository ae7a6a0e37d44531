"""Which properties of an object a layout shows, and their values."""

from collections.abc import Iterator, Sequence
from typing import Final

from emulator.formatting.expressions import (
    Block,
    Failed,
    PropertyExpression,
    PropertyName,
    evaluated,
)
from emulator.formatting.parameters import Selected
from emulator.formatting.view_table import ViewTable
from emulator.objects import members
from emulator.objects.property_order import native_first
from emulator.objects.psobject import PSObject
from emulator.objects.typing_of import type_names, type_of
from emulator.objects.wildcards import has_wildcards, is_match

REMOTING_PROPERTIES: Final = frozenset(
    {"pscomputername", "psshowcomputername", "runspaceid", "pssourcejobinstanceid"}
)
"""Notes that remoting adds; an object that has only these has no properties to show.

Source: PowerShell 7, OutOfBandFormatViewManager.
"""

DISPLAY_NAME_PATTERNS: Final = ("name", "id", "key", "*key", "*name", "*id")
"""How a property that names the object is found. Source: PowerShell 7, PSObjectHelper."""

ABSENT: Final = object()
"""The value of an expression that finds no property."""


def has_properties(value: object) -> bool:
    """Return whether `value` has a property other than those that remoting adds."""
    base = value.base if isinstance(value, PSObject) else value
    if base is not None and any(type_.properties for type_ in type_of(base).lineage()):
        return True
    return any(name.lower() not in REMOTING_PROPERTIES for name in members.property_names(value))


def resolved(expression: PropertyExpression, value: object) -> list[PropertyExpression]:
    """Return the expressions that `expression` stands for on `value`; empty where none fits."""
    match expression:
        case Block():
            return [expression]
        case PropertyName(name=name) if not has_wildcards(name):
            return [] if value_at(name, value) is ABSENT else [PropertyName(_spelt(name, value))]
        case PropertyName(name=name):
            names = members.property_names(value)
            return [PropertyName(found) for found in names if is_match(name, found)]


def _spelt(name: str, value: object) -> str:
    """Return `name` in the case that the object has it. Source: format-table-basic-005."""
    lower = name.lower()
    return next((known for known in members.property_names(value) if known.lower() == lower), name)


def value_at(name: str, value: object) -> object:
    """Return the property `name` of `value`; ABSENT without it, Failed where reading failed."""
    found = evaluated(lambda: members.get_property(value, name))
    return ABSENT if found is members.MISSING else found


def value_of(expression: PropertyExpression, value: object) -> object:
    """Return what `expression` gives for `value`: ABSENT, Failed or the value."""
    match expression:
        case Block(call=call):
            return evaluated(lambda: call(value))
        case PropertyName(name=name):
            return value_at(name, value)


def default_set(value: object, views: ViewTable) -> list[Selected]:
    """Return the default display properties of `value`, empty where its type declares none."""
    names: Sequence[str] = views.display_set(type_names(value))
    if not names:
        names = _declared_set(value)
    return [
        Selected(expression=found)
        for name in names
        for found in resolved(PropertyName(name), value)
    ]


def _declared_set(value: object) -> Sequence[str]:
    base = value.base if isinstance(value, PSObject) else value
    if base is None:
        return ()
    for type_ in type_of(base).lineage():
        if type_.default_display:
            return type_.default_display
    return ()


def all_properties(value: object) -> list[Selected]:
    """Return every property of `value`, without those that remoting adds."""
    return [
        Selected(expression=PropertyName(name))
        for name in native_first(value)
        if name.lower() not in REMOTING_PROPERTIES
    ]


def expanded(selected: Sequence[Selected], value: object, *, keep_missing: bool) -> list[Selected]:
    """Return `selected` with wildcards resolved on `value`.

    A plain name that is no property stays if `keep_missing` (tables), else it goes (lists).
    """
    result: list[Selected] = []
    for one in selected:
        found = resolved(one.expression, value)
        if not found and keep_missing and not _is_pattern(one.expression):
            result.append(one)
        result += [_with_expression(one, expression) for expression in found]
    return result


def _is_pattern(expression: PropertyExpression) -> bool:
    return isinstance(expression, PropertyName) and has_wildcards(expression.name)


def _with_expression(one: Selected, expression: PropertyExpression) -> Selected:
    if expression == one.expression:
        return one
    return Selected(
        expression=expression,
        label=one.label,
        width=one.width,
        alignment=one.alignment,
        format_string=one.format_string,
        depth=one.depth,
    )


def display_name_expression(value: object, views: ViewTable) -> PropertyName | None:
    """Return the property that names `value`, None where it has none."""
    declared = views.display_name(type_names(value))
    if declared is not None:
        return PropertyName(declared)
    for found in _display_names(value):
        if found.lower() not in REMOTING_PROPERTIES:
            return PropertyName(found)
    return None


def _display_names(value: object) -> Iterator[str]:
    names = members.property_names(value)
    for text in DISPLAY_NAME_PATTERNS:
        yield from (name for name in names if is_match(text, name))


def is_failed(value: object) -> bool:
    """Return whether an expression failed."""
    return isinstance(value, Failed)
