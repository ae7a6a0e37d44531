"""The first dial of the clock: how fast virtual time runs against real time."""

from dataclasses import dataclass
from typing import Final

FACTOR_MOST: Final = 1_000_000
"""Faster, one real millisecond would pass more virtual time than the host catches up with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """Virtual seconds per real second: 0 is manual, 1 is real time, n is n times faster."""

    factor: int

    def __post_init__(self) -> None:
        """Refuse what no clock can run at."""
        if not 0 <= self.factor <= FACTOR_MOST:
            raise ValueError(f"a clock runs x1 to x{FACTOR_MOST} or manual, not x{self.factor}")

    def __str__(self) -> str:
        """Return the rate as `parse` reads it."""
        if self.factor == 0:
            return "manual"
        return "real" if self.factor == 1 else f"x{self.factor}"

    @classmethod
    def parse(cls, text: str) -> "Rate":
        """Return the rate written as real, manual or xN; ValueError says what is allowed."""
        word = text.strip().casefold()
        if word == "manual":
            return MANUAL
        if word == "real":
            return REAL
        digits = word.removeprefix("x")
        if digits == word or not (digits.isascii() and digits.isdigit()) or len(digits) > 7:
            raise ValueError(f"{text!r} is no clock rate: real, manual or xN such as x60")
        return cls(factor=int(digits))


MANUAL: Final = Rate(factor=0)
"""Time moves only when somebody advances it, or skips a sleep."""
REAL: Final = Rate(factor=1)
"""Time moves as on the wall."""
