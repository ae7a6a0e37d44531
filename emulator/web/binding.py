"""Parameters of JSON tried on the one binder, before anything runs."""

from collections.abc import Mapping
from dataclasses import dataclass

from emulator.objects.errors import ErrorRecord, InvocationInfo, PowerShellError
from emulator.powershell.binder.argument import Argument
from emulator.powershell.binder.binder import Binder
from emulator.powershell.metadata import CommandMetadata


@dataclass(frozen=True, slots=True)
class _Caller:
    """The binder's context outside a script: there is no line to point at."""

    name: str
    core: bool = False
    expecting_input: bool = False

    def invocation_at(self, start: int, end: int) -> InvocationInfo:  # noqa: ARG002 - the port's
        return InvocationInfo(command_name=self.name, invocation_name=self.name)

    def write_warning(self, text: str) -> None:
        """Say nothing: the call itself will warn."""

    def invoke_delayed(self, block: object, item: object) -> list[object]:
        raise AssertionError(f"JSON has no script blocks: {block}, {item}")


def binding_error(about: CommandMetadata, given: Mapping[str, object]) -> ErrorRecord | None:
    """Return why the binder refuses the parameters, None where it takes them."""
    arguments = [
        Argument(name=name, value=value, is_splatted=True) for name, value in given.items()
    ]
    try:
        Binder(about, _Caller(about.name)).bind_arguments(arguments)
    except PowerShellError as error:
        return error.record
    return None
