"""Streams and a turn for a session that runs nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from emulator.objects.errors import ErrorRecord


class Silence:
    """Streams that lead nowhere."""

    __slots__ = ()

    def output(self, value: object) -> None:
        """Drop it."""

    def error(self, record: ErrorRecord) -> None:
        """Drop it."""

    def warning(self, text: str) -> None:
        """Drop it."""

    def verbose(self, text: str) -> None:
        """Drop it."""

    def debug(self, text: str) -> None:
        """Drop it."""

    def information(self, record: object) -> None:
        """Drop it."""

    def progress(self, record: object) -> None:
        """Drop it."""

    def host_write(self, text: str, *, newline: bool) -> None:
        """Drop it."""


SILENCE: Final = Silence()
"""Where a session writes between scripts."""


class StillTurn:
    """A turn that never stops and never hands on: nothing runs.

    Properties and blocks of a session's objects may still be asked for then (by a formatter).
    """

    __slots__ = ("attention",)

    def __init__(self) -> None:
        """Want nothing."""
        self.attention = False

    @property
    def stopping(self) -> bool:
        """Whether it is to stop: never."""
        return False

    def checkpoint(self) -> None:
        """Go on."""

    def sleep(self, duration_ms: int) -> None:
        """Refuse: no time passes between scripts."""
        raise AssertionError(f"a sleep of {duration_ms} ms outside of a script")

    @contextmanager
    def shield(self) -> Iterator[None]:
        """Hold nothing back."""
        yield
