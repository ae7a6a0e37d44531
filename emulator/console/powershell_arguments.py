"""The arguments of powershell.exe. Source: fixtures/conformance/process.jsonl, and 5.1's help."""

import base64
import binascii
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

from emulator.objects.errors import NotEmulated

EXIT_BAD_ARGUMENT: Final = 0xFFFD0000
"""ExitCodeBadCommandLineParameter (-196608). Source: recalled."""

DASHES: Final = "-\u2013\u2014\u2015"
"""PowerShell takes typographic dashes for the hyphen."""


class BadArgument(Exception):  # noqa: N818 - what the user typed is bad
    """Arguments that powershell.exe refuses; the text goes to stderr."""


class Format(Enum):
    """What -OutputFormat and -InputFormat say."""

    TEXT = "text"
    XML = "xml"
    NONE = "none"


class Source(Enum):
    """Where the script comes from."""

    COMMAND = "-Command"
    ENCODED = "-EncodedCommand"
    STDIN = "-Command -"
    FILE = "-File"
    PROMPT = "no script"


@dataclass(frozen=True, slots=True, kw_only=True)
class Arguments:
    """What the process is to do; `output_format` None means "not said"."""

    source: Source = Source.PROMPT
    script: str = ""
    file_arguments: tuple[str, ...] = ()
    output_format: Format | None = None
    input_format: Format | None = None
    non_interactive: bool = False
    no_exit: bool = False
    help: bool = False


_SWITCHES: Final = (
    # name, least that is enough, other name, how many values it takes
    ("help", "h", "?", 0),
    ("noexit", "noe", "", 0),
    ("noprofile", "nop", "", 0),
    ("nologo", "nol", "", 0),
    ("noninteractive", "noni", "", 0),
    ("sta", "s", "", 0),
    ("mta", "mt", "", 0),
    ("command", "c", "", 0),
    ("file", "f", "", 0),
    ("encodedcommand", "e", "ec", 0),
    ("encodedarguments", "encodeda", "ea", 1),
    ("executionpolicy", "ex", "ep", 1),
    ("outputformat", "o", "of", 1),
    ("inputformat", "i", "if", 1),
    ("windowstyle", "w", "", 1),
    ("configurationname", "config", "", 1),
    ("psconsolefile", "psc", "", 1),
    ("version", "v", "", 1),
)
"""Source: 5.1's help; the least beginnings are recalled."""

_NOT_EMULATED: Final = ("encodedarguments", "configurationname", "psconsolefile")
_POLICIES: Final = (
    "default",
    "restricted",
    "allsigned",
    "remotesigned",
    "unrestricted",
    "bypass",
    "undefined",
)


def parse(words: Sequence[str]) -> Arguments:
    """Return what the words after `powershell.exe` ask for."""
    made = Arguments()
    at = 0
    while at < len(words):
        switch = _switch(words[at])
        if switch is None:
            # In 5.1 the first word that is no switch begins the command.
            return _command(made, words[at:])
        name, count = switch
        if name in {"command", "file"}:
            take = _command if name == "command" else _file
            return take(made, words[at + 1 :])
        if name == "encodedcommand":
            made = _encoded(made, words[at + 1 : at + 2])
            at += 2
            continue
        values = words[at + 1 : at + 1 + count]
        if len(values) < count:
            raise BadArgument(f"Cannot process the command because of a missing parameter. "
                              f"A value must follow -{name}.")  # fmt: skip
        made = _with(made, name, values[0] if values else "")
        at += 1 + count
    return made


def _switch(word: str) -> tuple[str, int] | None:
    """Return the switch a word names and how many values it takes; None for other words."""
    if not word or word[0] not in DASHES + "/" or len(word) == 1:
        return None
    key = word[1:].lower()
    if key[0] in DASHES:
        key = key[1:]
    for name, least, other, count in _SWITCHES:
        if key and (key == other or (name.startswith(key) and key.startswith(least))):
            return name, count
    return None


def _with(made: Arguments, name: str, value: str) -> Arguments:
    if name in _NOT_EMULATED:
        raise NotEmulated(f"argument -{name} of powershell.exe")
    match name:
        case "noninteractive":
            return replace(made, non_interactive=True)
        case "noexit":
            return replace(made, no_exit=True)
        case "help":
            return replace(made, help=True)
        case "outputformat":
            return replace(made, output_format=_format(value))
        case "inputformat":
            return replace(made, input_format=_format(value))
        case "executionpolicy" if value.lower() not in _POLICIES:
            raise BadArgument(f"Cannot process the command because '{value}' is no "
                              "execution policy.")  # fmt: skip
        case "version" if value not in {"5.1", "5.0", "4.0", "3.0"}:
            raise NotEmulated(f"argument -Version {value} of powershell.exe")
        case _:
            # What is left changes nothing on an emulated host: profile, logo, windows, policy.
            return made


def _format(value: str) -> Format:
    for each in Format:
        if value and each.value.startswith(value.lower()):
            return each
    raise BadArgument("Cannot process the command because the value specified with a format "
                      "parameter is not correct: Text and XML are.")  # fmt: skip


def _command(made: Arguments, words: Sequence[str]) -> Arguments:
    _refuse_second(made)
    if not words:
        raise BadArgument("Cannot process the command because of a missing parameter. A command "
                          "must follow -Command.")  # fmt: skip
    if words[0] != "-":
        return replace(made, source=Source.COMMAND, script=" ".join(words))
    if len(words) > 1:
        raise BadArgument("'-' was specified with the -Command parameter; no other arguments to "
                          "-Command are permitted.")  # fmt: skip
    return replace(made, source=Source.STDIN)


def _file(made: Arguments, words: Sequence[str]) -> Arguments:
    if not words:
        raise BadArgument("Cannot process the command because of a missing parameter. A file "
                          "name must follow -File.")  # fmt: skip
    return replace(made, source=Source.FILE, script=words[0], file_arguments=tuple(words[1:]))


def _refuse_second(made: Arguments) -> None:
    if made.source is not Source.PROMPT:
        raise BadArgument("Cannot process the command because a command is already specified "
                          "with -Command or -EncodedCommand.")  # fmt: skip


def _encoded(made: Arguments, words: Sequence[str]) -> Arguments:
    _refuse_second(made)
    try:
        data = base64.b64decode("".join(words).strip(), validate=True)
    except (binascii.Error, ValueError) as error:
        raise BadArgument("Cannot process the command because the value specified with "
                          "-EncodedCommand is not properly encoded. The value must be Base64 "
                          "encoded.") from error  # fmt: skip
    if not words:
        raise BadArgument("Cannot process the command because of a missing parameter. A command "
                          "must follow -EncodedCommand.")  # fmt: skip
    script = data.decode("utf-16-le", errors="replace")
    return replace(made, source=Source.ENCODED, script=script)
