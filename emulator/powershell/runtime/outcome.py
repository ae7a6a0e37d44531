"""How a script ended."""

from dataclasses import dataclass

from emulator.objects.errors import ErrorRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The end of a script.

    `exit_code` is what `exit` said, None without it. `succeeded` is `$?` at the end, false after
    an error that ended the script. `error` is that error; it was not written to the error stream.
    """

    exit_code: int | None
    succeeded: bool
    error: ErrorRecord | None
