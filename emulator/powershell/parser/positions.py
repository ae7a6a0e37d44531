"""Offsets as .NET counts them: in UTF-16 units, where Python counts characters.

Lines, columns and the block that shows a place are `runtime.positions`, because only errors at
run time need a file and an edition besides the text.
"""

from bisect import bisect_left


class Utf16Offsets:
    """Turns indices into a text into offsets in UTF-16 units; for most texts they are the same."""

    __slots__ = ("_wide",)

    def __init__(self, text: str) -> None:
        self._wide = (
            [] if text.isascii() else [at for at, char in enumerate(text) if char > "\uffff"]
        )

    def of(self, index: int) -> int:
        """Return the offset of `index` in UTF-16 units."""
        return index + bisect_left(self._wide, index)
