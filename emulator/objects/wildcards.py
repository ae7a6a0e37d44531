"""Wildcard patterns: * ? [a-z] with the backtick as escape."""

import re
from functools import lru_cache
from typing import Final

from emulator.objects.errors import ErrorCategory
from emulator.objects.exceptions import runtime_error

_CACHED: Final = 512  # scripts use few patterns, again and again


@lru_cache(maxsize=_CACHED)
def compiled(pattern: str, *, case_sensitive: bool = False) -> "re.Pattern[str]":
    """Return the pattern as a Python regex for fullmatch; a bad one is WildcardPatternException."""
    flags = re.DOTALL if case_sensitive else re.DOTALL | re.IGNORECASE
    return re.compile(_translated(pattern), flags)


def is_match(pattern: str, text: str, *, case_sensitive: bool = False) -> bool:
    """Whether the whole of `text` matches `pattern`."""
    return compiled(pattern, case_sensitive=case_sensitive).fullmatch(text) is not None


def has_wildcards(text: str) -> bool:
    """Whether `text` holds an unescaped wildcard character."""
    at = 0
    while at < len(text):
        if text[at] == "`":
            at += 1
        elif text[at] in "*?[":
            return True
        at += 1
    return False


def unescaped(text: str) -> str:
    """Return `text` without the backticks that escape wildcard characters."""
    return re.sub(r"`([*?\[\]`])", r"\1", text)


def escaped(text: str) -> str:
    """Return `text` so that it matches only itself."""
    return re.sub(r"([*?\[\]`])", r"`\1", text)


def _translated(pattern: str) -> str:
    parts: list[str] = []
    at = 0
    while at < len(pattern):
        letter = pattern[at]
        at += 1
        if letter == "`" and at < len(pattern):
            parts.append(re.escape(pattern[at]))
            at += 1
        elif letter == "*":
            if parts[-1:] != [".*"]:
                parts.append(".*")
        elif letter == "?":
            parts.append(".")
        elif letter == "[":
            text, at = _set(pattern, at)
            parts.append(text)
        else:
            parts.append(re.escape(letter))
    return "".join(parts)


def _set(pattern: str, at: int) -> tuple[str, int]:
    """Return the regex of the set that begins at `at`, and where the text goes on."""
    members: list[str] = []
    start = at
    while at < len(pattern) and (pattern[at] != "]" or at == start):
        if pattern[at] == "`" and at + 1 < len(pattern):
            at += 1
            members.append("\\" + pattern[at])
        elif pattern[at] == "-" and at - start > 0 and pattern[at + 1 : at + 2] not in {"", "]"}:
            members.append("-")
        else:
            members.append(re.escape(pattern[at]))
        at += 1
    if at >= len(pattern):
        raise runtime_error(
            f"The specified wildcard character pattern is not valid: {pattern}",
            "RuntimeException",
            ErrorCategory.NotSpecified,
            type_name="System.Management.Automation.WildcardPatternException",
        )
    return f"[{''.join(members)}]", at + 1
