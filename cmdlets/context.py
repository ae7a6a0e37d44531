"""What a cmdlet has at hand while it runs: the host, the clock, the session, its own runtime."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn, cast

from emulator.host.door import HostDoor
from emulator.objects.errors import ErrorCategory, ErrorRecord, InvocationInfo
from emulator.objects.exceptions import exception
from emulator.powershell.ports import CommandRuntime

if TYPE_CHECKING:
    from cmdlets.hyper_v.module import HyperVModule
    from emulator.clock import Clock
    from emulator.dotnet.typetable import TypeTable
    from emulator.powershell.runtime.scope import Scope
    from emulator.powershell.runtime.session import Session
    from emulator.powershell.runtime.stage import Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What the composition root gives all cmdlets of a session.

    `host` None means a session without a Hyper-V host (tests of the language's own cmdlets).
    """

    clock: "Clock"
    types: "TypeTable"
    host: HostDoor | None = None
    hyper_v: "HyperVModule | None" = None


class Context:
    """One per run of a cmdlet, handed to `begin`, `process` and `end` as `ps`."""

    __slots__ = ("_names", "bound", "class_name", "runtime", "surroundings")

    def __init__(
        self,
        runtime: CommandRuntime,
        surroundings: Surroundings,
        *,
        class_name: str,
        names: Mapping[str, str],
    ) -> None:
        """Speak to `runtime`; `names` maps a cmdlet's attributes to parameter names."""
        self.runtime = runtime
        self.surroundings = surroundings
        self.class_name = class_name
        self.bound: Mapping[str, object] = {}
        self._names = names

    @property
    def host(self) -> HostDoor:
        """The one door of the host the session runs on."""
        host = self.surroundings.host
        assert host is not None, "a cmdlet asked for the host of a session without one"
        return host

    @property
    def hyper_v(self) -> "HyperVModule":
        """The Hyper-V module of that host."""
        module = self.surroundings.hyper_v
        assert module is not None, "a cmdlet of the Hyper-V module runs without the module"
        return module

    @property
    def clock(self) -> "Clock":
        """The virtual clock."""
        return self.surroundings.clock

    @property
    def session(self) -> "Session":
        """The session: variables, commands, script blocks."""
        return cast("Session", self.runtime.session)

    @property
    def scope(self) -> "Scope":
        """The scope of the caller, in which the cmdlet sees and sets variables."""
        return cast("Stage", self.runtime).scope

    @property
    def types(self) -> "TypeTable":
        """The types that scripts can name."""
        return self.surroundings.types

    @property
    def invocation(self) -> InvocationInfo:
        """Where the cmdlet was called."""
        return self.runtime.invocation

    @property
    def parameter_set(self) -> str:
        """The name of the parameter set the binder chose."""
        return self.runtime.parameter_set

    def is_bound(self, attribute: str) -> bool:
        """Whether the parameter declared as `attribute` was given a value."""
        return self._names[attribute] in self.bound

    @property
    def is_core(self) -> bool:
        """Whether the session is PowerShell 7."""
        return bool(self.session.variable("PSEdition") == "Core")

    def record(
        self,
        message: str,
        error_id: str,
        category: ErrorCategory,
        *,
        type_name: str = "System.Management.Automation.PSArgumentException",
        target: object = None,
        properties: tuple[tuple[str, object], ...] = (),
    ) -> ErrorRecord:
        """Return an error record in the cmdlet's name; `type_name` is the exception's."""
        return ErrorRecord(
            exception=exception(type_name, message, properties=properties),
            error_id=error_id,
            category=category,
            target=target,
            command_type=self.class_name,
            activity=self.invocation.command_name,
        )

    def write_error(self, record: ErrorRecord) -> None:
        """Report a non-terminating error; the pipeline goes on unless the caller said Stop."""
        self.runtime.write_error(record)

    def throw(self, record: ErrorRecord) -> NoReturn:
        """End the cmdlet with `record` (statement-terminating)."""
        self.runtime.throw(record)

    def warning(self, text: str) -> None:
        """Write a warning."""
        self.runtime.write_warning(text)

    def verbose(self, text: str) -> None:
        """Write a verbose message."""
        self.runtime.write_verbose(text)

    def debug(self, text: str) -> None:
        """Write a debug message."""
        self.runtime.write_debug(text)

    def information(self, record: object, tags: Sequence[str] = ()) -> None:
        """Write an information record."""
        self.runtime.write_information(record, tags)

    def should_process(self, target: str, action: str | None = None) -> bool:
        """Ask as -WhatIf and -Confirm demand; `action` None is the cmdlet's name."""
        return self.runtime.should_process(target, action)

    def should_process_described(self, description: str) -> bool:
        """Ask as -WhatIf and -Confirm demand, in a sentence of the cmdlet's own."""
        return self.runtime.should_process_described(description)

    def should_continue(self, query: str, caption: str) -> bool:
        """Ask whatever -Confirm says."""
        return self.runtime.should_continue(query, caption)

    def checkpoint(self) -> None:
        """Hand on the baton and see a stop; long loops call it."""
        self.runtime.checkpoint()

    def sleep(self, duration_ms: int) -> None:
        """Let virtual time pass."""
        self.runtime.sleep(duration_ms)
