"""Members and indices: `.name`, `::name`, `.name()`, `[index]`, and their null-conditional forms."""

from emulator.objects.errors import NotEmulated
from emulator.objects.members import MISSING, get_property
from emulator.objects.psobject import AUTOMATION_NULL
from emulator.powershell import tree
from emulator.powershell.compiler.stores import member_name
from emulator.powershell.compiler.unit import Unit
from emulator.powershell.compiler.variables import writer
from emulator.powershell.runtime.closures import Evaluate
from emulator.powershell.runtime.indexing import get_index
from emulator.powershell.runtime.membership import (
    call_method,
    call_static,
    get_member,
    get_static,
)
from emulator.powershell.runtime.scope import Scope


def compile_member(unit: Unit, node: tree.MemberExpression) -> Evaluate:
    """`operand.member` and `operand::member`."""
    operand = unit.expression(node.operand)
    if node.static:
        name = member_name(unit, node.member)
        return lambda scope: get_static(scope, operand(scope), name(scope))
    if isinstance(node.member, tree.StringConstantExpression):
        read = _named(operand, node.member.value)
    else:
        name = member_name(unit, node.member)

        def read(scope: Scope) -> object:
            return get_member(scope, operand(scope), name(scope))

    return _unless_null(operand, read) if node.null_conditional else read


def _named(operand: Evaluate, name: str) -> Evaluate:
    def read(scope: Scope) -> object:
        value = operand(scope)
        if value is not None and value is not AUTOMATION_NULL:
            found = get_property(value, name)
            if found is not MISSING:
                return found
        return get_member(scope, value, name)

    return read


def _unless_null(operand: Evaluate, read: Evaluate) -> Evaluate:
    """`${x}?.name`: nothing is read of $null."""

    def run(scope: Scope) -> object:
        value = operand(scope)
        if value is None or value is AUTOMATION_NULL:
            return None
        return read(scope)

    return run


def compile_invoke(unit: Unit, node: tree.InvokeMemberExpression) -> Evaluate:
    """`operand.member(arguments)` and `operand::member(arguments)`."""
    if node.generic_arguments:
        raise NotEmulated("a method call with type arguments")
    operand = unit.expression(node.operand)
    name = member_name(unit, node.member)
    arguments = tuple(_argument(unit, one) for one in node.arguments)

    if node.static:

        def run_static(scope: Scope) -> object:
            return call_static(
                scope, operand(scope), name(scope), [one(scope) for one in arguments]
            )

        return run_static

    conditional = node.null_conditional

    def run(scope: Scope) -> object:
        value = operand(scope)
        if conditional and (value is None or value is AUTOMATION_NULL):
            return None
        called = name(scope)
        return call_method(scope, value, called, [one(scope) for one in arguments])

    return run


def _argument(unit: Unit, node: tree.Expression) -> Evaluate:
    """Compile an argument; `[ref]$x` refers to the variable itself."""
    value = reference(unit, node) or unit.expression(node)

    def run(scope: Scope) -> object:
        found = value(scope)
        return None if found is AUTOMATION_NULL else found

    return run


def reference(unit: Unit, node: tree.Expression) -> Evaluate | None:
    """Return the closure of `[ref]$x`, None for any other expression."""
    if not isinstance(node, tree.ConvertExpression):
        return None
    if node.type_constraint.type_name.name.lower() not in {"ref", REFERENCE_NAME}:
        return None
    if not isinstance(node.operand, tree.VariableExpression):
        return None
    read = unit.expression(node.operand)
    write = writer(node.operand.path)
    path = node.operand.path

    def run(scope: Scope) -> object:
        return scope.session.reference(scope, path, read, write)

    return run


REFERENCE_NAME = "system.management.automation.psreference"


def compile_index(unit: Unit, node: tree.IndexExpression) -> Evaluate:
    """`operand[index]`."""
    operand = unit.expression(node.operand)
    index = unit.expression(node.index)
    conditional = node.null_conditional

    def run(scope: Scope) -> object:
        value = operand(scope)
        if conditional and (value is None or value is AUTOMATION_NULL):
            return None
        return get_index(scope, value, index(scope))

    return run
