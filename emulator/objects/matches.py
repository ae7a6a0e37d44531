"""What a regular expression found: Match, Group, Capture and their collections."""

import re
from collections.abc import Iterator
from typing import Final

from emulator.objects.basic_types import OBJECT
from emulator.objects.regexes import Regex
from emulator.objects.types import ClrObject, Property, PSType

_NS: Final = "System.Text.RegularExpressions."


class Group(ClrObject):
    """One group of a match. Python keeps the last capture of a group only; so do Captures."""

    __slots__ = ("index", "name", "success", "value")

    def __init__(self, name: str, value: str | None, index: int) -> None:
        """Hold what the group captured; None means it took no part."""
        self.name = name
        self.success = value is not None
        self.value = value or ""
        self.index = index if self.success else 0

    def to_text(self) -> str:
        """Return the captured text."""
        return self.value


class Match(Group):
    """A match of a whole pattern; `found` None means that there was none."""

    __slots__ = ("found", "regex", "subject")

    def __init__(self, regex: Regex, subject: str, found: "re.Match[str] | None") -> None:
        """Hold the match of `regex` in `subject`."""
        super().__init__("0", None if found is None else found.group(), -1)
        self.regex = regex
        self.subject = subject
        self.found = found
        if found is not None:
            self.index = found.start()

    def groups(self) -> "GroupCollection":
        """Return the groups in .NET's numbering."""
        if self.found is None:
            return GroupCollection([Group("0", None, 0)])
        made: list[Group] = [self]
        for name, at in self.regex.groups[1:]:
            made.append(Group(name, self.found.group(at), self.found.start(at)))
        return GroupCollection(made)

    def next(self) -> "Match":
        """Return the match after this one."""
        if self.found is None:
            return self
        start, end = self.found.span()
        at = end + 1 if start == end else end
        if at > len(self.subject):
            return Match(self.regex, self.subject, None)
        return Match(self.regex, self.subject, self.regex.python.search(self.subject, at))


class _Collection(ClrObject):
    """A fixed list that pipelines unroll."""

    __slots__ = ("items",)

    def __init__(self, items: "list[Group]") -> None:
        """Hold `items`."""
        self.items = items

    def __len__(self) -> int:
        return len(self.items)

    def ps_enumerate(self) -> Iterator[object]:
        """Yield the items."""
        return iter(self.items)

    def ps_index(self, key: object) -> object:
        """Return the item at a position, or None."""
        at = int(key) if isinstance(key, int) else -1
        return self.items[at] if 0 <= at < len(self.items) else None


class GroupCollection(_Collection):
    """The groups of a match, by number or name; an unknown one is a group without success."""

    __slots__ = ()

    def ps_index(self, key: object) -> object:
        """Return the group of that number or name."""
        if isinstance(key, str):
            for group in self.items:
                if group.name == key:
                    return group
            return Group(str(key), None, 0)
        found = super().ps_index(key)
        return Group(str(key), None, 0) if found is None else found


class MatchCollection(_Collection):
    """All matches of a pattern in a text."""

    __slots__ = ()


class CaptureCollection(_Collection):
    """The captures of a group."""

    __slots__ = ()


def _captures(group: Group) -> CaptureCollection:
    return CaptureCollection([group] if group.success else [])


CAPTURE: Final = PSType(
    name=_NS + "Capture",
    base=OBJECT,
    properties=(
        Property(name="Index", type_name="System.Int32", get=lambda it: it.index),
        Property(name="Length", type_name="System.Int32", get=lambda it: len(it.value)),
        Property(name="Value", type_name="System.String", get=lambda it: it.value),
    ),
)
GROUP: Final = PSType(
    name=_NS + "Group",
    base=CAPTURE,
    python=Group,
    properties=(
        Property(name="Success", type_name="System.Boolean", get=lambda it: it.success),
        Property(name="Name", type_name="System.String", get=lambda it: it.name),
        Property(name="Captures", type_name=_NS + "CaptureCollection", get=_captures),
    ),
)
MATCH: Final = PSType(
    name=_NS + "Match",
    base=GROUP,
    python=Match,
    properties=(
        Property(name="Groups", type_name=_NS + "GroupCollection", get=lambda it: it.groups()),
    ),
)


def _collection(name: str) -> PSType:
    return PSType(
        name=_NS + name,
        base=OBJECT,
        python=_Collection,
        interfaces=("System.Collections.IEnumerable", "System.Collections.ICollection"),
        properties=(Property(name="Count", type_name="System.Int32", get=len),),
    )


Group.ps_type = GROUP
Match.ps_type = MATCH
GroupCollection.ps_type = _collection("GroupCollection")
MatchCollection.ps_type = _collection("MatchCollection")
CaptureCollection.ps_type = _collection("CaptureCollection")


def first_match(regex: Regex, subject: str, start: int = 0) -> Match:
    """Return the first match at or after `start`."""
    return Match(regex, subject, regex.python.search(subject, start))


def all_matches(regex: Regex, subject: str) -> MatchCollection:
    """Return every match."""
    return MatchCollection(
        [Match(regex, subject, found) for found in regex.python.finditer(subject)]
    )
