"""What one script may use of the machine; every number is a setting with a reason."""

from dataclasses import dataclass
from typing import Final

from emulator.units import MIB

CALL_DEPTH_MOST: Final = 1_000
"""Depth at which the real one gives up. Source: brief of CallDepthOverflow, assumed for 5.1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The limits of a session; time is the turn's own business (`Baton.turn(limit_ms=...)`)."""

    call_depth: int = CALL_DEPTH_MOST
    output_count: int = 10_000_000
    """Objects one script writes to its output: beyond it a door could not carry them."""
    string_length: int = 256 * MIB
    """Characters of one string made by repetition or joining: a quarter of a small machine."""
    array_length: int = 16 * MIB
    """Elements of one array made by a range, repetition or addition."""
