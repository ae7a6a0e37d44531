"""try, catch, finally, and trap: who takes a failure, and what `$_` is meanwhile."""

from dataclasses import dataclass

from emulator.powershell import tree
from emulator.powershell.compiler.unit import Unit
from emulator.powershell.runtime.catching import Catcher, choose, hold
from emulator.powershell.runtime.closures import Emit, Execute
from emulator.powershell.runtime.failures import FAILURES
from emulator.powershell.runtime.positions import Extent
from emulator.powershell.runtime.scope import Scope
from emulator.powershell.runtime.signals import BREAK, CONTINUE, Leave, LeaveKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Handler:
    """A catch clause or a trap: what it takes, and its body."""

    catcher: Catcher
    body: Execute


def compile_try(unit: Unit, node: tree.TryStatement) -> Execute:
    """`try { } catch [T] { } finally { }`."""
    from emulator.powershell.compiler.blocks import compile_block  # noqa: PLC0415 - knot

    body = compile_block(unit, node.body)
    handlers = tuple(
        Handler(
            catcher=Catcher(tuple(constraint.type_name for constraint in clause.types)),
            body=compile_block(unit, clause.body),
        )
        for clause in node.catches
    )
    guarded = _catching(body, handlers, unit.extent(node)) if handlers else _guarding(body)
    if node.finally_block is None:
        return guarded
    return _finally(guarded, compile_block(unit, node.finally_block))


def _guarding(body: Execute) -> Execute:
    def run(scope: Scope, emit: Emit) -> Leave | None:
        session = scope.session
        session.guarded += 1
        try:
            return body(scope, emit)
        finally:
            session.guarded -= 1

    return run


def _catching(body: Execute, handlers: tuple[Handler, ...], extent: Extent) -> Execute:
    catchers = tuple(handler.catcher for handler in handlers)

    def run(scope: Scope, emit: Emit) -> Leave | None:
        session = scope.session
        guarded = session.guarded
        session.guarded = guarded + 1
        try:
            return body(scope, emit)
        except FAILURES as error:
            session.guarded = guarded
            failure = session.failures.as_failure(error, extent)
            chosen = choose(catchers, failure, session)
            if chosen is None:
                raise failure from error
            record = chosen.record
            handler = handlers[chosen.index].body
        finally:
            session.guarded = guarded
        with hold(scope, record):
            return handler(scope, emit)

    return run


def _finally(body: Execute, last: Execute) -> Execute:
    def run(scope: Scope, emit: Emit) -> Leave | None:
        try:
            leave = body(scope, emit)
        except BaseException:
            with scope.session.turn.shield():
                last(scope, emit)
            raise
        with scope.session.turn.shield():
            over = last(scope, emit)
        return leave if over is None else over

    return run


def compile_traps(unit: Unit, nodes: tuple[tree.TrapStatement, ...]) -> tuple[Handler, ...]:
    """Return the traps of a block, in order."""
    from emulator.powershell.compiler.blocks import compile_block  # noqa: PLC0415 - knot

    return tuple(
        Handler(
            catcher=Catcher(() if node.trap_type is None else (node.trap_type.type_name,)),
            body=compile_block(unit, node.body),
        )
        for node in nodes
    )


def trapped(
    handlers: tuple[Handler, ...], scope: Scope, emit: Emit, error: Exception, extent: Extent
) -> Leave | None:
    """Let a trap deal with what a statement failed with; raises what is to go up."""
    session = scope.session
    failure = session.failures.as_failure(error, extent)
    session.failures.remember(failure.record)
    session.succeeded = False
    chosen = choose(tuple(handler.catcher for handler in handlers), failure, session)
    if chosen is None:
        session.failures.statement_failed(scope, failure, extent)
        return None
    inner = Scope(session, scope)
    with hold(inner, chosen.record):
        leave = handlers[chosen.index].body(inner, emit)
    if leave is CONTINUE:
        return None
    if leave is BREAK:
        raise failure
    if leave is not None and leave.kind is LeaveKind.RETURN:
        return leave
    session.streams.error(failure.record)
    return None
