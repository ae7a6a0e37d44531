"""What the binder asks of the language: places for errors, and script blocks run per object."""

from typing import Protocol

from emulator.objects.errors import InvocationInfo


class BindingContext(Protocol):
    """Filled by the runtime, one per command call."""

    @property
    def core(self) -> bool:
        """Whether messages are those of PowerShell 7."""

    @property
    def expecting_input(self) -> bool:
        """Whether something is piped into the command."""

    def invocation_at(self, start: int, end: int) -> InvocationInfo:
        """Return the place of an error; (-1, -1) is the whole command."""

    def write_warning(self, text: str) -> None:
        """Warn of a default value that does not bind."""

    def invoke_delayed(self, block: object, item: object) -> list[object]:
        """Run a script block given to a parameter, with $_ set to the pipeline object."""
