"""PSObject: a value with extra members, and PSCustomObject, which is nothing but its members."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final


class AutomationNull:
    """The value of a command that wrote nothing: like $null, but it vanishes in a pipeline."""

    __slots__ = ()

    def __repr__(self) -> str:
        """Return the name scripts would know it by."""
        return "AutomationNull"

    def __bool__(self) -> bool:
        """Be false, as $null is."""
        return False


AUTOMATION_NULL: Final = AutomationNull()


@dataclass(slots=True)
class NoteProperty:
    """A member that holds a value."""

    name: str
    value: object


@dataclass(slots=True)
class AliasProperty:
    """A member that speaks of another; `conversion` is a type name or None."""

    name: str
    target: str
    conversion: str | None = None


@dataclass(slots=True)
class ScriptProperty:
    """A member computed by script blocks (callables here: the language fills them)."""

    name: str
    getter: Callable[[Any], object]
    setter: Callable[[Any, object], None] | None = None


@dataclass(slots=True)
class ScriptMethod:
    """A method made of a script block."""

    name: str
    call: Callable[..., object]


ExtendedMember = NoteProperty | AliasProperty | ScriptProperty | ScriptMethod


class PSObject:
    """A value with members of its own.

    `base` is the wrapped value, or None for a PSCustomObject, whose members are all it has.
    `members` maps the lower-case name to the member, in the order they were added.
    `type_names` are the object's own type names, nearest first; None means "those of its type".
    """

    __slots__ = ("__weakref__", "base", "members", "type_names")

    def __init__(
        self,
        base: object = None,
        *,
        type_names: list[str] | None = None,
    ) -> None:
        """Wrap `base`; without it the object is a PSCustomObject."""
        self.base = base
        self.members: dict[str, ExtendedMember] = {}
        self.type_names = type_names

    def add_note(self, name: str, value: object) -> None:
        """Set note property `name` to `value`, replacing what had the name."""
        self.members[name.lower()] = NoteProperty(name, value)


def custom_object(**notes: object) -> PSObject:
    """Return a PSCustomObject with `notes` as note properties, in that order."""
    made = PSObject()
    for name, value in notes.items():
        made.add_note(name, value)
    return made
