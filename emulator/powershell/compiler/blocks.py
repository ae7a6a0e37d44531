"""Blocks of statements: one after the other, each failure judged, a stop seen at each."""

from emulator.powershell import tree
from emulator.powershell.compiler.parameters import compile_attributes, compile_parameters
from emulator.powershell.compiler.trapping import compile_traps, trapped
from emulator.powershell.compiler.unit import Unit, refusing
from emulator.powershell.runtime.body import Body
from emulator.powershell.runtime.closures import Emit, Execute
from emulator.powershell.runtime.failures import FAILURES
from emulator.powershell.runtime.positions import Extent
from emulator.powershell.runtime.scope import Scope
from emulator.powershell.runtime.signals import Leave


def compile_block(unit: Unit, node: tree.StatementBlock) -> Execute:
    """`{ ... }` of a statement, or what stands in `$( )` and `@( )`."""
    return compile_statements(unit, node.statements, node.traps)


def compile_statements(
    unit: Unit, statements: tuple[tree.Statement, ...], traps: tuple[tree.TrapStatement, ...]
) -> Execute:
    """Return the closure that runs `statements` in order."""
    steps = tuple(
        (unit.statement(node), unit.extent(node))
        for node in statements
        if not isinstance(node, tree.TrapStatement)
    )
    if traps:
        return _with_traps(unit, steps, traps)
    if len(steps) == 1:
        return _single(*steps[0])
    return _sequence(steps)


def _single(execute: Execute, extent: Extent) -> Execute:
    def run(scope: Scope, emit: Emit) -> Leave | None:
        turn = scope.session.turn
        if turn.attention:
            turn.checkpoint()
        try:
            return execute(scope, emit)
        except FAILURES as error:
            scope.session.failures.statement_failed(scope, error, extent)
            return None

    return run


def _sequence(steps: tuple[tuple[Execute, Extent], ...]) -> Execute:
    def run(scope: Scope, emit: Emit) -> Leave | None:
        turn = scope.session.turn
        for execute, extent in steps:
            if turn.attention:
                turn.checkpoint()
            try:
                leave = execute(scope, emit)
            except FAILURES as error:
                scope.session.failures.statement_failed(scope, error, extent)
            else:
                if leave is not None:
                    return leave
        return None

    return run


def _with_traps(
    unit: Unit,
    steps: tuple[tuple[Execute, Extent], ...],
    traps: tuple[tree.TrapStatement, ...],
) -> Execute:
    handlers = compile_traps(unit, traps)

    def run(scope: Scope, emit: Emit) -> Leave | None:
        session = scope.session
        turn = session.turn
        for execute, extent in steps:
            if turn.attention:
                turn.checkpoint()
            session.guarded += 1
            try:
                leave = execute(scope, emit)
            except FAILURES as error:
                session.guarded -= 1
                leave = trapped(handlers, scope, emit, error, extent)
            except BaseException:
                session.guarded -= 1
                raise
            else:
                session.guarded -= 1
            if leave is not None:
                return leave
        return None

    return run


def compile_body(unit: Unit, node: tree.ScriptBlock, text: str, *, is_filter: bool = False) -> Body:
    """Return a script block ready to run; `text` is what its ToString() gives.

    The statements of a filter are its process block.
    """
    missing = _not_emulated(node)
    if missing is not None:
        return _refused(unit, node, text, missing)
    parameters = compile_parameters(unit, node.param_block)
    lower = text.lower()
    plain_filter = is_filter and node.process is None
    return Body(
        text=text,
        extent=unit.extent(node),
        parameters=parameters,
        attributes=compile_attributes(
            unit, node.param_block.attributes if node.param_block else ()
        ),
        dynamicparam=named(unit, node.dynamicparam),
        begin=named(unit, node.begin),
        process=named(unit, node.end_block if plain_filter else node.process),
        end=None if plain_filter else named(unit, node.end_block),
        clean=named(unit, node.clean),
        is_filter=is_filter,
        uses_bound="psboundparameters" in lower,
        uses_invocation="myinvocation" in lower,
        uses_input="input" in lower,
    )


def _not_emulated(node: tree.ScriptBlock) -> str | None:
    """Return what of the block's head cannot be done, None where all can."""
    if node.dynamicparam is not None:
        return "a dynamicparam block"
    for using in node.usings:
        return f"using {using.using_kind.value}"
    return None


def _refused(unit: Unit, node: tree.ScriptBlock, text: str, missing: str) -> Body:
    """Return a body that says what is missing as soon as it is run."""
    extent = unit.extent(node)
    return Body(
        text=text,
        extent=extent,
        parameters=None,
        attributes=(),
        dynamicparam=None,
        begin=None,
        process=None,
        end=_single(refusing(missing), extent),
        clean=None,
    )


def named(unit: Unit, node: tree.NamedBlock | None) -> Execute | None:
    """Return the closure of a named block, None where there is none."""
    if node is None:
        return None
    return compile_statements(unit, node.statements, node.traps)
