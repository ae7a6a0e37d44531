"""The words after a script's name, as -File reads them: names with a dash, all else literal.

Source: process.jsonl file-001..006.
"""

import re
from collections.abc import Sequence
from typing import Final

from emulator.powershell.binder.argument import Argument

_NAME: Final = re.compile(r"-(?P<name>[A-Za-z_?][^:]*)(?P<colon>:(?P<value>.*))?", re.DOTALL)


def file_arguments(words: Sequence[str]) -> list[Argument]:
    """Return the arguments that `words` are; none is parsed as PowerShell."""
    return [_argument(word) for word in words]


def _argument(word: str) -> Argument:
    found = _NAME.fullmatch(word)
    if found is None:
        return Argument(value=word, text=word)
    if found["colon"] is None:
        return Argument(name=found["name"], text=word)
    return Argument(name=found["name"], value=found["value"], text=word)
