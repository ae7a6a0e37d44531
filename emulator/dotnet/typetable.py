"""Types by name: accelerators, full names, arrays, generics, exceptions, and what others add."""

from collections.abc import Iterable
from typing import Final

from emulator.dotnet.surfaces import HOMES, surface_named
from emulator.objects.accelerators import ACCELERATORS
from emulator.objects.basic_types import array_of, closed_generic
from emulator.objects.builtin_types import BUILTIN_TYPES
from emulator.objects.error_types import EXCEPTION, exception_type
from emulator.objects.exceptions import known_names
from emulator.objects.types import PSType

_DEPTH_LIMIT: Final = 32  # nested brackets; .NET's own names stay far below


class TypeTable:
    """The types that a session can name; the composition root adds Hyper-V's as `extra`."""

    def __init__(self, extra: Iterable[PSType] = ()) -> None:
        """Know all built-in types and `extra`; the first of equal names wins."""
        self._types: dict[str, PSType] = {}
        for known in (*BUILTIN_TYPES, *extra):
            self._types.setdefault(known.name.lower(), known)
        self._homes = {name.lower(): name for name in HOMES}
        self._resolved: dict[str, PSType | None] = {}
        self._exceptions = {name.lower(): name for name in known_names()}

    def add(self, type_: PSType, *, name: str | None = None) -> None:
        """Add a type that a script defines; a later one replaces an earlier one of its name."""
        self._types[(name or type_.name).lower()] = type_
        self._resolved.clear()

    def resolve(self, name: str, namespaces: Iterable[str] = ()) -> PSType | None:
        """Return the type that `name` means, or None.

        `name` may be an accelerator, a full name with or without "System.", an array, a generic
        with its arguments in brackets; `namespaces` are those of `using namespace`.
        """
        key = name.strip().lower()
        if key not in self._resolved:
            self._resolved[key] = self._find(name.strip(), 0)
        found = self._resolved[key]
        if found is None:
            for namespace in namespaces:
                found = self._find(f"{namespace}.{name.strip()}", 0)
                if found is not None:
                    break
        return found

    def near(self, name: str) -> str | None:
        """Return the known full name most like `name`, for a message."""
        from difflib import get_close_matches  # noqa: PLC0415 - only messages need it

        names = {known.lower().rpartition(".")[2]: known for known in self.names()}
        found = get_close_matches(name.lower().rpartition(".")[2], list(names), 1)
        return names[found[0]] if found else None

    def names(self) -> tuple[str, ...]:
        """Return the full names of all types that stand in the table."""
        return tuple(sorted({*HOMES, *(known.name for known in self._types.values())}))

    def _find(self, name: str, depth: int) -> PSType | None:
        if depth > _DEPTH_LIMIT or not name:
            return None
        if name.endswith("]"):
            return self._bracketed(name, depth)
        lower = name.lower()
        full = ACCELERATORS.get(lower, lower).lower()
        for candidate in (full, f"system.{full}"):
            found = self._types.get(candidate)
            if found is not None:
                return found
            if candidate in self._homes:
                surface = surface_named(self._homes[candidate])
                assert surface is not None
                return surface.type
            if candidate in self._exceptions:
                return exception_type(self._exceptions[candidate])
        return EXCEPTION if lower == "exception" else None

    def _bracketed(self, name: str, depth: int) -> PSType | None:
        start = _matching(name)
        if start <= 0:
            return None
        head, inner = name[:start], name[start + 1 : -1]
        if not inner.strip(", "):
            element = self._find(head.strip(), depth + 1)
            return None if element is None else array_of(element, inner.count(",") + 1)
        arguments = [self._find(part, depth + 1) for part in _arguments(inner)]
        found = [argument for argument in arguments if argument is not None]
        if len(found) != len(arguments):
            return None
        bare = head.strip().partition("`")[0]
        definition = self._find(f"{bare}`{len(arguments)}", depth + 1)
        return None if definition is None else closed_generic(definition, tuple(found))


def _matching(name: str) -> int:
    """Return where the bracket opens that the last character closes."""
    depth = 0
    for at in range(len(name) - 1, -1, -1):
        depth += (name[at] == "]") - (name[at] == "[")
        if depth == 0:
            return at
    return -1


def _arguments(inner: str) -> list[str]:
    """Split type arguments at top-level commas; [[Name, Assembly]] loses its assembly."""
    parts: list[str] = []
    depth = start = 0
    for at, letter in enumerate(inner):
        depth += (letter == "[") - (letter == "]")
        if letter == "," and depth == 0:
            parts.append(inner[start:at])
            start = at + 1
    parts.append(inner[start:])
    return [_unquoted(part.strip()) for part in parts]


def _unquoted(part: str) -> str:
    if part.startswith("[") and part.endswith("]"):
        body = part[1:-1]
        depth = 0
        for at, letter in enumerate(body):
            depth += (letter == "[") - (letter == "]")
            if letter == "," and depth == 0:
                return body[:at].strip()
        return body.strip()
    return part
