"""The value of `{ ... }`: a body together with the session it runs in."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from emulator.objects.basic_types import OBJECT
from emulator.objects.errors import ClrError, PowerShellError
from emulator.objects.psobject import AUTOMATION_NULL
from emulator.objects.types import ClrObject, Method, Property, PSType
from emulator.powershell.runtime.body import Body
from emulator.powershell.runtime.closures import Emit, collected
from emulator.powershell.runtime.scope import MISSING, Scope
from emulator.powershell.runtime.signals import RETURN, Leave, ReturnValue, unwind

if TYPE_CHECKING:
    from emulator.powershell.runtime.session import Session

BLOCK_NAME: Final = "<ScriptBlock>"
"""What a script block is called in a stack trace."""


class ScriptBlock(ClrObject):
    """System.Management.Automation.ScriptBlock.

    `captured` is the scope with the variables that GetNewClosure() took along, None without.
    """

    __slots__ = ("body", "captured", "session")

    def __init__(self, body: Body, session: "Session", *, captured: Scope | None = None) -> None:
        """Join `body` and `session`."""
        self.body = body
        self.session = session
        self.captured = captured

    def to_text(self) -> str:
        """Return the text between the braces."""
        return self.body.text

    def open_scope(self, caller: Scope) -> Scope:
        """Return a new scope for a call from `caller`: below the closure's own, if it is one."""
        return Scope(self.session, caller if self.captured is None else self.captured)

    def run_here(self, scope: Scope, emit: Emit) -> Leave | None:
        """Run in `scope` itself, as the blocks of ForEach-Object do; returns how it was left."""
        body = self.body
        if body.parameters:
            scope = _without_arguments(self, scope)
        elif self.captured is not None:
            scope = self.open_scope(scope)
        session = self.session
        frames = session.frames
        frames.append((BLOCK_NAME, body.extent.source.file, session.call_extent))
        try:
            return _run_blocks(body, scope, emit)
        except ReturnValue as value:
            for item in value.items:
                emit(item)
            return RETURN
        finally:
            frames.pop()

    def run_with_item(
        self, scope: Scope, item: object, *, arguments: Sequence[object] = ()
    ) -> list[object]:
        """Run in `scope` with `$_` set to `item`; return what was written."""
        found: list[object] = []
        self.stream_with_item(scope, item, found.append, arguments=arguments)
        return found

    def stream_with_item(
        self, scope: Scope, item: object, emit: Emit, *, arguments: Sequence[object] = ()
    ) -> None:
        """Run in `scope` with `$_` set to `item`; write to `emit`."""
        values = scope.values
        before = values.get("_", MISSING)
        values["_"] = item
        try:
            if arguments:
                unwind(self.call(scope, arguments, (), emit, item=item))
            else:
                unwind(self.run_here(scope, emit))
        finally:
            if before is MISSING:
                values.pop("_", None)
            else:
                values["_"] = before

    def call(
        self,
        caller: Scope,
        arguments: Sequence[object],
        items: Iterable[object],
        emit: Emit,
        *,
        item: object = AUTOMATION_NULL,
    ) -> Leave | None:
        """Run as `& block arguments` would, in a scope of its own; `item` is `$_` inside."""
        return self.session.call_block(self, caller, arguments, items, emit, item=item)


def _run_blocks(body: Body, scope: Scope, emit: Emit) -> Leave | None:
    for block in (body.begin, body.process, body.end):
        if block is not None:
            leave = block(scope, emit)
            if leave is not None:
                return leave
    return None


def _without_arguments(block: ScriptBlock, scope: Scope) -> Scope:
    """Set the parameters of a block that gets no arguments, in the scope it runs in."""
    for parameter in block.body.parameters or ():
        value = None if parameter.default is None else parameter.default(scope)
        scope.assign(parameter.name, parameter.lower, value)
    return scope


def _invoke(block: ScriptBlock, *arguments: object) -> object:
    return block.session.collection(_results(block, arguments))


def _invoke_return_as_is(block: ScriptBlock, *arguments: object) -> object:
    return collected(_results(block, arguments))


def _results(block: ScriptBlock, arguments: Sequence[object]) -> list[object]:
    """Run a block as .NET code does: what ends it is an exception of the method."""
    found: list[object] = []
    try:
        unwind(block.call(block.session.scope, arguments, (), found.append))
    except PowerShellError as error:
        raise ClrError(error.record.exception) from error
    return found


def _new_closure(block: ScriptBlock) -> ScriptBlock:
    """Take the variables of the running scope along, and those of a closure around it."""
    scope = block.session.scope
    captured: dict[str, object] = {}
    if scope.parent is not None and scope.script is not scope.home:
        captured.update(scope.script.values)
    captured.update(scope.values)
    for name in ("args", "input", "_", "psboundparameters", "myinvocation", "pscmdlet"):
        captured.pop(name, None)
    module = Scope(block.session, block.session.home, is_script=True)
    module.values.update(captured)
    return ScriptBlock(block.body, block.session, captured=module)


_STRING: Final = "System.String"
INVOKE: Final = (
    "System.Collections.ObjectModel.Collection[psobject] Invoke(Params System.Object[] args)"
)
"""The signature of ScriptBlock.Invoke."""

SCRIPT_BLOCK: Final = PSType(
    name="System.Management.Automation.ScriptBlock",
    base=OBJECT,
    python=ScriptBlock,
    properties=(
        Property(name="Attributes", type_name="System.Object", get=lambda _: []),
        Property(name="File", type_name=_STRING, get=lambda it: it.body.extent.source.file),
        Property(name="IsFilter", type_name="System.Boolean", get=lambda it: it.body.is_filter),
        Property(name="IsConfiguration", type_name="System.Boolean", get=lambda _: False),
        Property(name="Module", type_name="System.Object", get=lambda _: None),
        Property(name="DebuggerHidden", type_name="System.Boolean", get=lambda _: False),
        Property(name="StartPosition", type_name="System.Object", get=lambda _: None),
    ),
    methods=(
        Method(
            name="Invoke",
            call=_invoke,
            definitions=(INVOKE,),
        ),
        Method(
            name="InvokeReturnAsIs",
            call=_invoke_return_as_is,
            definitions=("System.Object InvokeReturnAsIs(Params System.Object[] args)",),
        ),
        Method(
            name="GetNewClosure",
            call=_new_closure,
            definitions=("scriptblock GetNewClosure()",),
        ),
    ),
)
ScriptBlock.ps_type = SCRIPT_BLOCK
