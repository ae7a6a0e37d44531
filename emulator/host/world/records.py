"""Records, lists and unions of a world file, derived from the dataclasses they become.

A quantity's unit stands in its value, so a key is the field's name without the unit: the field
`startup_bytes` is written `startup: 1 GB`. A field added to a dataclass is a key at once.
"""

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

from emulator.clock import Rate
from emulator.host.world.kinds import (
    Choice,
    Kind,
    OnOff,
    RateText,
    Text,
    duration,
    number,
    percent,
    size,
    wrong,
)
from emulator.units import Bytes, Percent

ITEMS_MOST: Final = 10_000
"""Entries in one list: ten times the largest world a test asks for."""
UNIT_SUFFIXES: Final = ("_bytes", "_seconds", "_percent", "_enabled")
SIMPLE: Final[Mapping[object, Kind]] = {
    Bytes: size(),
    Percent: percent(),
    Rate: RateText(),
    bool: OnOff(),
    int: number(),
    str: Text(),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Maybe:
    """A value, or nothing."""

    kind: Kind

    @property
    def allowed(self) -> str:
        """What may be written."""
        return f"{self.kind.allowed}, or nothing"

    def read(self, raw: object) -> object:
        """Return the value or None."""
        return None if raw is None else self.kind.read(raw)

    def write(self, value: object) -> object:
        """Return what is written for it."""
        return None if value is None else self.kind.write(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListOf:
    """Any number of values of one kind, kept in order."""

    kind: Kind
    allowed = "a list"

    def items(self, raw: object) -> list[object]:
        """Return the items as written."""
        if not isinstance(raw, list) or len(raw) > ITEMS_MOST:
            raise wrong(raw, f"a list of at most {ITEMS_MOST}")
        return raw

    def read(self, raw: object) -> tuple[object, ...]:
        """Return the values."""
        return tuple(self.kind.read(item) for item in self.items(raw))

    def write(self, value: object) -> object:
        """Return the list of what is written."""
        assert isinstance(value, tuple)
        return [self.kind.write(item) for item in value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A short list with one value of each kind, such as [60 s, 975 MB]."""

    kinds: tuple[Kind, ...]

    @property
    def allowed(self) -> str:
        """What may be written."""
        return "a list of " + " and ".join(kind.allowed for kind in self.kinds)

    def read(self, raw: object) -> tuple[object, ...]:
        """Return the values."""
        if not isinstance(raw, list) or len(raw) != len(self.kinds):
            raise wrong(raw, self.allowed)
        return tuple(kind.read(item) for kind, item in zip(self.kinds, raw, strict=True))

    def write(self, value: object) -> object:
        """Return the list of what is written."""
        assert isinstance(value, tuple)
        return [kind.write(item) for kind, item in zip(self.kinds, value, strict=True)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One key of a record: which field it fills, how it is written, whether it must be there."""

    field: str
    kind: Kind
    required: bool
    default: object


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Keys and values that become one dataclass."""

    becomes: type
    keys: Mapping[str, Key]
    complete: Callable[[dict[str, Any]], dict[str, Any]]

    @property
    def allowed(self) -> str:
        """What may be written."""
        return "keys and values: " + ", ".join(self.keys)

    def entries(self, raw: object) -> Mapping[str, object]:
        """Return the keys and values as written."""
        if not isinstance(raw, dict):
            raise wrong(raw, self.allowed)
        return raw

    def read(self, raw: object) -> object:
        """Return the dataclass; the keys have been validated."""
        given = {
            self.keys[key].field: self.keys[key].kind.read(value)
            for key, value in self.entries(raw).items()
        }
        return self.make(given)

    def make(self, given: dict[str, Any]) -> object:
        """Return the dataclass with these fields and its defaults."""
        return self.becomes(**self.complete(given))

    def write(self, value: object) -> object:
        """Return what differs from the defaults, and what has none."""
        values = ((key, entry, getattr(value, entry.field)) for key, entry in self.keys.items())
        return {
            key: entry.kind.write(its)
            for key, entry, its in values
            if entry.required or its != entry.default
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class OneOf:
    """One of several records; the key `kind` says which."""

    records: Mapping[str, Record]

    @property
    def allowed(self) -> str:
        """What may be written."""
        return "kind: one of " + ", ".join(self.records)

    def split(self, raw: object) -> tuple[Record, dict[str, object]]:
        """Return the record meant, and its keys and values."""
        kind = raw.get("kind") if isinstance(raw, dict) else None
        if not isinstance(raw, dict) or not isinstance(kind, str) or kind not in self.records:
            raise wrong(kind if isinstance(raw, dict) else raw, self.allowed)
        return self.records[kind], {key: value for key, value in raw.items() if key != "kind"}

    def read(self, raw: object) -> object:
        """Return the dataclass of the record meant."""
        record, rest = self.split(raw)
        return record.read(rest)

    def write(self, value: object) -> object:
        """Return the kind and the rest of the record."""
        for kind, record in self.records.items():
            if type(value) is record.becomes:
                rest = record.write(value)
                assert isinstance(rest, dict)
                return {"kind": kind, **rest}
        raise AssertionError(f"{type(value).__name__} is none of {list(self.records)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """How one dataclass is written, where the rule is not enough."""

    keys: Mapping[str, str] = dataclasses.field(default_factory=dict)
    """Field to key."""
    kinds: Mapping[str, Kind] = dataclasses.field(default_factory=dict)
    """Field to kind."""
    hidden: frozenset[str] = frozenset()
    """Fields that no world file sets."""
    units_in_keys: bool = False
    """Whether keys keep their unit, because the reference knows them by that name."""
    complete: Callable[[dict[str, Any]], dict[str, Any]] = lambda given: given
    """What to do with the given fields before the dataclass is made."""


def record_of(becomes: type, spellings: Mapping[type, Spelling]) -> Record:
    """Return the record of a dataclass; kinds follow from the types of its fields."""
    spelling = spellings.get(becomes, Spelling())
    hints = get_type_hints(becomes)
    keys = {
        _key_name(field.name, spelling): Key(
            field=field.name,
            kind=spelling.kinds.get(field.name)
            or _kind_of(hints[field.name], field.name, spellings),
            required=_is_required(field),
            default=_default(field),
        )
        for field in dataclasses.fields(becomes)
        if field.name not in spelling.hidden
    }
    fields = len(dataclasses.fields(becomes)) - len(spelling.hidden)
    assert len(keys) == fields, f"two fields of {becomes.__name__} are written alike"
    return Record(becomes=becomes, keys=keys, complete=spelling.complete)


def one_of(members: Iterable[type], spellings: Mapping[type, Spelling]) -> OneOf:
    """Return the union of some dataclasses, each known by its name in lower case."""
    return OneOf(
        records={member.__name__.lower(): record_of(member, spellings) for member in members}
    )


def _key_name(field: str, spelling: Spelling) -> str:
    if field in spelling.keys:
        return spelling.keys[field]
    if not spelling.units_in_keys:
        for suffix in UNIT_SUFFIXES:
            field = field.removesuffix(suffix)
    return field


def _kind_of(hint: Any, name: str, spellings: Mapping[type, Spelling]) -> Kind:
    if hint is int and "_seconds" in name:
        return duration()
    if hint in SIMPLE:
        return SIMPLE[hint]
    arguments = get_args(hint)
    if isinstance(hint, UnionType) or get_origin(hint) is Union:  # the latter for NewTypes
        present = [argument for argument in arguments if argument is not NoneType]
        if len(present) < len(arguments):
            assert len(present) == 1, f"{name}: a union with None has one other member here"
            return Maybe(kind=_kind_of(present[0], name, spellings))
        return one_of(present, spellings)
    if get_origin(hint) is tuple:
        return ListOf(kind=_kind_of(arguments[0], name, spellings))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return Choice(words={_word(member): member for member in hint})
    assert isinstance(hint, type), f"no kind for {name}: {hint}"
    assert dataclasses.is_dataclass(hint), f"no kind for {name}: {hint}"
    return record_of(hint, spellings)


def _word(member: Enum) -> str:
    if isinstance(member.value, str):
        return member.value
    return "".join(part.capitalize() for part in member.name.split("_"))


def _is_required(field: "dataclasses.Field[Any]") -> bool:
    return field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING


def _default(field: "dataclasses.Field[Any]") -> object:
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return None if field.default is dataclasses.MISSING else field.default
