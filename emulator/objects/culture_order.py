"""The order of text: culture comparison, where punctuation < digits < letters and a < A < b."""

import unicodedata
from functools import lru_cache
from typing import Final

# Order of ASCII below the letters. Source: CLDR root collation
_LOW: Final = " _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789"
_RANKS: Final = {letter: rank for rank, letter in enumerate(_LOW, start=1)}
_LETTERS: Final = 1000  # where letters begin
_CACHED: Final = 4096  # sorting asks for the same few keys over and over

Key = tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]


@lru_cache(maxsize=_CACHED)
def sort_key(text: str) -> Key:
    """Return what orders `text`: letters first, then accents, then case (small before capital)."""
    primary: list[int] = []
    accents: list[int] = []
    cases: list[int] = []
    plain = text if text.isascii() else unicodedata.normalize("NFD", text)
    for letter in plain:
        if unicodedata.combining(letter):
            accents.append(ord(letter))
            continue
        lower = letter.lower()
        rank = _RANKS.get(lower)
        primary.append(_LETTERS + ord(lower[0]) if rank is None else rank)
        cases.append(0 if letter == lower else 1)
    return tuple(primary), tuple(accents), tuple(cases)


def compare_text(left: str, right: str, *, case_sensitive: bool = False) -> int:
    """Return -1, 0 or 1 as String.Compare does in the current culture."""
    if left == right:
        return 0
    if not case_sensitive and left.lower() == right.lower():
        return 0
    mine, other = sort_key(left), sort_key(right)
    if not case_sensitive:
        mine, other = (*mine[:2], ()), (*other[:2], ())
    return (mine > other) - (mine < other)
