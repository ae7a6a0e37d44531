"""A session: what lives from script to script, and the running of scripts and script blocks."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from emulator.dotnet.lists import ARRAY_LIST, GrowingList
from emulator.dotnet.typetable import TypeTable
from emulator.objects.errors import ErrorRecord, PowerShellError
from emulator.powershell.compiler.compiler import CompiledText, Compiler
from emulator.powershell.ports import Command, Streams
from emulator.powershell.runtime import automatic
from emulator.powershell.runtime.closures import Emit, Execute
from emulator.powershell.runtime.commands import CommandTable
from emulator.powershell.runtime.editions import Edition
from emulator.powershell.runtime.enumerators import Enumerator
from emulator.powershell.runtime.environment import Environment, default_environment
from emulator.powershell.runtime.failures import FAILURES, Failures
from emulator.powershell.runtime.language_types import add_language_types
from emulator.powershell.runtime.limits import Limits
from emulator.powershell.runtime.outcome import Outcome
from emulator.powershell.runtime.parse_failures import parse_failure
from emulator.powershell.runtime.positions import Extent, Source
from emulator.powershell.runtime.scope import MISSING, Scope
from emulator.powershell.runtime.scriptblock import BLOCK_NAME, ScriptBlock
from emulator.powershell.runtime.services import Services
from emulator.powershell.runtime.session_surroundings import MACHINE, USER, SessionSurroundings
from emulator.powershell.runtime.signals import ExitScript, Leave, LoopControl, ReturnValue, unwind
from emulator.powershell.runtime.silence import SILENCE, StillTurn
from emulator.powershell.runtime.threads import allow_deep_calls

if TYPE_CHECKING:
    from emulator.clock import Clock, Turn
    from emulator.powershell.runtime.functions import Function
    from emulator.powershell.runtime.streams import Take

NOWHERE: Final = Extent(source=Source(""), start=0, end=0)
"""Where a script is called from that nobody called."""


class Session(Services):
    """One PowerShell session: variables, functions, `$Error`, and the scripts it runs.

    `scope` is the running scope, `streams` and `turn` those of the running script. `guarded`
    counts the try blocks around the running statement, `caught` is what a bare throw raises.
    """

    def __init__(
        self,
        *,
        commands: CommandTable,
        types: TypeTable,
        clock: "Clock",
        edition: Edition = Edition.DESKTOP,
        limits: Limits | None = None,
        environment: Mapping[str, str] | None = None,
        location: str = "",
        console_width: int = 120,
        compiler: Compiler | None = None,
    ) -> None:
        """Begin a session; sessions of one process may share a compiler and its cache."""
        allow_deep_calls()
        self.commands = commands
        self.types = types
        self.clock = clock
        self.edition = edition
        self.core = edition is Edition.CORE
        self.limits = limits or Limits()
        self.console_width = console_width
        self.compiler = compiler or Compiler(core=self.core)
        self.environment = Environment(
            default_environment(MACHINE, USER) if environment is None else environment
        )
        self.surroundings = SessionSurroundings(self)
        self.location = location or f"C:\\Users\\{self.surroundings.user_name}"
        self.failures = Failures(self)
        self.error_list = GrowingList(ARRAY_LIST)
        self.spelling: dict[str, str] = {}
        self.commands_version = 0
        self.has_local_commands = False
        self.found_commands: dict[str, tuple[int, Scope, Command]] = {}
        self.functions: dict[int, Function] = {}
        self.home = Scope(self, None)
        self.scope = self.home
        self.streams: Streams = SILENCE
        self.turn: Turn | StillTurn = StillTurn()
        self.call_extent: Extent = NOWHERE
        self.frames: list[tuple[str, str | None, Extent]] = []
        self.error_takers: tuple[Take, ...] = ()
        self.succeeded = True
        self.guarded = 0
        self.caught: ErrorRecord | None = None
        self.first_token: object = None
        self.last_token: object = None
        add_language_types(types)
        automatic.fill(self)

    @property
    def errors(self) -> list[object]:
        """What `$Error` holds, the newest first."""
        return self.error_list.items

    # --- running scripts -----------------------------------------------------------------------

    def run(
        self,
        script: str,
        streams: Streams,
        turn: "Turn",
        *,
        input: Iterable[object] | None = None,  # noqa: A002 - the contract's name
        arguments: Sequence[object] = (),
        script_name: str | None = None,
    ) -> Outcome:
        """Run a script in the global scope; with `script_name` in a script scope of its own.

        The caller holds the turn. A stop leaves as `Stopped`, after the script's finally blocks.
        """
        outer = (self.streams, self.turn, self.scope, self.frames, self.guarded)
        self.streams, self.turn = streams, turn
        self.frames, self.guarded = [], 0
        self.error_takers = ()
        self.scope = self.home
        try:
            return self._outcome(script, script_name, arguments, input)
        finally:
            self.streams, self.turn, self.scope, self.frames, self.guarded = outer

    def _outcome(
        self,
        script: str,
        script_name: str | None,
        arguments: Sequence[object],
        items: Iterable[object] | None,
    ) -> Outcome:
        compiled = self.compiler.compile(script, script_name)
        if compiled.body is None:
            record = parse_failure(compiled)
            self.failures.remember(record)
            self.succeeded = False
            return Outcome(exit_code=None, succeeded=False, error=record)
        try:
            self._run_body(compiled, arguments, items, own_scope=script_name is not None)
        except ExitScript as leave:
            self.variable_set("LASTEXITCODE", leave.code)
            return Outcome(exit_code=leave.code, succeeded=leave.code == 0, error=None)
        except LoopControl:
            return Outcome(exit_code=None, succeeded=self.succeeded, error=None)
        except FAILURES as error:
            failure = self.failures.as_failure(error, NOWHERE)
            return Outcome(exit_code=None, succeeded=False, error=failure.record)
        return Outcome(exit_code=None, succeeded=self.succeeded, error=None)

    def _run_body(
        self,
        compiled: CompiledText,
        arguments: Sequence[object],
        items: Iterable[object] | None,
        *,
        own_scope: bool,
    ) -> None:
        assert compiled.body is not None, "a text with errors does not run"
        block = ScriptBlock(compiled.body, self)
        emit = self._counted(self.streams.output)
        scope = Scope(self, self.home, is_script=True) if own_scope else self.home
        if own_scope:
            self._script_variables(scope, compiled.source.file or "")
        call_site = Extent(source=compiled.source, start=0, end=len(compiled.source.text))
        if items is not None and compiled.body.uses_input:
            scope.values["input"] = Enumerator(items)
        if compiled.body.process is None and compiled.body.parameters is None and not arguments:
            self.frames.append((BLOCK_NAME, compiled.source.file, NOWHERE))
            self.scope = scope
            for part in (compiled.body.begin, compiled.body.end):
                if part is not None:
                    self._run_part(part, scope, emit)
            return
        fed = items if compiled.body.process is not None else None
        self.call_in(block, scope, arguments, fed, emit, place=call_site)

    def _run_part(self, part: Execute, scope: Scope, emit: Emit) -> None:
        try:
            unwind(part(scope, emit))
        except ReturnValue as value:
            for item in value.items:
                emit(item)

    def _script_variables(self, scope: Scope, file: str) -> None:
        scope.values["pscommandpath"] = file
        scope.values["psscriptroot"] = file.rpartition("\\")[0]

    def _counted(self, output: Emit) -> Emit:
        """Return `output` with the limit on what one script writes."""
        left = self.limits.output_count

        def emit(value: object) -> None:
            nonlocal left
            left -= 1
            if left < 0:
                self.too_much("objects written", self.limits.output_count)
            output(value)

        return emit

    # --- script blocks -------------------------------------------------------------------------

    def invoke_block(
        self,
        block: object,
        *,
        this: object = MISSING,
        arguments: Sequence[object] = (),
        input: Iterable[object] = (),  # noqa: A002 - the contract's name
    ) -> list[object]:
        """Run a script block in the caller's scope; `this` is `$_` meanwhile."""
        assert isinstance(block, ScriptBlock), "only script blocks are invoked"
        found: list[object] = []
        if this is not MISSING:
            return block.run_with_item(self.scope, this, arguments=arguments)
        items = list(input)
        if arguments or items or block.body.parameters:
            unwind(block.call(self.scope, arguments, items, found.append))
        else:
            unwind(block.run_here(self.scope, found.append))
        return found

    def invoke_with_item(self, block: object, item: object) -> list[object]:
        """Run a script block in the caller's scope with `$_` set to `item`."""
        assert isinstance(block, ScriptBlock), "only script blocks are invoked"
        return block.run_with_item(self.scope, item)

    def stream_with_item(self, block: object, item: object, emit: Emit) -> None:
        """Run a script block as `invoke_with_item` does; its objects go to `emit` at once.

        What was written before an error is not lost then (`ps.runtime.write_object` as `emit`).
        """
        assert isinstance(block, ScriptBlock), "only script blocks are invoked"
        block.stream_with_item(self.scope, item, emit)

    def call_block(
        self,
        block: ScriptBlock,
        caller: Scope,
        arguments: Sequence[object],
        items: Iterable[object],
        emit: Emit,
        *,
        item: object,
    ) -> Leave | None:
        """Run `& block arguments`, called from `caller`."""
        found = list(items)
        self.call_in(block, caller, arguments, found or None, emit, item=item)
        return None

    def function_of(self, block: ScriptBlock) -> "Function":
        """Return a script block as a nameless function; one per body and closure."""
        from emulator.powershell.runtime.functions import Function  # noqa: PLC0415 - knot

        if block.captured is not None:
            return Function(name="", body=block.body, session=self, captured=block.captured)
        known = self.functions.get(id(block.body))
        if known is None or known.body is not block.body:
            known = Function(name="", body=block.body, session=self)
            if len(self.functions) > BLOCKS_KEPT:
                self.functions.clear()
            self.functions[id(block.body)] = known
        return known

    def create_block(self, text: str) -> ScriptBlock:
        """Return [scriptblock]::Create(text); raises the ParseException of a bad text."""
        compiled = self.compiler.compile(text)
        if compiled.body is None:
            raise PowerShellError(parse_failure(compiled, whole=True))
        return ScriptBlock(compiled.body, self)

    def stack_trace(self, extent: Extent) -> str:
        """Return ScriptStackTrace of what stands at `extent`, innermost first."""
        lines: list[str] = []
        place = extent
        for name, file, called_from in reversed(self.frames[-TRACE_MOST:]):
            lines.append(f"at {name}, {file or '<No file>'}: line {place.line_number}")
            place = called_from
        return "\n".join(lines)


BLOCKS_KEPT: Final = 4096
"""Script blocks whose metadata a session keeps."""
TRACE_MOST: Final = 200
"""Calls that a stack trace shows: enough for a person, and bounded under deep recursion."""


__all__ = ["Edition", "Outcome", "Session"]
