"""Pipelines: an expression or commands, one after the other, and chains of pipelines."""

from collections.abc import Callable

from emulator.objects.errors import NotEmulated
from emulator.objects.psobject import AUTOMATION_NULL
from emulator.powershell import tree
from emulator.powershell.compiler.commands import compile_command
from emulator.powershell.compiler.redirections import compile_redirections
from emulator.powershell.compiler.succeeding import succeeds
from emulator.powershell.compiler.unit import Unit, pure_expression
from emulator.powershell.runtime.calls import Call
from emulator.powershell.runtime.closures import SCALARS, Emit, Evaluate, Execute, send
from emulator.powershell.runtime.pipeline import run_pipeline
from emulator.powershell.runtime.redirecting import Redirect, takes
from emulator.powershell.runtime.scope import Scope
from emulator.powershell.runtime.signals import Leave

VOID_OPERATORS = frozenset({"PlusPlus", "MinusMinus", "PostfixPlusPlus", "PostfixMinusMinus"})
"""Operators whose value a statement does not write."""


def compile_pipeline(unit: Unit, node: tree.Pipeline) -> Execute:
    """Compile `a | b | c`."""
    if node.background:
        raise NotEmulated("a background job (trailing &)")
    pure = pure_expression(node)
    if pure is not None:
        return _expression_statement(unit, node, pure)
    first = node.elements[0]
    if isinstance(first, tree.CommandExpression):
        if len(node.elements) == 1:
            return _redirected_expression(unit, first)
        calls = tuple(_call(unit, element) for element in node.elements[1:])
        return _fed(unit.expression(first.expression), calls)
    return _commands(tuple(_call(unit, element) for element in node.elements))


def compile_command_expression(unit: Unit, node: tree.CommandExpression) -> Execute:
    """Compile an expression where a pipeline could stand."""
    if node.redirections:
        return _redirected_expression(unit, node)
    return _expression_statement(unit, node, node.expression)


def _call(unit: Unit, element: tree.Command | tree.CommandExpression) -> Callable[[Scope], Call]:
    if isinstance(element, tree.CommandExpression):
        raise NotEmulated("an expression that is not the first element of a pipeline")
    return compile_command(unit, element)


def _expression_statement(unit: Unit, node: tree.Statement, pure: tree.Expression) -> Execute:
    """Compile an expression as a statement: its value is written, `$?` is true."""
    value = unit.expression(pure)
    if isinstance(pure, tree.UnaryExpression) and pure.operator in VOID_OPERATORS:

        def step(scope: Scope, _emit: Emit) -> Leave | None:
            value(scope)
            scope.session.succeeded = True
            return None

        return step
    if not succeeds(node, core=unit.core):

        def pass_on(scope: Scope, emit: Emit) -> Leave | None:
            send(value(scope), emit)
            return None

        return pass_on

    def run(scope: Scope, emit: Emit) -> Leave | None:
        found = value(scope)
        if type(found) in SCALARS:
            emit(found)
        else:
            send(found, emit)
        scope.session.succeeded = True
        return None

    return run


def _redirected_expression(unit: Unit, node: tree.CommandExpression) -> Execute:
    """`1 > $null`: only what the expression writes is redirected, not what it fails with."""
    value = unit.expression(node.expression)
    redirects: tuple[Redirect, ...] = compile_redirections(unit, node.redirections)

    def run(scope: Scope, emit: Emit) -> Leave | None:
        output, _ = takes(scope, redirects, emit)
        send(value(scope), output)
        scope.session.succeeded = True
        return None

    return run


def _commands(calls: tuple[Callable[[Scope], Call], ...]) -> Execute:
    if len(calls) == 1:
        only = calls[0]

        def run_one(scope: Scope, emit: Emit) -> Leave | None:
            run_pipeline(scope, (only(scope),), emit, None)
            return None

        return run_one

    def run(scope: Scope, emit: Emit) -> Leave | None:
        run_pipeline(scope, tuple(call(scope) for call in calls), emit, None)
        return None

    return run


def _fed(value: Evaluate, calls: tuple[Callable[[Scope], Call], ...]) -> Execute:
    """`expression | command`: the value's elements are the input."""

    def run(scope: Scope, emit: Emit) -> Leave | None:
        found = value(scope)
        ready = tuple(call(scope) for call in calls)
        run_pipeline(scope, ready, emit, _elements(found))
        return None

    return run


def _elements(value: object) -> list[object]:
    """Return what a value gives to the command behind it."""
    if type(value) is list:
        return value
    if type(value) in SCALARS:
        return [value]
    if value is AUTOMATION_NULL:
        return []
    items: list[object] = []
    send(value, items.append)
    return items


def compile_chain(unit: Unit, node: tree.PipelineChain) -> Execute:
    """`left && right`, `left || right`."""
    if node.background:
        raise NotEmulated("a background job (trailing &)")
    left = unit.statement(node.left)
    right = unit.statement(node.right)
    wanted = node.operator == "&&"

    def run(scope: Scope, emit: Emit) -> Leave | None:
        leave = left(scope, emit)
        if leave is not None:
            return leave
        if scope.session.succeeded is wanted:
            return right(scope, emit)
        return None

    return run
