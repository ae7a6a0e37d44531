"""Runs one cmdlet through the binder, without a session: for tests of single cmdlets.

Script blocks are `Block`s: Python functions of the pipeline object.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NoReturn, cast

from cmdlets.binding import CmdletCommand
from cmdlets.context import Surroundings
from cmdlets.own_types import OWN_TYPES
from cmdlets.spec import Cmdlet
from emulator.clock import Clock
from emulator.dotnet.typetable import TypeTable
from emulator.objects.errors import ErrorRecord, InvocationInfo, PowerShellError, Terminating
from emulator.objects.types import ClrObject, PSType
from emulator.powershell.binder import Argument, Binder, BindingError
from emulator.powershell.ports import CommandRuntime
from emulator.powershell.runtime.signals import StopUpstream

SCRIPT_BLOCK = PSType(name="System.Management.Automation.ScriptBlock")


class Block(ClrObject):
    """A script block made of a Python function that returns what the block writes."""

    __slots__ = ("run", "text")
    ps_type = SCRIPT_BLOCK

    def __init__(self, run: Callable[[object], object], text: str = " ... ") -> None:
        self.run = run
        self.text = text

    def to_text(self) -> str:
        return self.text

    def open_scope(self, scope: object) -> object:
        return scope

    def run_with_item(self, _scope: object, item: object) -> list[object]:
        written = self.run(item)
        return written if type(written) is list else [written]


@dataclass
class Result:
    """What a run did."""

    output: list[object] = field(default_factory=list)
    errors: list[ErrorRecord] = field(default_factory=list)
    messages: list[tuple[str, object]] = field(default_factory=list)
    slept_ms: int = 0
    stopped_upstream: bool = False

    @property
    def error_ids(self) -> list[str]:
        return [record.fully_qualified_error_id for record in self.errors]


class DirectSession:
    """The part of a session that single cmdlets use."""

    guarded = 0

    def __init__(self, *, core: bool) -> None:
        self.variables: dict[str, object] = {"psedition": "Core" if core else "Desktop"}

    def variable(self, name: str) -> object:
        return self.variables.get(name.lower())

    def set_variable(self, name: str, value: object) -> None:
        self.variables[name.lower()] = value

    def invoke_with_item(self, block: Block, item: object) -> list[object]:
        return block.run_with_item(None, item)

    def stream_with_item(self, block: Block, item: object, emit: Callable[[object], None]) -> None:
        for value in self.invoke_with_item(block, item):
            emit(value)

    def invoke_block(self, block: Block) -> list[object]:
        return self.invoke_with_item(block, None)


class DirectRuntime:
    """A CommandRuntime that keeps what it is told."""

    stopping = False
    scope = None

    def write_object(self, value: object) -> None:
        self.result.output.append(value)

    def __init__(self, result: Result, binder: Binder, name: str, *, core: bool) -> None:
        self.result = result
        self.binder = binder
        self.session = DirectSession(core=core)
        self.invocation = InvocationInfo(command_name=name)
        self.expecting_input = False

    @property
    def parameter_set(self) -> str:
        return self.binder.parameter_set

    def write_error(self, record: ErrorRecord) -> None:
        self.result.errors.append(record)

    def throw(self, record: ErrorRecord) -> NoReturn:
        raise Terminating(record)

    def write_warning(self, text: str) -> None:
        self.result.messages.append(("warning", text))

    def write_verbose(self, text: str) -> None:
        self.result.messages.append(("verbose", text))

    def write_debug(self, text: str) -> None:
        self.result.messages.append(("debug", text))

    def write_information(self, record: object, _tags: Sequence[str] = ()) -> None:
        self.result.messages.append(("information", record))

    def write_progress(self, record: object) -> None:
        self.result.messages.append(("progress", record))

    def should_process(self, _target: str, _action: str | None = None) -> bool:
        return True

    def should_process_described(self, _description: str) -> bool:
        return True

    def should_continue(self, _query: str, _caption: str) -> bool:
        return True

    def checkpoint(self) -> None:
        return

    def sleep(self, duration_ms: int) -> None:
        self.result.slept_ms += duration_ms


@dataclass(frozen=True)
class Place:
    """A BindingContext."""

    core: bool
    expecting_input: bool

    def invocation_at(self, start: int, end: int) -> InvocationInfo:
        return InvocationInfo(start=start, end=end)

    def write_warning(self, text: str) -> None:
        raise AssertionError(text)

    def invoke_delayed(self, block: object, item: object) -> list[object]:
        assert isinstance(block, Block)
        return block.run_with_item(None, item)


def surroundings() -> Surroundings:
    return Surroundings(clock=Clock(skip_sleeps=True), types=TypeTable([*OWN_TYPES, SCRIPT_BLOCK]))


def arguments_of(positional: Iterable[object], named: dict[str, object]) -> list[Argument]:
    given = [Argument(value=value) for value in positional]
    return given + [Argument(name=name, value=value) for name, value in named.items()]


def run(
    cmdlet: type[Cmdlet],
    *positional: object,
    piped: object = None,
    core: object = False,
    **named: object,
) -> Result:
    """Run `cmdlet` as a script would; binding and terminating errors are among the errors.

    `piped` is an iterable of pipeline objects, None without a pipeline; `core` a bool.
    """
    items = cast("Iterable[object]", [None] if piped is None else piped)
    command = CmdletCommand(cmdlet, surroundings())
    binder = Binder(command.metadata, Place(bool(core), piped is not None))
    result = Result()
    runtime = DirectRuntime(result, binder, command.name, core=bool(core))
    try:
        binder.bind_arguments(arguments_of(positional, named))
        running = command.start(cast("CommandRuntime", runtime))
        result.output += running.begin(binder.bound)
        for item in items:
            if piped is not None:
                try:
                    binder.bind_pipeline(item)
                except BindingError as error:
                    result.errors.append(error.record)
                    continue
            for written in running.process(binder.bound):
                result.output.append(written)
        result.output += running.end(binder.bound)
    except StopUpstream:
        result.stopped_upstream = True
    except PowerShellError as error:
        result.errors.append(error.record)
    return result
