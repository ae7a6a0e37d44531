"""How cmd.exe reads a line: quotes of /c, %variables%, `&`, `&&`, `||`, redirections.

Source: `cmd /?` for the quotes of /c; the rest is documented or recalled.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from emulator.objects.errors import NotEmulated

LINE_LENGTH_MAX: Final = 8191
"""Source: reference/winrm.md 3.4 (a longer line is refused)."""


class LineTooLong(Exception):  # noqa: N818 - cmd.exe's own words
    """A line longer than cmd.exe takes."""


class When(Enum):
    """Under which result of the command before a command runs."""

    ALWAYS = "&"
    SUCCEEDED = "&&"
    FAILED = "||"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One command of a line; `output` and `errors` say where a redirection sends them."""

    when: When
    text: str
    output_to_nul: bool = False
    errors_to_nul: bool = False
    errors_to_output: bool = False


def inside_c(line: str) -> str:
    """Return what `cmd /c` runs: the outer quotes go, unless they hold one program's name."""
    if not line.startswith('"'):
        return line
    inner = line[1:].rstrip()
    if line.count('"') == 2 and inner.endswith('"'):
        name = inner[:-1]
        if " " in name and not re.search(r"[&<>()@^|]", name) and name.lower().endswith(".exe"):
            return line
    before, _, after = line[1:].rpartition('"')
    return before + after


def expanded(line: str, environment: Mapping[str, str]) -> str:
    """Replace %NAME%; an unknown name stays as it is, as on a command line (not in a file)."""
    lower = {name.lower(): value for name, value in environment.items()}

    def value_of(found: re.Match[str]) -> str:
        name = found[1].lower()
        if name not in lower and ":" in name and name.partition(":")[0] in lower:
            raise NotEmulated(f"the modifier in {found[0]} of cmd.exe")
        return lower.get(name, found[0])

    return re.sub(r"%([^%\r\n]+)%", value_of, line)


_PIECE: Final = re.compile(
    r'"[^"]*"?'  # quoted: nothing in it is special
    r"|\^(?P<escaped>.?)"
    r"|(?P<redirection>[0-9]?(?:>>|>|<)\s*(?:&[0-9]|\"[^\"]*\"?|[^\s&|<>\"]*))"
    r"|(?P<connector>&&|\|\||&|\|)"
    r"|[0-9]|[^\"^&|<>0-9]+",
    re.DOTALL,
)


def steps(line: str) -> list[Step]:
    """Return the commands of a line, in order. Variables are expanded already."""
    if len(line) > LINE_LENGTH_MAX:
        raise LineTooLong
    made: list[Step] = []
    when, text, redirections = When.ALWAYS, "", list[str]()
    for piece in _PIECE.finditer(line):
        if piece["connector"]:
            _add(made, when, text, redirections)
            when, text, redirections = _when(piece["connector"]), "", []
        elif piece["redirection"] and (not piece[0][0].isdigit() or _at_word_start(text)):
            redirections.append(piece["redirection"])
        elif piece["redirection"]:
            # `echo 5>x` redirects stream 5, `echo a5>x` writes "a5".
            text += piece[0][0]
            redirections.append(piece["redirection"][1:])
        else:
            text += piece["escaped"] if piece["escaped"] is not None else piece[0]
    _add(made, when, text, redirections)
    return made


def _at_word_start(text: str) -> bool:
    return not text or text[-1] in " \t"


def _when(connector: str) -> When:
    if connector == "|":
        raise NotEmulated("a pipe in cmd.exe")
    return When(connector)


def _add(made: list[Step], when: When, text: str, redirections: list[str]) -> None:
    text = text.lstrip(" \t@,;=")
    if text.startswith("("):
        raise NotEmulated("a block in parentheses in cmd.exe")
    if not text.strip():
        return
    kinds = [_redirection(each) for each in redirections]
    made.append(
        Step(
            when=when,
            text=text,
            output_to_nul="1>nul" in kinds,
            errors_to_nul="2>nul" in kinds,
            errors_to_output="2>&1" in kinds,
        )
    )


def _redirection(text: str) -> str:
    """Return a redirection in one spelling; the ones that need files are not emulated."""
    compact = re.sub(r"\s|>(?=>)", "", text).lower()
    if compact.startswith(">"):
        compact = "1" + compact
    if compact in {"1>nul", "2>nul", "2>&1", "<nul", "0<nul"}:
        return compact
    raise NotEmulated(f"the redirection {text} in cmd.exe")
