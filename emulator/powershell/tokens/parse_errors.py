"""What is wrong with a script: the errors of one parse, in the order they were found."""

import re
from dataclasses import dataclass, replace

from emulator.powershell.tokens.messages import DESKTOP_MESSAGES, MESSAGES

MAX_ERRORS = 100
"""A text that is no script at all may be wrong at every token; nobody reads more. Assumed."""


class TooComplicatedError(Exception):
    """The text goes beyond a bound: of nesting, or of the pieces of one word."""


class TooManyErrors(Exception):  # noqa: N818 - the id under which PowerShell speaks of it
    """There are `MAX_ERRORS` errors; reading on is of no use."""


_ONLY_TRIVIA = re.compile(r"(?:\s|`\r?\n|#[^\r\n\0]*|<#(?s:.*?)#>)*+\0{1,2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ParseError:
    """One error: its id and message, its place, and whether more text could mend it."""

    error_id: str
    message: str
    start: int
    end: int
    incomplete: bool


class ErrorLog:
    """The errors of one text; the same error at the same place counts once."""

    __slots__ = ("_core", "_seen", "_text", "errors")

    def __init__(self, text: str, *, core: bool) -> None:
        """Keep errors of `text`, which ends with NULs that are not part of the script."""
        self._core = core
        self._text = text
        self._seen: set[tuple[str, int, int]] = set()
        self.errors: list[ParseError] = []

    def report(
        self, error_id: str, start: int, end: int, *arguments: str, incomplete: bool = False
    ) -> None:
        """Note an error; `arguments` fill its message. Raise TooManyErrors after the last."""
        key = (error_id, start, end)
        if key in self._seen:
            return
        if len(self.errors) >= MAX_ERRORS:
            raise TooManyErrors
        self._seen.add(key)
        message = self._message(error_id)
        for number, argument in enumerate(arguments):
            message = message.replace(f"{{{number}}}", argument)
        self.errors.append(
            ParseError(
                error_id=error_id, message=message, start=start, end=end, incomplete=incomplete
            )
        )

    def _message(self, error_id: str) -> str:
        if not self._core and error_id in DESKTOP_MESSAGES:
            return DESKTOP_MESSAGES[error_id]
        return MESSAGES[error_id]

    def report_incomplete(
        self, error_id: str, start: int, end: int, *arguments: str, seen_at: int | None = None
    ) -> bool:
        """Note an error that more text may mend, if only white space and comments follow it.

        `seen_at` is where it was noticed, if that is not its own end.
        """
        incomplete = self.at_end_of_script(end if seen_at is None else seen_at)
        self.report(error_id, start, end, *arguments, incomplete=incomplete)
        return incomplete

    def forget(self, count: int) -> None:
        """Forget all errors after the first `count`, because their text is read again."""
        for error in self.errors[count:]:
            self._seen.discard((error.error_id, error.start, error.end))
        del self.errors[count:]

    def move_in(self, error: ParseError, start: int, end: int) -> None:
        """Take over an error of a part of the text that was parsed apart."""
        key = (error.error_id, start, end)
        if key not in self._seen:
            self._seen.add(key)
            self.errors.append(replace(error, start=start, end=end))

    def at_end_of_script(self, offset: int) -> bool:
        """Tell whether nothing but white space and comments follows `offset`."""
        last = len(self._text) - 1
        found = _ONLY_TRIVIA.match(self._text, min(offset, last))
        return found is not None and found.end() == last + 1
