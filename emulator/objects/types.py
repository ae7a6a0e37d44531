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
    abstract: bool = False
    interface: bool = False
    rank: int = 1
    """Dimensions of an array type; 1 for all others."""
    definition: "PSType | None" = None
    """The open generic type that this one closes (List`1 for List`1[System.Int32])."""
    definition_arity: int = 0
    """How many type arguments an open generic type takes; 0 for all others."""
    cast: Callable[[object, "PSType"], object] | None = None
    """How another value becomes one of this type; None where no cast leads here."""
    _index: dict[str, object] = field(default_factory=dict, init=False, repr=False)
    plans: dict[str, object] = field(default_factory=dict, init=False, repr=False)
    """What dotnet worked out about calls on the type; a cache that belongs to the type."""
    _closed: dict[object, "PSType"] = field(default_factory=dict, init=False, repr=False)

    @property
    def short_name(self) -> str:
        """The name without namespace."""
        return self.name.rsplit(".", 1)[-1]

    @property
    def is_enum(self) -> bool:
        """Whether the type is an enumeration."""
        return self.enum_members is not None

    def property_named(self, lower: str) -> "Property | str | None":
        """Return the property with the lower-case name, an alias's target, or None.

        Looked up through the bases once and kept, since this is the hottest look-up of all.
        """
        index = self._index
        if lower in index:
            return index[lower]  # type: ignore[return-value]
        found = self._search(lower)
        if found is not None:
            index[lower] = found
        return found

    def _search(self, lower: str) -> "Property | str | None":
        for here in self.lineage():
            for declared in here.properties:
                if declared.name.lower() == lower:
                    return declared
            for alias, target in here.aliases:
                if alias.lower() == lower:
                    return target
        return None

    def method_named(self, lower: str) -> Method | None:
        """Return the method that the type or one of its bases declares itself, or None."""
        for here in self.lineage():
            for declared in here.methods:
                if declared.name.lower() == lower:
                    return declared
        return None

    def closed(self, key: object, make: Callable[[], "PSType"]) -> "PSType":
        """Return the type made of this one under `key` (array, Nullable, generic), one for ever.

        Types are compared by identity; the cache belongs to the type, not to a module.
        """
        made = self._closed.get(key)
        if made is None:
            made = self._closed[key] = make()
        return made

    def is_subtype_of(self, other: "PSType") -> bool:
        """Whether a value of this type is also one of `other` (bases and interfaces)."""
        here: PSType | None = self
        while here is not None:
            if here is other or (other.interface and other.name in here.interfaces):
                return True
            here = here.base
        return other.base is None and not other.interface and other.name == "System.Object"

    def lineage(self) -> Sequence["PSType"]:
        """Return the type and its bases, the nearest first."""
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
