"""System.Text.RegularExpressions.Regex: compiled patterns and their errors."""

import re
from functools import lru_cache
from typing import Final, NoReturn

from emulator.objects.basic_types import OBJECT
from emulator.objects.common_enums import REGEX_OPTIONS
from emulator.objects.enums import EnumValue
from emulator.objects.errors import NotEmulated
from emulator.objects.exceptions import fail
from emulator.objects.regex_translation import Translation
from emulator.objects.types import ClrObject, Property, PSType

IGNORE_CASE: Final = 1
MULTILINE: Final = 2
EXPLICIT_CAPTURE: Final = 4
SINGLELINE: Final = 16
IGNORE_WHITESPACE: Final = 32
RIGHT_TO_LEFT: Final = 64

_FLAGS: Final = (
    (IGNORE_CASE, re.IGNORECASE),
    (MULTILINE, re.MULTILINE),
    (SINGLELINE, re.DOTALL),
    (IGNORE_WHITESPACE, re.VERBOSE),
)
_CACHED: Final = 512  # scripts use few patterns, again and again


class Regex(ClrObject):
    """A compiled pattern; `groups` are (.NET name, Python index) in .NET's numbering."""

    __slots__ = ("groups", "options", "pattern", "python")

    def __init__(self, pattern: str, options: int = 0) -> None:
        """Compile `pattern`; a bad one is RegexParseException, an untranslatable NotEmulated."""
        if options & RIGHT_TO_LEFT:
            raise NotEmulated("RegexOptions.RightToLeft")
        self.pattern = pattern
        self.options = options
        translation = Translation(pattern, explicit=bool(options & EXPLICIT_CAPTURE))
        flags = re.RegexFlag(0)
        for option, flag in _FLAGS:
            if options & option:
                flags |= flag
        try:
            self.python = re.compile(translation.text, flags)
        except re.error as error:
            _refuse(pattern, error)
        except OverflowError:
            fail("System.ArgumentException", f"Invalid pattern '{pattern}': capture too large.")
        self.groups = _numbered(translation.names)

    def number_of(self, name: str) -> int | None:
        """Return the .NET number of a group by name or number, or None."""
        for number, (known, _) in enumerate(self.groups):
            if known == name:
                return number
        return None

    def to_text(self) -> str:
        """Return the pattern."""
        return self.pattern


def _numbered(names: list[str | None]) -> tuple[tuple[str, int], ...]:
    """.NET numbers the unnamed groups first, then the named ones."""
    unnamed = [at for at, name in enumerate(names, start=1) if name is None]
    groups = [("0", 0)]
    groups += [(str(number), at) for number, at in enumerate(unnamed, start=1)]
    groups += [(name, at) for at, name in enumerate(names, start=1) if name is not None]
    return tuple(groups)


@lru_cache(maxsize=_CACHED)
def regex(pattern: str, options: int = 0) -> Regex:
    """Return the compiled pattern, from a cache."""
    return Regex(pattern, options)


# Python's complaint -> (.NET's, whether the offset is the end of the pattern).
# Source: conformance dotnet-regex-basic-009, errors arith/error
_COMPLAINTS: Final = (
    ("missing )", "Not enough )'s.", True),
    ("unbalanced parenthesis", "Too many )'s.", False),
    ("unterminated character set", "Unterminated [] set.", True),
    ("nothing to repeat", "Quantifier '{letter}' following nothing.", False),
    ("multiple repeat", "Nested quantifier '{letter}'.", False),
    ("bad escape (end of pattern)", "Illegal \\ at end of pattern.", True),
    ("bad character range", "[x-y] range in reverse order.", False),
    ("min repeat greater", "Illegal {x,y} with x > y.", False),
    ("invalid group reference", "Reference to undefined group number.", False),
    ("unknown group name", "Reference to undefined group name.", False),
    ("bad escape", "Unrecognized escape sequence \\{letter}.", False),
    ("incomplete escape", "Insufficient or invalid hexadecimal digits.", False),
    ("unknown extension", "Unrecognized grouping construct.", False),
)


def _refuse(pattern: str, error: re.error) -> NoReturn:
    if "look-behind" in str(error.msg):
        raise NotEmulated("A look-behind of variable length in a regular expression")
    at = error.pos or 0
    for sign, complaint, at_end in _COMPLAINTS:
        if error.msg.startswith(sign):
            letter = pattern[at : at + 1]
            if sign == "bad escape":
                letter = pattern[at + 1 : at + 2]
            offset = len(pattern) if at_end else at + 1
            text = complaint.replace("{letter}", letter)
            break
    else:
        offset, text = at + 1, "Unrecognized grouping construct."
    fail(
        "System.Text.RegularExpressions.RegexParseException",
        f"Invalid pattern '{pattern}' at offset {offset}. {text}",
    )


REGEX: Final = PSType(
    name="System.Text.RegularExpressions.Regex",
    base=OBJECT,
    python=Regex,
    properties=(
        Property(
            name="Options",
            type_name=REGEX_OPTIONS.name,
            get=lambda it: EnumValue(REGEX_OPTIONS, it.options),
        ),
        Property(name="RightToLeft", type_name="System.Boolean", get=lambda _: False),
    ),
)
Regex.ps_type = REGEX
