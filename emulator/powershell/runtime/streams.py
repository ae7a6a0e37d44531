"""Streams in front of streams: redirections, and the collecting that -ErrorVariable does."""

from collections.abc import Callable
from typing import Final

from emulator.objects.errors import ErrorRecord
from emulator.powershell.ports import Streams
from emulator.powershell.runtime.messages import (
    DebugRecord,
    InformationRecord,
    VerboseRecord,
    WarningRecord,
)

Take = Callable[[object], None]
"""Where redirected records go: into the output, a variable, or nowhere."""

ERROR: Final = 2
WARNING: Final = 3
VERBOSE: Final = 4
DEBUG: Final = 5
INFORMATION: Final = 6
MESSAGE_STREAMS: Final = (ERROR, WARNING, VERBOSE, DEBUG, INFORMATION)
"""What `*` stands for, beside the output itself."""


def nowhere(_record: object) -> None:
    """Take a record and forget it: `2>$null`."""


class Layer:
    """Streams that pass everything on to `below`; subclasses say what they do otherwise."""

    __slots__ = ("below",)

    def __init__(self, below: Streams) -> None:
        """Stand in front of `below`."""
        self.below = below

    def output(self, value: object) -> None:
        """Pass on."""
        self.below.output(value)

    def error(self, record: ErrorRecord) -> None:
        """Pass on."""
        self.below.error(record)

    def warning(self, text: str) -> None:
        """Pass on."""
        self.below.warning(text)

    def verbose(self, text: str) -> None:
        """Pass on."""
        self.below.verbose(text)

    def debug(self, text: str) -> None:
        """Pass on."""
        self.below.debug(text)

    def information(self, record: object) -> None:
        """Pass on."""
        self.below.information(record)

    def progress(self, record: object) -> None:
        """Pass on."""
        self.below.progress(record)

    def host_write(self, text: str, *, newline: bool) -> None:
        """Pass on."""
        self.below.host_write(text, newline=newline)


class Redirected(Layer):
    """Streams some of which go elsewhere, as records: `2>&1`, `3>$null`, `*>&1`."""

    __slots__ = ("takes",)

    def __init__(self, below: Streams, takes: dict[int, Take]) -> None:
        """Send the streams numbered in `takes` there, the others to `below`."""
        super().__init__(below)
        self.takes = takes

    def error(self, record: ErrorRecord) -> None:
        """Take an error record."""
        take = self.takes.get(ERROR)
        if take is None:
            self.below.error(record)
        else:
            take(record)

    def warning(self, text: str) -> None:
        """Take a warning; redirected, it is a WarningRecord."""
        take = self.takes.get(WARNING)
        if take is None:
            self.below.warning(text)
        else:
            take(WarningRecord(text))

    def verbose(self, text: str) -> None:
        """Take a verbose message; redirected, it is a VerboseRecord."""
        take = self.takes.get(VERBOSE)
        if take is None:
            self.below.verbose(text)
        else:
            take(VerboseRecord(text))

    def debug(self, text: str) -> None:
        """Take a debug message; redirected, it is a DebugRecord."""
        take = self.takes.get(DEBUG)
        if take is None:
            self.below.debug(text)
        else:
            take(DebugRecord(text))

    def information(self, record: object) -> None:
        """Take an information record."""
        take = self.takes.get(INFORMATION)
        if take is None:
            self.below.information(record)
        else:
            take(record)

    def host_write(self, text: str, *, newline: bool) -> None:
        """Show nothing on the host where stream 6, which carries it, goes elsewhere."""
        if INFORMATION not in self.takes:
            self.below.host_write(text, newline=newline)


class Copied(Layer):
    """Streams that also put their records into lists: -ErrorVariable and its kin."""

    __slots__ = ("lists",)

    def __init__(self, below: Streams, lists: dict[int, Take]) -> None:
        """Copy the streams numbered in `lists`."""
        super().__init__(below)
        self.lists = lists

    def copy(self, stream: int, record: object) -> None:
        """Put a record into the list of its stream, if it has one."""
        take = self.lists.get(stream)
        if take is not None:
            take(record)

    def warning(self, text: str) -> None:
        """Copy and pass on."""
        self.copy(WARNING, WarningRecord(text))
        self.below.warning(text)

    def information(self, record: object) -> None:
        """Copy and pass on."""
        assert isinstance(record, InformationRecord), "stream 6 carries InformationRecords"
        self.copy(INFORMATION, record)
        self.below.information(record)
