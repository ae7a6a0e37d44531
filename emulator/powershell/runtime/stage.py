"""One command of a running pipeline: what it may ask of the language, and where it writes.

`Stage` is the `CommandRuntime` of the command it runs; cmdlets and functions each have a
subclass that says how begin, process and end are done.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, NoReturn

from emulator.objects.errors import ErrorRecord, InvocationInfo, ScriptTerminating, Terminating
from emulator.powershell.binder.common_parameters import CommonParameters
from emulator.powershell.metadata import CommandMetadata
from emulator.powershell.runtime.asking import confirmed
from emulator.powershell.runtime.calls import Call
from emulator.powershell.runtime.closures import Emit
from emulator.powershell.runtime.failures import invocation_at
from emulator.powershell.runtime.positions import Extent
from emulator.powershell.runtime.preferences import Action, action_of
from emulator.powershell.runtime.redirecting import takes
from emulator.powershell.runtime.saying import Sayings
from emulator.powershell.runtime.scope import Scope
from emulator.powershell.runtime.signals import StopUpstream
from emulator.powershell.runtime.streams import Copied, Redirected, Take

if TYPE_CHECKING:
    from emulator.powershell.ports import Streams
    from emulator.powershell.runtime.session import Session

NOTHING_SAID: Final = CommonParameters()


class Stage(Sayings):
    """One command at work; `emit` is where its output goes, set before it is prepared."""

    __slots__ = (
        "_invocation",
        "_lists",
        "_streams",
        "begun",
        "call",
        "collects",
        "common",
        "emit",
        "expecting_input",
        "failed",
        "metadata",
        "scope",
        "session",
    )

    def __init__(self, scope: Scope, call: Call, metadata: CommandMetadata) -> None:
        """Run the command of `call`, called from `scope`."""
        self.scope = scope
        self.session: Session = scope.session
        self.call = call
        self.metadata = metadata
        self.common: CommonParameters = NOTHING_SAID
        self.emit: Emit = _unset
        self.expecting_input = False
        self.begun = False
        self.failed = False
        self.collects = False
        self._invocation: InvocationInfo | None = None
        self._streams: Streams | None = None
        self._lists: dict[str, list[object]] = {}

    # --- what the pipeline calls ---------------------------------------------------------------

    def prepare(self) -> None:
        """Bind the arguments; subclasses do it and then call `settle`."""
        raise NotImplementedError

    def begin(self) -> None:
        """Run `begin` once."""
        if not self.begun:
            self.begun = True
            self.surrounded(self.do_begin)

    def process(self, value: object) -> None:
        """Take one pipeline object."""
        if not self.begun:
            self.begin()
        self.surrounded(self.do_process, value)

    def process_alone(self) -> None:
        """Run `process` once, without a pipeline object."""
        self.surrounded(self.do_process_alone)

    def end(self) -> None:
        """Run `end`."""
        self.surrounded(self.do_end)

    def close(self) -> None:
        """Give up what is held; after errors and stops too."""

    def do_begin(self) -> None:
        """Do what `begin` does."""
        raise NotImplementedError

    def do_process(self, value: object) -> None:
        """Do what `process` does for one object."""
        raise NotImplementedError

    def do_process_alone(self) -> None:
        """Do what `process` does without an object."""
        raise NotImplementedError

    def do_end(self) -> None:
        """Do what `end` does."""
        raise NotImplementedError

    # --- where things go -----------------------------------------------------------------------

    def settle(self) -> None:
        """Set up redirections and the lists of -ErrorVariable and its kin, once bound."""
        redirections = self.call.site.redirections
        if redirections:
            self.emit, elsewhere = takes(self.scope, redirections, self._leaving(self.emit))
            if elsewhere:
                self._streams = Redirected(self.session.streams, elsewhere)
        common = self.common
        if common is NOTHING_SAID:
            return
        self._collect(common)
        if common.pipeline_variable:
            self.emit = _named(self.scope, common.pipeline_variable, self.emit)

    def _leaving(self, emit: Emit) -> Emit:
        """Return `emit` as the command behind sees it: with the streams of outside."""

        def leave(value: object) -> None:
            session = self.session
            inside = session.streams
            layer = self._streams
            session.streams = layer.below if isinstance(layer, Redirected) else inside
            try:
                emit(value)
            finally:
                session.streams = inside

        return leave

    def _collect(self, common: CommonParameters) -> None:
        takers: dict[int, Take] = {}
        if common.out_variable:
            self.emit = _copied(self._list(common.out_variable), self.emit)
        if common.error_variable:
            self.collects = True
            self._list(common.error_variable)
        if common.warning_variable:
            takers[3] = self._list(common.warning_variable).append
        if common.information_variable:
            takers[6] = self._list(common.information_variable).append
        if takers:
            self._streams = Copied(self._streams or self.session.streams, takers)

    def _list(self, name: str) -> list[object]:
        """Return the list behind -OutVariable x, or +x to go on with what is there."""
        plain = name.removeprefix("+")
        kept = self.session.collecting_list(self.scope, plain, more=name.startswith("+"))
        self._lists[name] = kept
        return kept

    def surrounded(self, action: Callable[..., None], *arguments: object) -> None:
        """Run `action` with the command's own streams, scope and place."""
        session = self.session
        scope, place, streams = session.scope, session.call_extent, session.streams
        session.scope = self.scope
        session.call_extent = self.call.site.extent
        if self._streams is not None:
            session.streams = self._streams
        takers = session.error_takers
        if self.collects and self.common.error_variable:
            session.error_takers = (*takers, self._lists[self.common.error_variable].append)
        try:
            action(*arguments)
        except StopUpstream as stop:
            if stop.requester is None:
                stop.requester = self
            raise
        finally:
            session.scope = scope
            session.call_extent = place
            session.streams = streams
            session.error_takers = takers

    # --- errors --------------------------------------------------------------------------------

    @property
    def extent(self) -> Extent:
        """Where the call stands."""
        return self.call.site.extent

    @property
    def invocation(self) -> InvocationInfo:
        """The call as InvocationInfo; made when first asked for."""
        if self._invocation is None:
            self._invocation = invocation_at(
                self.extent, command_name=self.metadata.name, invocation_name=self.call.name
            )
        return self._invocation

    def invocation_at(self, start: int, end: int) -> InvocationInfo:
        """Return the place of a binding error; (-1, -1) is the whole call."""
        place = self.extent
        if start >= 0:
            place = Extent(source=place.source, start=start, end=end)
        return invocation_at(place, command_name=self.metadata.name, invocation_name=self.call.name)

    def own(self, record: ErrorRecord) -> ErrorRecord:
        """Return `record` with this command's name and place, where it has none."""
        if not record.activity:
            record.activity = self.metadata.name
        if record.invocation is None:
            record.invocation = self.invocation
        return record

    def write_error(self, record: ErrorRecord) -> None:
        """Report a non-terminating error."""
        session = self.session
        self.own(record)
        session.failures.complete(record, self.extent)
        action = self.error_action()
        self.failed = True
        if action is Action.IGNORE:
            return
        if action is Action.INQUIRE:
            self.throw(confirmed(record.message, self))
        if action is Action.STOP:
            stop = ScriptTerminating(record)
            session.failures.remember(record)
            raise stop
        session.failures.remember(record)
        if action is not Action.SILENTLY_CONTINUE:
            session.streams.error(record)

    def error_action(self) -> Action:
        """Return what is to happen to an error of this command."""
        said = self.common.error_action
        if said is not None:
            return action_of(said)
        return action_of(self.scope.find("erroractionpreference"))

    def throw(self, record: ErrorRecord) -> NoReturn:
        """End the command."""
        self.own(record)
        self.session.failures.complete(record, self.extent)
        self.failed = True
        if self.error_action() is Action.STOP:
            raise ScriptTerminating(record)
        raise Terminating(record)

    def reported(self, error: Exception) -> None:
        """Report what a pipeline object failed with as non-terminating."""
        failure = self.session.failures.as_failure(error, self.extent)
        self.write_error(failure.record)

    # --- the rest of CommandRuntime -------------------------------------------------------------

    @property
    def stopping(self) -> bool:
        """Whether the script is to stop."""
        return self.session.turn.stopping

    def checkpoint(self) -> None:
        """Hand on the baton and see a stop."""
        self.session.turn.checkpoint()

    def sleep(self, duration_ms: int) -> None:
        """Let virtual time pass."""
        self.session.turn.sleep(duration_ms)

    def write_object(self, value: object) -> None:
        """Write one object at once."""
        self.emit(value)


def _unset(_value: object) -> None:
    raise AssertionError("a stage writes before it stands in a pipeline")


def _copied(items: list[object], emit: Emit) -> Emit:
    """Return `emit` that also keeps a copy: -OutVariable."""

    def copy(value: object) -> None:
        items.append(value)
        emit(value)

    return copy


def _named(scope: Scope, name: str, emit: Emit) -> Emit:
    """Return `emit` that keeps the present object in a variable: -PipelineVariable."""
    lower = name.lower()

    def keep(value: object) -> None:
        scope.assign(name, lower, value)
        emit(value)

    return keep
