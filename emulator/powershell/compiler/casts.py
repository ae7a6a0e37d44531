"""Casts: `[int]x`, `[ordered]@{}`, `[pscustomobject]@{}`, and attributes on expressions."""

from emulator.objects.collections import Hashtable
from emulator.objects.conversion import convert
from emulator.objects.psobject import AUTOMATION_NULL, PSObject
from emulator.objects.text import to_string
from emulator.objects.types import PSType
from emulator.powershell import tree
from emulator.powershell.compiler.literals import ordered_hashtable
from emulator.powershell.compiler.members import reference
from emulator.powershell.compiler.strings import expand
from emulator.powershell.compiler.type_names import type_reader
from emulator.powershell.compiler.unit import Unit, failing
from emulator.powershell.compiler.variables import using_here
from emulator.powershell.runtime.closures import Evaluate
from emulator.powershell.runtime.scope import Scope

CUSTOM_OBJECT = frozenset(
    {"pscustomobject", "psobject", "system.management.automation.pscustomobject"}
)


def compile_cast(unit: Unit, node: tree.ConvertExpression) -> Evaluate:
    """`[type]operand`."""
    written = node.type_constraint.type_name
    name = written.name.lower()
    if isinstance(node.operand, tree.Hashtable):
        if name == "ordered":
            return ordered_hashtable(unit, node.operand)
        if name == "pscustomobject":
            return _custom_object(ordered_hashtable(unit, node.operand))
    ref = reference(unit, node)
    if ref is not None:
        return ref
    operand = unit.expression(node.operand)
    if name == "void":

        def drop(scope: Scope) -> object:
            operand(scope)
            return AUTOMATION_NULL

        return drop
    if name == "ordered" and written.element is None:
        return lambda scope: _not_ordered(operand(scope))
    if name == "string" and written.element is None:
        return lambda scope: _text(operand(scope), scope)
    type_of = type_reader(unit, written)

    def run(scope: Scope) -> object:
        wanted = type_of(scope)
        assert isinstance(wanted, PSType), "a type name gives a type"
        value = operand(scope)
        return convert(None if value is AUTOMATION_NULL else value, wanted)

    return run


def _text(value: object, scope: Scope) -> object:
    """Return [string]value; a list is joined with $OFS."""
    return expand(None if value is AUTOMATION_NULL else value, scope)


def _not_ordered(value: object) -> object:
    """Return what [ordered] makes of something that is no hashtable literal."""
    from emulator.objects.collections import OrderedDictionary  # noqa: PLC0415 - rare

    if isinstance(value, Hashtable):
        return OrderedDictionary(value.items())
    return value


def _custom_object(table_of: Evaluate) -> Evaluate:
    def run(scope: Scope) -> object:
        table = table_of(scope)
        assert isinstance(table, Hashtable), "a hashtable literal gives a hashtable"
        made = PSObject()
        for key, value in table.items():
            name = key if type(key) is str else to_string(key)
            if name.lower() == "pstypename":
                made.type_names = [to_string(value), *CUSTOM_TYPE_NAMES]
            else:
                made.add_note(name, value)
        return made

    return run


CUSTOM_TYPE_NAMES = ("System.Management.Automation.PSCustomObject", "System.Object")
"""What follows a PSTypeName in the type names of a custom object."""


def compile_attributed(unit: Unit, node: tree.AttributedExpression) -> Evaluate:
    """Compile an attribute on an expression that is not assigned to: the expression alone."""
    return unit.expression(node.operand)


def compile_using(unit: Unit, node: tree.UsingExpression) -> Evaluate:
    """Compile `$using:name`: an error where nothing is remote."""
    del unit, node
    return failing(using_here)
