"""Deep recursion: how much Python stack a script needs, set in this one place.

A PowerShell call is some twelve Python frames, and 1,000 calls may be nested before the real one
says CallDepthOverflow.
"""

import sys
import threading
from collections.abc import Callable
from typing import Final

FRAMES_MOST: Final = 60_000
"""Python frames a script may nest: 1,000 calls of twelve frames, several pipelines deep."""
STACK_BYTES: Final = 256 * 1024 * 1024
"""Stack of a thread that runs scripts; only what is touched takes memory."""


def allow_deep_calls() -> None:
    """Raise Python's limit on nested calls for the process."""
    if sys.getrecursionlimit() < FRAMES_MOST:
        sys.setrecursionlimit(FRAMES_MOST)


def script_thread(target: Callable[[], None], *, name: str) -> threading.Thread:
    """Return a daemon thread, started, with room for scripts that recurse deeply."""
    allow_deep_calls()
    before = threading.stack_size(STACK_BYTES)
    try:
        thread = threading.Thread(target=target, name=name, daemon=True)
        thread.start()
    finally:
        threading.stack_size(before)
    return thread
