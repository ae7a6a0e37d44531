"""The ports of the language: what cmdlets fill, and what a running command may ask of it.

The language knows commands only through `Command` and `Running`; functions fill them here,
cmdlets in the room to the left.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NoReturn, Protocol

from emulator.objects.errors import ErrorRecord, InvocationInfo
from emulator.powershell.metadata import CommandMetadata


class Streams(Protocol):
    """Where a script's streams go; doors fill it, redirections stand in front of it.

    An error that ends the script is not written here: it is in the `Outcome`.
    """

    def output(self, value: object) -> None:
        """Take one object of the output (success) stream."""

    def error(self, record: ErrorRecord) -> None:
        """Take one record of the error stream."""

    def warning(self, text: str) -> None:
        """Take one warning."""

    def verbose(self, text: str) -> None:
        """Take one verbose message."""

    def debug(self, text: str) -> None:
        """Take one debug message."""

    def information(self, record: object) -> None:
        """Take one InformationRecord; Write-Host's are among them, tagged PSHOST."""

    def progress(self, record: object) -> None:
        """Take one ProgressRecord."""

    def host_write(self, text: str, *, newline: bool) -> None:
        """Show `text` on the host's screen, as Write-Host does."""


class Running(Protocol):
    """One command at work in a pipeline, from `begin` to `end`.

    The pipeline calls `begin` once, `process` per pipeline object (once, if nothing is piped
    in) after binding, `end` once. What they yield goes down the pipeline at once. `parameters`
    is set by the binder before each call; names as declared, only those that were bound.
    """

    def begin(self, bound: Mapping[str, object]) -> Iterable[object]:
        """Run once, before the first pipeline object."""

    def process(self, bound: Mapping[str, object]) -> Iterable[object]:
        """Run once per pipeline object; once where nothing is piped in."""

    def end(self, bound: Mapping[str, object]) -> Iterable[object]:
        """Run once, after the last pipeline object."""

    def close(self) -> None:
        """Give up what is held; called exactly once, also after an error or a stop."""


class Command(Protocol):
    """Something a script can call; its name is known before its metadata is built."""

    @property
    def name(self) -> str:
        """The command's own name; empty for a script block."""

    @property
    def module(self) -> str:
        """The module it belongs to; empty for none."""

    @property
    def metadata(self) -> CommandMetadata:
        """What the command declares."""

    def start(self, runtime: "CommandRuntime") -> Running:
        """Return a fresh run of the command that speaks to the language through `runtime`."""


class CommandRuntime(Protocol):
    """What a running command may ask of the language ($PSCmdlet, in cmdlet authors' words).

    Filled by the runtime room; one per running command.
    """

    @property
    def session(self) -> "SessionPort":
        """The session it runs in."""

    @property
    def invocation(self) -> InvocationInfo:
        """Where it was called."""

    @property
    def parameter_set(self) -> str:
        """The parameter set that the binder chose."""

    @property
    def expecting_input(self) -> bool:
        """Whether something is piped into the command."""

    @property
    def stopping(self) -> bool:
        """Whether the script is to stop."""

    def write_error(self, record: ErrorRecord) -> None:
        """Report a non-terminating error; raises ScriptTerminating under -ErrorAction Stop."""

    def throw(self, record: ErrorRecord) -> NoReturn:
        """End the command (statement-terminating)."""

    def write_object(self, value: object) -> None:
        """Write one object at once, before the step that is running ends."""

    def write_warning(self, text: str) -> None:
        """Write a warning."""

    def write_verbose(self, text: str) -> None:
        """Write a verbose message."""

    def write_debug(self, text: str) -> None:
        """Write a debug message."""

    def write_information(self, record: object, tags: Sequence[str] = ()) -> None:
        """Write an information record; what Write-Host gives is shown too."""

    def write_progress(self, record: object) -> None:
        """Write a progress record."""

    def should_process(self, target: str, action: str | None = None) -> bool:
        """Ask as -WhatIf and -Confirm demand; False means "do not"."""

    def should_process_described(self, description: str) -> bool:
        """Ask like `should_process`, in a sentence of the cmdlet's own.

        Under -WhatIf it prints "What if: " and the sentence; under -Confirm it asks it.
        """

    def should_continue(self, query: str, caption: str) -> bool:
        """Ask whatever -Confirm says."""

    def checkpoint(self) -> None:
        """Hand on the baton and see a stop; long loops call it."""

    def sleep(self, duration_ms: int) -> None:
        """Let virtual time pass; a stop ends it."""


class SessionPort(Protocol):
    """The session as cmdlets see it: variables, commands, invocation of script blocks.

    The full list of members is `emulator.powershell.runtime.session.Session`; cmdlets type
    against that class. This port exists so that the ports file needs no runtime import.
    """

    def variable(self, name: str) -> object:
        """Return a variable's value, None where there is none."""

    def set_variable(self, name: str, value: object) -> None:
        """Assign to a variable."""
