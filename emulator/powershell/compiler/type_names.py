"""Type names: finding the type that a text between brackets means, once per type table."""

from emulator.objects.errors import ErrorCategory
from emulator.objects.exceptions import runtime_error
from emulator.objects.types import PSType
from emulator.powershell import tree
from emulator.powershell.compiler.unit import Unit
from emulator.powershell.runtime.closures import Evaluate
from emulator.powershell.runtime.scope import Scope
from emulator.powershell.runtime.type_text import written


def type_reader(unit: Unit, node: tree.TypeName) -> Evaluate:
    """Return the closure that gives the type; TypeNotFound where there is none."""
    del unit
    text = written(node)
    known: list[tuple[object, PSType]] = []

    def run(scope: Scope) -> object:
        table = scope.session.types
        if known and known[0][0] is table:
            return known[0][1]
        found = scope.session.resolve_type(text)
        if found is None:
            raise runtime_error(
                f"Unable to find type [{text}].",
                "TypeNotFound",
                ErrorCategory.InvalidOperation,
                target=text,
            )
        known[:] = [(table, found)]
        return found

    return run


def compile_type(unit: Unit, node: tree.TypeExpression) -> Evaluate:
    """`[int]` as a value."""
    return type_reader(unit, node.type_name)
