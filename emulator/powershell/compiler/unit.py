"""One text being compiled: its source, and the way to the closure of each kind of node."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from emulator.objects.errors import ClrError, NotEmulated
from emulator.powershell import tree
from emulator.powershell.runtime.closures import Emit, Evaluate, Execute, collected
from emulator.powershell.runtime.failures import FAILURES
from emulator.powershell.runtime.positions import Extent, Source
from emulator.powershell.runtime.scope import Scope
from emulator.powershell.runtime.signals import Leave, unwind_value

ExpressionRule = Callable[["Unit", Any], Evaluate]
StatementRule = Callable[["Unit", Any], Execute]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """What every rule of the compiler gets beside its node.

    `expressions` and `statements` hold the rule for each class of node, `assignment` the one of
    an assignment whose value is used; `core` is the edition.
    """

    source: Source
    expressions: Mapping[type, ExpressionRule]
    statements: Mapping[type, StatementRule]
    assignment: ExpressionRule
    core: bool

    def expression(self, node: tree.Expression) -> Evaluate:
        """Return the closure that computes `node`."""
        rule = self.expressions.get(type(node))
        if rule is None:
            return not_emulated(f"the expression {node.kind}")
        try:
            return rule(self, node)
        except NotEmulated as missing:
            return not_emulated(missing.what)

    def statement(self, node: tree.Statement) -> Execute:
        """Return the closure that runs `node`."""
        rule = self.statements.get(type(node))
        if rule is None:
            return refusing(f"the statement {node.kind}")
        try:
            return rule(self, node)
        except NotEmulated as missing:
            return refusing(missing.what)

    def extent(self, node: tree.Node) -> Extent:
        """Return the place of `node`."""
        return Extent(source=self.source, start=node.start, end=node.end)

    def text(self, node: tree.Node) -> str:
        """Return what is written there."""
        return self.source.text[node.start : node.end]

    def located(self, evaluate: Evaluate, node: tree.Node) -> Evaluate:
        """Return `evaluate` with its failures placed at `node`, not at the whole statement."""
        extent = self.extent(node)

        def run(scope: Scope) -> object:
            try:
                return evaluate(scope)
            except FAILURES as error:
                raise scope.session.failures.as_failure(error, extent) from error

        return run

    def value_of(self, node: tree.Statement) -> Evaluate:
        """Return the closure for a statement used as a value: right of =, in a condition."""
        pure = pure_expression(node)
        if pure is not None:
            return self.expression(pure)
        if isinstance(node, tree.AssignmentStatement):
            return self.assignment(self, node)
        execute = self.statement(node)

        def run(scope: Scope) -> object:
            items: list[object] = []
            leave = execute(scope, items.append)
            if leave is not None:
                unwind_value(leave, items)
            return collected(items)

        return run


def pure_expression(node: tree.Statement) -> tree.Expression | None:
    """Return the expression that is all there is of a pipeline, None for anything else."""
    if isinstance(node, tree.Pipeline):
        if len(node.elements) != 1 or node.background:
            return None
        element = node.elements[0]
        if isinstance(element, tree.CommandExpression) and not element.redirections:
            return element.expression
        return None
    if isinstance(node, tree.CommandExpression) and not node.redirections:
        return node.expression
    return None


def not_emulated(what: str) -> Evaluate:
    """Return a closure that says `what` is not emulated, once it is run."""

    def run(_scope: Scope) -> object:
        raise NotEmulated(what)

    return run


def refusing(what: str) -> Execute:
    """Return a statement that says `what` is not emulated, once it is run."""

    def run(_scope: Scope, _emit: Emit) -> Leave | None:
        raise NotEmulated(what)

    return run


def failing(error: Callable[[], ClrError]) -> Evaluate:
    """Return a closure that raises a fresh `error()`."""

    def run(_scope: Scope) -> object:
        raise error()

    return run
