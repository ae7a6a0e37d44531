"""foreach, for, while and do: the loops, and who takes a break or continue."""

from collections.abc import Callable, Iterable, Iterator

from emulator.objects.enumeration import enumerate_value
from emulator.objects.errors import NotEmulated
from emulator.objects.psobject import AUTOMATION_NULL
from emulator.objects.truth import is_true
from emulator.powershell import tree
from emulator.powershell.compiler.blocks import compile_block
from emulator.powershell.compiler.branches import condition
from emulator.powershell.compiler.unit import Unit
from emulator.powershell.compiler.variables import writer
from emulator.powershell.runtime.closures import Emit, Evaluate, Execute
from emulator.powershell.runtime.enumerators import Enumerator
from emulator.powershell.runtime.scope import MISSING, Scope
from emulator.powershell.runtime.signals import Leave, LeaveKind, LoopControl


def lower_label(label: str | None) -> str | None:
    """Return a label as it is compared."""
    return None if label is None else label.lower()


def goes_on(leave: Leave, label: str | None) -> bool | None:
    """Return what `leave` means to the loop called `label`.

    True: the next iteration. False: the loop ends. None: the loop ends and `leave` goes up.
    """
    if leave.kind is LeaveKind.RETURN or (leave.label is not None and leave.label != label):
        return None
    return leave.kind is LeaveKind.CONTINUE


def once(body: Execute, scope: Scope, emit: Emit) -> Leave | None:
    """Run the body of a loop; a break or continue that came up from a called block counts."""
    try:
        return body(scope, emit)
    except LoopControl as control:
        return control.leave


def compile_foreach(unit: Unit, node: tree.ForEachStatement) -> Execute:
    """`foreach ($x in values) { }`."""
    if node.parallel or node.throttle_limit is not None:
        raise NotEmulated("foreach -parallel (workflow)")
    values = condition(unit, node.condition)
    store = writer(node.variable.path)
    body = compile_block(unit, node.body)
    label = lower_label(node.label)

    def go(scope: Scope, emit: Emit, items: Iterable[object]) -> Leave | None:
        for item in items:
            store(scope, item)
            try:
                leave = body(scope, emit)
            except LoopControl as control:
                leave = control.leave
            if leave is not None:
                on = goes_on(leave, label)
                if on is None:
                    return leave
                if not on:
                    break
        return None

    if "$foreach" in unit.text(node).lower():
        return _with_enumerator("foreach", values, go)

    def run(scope: Scope, emit: Emit) -> Leave | None:
        return go(scope, emit, iterated(values(scope)))

    return run


Go = Callable[[Scope, Emit, Iterable[object]], Leave | None]


def _with_enumerator(name: str, values: Evaluate, go: Go) -> Execute:
    """Return the loop with its enumerator in `$foreach` (or `$switch`) meanwhile."""

    def run(scope: Scope, emit: Emit) -> Leave | None:
        progress = Enumerator(iterated(values(scope)))
        outer = scope.values.get(name, MISSING)
        scope.values[name] = progress
        try:
            return go(scope, emit, progress)
        finally:
            if outer is MISSING:
                scope.values.pop(name, None)
            else:
                scope.values[name] = outer

    return run


def iterated(value: object) -> Iterable[object]:
    """Return what foreach and switch go over: nothing for $null, the one for a scalar."""
    if type(value) is list:
        return value
    if value is None or value is AUTOMATION_NULL:
        return ()
    items = enumerate_value(value)
    return (value,) if items is None else _flat(items)


def _flat(items: Iterator[object]) -> Iterator[object]:
    yield from items


def compile_for(unit: Unit, node: tree.ForStatement) -> Execute:
    """`for (first; test; next) { }`."""
    first = _nothing if node.initializer is None else _step(unit, node.initializer)
    test = _always if node.condition is None else condition(unit, node.condition)
    following = _nothing if node.iterator is None else _step(unit, node.iterator)
    body = compile_block(unit, node.body)
    label = lower_label(node.label)

    def run(scope: Scope, emit: Emit) -> Leave | None:
        first(scope)
        turn = scope.session.turn
        while True:
            if turn.attention:
                turn.checkpoint()
            value = test(scope)
            if value is not True and not is_true(value):
                return None
            leave = once(body, scope, emit)
            if leave is not None:
                on = goes_on(leave, label)
                if on is None:
                    return leave
                if not on:
                    return None
            following(scope)

    return run


def _always(_scope: Scope) -> object:
    """Be the condition of a loop that has none."""
    return True


def _nothing(_scope: Scope) -> object:
    """Be the initializer or iterator of a loop that has none."""
    return None


def _step(unit: Unit, node: tree.Statement) -> Evaluate:
    """Return the closure of an initializer or iterator: what it writes is lost."""
    execute = unit.statement(node)

    def run(scope: Scope) -> object:
        execute(scope, _lost)
        return None

    return unit.located(run, node)


def _lost(_value: object) -> None:
    """Take what an initializer or iterator writes."""


def compile_while(unit: Unit, node: tree.WhileStatement) -> Execute:
    """`while (test) { }`."""
    test = condition(unit, node.condition)
    body = compile_block(unit, node.body)
    label = lower_label(node.label)

    def run(scope: Scope, emit: Emit) -> Leave | None:
        turn = scope.session.turn
        while True:
            if turn.attention:
                turn.checkpoint()
            value = test(scope)
            if value is not True and not is_true(value):
                return None
            leave = once(body, scope, emit)
            if leave is not None:
                on = goes_on(leave, label)
                if on is None:
                    return leave
                if not on:
                    return None

    return run


def compile_do_while(unit: Unit, node: tree.DoWhileStatement) -> Execute:
    """`do { } while (test)`."""
    return _do(unit, node.body, node.condition, node.label, until=False)


def compile_do_until(unit: Unit, node: tree.DoUntilStatement) -> Execute:
    """`do { } until (test)`."""
    return _do(unit, node.body, node.condition, node.label, until=True)


def _do(
    unit: Unit,
    block: tree.StatementBlock,
    test_node: tree.Statement,
    name: str | None,
    *,
    until: bool,
) -> Execute:
    test = condition(unit, test_node)
    body = compile_block(unit, block)
    label = lower_label(name)

    def run(scope: Scope, emit: Emit) -> Leave | None:
        turn = scope.session.turn
        while True:
            if turn.attention:
                turn.checkpoint()
            leave = once(body, scope, emit)
            if leave is not None:
                on = goes_on(leave, label)
                if on is None:
                    return leave
                if not on:
                    return None
            if is_true(test(scope)) is until:
                return None

    return run
