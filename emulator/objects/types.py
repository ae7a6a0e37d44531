"""Types: what .NET calls a System.Type, as a value; and properties and methods as tables.

A Python class that stands for a .NET class carries its `PSType` in the class attribute
`ps_type`. `objects.typing_of` maps Python's own classes (str, int, list, ...) to theirs.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """One property of a .NET class: how to read it and, where it can be written, how to write it.

    `get` and `set` take the Python object that holds it. `type_name` is the full .NET name.
    """

    name: str
    type_name: str
    get: Callable[[Any], object]
    set: Callable[[Any, object], None] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """One method of a .NET class; `call` takes the object (None for a static) and the arguments.

    Overloads and argument conversion are `call`'s own business (dotnet.overloads helps).
    `definitions` are the lines that Get-Member shows.
    """

    name: str
    call: Callable[..., object]
    definitions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PSType:
    """A .NET type: full name, base, and its members in display order.

    `element` is set for arrays, `arguments` for closed generics (Nullable among them). Enum
    types have `enum_members` (name -> number, in declaration order) and no `python`.
    `python` is the Python class of the type's instances, None where no value can have it here.
    """

    name: str
    base: "PSType | None" = None
    python: type | None = None
    element: "PSType | None" = None
    arguments: tuple["PSType", ...] = ()
    interfaces: tuple[str, ...] = ()
    properties: tuple[Property, ...] = ()
    methods: tuple[Method, ...] = ()
    static_properties: tuple[Property, ...] = ()
    static_methods: tuple[Method, ...] = ()
    constructors: tuple[Method, ...] = ()
    enum_members: Mapping[str, int] | None = None
    enum_flags: bool = False
    enum_underlying: type = int
    aliases: tuple[tuple[str, str], ...] = ()
    """ETS alias properties: (name, target), in the order Select-Object * shows them (first)."""
    default_display: tuple[str, ...] = ()
    """ETS DefaultDisplayPropertySet; empty means "all properties"."""
    value_type: bool = False
    _index: dict[str, object] = field(default_factory=dict, init=False, repr=False)

    @property
    def short_name(self) -> str:
        """The name without namespace."""
        return self.name.rsplit(".", 1)[-1]

    def lineage(self) -> Sequence["PSType"]:
        """The type and its bases, the nearest first."""
        found: list[PSType] = []
        here: PSType | None = self
        while here is not None:
            found.append(here)
            here = here.base
        return found


class ClrObject:
    """Base of every Python object that stands for an instance of a .NET class of its own.

    A subclass sets `ps_type`. Identity is equality, as for .NET reference types, unless the
    subclass says otherwise. `to_text` is what ToString() gives; None means the type's name.
    """

    __slots__ = ("__weakref__",)
    ps_type: PSType

    def to_text(self) -> str | None:
        """Return what .NET's ToString() would, or None for the type name."""
        return None
