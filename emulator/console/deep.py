"""Work that may recurse deeply, done in a thread with a stack for it."""

from collections.abc import Callable
from typing import TypeVar

from emulator.powershell.runtime.threads import script_thread

T = TypeVar("T")


def in_script_thread(work: Callable[[], T], *, name: str, interrupt: Callable[[], None]) -> T:
    """Do `work` in a thread of its own, wait, and return or raise what it gave.

    A script may nest a thousand calls, more than an ordinary thread's stack holds. Ctrl-C while
    waiting calls `interrupt`, which is to make the work end.
    """
    results: list[T] = []
    failures: list[BaseException] = []

    def guarded() -> None:
        try:
            results.append(work())
        except BaseException as failure:  # noqa: BLE001 - it is raised again where it belongs
            failures.append(failure)

    thread = script_thread(guarded, name=name)
    try:
        thread.join()
    except KeyboardInterrupt:
        interrupt()
        thread.join()
    if failures:
        raise failures[0]
    return results[0]
