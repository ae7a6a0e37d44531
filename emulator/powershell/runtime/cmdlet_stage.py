"""A cmdlet in a pipeline: bound once, bound again per object, its output passed on at once."""

from collections.abc import Iterable

from emulator.objects.errors import ClrError, NotEmulated, PowerShellError
from emulator.powershell.binder.binder import Binder
from emulator.powershell.binder.binding_errors import BindingError
from emulator.powershell.ports import Command, Running
from emulator.powershell.runtime.calls import Call
from emulator.powershell.runtime.defaults import with_defaults
from emulator.powershell.runtime.scope import Scope
from emulator.powershell.runtime.scriptblock import ScriptBlock
from emulator.powershell.runtime.stage import Stage


class CmdletStage(Stage):
    """One run of a cmdlet."""

    __slots__ = ("_binder", "_command", "_running")

    def __init__(self, scope: Scope, call: Call, command: Command) -> None:
        """Run `command` as `call` says."""
        super().__init__(scope, call, command.metadata)
        self._command = command
        self._binder = Binder(command.metadata, self)
        self._running: Running | None = None

    @property
    def core(self) -> bool:
        """Whether messages are those of PowerShell 7."""
        return self.session.core

    @property
    def parameter_set(self) -> str:
        """The parameter set that the binder chose."""
        return self._binder.parameter_set

    def invoke_delayed(self, block: object, item: object) -> list[object]:
        """Run a script block given to a parameter, for one pipeline object."""
        assert isinstance(block, ScriptBlock), "only script blocks bind late"
        return block.run_with_item(self.scope, item)

    def prepare(self) -> None:
        """Bind the command line."""
        self._binder.bind_arguments(with_defaults(self.session, self.metadata, self.call))
        self.common = self._binder.common
        self.settle()
        self._running = self._command.start(self)

    def do_begin(self) -> None:
        """Run `begin`."""
        assert self._running is not None, "prepare comes first"
        self._pass_on(self._running.begin(self._binder.bound))

    def do_process(self, value: object) -> None:
        """Bind one object and run `process`."""
        assert self._running is not None, "prepare comes first"
        try:
            self._binder.bind_pipeline(value)
        except BindingError as error:
            self.reported(error)
            return
        self._pass_on(self._running.process(self._binder.bound))

    def do_process_alone(self) -> None:
        """Run `process` once with what the command line bound."""
        assert self._running is not None, "prepare comes first"
        turn = self.session.turn
        if turn.attention:
            turn.checkpoint()
        self._pass_on(self._running.process(self._binder.bound))

    def do_end(self) -> None:
        """Run `end`."""
        assert self._running is not None, "prepare comes first"
        self._pass_on(self._running.end(self._binder.bound))

    def close(self) -> None:
        """Let the cmdlet give up what it holds."""
        if self._running is not None:
            self._running.close()

    def _pass_on(self, items: Iterable[object]) -> None:
        emit = self.emit
        try:
            for item in items:
                emit(item)
        except ClrError as error:
            raise self._terminating(error) from error
        except NotEmulated as missing:
            record = missing.record(self.metadata.implementing_type, self.metadata.name)
            raise self._terminating(PowerShellError(record)) from missing

    def _terminating(self, error: ClrError | PowerShellError) -> PowerShellError:
        failure = self.session.failures.as_failure(error, self.extent)
        if failure.record.command_type is None:
            failure.record.command_type = self.metadata.implementing_type
        self.own(failure.record)
        self.failed = True
        return failure
