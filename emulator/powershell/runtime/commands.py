"""The commands a session begins with: cmdlets by name, by module and name, and aliases."""

from collections.abc import Iterable, Iterator, Mapping

from emulator.objects.wildcards import is_match
from emulator.powershell.ports import Command


class CommandTable:
    """Cmdlets and aliases; names in any case. Functions live in scopes, not here."""

    __slots__ = ("_by_module", "_by_name", "aliases", "known_elsewhere")

    def __init__(
        self,
        commands: Iterable[Command],
        aliases: Mapping[str, str],
        known_elsewhere: Mapping[str, str] | None = None,
    ) -> None:
        """Hold `commands`; `aliases` maps a name to the name it stands for.

        `known_elsewhere` maps lower-case names of commands that only the real PowerShell has to
        what a message calls them: they say NotEmulated instead of "is not recognized".
        """
        self.known_elsewhere = known_elsewhere or {}
        self._by_name: dict[str, Command] = {}
        self._by_module: dict[str, Command] = {}
        self.aliases = {name.lower(): (name, target) for name, target in aliases.items()}
        for command in commands:
            self._by_name[command.name.lower()] = command
            if command.module:
                self._by_module[f"{command.module}\\{command.name}".lower()] = command

    def find(self, lower: str) -> Command | None:
        """Return the command of that lower-case name, with or without its module."""
        found = self._by_name.get(lower)
        return self._by_module.get(lower) if found is None else found

    def alias(self, lower: str) -> str | None:
        """Return what an alias stands for."""
        found = self.aliases.get(lower)
        return None if found is None else found[1]

    def __iter__(self) -> Iterator[Command]:
        return iter(self._by_name.values())

    def matching(self, pattern: str) -> Iterator[Command]:
        """Yield the commands whose names match a wildcard pattern, sorted by name."""
        for lower in sorted(self._by_name):
            if is_match(pattern, lower):
                yield self._by_name[lower]
