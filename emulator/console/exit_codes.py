"""The exit code of a script. Source: reference/powershell.md 18, process.jsonl exit/*."""

from typing import TYPE_CHECKING, Protocol

from emulator.objects.errors import ErrorRecord

if TYPE_CHECKING:
    from emulator.powershell.runtime.session import Outcome


class ErrorTaker(Protocol):
    """Where the error that ended a script is shown."""

    def error(self, record: ErrorRecord) -> None:
        """Take the error."""


def exit_code(outcome: "Outcome", host: ErrorTaker | None = None) -> int:
    """Return the code of `-Command`: that of `exit`, else 1 where the last `$?` is false.

    The error that ended the script is shown on `host`; text that only breaks off is refused
    without a word (process-exit-026).
    """
    if outcome.error is not None and host is not None and not is_incomplete(outcome.error):
        host.error(outcome.error)
    if outcome.exit_code is not None:
        return outcome.exit_code
    return 0 if outcome.succeeded and outcome.error is None else 1


def file_exit_code(outcome: "Outcome", host: ErrorTaker) -> int:
    """Return the code of `-File`: that of `exit`, 1 for an error that ended the script, else 0."""
    if outcome.error is not None:
        host.error(outcome.error)
    if outcome.exit_code is not None:
        return outcome.exit_code
    return 0 if outcome.error is None else 1


def is_incomplete(record: ErrorRecord) -> bool:
    """Whether the script's text breaks off, so that more text could complete it."""
    return record.exception.type_name.endswith(".IncompleteParseException")
