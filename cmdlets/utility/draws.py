"""Numbers drawn one after the other from a seed: the hash of the seed and of a counter."""

from hashlib import sha256
from typing import Final

_WIDTH_BYTES: Final = 16
"""Taken of each hash: so much more than a range's own width that no number is favoured."""


class Draws:
    """A row of numbers that is the same for the same seed."""

    __slots__ = ("_drawn", "_seed")

    def __init__(self, seed: bytes) -> None:
        """Begin the row of `seed`."""
        self._seed = seed
        self._drawn = 0

    def _next(self) -> int:
        self._drawn += 1
        made = sha256(self._seed + self._drawn.to_bytes(8, "big")).digest()
        return int.from_bytes(made[:_WIDTH_BYTES], "big")

    def below(self, limit: int) -> int:
        """Return a whole number from 0 to `limit`, that left out."""
        return self._next() % limit

    def fraction(self) -> float:
        """Return a number from 0 to 1, that left out."""
        return (self._next() >> (8 * _WIDTH_BYTES - 53)) / 2**53

    def sample(self, items: list[object], count: int) -> list[object]:
        """Return `count` of the items, none twice, in the order they were drawn."""
        left = list(items)
        return [left.pop(self.below(len(left))) for _ in range(count)]
