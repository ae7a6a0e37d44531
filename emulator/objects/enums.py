"""Enumerations: their values, and how text and numbers become one."""

from collections.abc import Mapping

from emulator.objects.basic_types import ENUM
from emulator.objects.types import PSType


class EnumValue:
    """A value of an enumeration type: its type and its number; equal when both are.

    `name` is what ToString() shows: the member's name, names joined by ", " for flags, or the
    number where no name fits.
    """

    __slots__ = ("number", "type")

    def __init__(self, type: PSType, number: int) -> None:  # noqa: A002 - the contract's name
        """Hold `number` as a value of the enumeration `type`."""
        self.type = type
        self.number = number

    @property
    def ps_type(self) -> PSType:
        """The enumeration type."""
        return self.type

    @property
    def name(self) -> str:
        """What ToString() shows."""
        return name_of(self.type, self.number)

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, EnumValue) and other.number == self.number and other.type is self.type
        )

    def __hash__(self) -> int:
        return hash((id(self.type), self.number))

    def __int__(self) -> int:
        return self.number

    def __index__(self) -> int:
        return self.number

    def __repr__(self) -> str:
        return f"{self.type.short_name}.{self.name}"


def enum_type(
    name: str, members: Mapping[str, int], *, flags: bool = False, underlying: type = int
) -> PSType:
    """Return an enumeration type; `underlying` is the Python class of its numbers."""
    return PSType(
        name=name,
        base=ENUM,
        interfaces=ENUM.interfaces,
        enum_members=dict(members),
        enum_flags=flags,
        enum_underlying=underlying,
        value_type=True,
    )


def numbered_enum(name: str, *names: str, start: int = 0) -> PSType:
    """Return an enumeration whose members count up from `start`."""
    return enum_type(name, {member: start + at for at, member in enumerate(names)})


def members_of(type_: PSType) -> Mapping[str, int]:
    """Return the members of an enumeration in declaration order."""
    assert type_.enum_members is not None, f"{type_.name} is no enumeration"
    return type_.enum_members


def names_by_value(type_: PSType) -> list[str]:
    """Return the member names as Enum.GetNames orders them: by unsigned value."""
    members = members_of(type_)
    return sorted(members, key=lambda name: members[name] & 0xFFFFFFFFFFFFFFFF)


def member(type_: PSType, name: str) -> EnumValue:
    """Return the member with exactly that name; an unknown one is an error of ours."""
    return EnumValue(type_, members_of(type_)[name])


def find(type_: PSType, name: str) -> EnumValue | None:
    """Return the member with the name in any case, or None."""
    lower = name.lower()
    for known, number in members_of(type_).items():
        if known.lower() == lower:
            return EnumValue(type_, number)
    return None


def name_of(type_: PSType, number: int) -> str:
    """Return the name that .NET shows for a number of an enumeration."""
    members = members_of(type_)
    for name, known in members.items():
        if known == number:
            return name
    if type_.enum_flags and number:
        return _flag_names(members, number) or str(number)
    return str(number)


def _flag_names(members: Mapping[str, int], number: int) -> str:
    rest = number
    found: list[tuple[int, str]] = []
    for name, known in sorted(members.items(), key=lambda pair: -pair[1]):
        if known and rest & known == known:
            found.append((known, name))
            rest &= ~known
    if rest:
        return ""
    return ", ".join(name for _, name in sorted(found))


def is_defined(type_: PSType, number: int) -> bool:
    """Whether a cast of the number succeeds: a member, or only defined bits of a flags type."""
    members = members_of(type_)
    if number in members.values():
        return True
    if not type_.enum_flags:
        return False
    every = 0
    for known in members.values():
        every |= known
    return number & ~every == 0


def matches(type_: PSType, text: str) -> list[str]:
    """Return the member names that `text` can mean on a cast: the exact one, or by prefix."""
    lower = text.lower()
    names = names_by_value(type_)
    exact = [name for name in names if name.lower() == lower]
    return exact[:1] or [name for name in names if name.lower().startswith(lower)]
