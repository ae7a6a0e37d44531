"""The #Requires lines of a script."""

import re
from collections.abc import Iterable

from emulator.powershell import tree
from emulator.powershell.tokens.token import Token

_LINE = re.compile(r"#requires\s+(.*)", re.IGNORECASE)
_PARAMETER = re.compile(r"-(\w+)[ \t:]*((?:(?!\s-[A-Za-z]).)*)")
_ITEM = re.compile(r"@\{[^}]*\}|'[^']*'|\"[^\"]*\"|[^,\s]+")


def script_requirements(text: str, tokens: Iterable[Token]) -> tree.ScriptRequirements | None:
    """Collect what the #Requires comments ask for; None without any.

    Modules given as hash literals keep their text.
    """
    modules: list[str] = []
    editions: list[str] = []
    version: str | None = None
    administrator = False
    found = False
    for token in tokens:
        if token.kind != "Comment":
            continue
        line = _LINE.match(text, token.start, token.end)
        if line is None:
            continue
        found = True
        for name, written in _PARAMETER.findall(line.group(1)):
            items = [item.strip("'\"") for item in _ITEM.findall(written)]
            word = name.lower()
            if "modules".startswith(word):
                modules.extend(items)
            elif "version".startswith(word):
                version = items[0] if items else None
            elif "psedition".startswith(word):
                editions.extend(items)
            elif "runasadministrator".startswith(word):
                administrator = True
    if not found:
        return None
    return tree.ScriptRequirements(
        modules=tuple(modules),
        version=version,
        editions=tuple(editions),
        run_as_administrator=administrator,
    )
