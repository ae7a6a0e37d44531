"""The console as a host of PowerShell: objects and messages become text on two streams."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Protocol

from emulator.formatting.error_view import prefixed, render
from emulator.formatting.formatter import Formatter
from emulator.formatting.view_table import ViewTable
from emulator.objects.errors import ErrorRecord
from emulator.powershell.runtime.messages import DebugRecord, VerboseRecord, WarningRecord

XML_RECORDS_MOST: Final = 100_000
"""Records held for one CLIXML document; a script that writes more gets a last line saying so."""


MERGED: Final = (
    (WarningRecord, "warning"),
    (VerboseRecord, "verbose"),
    (DebugRecord, "debug"),
)
"""Records that `3>&1` and its kin put into the output. Source: process.jsonl streams-004."""


class ErrorSink(Protocol):
    """Where errors and messages go: text, or CLIXML on stderr."""

    def error(self, record: ErrorRecord) -> None:
        """Take an error."""

    def message(self, stream: str, text: str) -> None:
        """Take a warning, verbose or debug message; `stream` is one of these words."""

    def progress(self, record: object) -> None:
        """Take a progress record."""

    def close(self) -> None:
        """Write what is still held."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """How wide lines are, how they end, and for which edition they are made.

    Objects leave the last of `width` cells free, so that no line wraps (process.jsonl text-005).
    `write` takes text for standard output, `write_error` for standard error.
    """

    write: Callable[[str], object]
    write_error: Callable[[str], object]
    width: int
    line_end: str
    core: bool


class TextErrors:
    """Errors as text on stderr, messages as text on stdout. Source: process.jsonl."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen

    def error(self, record: ErrorRecord) -> None:
        """Write the error view."""
        screen = self._screen
        for line in render(record, width=screen.width, core=screen.core):
            screen.write_error(line + screen.line_end)

    def message(self, stream: str, text: str) -> None:
        """Write `WARNING: ...` and its kin where the output goes."""
        screen = self._screen
        for line in prefixed(stream, text, width=screen.width):
            screen.write(line + screen.line_end)

    def progress(self, record: object) -> None:
        """Show nothing: a console that is no window has no place for it."""

    def close(self) -> None:
        """Hold nothing."""


class XmlErrors:
    """Errors and messages as CLIXML on stderr: what an encoded command does.

    Source: process.jsonl encoded-005..011; that information records stay out is assumed for 5.1.
    """

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._records: list[tuple[str, object]] = []
        self._left_out = 0

    def error(self, record: ErrorRecord) -> None:
        """Keep the lines of the error view."""
        lines = render(record, width=self._screen.width, core=self._screen.core)
        for line in lines:
            self._keep("Error", line)

    def message(self, stream: str, text: str) -> None:
        """Keep a message."""
        self._keep(stream, text)

    def progress(self, record: object) -> None:
        """Keep a progress record."""
        self._keep("progress", record)

    def close(self) -> None:
        """Write one document of all."""
        from emulator.objects.clixml import stderr_document  # noqa: PLC0415 - few scripts need it

        if self._left_out:
            self._records.append(("Error", f"hvemu: {self._left_out} more lines were left out."))
        if self._records:
            self._screen.write_error(stderr_document(self._records, core=self._screen.core))

    def _keep(self, stream: str, content: object) -> None:
        if len(self._records) < XML_RECORDS_MOST:
            self._records.append((stream, content))
        else:
            self._left_out += 1


class ConsoleHost:
    """The streams port of the language, filled by a console."""

    def __init__(self, screen: Screen, errors: ErrorSink, views: ViewTable) -> None:
        """Write to `screen`; `errors` takes what is no output."""
        self._screen = screen
        self._errors = errors
        self._formatter = Formatter(views, width=screen.width - 1, edition_core=screen.core)

    @property
    def width(self) -> int:
        """How many cells a line has."""
        return self._screen.width

    def output(self, value: object) -> None:
        """Format an object; a record that was merged into the output shows what it is."""
        if isinstance(value, ErrorRecord):
            self._errors.error(value)
            return
        for kind, stream in MERGED:
            if isinstance(value, kind):
                self._errors.message(stream, value.message)
                return
        for line in self._formatter.feed(value):
            self._screen.write(line + self._screen.line_end)

    def error(self, record: ErrorRecord) -> None:
        """Show an error."""
        self._errors.error(record)

    def warning(self, text: str) -> None:
        """Show a warning."""
        self._errors.message("warning", text)

    def verbose(self, text: str) -> None:
        """Show a verbose message."""
        self._errors.message("verbose", text)

    def debug(self, text: str) -> None:
        """Show a debug message."""
        self._errors.message("debug", text)

    def information(self, record: object) -> None:
        """Show nothing: what belongs on the screen comes by `host_write`."""

    def progress(self, record: object) -> None:
        """Show or keep a progress record."""
        self._errors.progress(record)

    def host_write(self, text: str, *, newline: bool) -> None:
        """Write text as it is."""
        self._screen.write(text + (self._screen.line_end if newline else ""))

    def close(self) -> None:
        """Write what the formatter and the errors still hold."""
        for line in self._formatter.finish():
            self._screen.write(line + self._screen.line_end)
        self._errors.close()
