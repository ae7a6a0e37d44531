"""Signatures of .NET methods, read from the text that PowerShell prints for them."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from emulator.objects.types import PSType

_SIGNATURE: Final = re.compile(
    r"(?P<static>static )?(?P<result>\S+) (?P<name>[\w.]+)\((?P<rest>.*)\)"
)
_CACHED: Final = 4096  # more than all signatures of the surface


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """One parameter: `type_name` as written; `rest` for Params arrays, `by_ref` for [ref]."""

    name: str
    type_name: str
    rest: bool = False
    by_ref: bool = False
    optional: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Overload:
    """One signature and what it does.

    `call` takes the object (not for statics and constructors) and the converted arguments; with
    `aware` a `Call` comes first.
    """

    definition: str
    call: Callable[..., Any]
    aware: bool = False

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """The parameters, read from the text."""
        return parameters_of(self.definition)

    @property
    def name(self) -> str:
        """The method's name."""
        return name_of(self.definition)

    @property
    def is_void(self) -> bool:
        """Whether it gives nothing at all, which is not the same as $null."""
        return self.definition.startswith(("void ", "static void "))


MethodTable = Mapping[str, tuple[Overload, ...]]
"""Lower-case name -> overloads in declaration order."""

Row = tuple[str, Callable[..., Any]] | tuple[str, Callable[..., Any], bool]


def table(*rows: Row) -> MethodTable:
    """Return the methods of a type from (signature, code) rows."""
    made: dict[str, tuple[Overload, ...]] = {}
    for row in rows:
        overload = Overload(*row)
        key = _quick_name(row[0])
        made[key] = (*made.get(key, ()), overload)
    return made


def overloads(*rows: Row) -> tuple[Overload, ...]:
    """Return constructors from (signature, code) rows."""
    return tuple(Overload(*row) for row in rows)


def _quick_name(definition: str) -> str:
    return definition.partition("(")[0].rpartition(" ")[2].lower()


@lru_cache(maxsize=_CACHED)
def name_of(definition: str) -> str:
    """Return the name in a signature."""
    return definition.partition("(")[0].rpartition(" ")[2]


@lru_cache(maxsize=_CACHED)
def parameters_of(definition: str) -> tuple[Parameter, ...]:
    """Return the parameters in a signature."""
    inner = definition.partition("(")[2].rpartition(")")[0]
    return tuple(_parameter(part) for part in _split(inner)) if inner else ()


def _split(inner: str) -> Iterable[str]:
    depth = start = 0
    for at, letter in enumerate(inner):
        depth += (letter == "[") - (letter == "]")
        if letter == "," and depth == 0:
            yield inner[start:at].strip()
            start = at + 1
    yield inner[start:].strip()


def _parameter(text: str) -> Parameter:
    text, _, default = text.partition(" = ")
    rest = text.startswith("Params ")
    by_ref = text.startswith(("[ref] ", "out "))
    type_name, _, name = text.removeprefix("Params ").rpartition(" ")
    type_name = type_name.removeprefix("[ref] ").removeprefix("out ")
    return Parameter(
        name=name, type_name=type_name, rest=rest, by_ref=by_ref, optional=bool(default)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class StaticProperty:
    """A static property or constant; `get` takes a `Call`."""

    name: str
    type_name: str
    get: Callable[[Any], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Surface:
    """What scripts can do with a type beyond its properties."""

    type: PSType
    methods: MethodTable | None = None
    statics: MethodTable | None = None
    static_properties: tuple[StaticProperty, ...] = ()
    constructors: tuple[Overload, ...] = ()


def constant(name: str, type_name: str, value: object) -> StaticProperty:
    """Return a static property that never changes."""
    return StaticProperty(name=name, type_name=type_name, get=lambda _: value)
