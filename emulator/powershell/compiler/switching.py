"""switch: every clause that fits runs, for every value."""

from collections.abc import Callable, Iterable
from typing import Protocol

from emulator.objects.errors import NotEmulated
from emulator.objects.psobject import AUTOMATION_NULL
from emulator.objects.truth import is_true
from emulator.powershell import tree
from emulator.powershell.compiler.blocks import compile_block
from emulator.powershell.compiler.branches import condition
from emulator.powershell.compiler.loops import goes_on, iterated, lower_label
from emulator.powershell.compiler.unit import Unit
from emulator.powershell.runtime.closures import Emit, Evaluate, Execute, collected
from emulator.powershell.runtime.enumerators import Enumerator
from emulator.powershell.runtime.matching import match_exact, match_regex, match_wildcard
from emulator.powershell.runtime.scope import MISSING, Scope
from emulator.powershell.runtime.scriptblock import ScriptBlock
from emulator.powershell.runtime.signals import Leave, LeaveKind, LoopControl

Test = Callable[[Scope, object], bool]


class Match(Protocol):
    """What compares a value with a clause."""

    def __call__(
        self, scope: Scope, item: object, wanted: object, /, *, case_sensitive: bool
    ) -> bool:
        """Return whether the clause `wanted` fits `item`."""


def compile_switch(unit: Unit, node: tree.SwitchStatement) -> Execute:
    """`switch [-regex|-wildcard|-exact] [-casesensitive] (values) { clauses }`."""
    for flag in ("file", "parallel"):
        if flag in node.flags:
            raise NotEmulated(f"switch -{flag.capitalize()}")
    values = condition(unit, node.condition)
    clauses = tuple(
        (_test(unit, test, node.flags), compile_block(unit, body)) for test, body in node.clauses
    )
    default = None if node.default is None else compile_block(unit, node.default)
    label = lower_label(node.label)
    watched = "$switch" in unit.text(node).lower()

    def run(scope: Scope, emit: Emit) -> Leave | None:
        value = values(scope)
        items: Iterable[object] = (None,) if value is None else iterated(value)
        before = scope.values.get("_", MISSING)
        if watched:
            items = Enumerator(items)
            scope.values["switch"] = items
        try:
            for item in items:
                leave = _one(scope, emit, item, clauses, default)
                on = True if leave is None else goes_on(leave, label)
                if not on:
                    return leave if on is None else None
        finally:
            if watched:
                scope.values.pop("switch", None)
            if before is MISSING:
                scope.values.pop("_", None)
            else:
                scope.values["_"] = before
        return None

    return run


def _one(
    scope: Scope,
    emit: Emit,
    item: object,
    clauses: tuple[tuple[Test, Execute], ...],
    default: Execute | None,
) -> Leave | None:
    """Run the clauses that fit one value; the default where none does."""
    scope.values["_"] = item
    fitted = False
    for fits, body in clauses:
        if fits(scope, item):
            fitted = True
            scope.values["_"] = item
            leave = _body(scope, emit, body)
            if leave is not None:
                return leave
    if not fitted and default is not None:
        return _body(scope, emit, default)
    return None


def _body(scope: Scope, emit: Emit, body: Execute) -> Leave | None:
    try:
        return body(scope, emit)
    except LoopControl as control:
        return control.leave


def _test(unit: Unit, node: tree.Expression, flags: frozenset[str]) -> Test:
    """Return what tells whether a clause fits a value."""
    clause: Evaluate = unit.located(unit.expression(node), node)
    sensitive = "casesensitive" in flags
    match: Match = match_exact
    if "regex" in flags:
        match = match_regex
    elif "wildcard" in flags:
        match = match_wildcard

    def fits(scope: Scope, item: object) -> bool:
        wanted = clause(scope)
        if isinstance(wanted, ScriptBlock):
            items: list[object] = []
            leave = wanted.run_here(scope, items.append)
            if leave is not None and leave.kind is not LeaveKind.RETURN:
                raise LoopControl(leave)
            return is_true(collected(items))
        if wanted is AUTOMATION_NULL:
            wanted = None
        return match(scope, item, wanted, case_sensitive=sensitive)

    return fits
