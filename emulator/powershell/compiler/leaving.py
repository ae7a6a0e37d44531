"""The ways out: break, continue, return, exit and throw."""

from emulator.objects.basic_types import INT32
from emulator.objects.conversion import convert
from emulator.objects.errors import ClrError
from emulator.objects.psobject import AUTOMATION_NULL
from emulator.objects.text import to_string
from emulator.powershell import tree
from emulator.powershell.compiler.unit import Unit
from emulator.powershell.runtime.closures import Emit, Execute
from emulator.powershell.runtime.scope import Scope
from emulator.powershell.runtime.signals import (
    BREAK,
    CONTINUE,
    RETURN,
    ExitScript,
    Leave,
    LeaveKind,
)


def compile_break(unit: Unit, node: tree.BreakStatement) -> Execute:
    """`break`, `break label`."""
    return _leaving(unit, BREAK, node.label)


def compile_continue(unit: Unit, node: tree.ContinueStatement) -> Execute:
    """`continue`, `continue label`."""
    return _leaving(unit, CONTINUE, node.label)


def _leaving(unit: Unit, plain: Leave, label: tree.Expression | None) -> Execute:
    if label is None:
        return lambda _scope, _emit: plain
    name = unit.expression(label)
    kind: LeaveKind = plain.kind

    def run(scope: Scope, _emit: Emit) -> Leave | None:
        return Leave(kind=kind, label=to_string(name(scope)).lower())

    return run


def compile_return(unit: Unit, node: tree.ReturnStatement) -> Execute:
    """`return`, `return pipeline`: the value is written, then the block ends."""
    if node.pipeline is None:
        return lambda _scope, _emit: RETURN
    write = unit.statement(node.pipeline)

    def run(scope: Scope, emit: Emit) -> Leave | None:
        write(scope, emit)
        return RETURN

    return run


def compile_exit(unit: Unit, node: tree.ExitStatement) -> Execute:
    """`exit`, `exit code`: ends the script; no number counts as 0."""
    if node.pipeline is None:

        def leave(_scope: Scope, _emit: Emit) -> Leave | None:
            raise ExitScript(0)

        return leave
    value = unit.value_of(node.pipeline)

    def run(scope: Scope, _emit: Emit) -> Leave | None:
        code = value(scope)
        try:
            number = convert(None if code is AUTOMATION_NULL else code, INT32)
        except ClrError:
            number = 0
        assert isinstance(number, int), "a conversion to Int32 gives an int"
        raise ExitScript(number)

    return run


def compile_throw(unit: Unit, node: tree.ThrowStatement) -> Execute:
    """`throw`, `throw value`."""
    value = None if node.pipeline is None else unit.value_of(node.pipeline)
    extent = unit.extent(node)

    def run(scope: Scope, _emit: Emit) -> Leave | None:
        session = scope.session
        thrown = None if value is None else value(scope)
        if thrown is AUTOMATION_NULL:
            thrown = None
        raise session.failures.throw(thrown, extent, session.caught)

    return run
