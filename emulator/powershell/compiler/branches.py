"""if, and what a condition is."""

from emulator.objects.truth import is_true
from emulator.powershell import tree
from emulator.powershell.compiler.blocks import compile_block
from emulator.powershell.compiler.unit import Unit
from emulator.powershell.runtime.closures import Emit, Evaluate, Execute
from emulator.powershell.runtime.scope import Scope
from emulator.powershell.runtime.signals import Leave


def compile_if(unit: Unit, node: tree.IfStatement) -> Execute:
    """`if () { } elseif () { } else { }`."""
    clauses = tuple(
        (condition(unit, test), compile_block(unit, block)) for test, block in node.clauses
    )
    last = None if node.else_clause is None else compile_block(unit, node.else_clause)

    def run(scope: Scope, emit: Emit) -> Leave | None:
        for test, block in clauses:
            value = test(scope)
            if value is True or (value is not False and is_true(value)):
                return block(scope, emit)
        return None if last is None else last(scope, emit)

    return run


def condition(unit: Unit, node: tree.Statement) -> Evaluate:
    """Return the closure of a condition; its failures stand where the condition stands."""
    return unit.located(unit.value_of(node), node)
