"""How Windows splits a command line into arguments: the rules of CommandLineToArgvW.

Source: documented ("Parsing C command-line arguments").
"""

import re
from typing import Final

_PIECE: Final = re.compile(
    r'(?P<before>\\*)(?P<quote>")|(?P<blanks>[ \t]+)|(?P<text>\\+|[^\\" \t]+)'
)
"""Backslashes mean something only in front of a quote."""


def split(line: str) -> list[str]:
    """Return the arguments of a command line; the first is the program."""
    program, rest = _program(line.lstrip(" \t"))
    return [program, *_arguments(rest)]


def _program(line: str) -> tuple[str, str]:
    """Return the program's name, for which a backslash is only a backslash, and the rest."""
    if line.startswith('"'):
        name, _, rest = line[1:].partition('"')
        return name, rest
    name = re.split(r"[ \t]", line, maxsplit=1)[0]
    return name, line[len(name) :]


def _arguments(text: str) -> list[str]:
    arguments: list[str] = []
    made: list[str] | None = None
    quoted = False
    at = 0
    while found := _PIECE.match(text, at):
        at = found.end()
        if found["blanks"] and not quoted:
            if made is not None:
                arguments.append("".join(made))
            made = None
            continue
        made = [] if made is None else made
        if not found["quote"]:
            made.append(found[0])
            continue
        # 2n backslashes and a quote are n backslashes and a quote that opens or closes.
        made.append("\\" * (len(found["before"]) // 2))
        if len(found["before"]) % 2:
            made.append('"')
        elif quoted and text.startswith('"', at):
            made.append('"')
            at += 1
        else:
            quoted = not quoted
    return arguments if made is None else [*arguments, "".join(made)]
